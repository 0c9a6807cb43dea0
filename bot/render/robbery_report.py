"""The report of a robbery that is made with taps: what is told, one question a screen, and the end. Four lines each."""

from alerts.report import TAKES_BACK_WITHIN, Report
from alerts.robbery_facts import VALUES, Fact, is_told, next_open
from alerts.services.report.record_step import coordinators_of
from alerts.services.report.tell_fact import is_kind_open
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, Style, in_rows
from bot.conversation.view import View
from bot.render.copy_button import copy_button
from texts.html import Html, lines
from texts.phrases import Phrases

REPORT, ASK, TELL = "robbery-report", "robbery-ask", "robbery-tell"
BOARD, DONE = "robbery-board", "robbery-done"
NOT_TOLD = "none-told"  # the value of the button that leaves a fact open
_ROWS = (  # of the kind first, which is asked no more once police decided it
    *((Fact.KIND,), (Fact.WHEN, Fact.PERSONS), (Fact.WEAPON, Fact.INJURED)),
    *((Fact.EXIT_MODE,), (Fact.EXIT_DIRECTION,)),
)
_WIDTH = {Fact.KIND: 1, Fact.WHEN: 1, Fact.PERSONS: 3}  # of the buttons with values; two stand side by side elsewhere


async def robbery_board(report: Report, view: View) -> Message:
    """Render what the report tells, a button for each fact; each can be told, told anew, or left open."""
    t = view.t
    if report.is_closed:
        return Message(t("robbery-board-ended", number=report.number), is_protected=True)
    is_read = bool(await coordinators_of(view.uow, report, view.now))
    text = t("robbery-board" if is_read else "robbery-board-nobody", number=report.number)
    asked = _ROWS if await is_kind_open(view.uow, report) else _ROWS[1:]
    rows = [tuple(_fact_button(report, fact, view) for fact in row) for row in asked]
    done = button(t.plain("robbery-done-button"), DONE, report.id, style=Style.PRIMARY)
    may_go_back = view.now < report.created_at + TAKES_BACK_WITHIN
    back = (button(t.plain("robbery-back"), "report-back", report.id),) if may_go_back else ()
    return Message(text, is_protected=True).with_keyboard(*rows, (done, *back))


def robbery_question(report: Report, fact: Fact, view: View, *, told: Fact | None = None) -> Message:
    """Render the question for one fact; above it what was `told` just now, which can be told anew."""
    t = view.t
    said = told_words(report, told, view) if told is not None and is_told(report, told) else Html()
    values = [button(value_words(fact, one, t), TELL, f"{report.id}.{fact}.{one}") for one in VALUES[fact]]
    text = lines(said, t(f"robbery-ask-{fact}"))
    rows = in_rows(values, _WIDTH.get(fact, 2))
    back = (button(t.plain("robbery-overview"), BOARD, report.id),)
    undo = () if told is None else (button(t.plain("robbery-undo"), ASK, f"{report.id}.{told}"),)
    return Message(text, is_protected=True).with_keyboard(*rows, (_without(report, fact, t),), (*undo, *back))


def robbery_done(report: Report, t: Phrases, *, first_hour: Button) -> Message:
    """Render the end: where a victim finds support, and the ways on."""
    return Message(t("robbery-done"), is_protected=True).with_keyboard(
        (copy_button(t.plain("phone-support"), t),),
        (first_hour,),
        (button(t.plain("robbery-add"), "report-add", report.id),),
        (button(t.plain("robbery-overview"), BOARD, report.id),),
    )


def told_words(report: Report, fact: Fact, view: View) -> Html:
    """Render a fact that the report tells, with its value."""
    value = _value(report, fact, view)
    return view.t("robbery-told", fact=view.t.plain(f"robbery-fact-{fact}"), value=value)


def value_words(fact: Fact, value: str, t: Phrases) -> str:
    """Describe a value of a fact."""
    match fact:
        case Fact.KIND:
            return t.plain(f"report-kind-{value}")
        case Fact.WHEN:
            return t.plain(f"robbery-when-{value}")
        case Fact.INJURED:
            return t.plain(f"report-injured-{value}")
        case Fact.PERSONS:
            return t.plain(f"mo-offender_count-{value}")
        case _:
            return t.plain(f"mo-{fact}-{value}")


def _value(report: Report, fact: Fact, view: View) -> str:
    match fact:
        case Fact.KIND:
            return view.t.plain(f"kind-{report.kind}")
        case Fact.WHEN if report.occurred_at is not None:
            return f"{report.occurred_at.astimezone(view.zone):%H:%M}"
        case Fact.INJURED:
            return value_words(fact, "yes" if report.content.is_injured else "no", view.t)
        case _:
            return value_words(fact, getattr(report.content, fact), view.t)


def _fact_button(report: Report, fact: Fact, view: View) -> Button:
    t, label = view.t, view.t.plain(f"robbery-fact-{fact}")
    if is_told(report, fact):
        label = t.plain("robbery-told", fact=label, value=_value(report, fact, view))
    return button(label, ASK, f"{report.id}.{fact}")


def _without(report: Report, fact: Fact, t: Phrases) -> Button:
    """Make the button that leaves the fact open: it takes back what was told, else it goes on."""
    if is_told(report, fact):
        return button(t.plain("robbery-leave-open"), TELL, f"{report.id}.{fact}.{NOT_TOLD}")
    following = next_open(report, fact)
    if following is None:
        return button(t.plain("robbery-skip"), DONE, report.id)
    return button(t.plain("robbery-skip"), ASK, f"{report.id}.{following}")
