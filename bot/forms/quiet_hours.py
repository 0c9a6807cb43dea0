"""The form for quiet hours of one's own: typed as people write them, shown as they were read, and stored after a tap
that says what a warning does in them."""

from alerts.opening_hours import OpeningHours
from alerts.quiet_hours import read_quiet_hours
from alerts.services.member.choose_quiet_hours import choose_quiet_hours
from alerts.severity import Severity
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.delivery_rules import quiet_menu, rules_menu
from texts.html import lines, paragraphs
from texts.opening_hours import hours_lines

FORGET, SILENT, AFTER = "forget", "silent", "after"


class QuietHoursDraft(Draft):
    """The hours as they were read, in the text in which they are stored; None: there are to be none."""

    hours: str | None = None
    waits: bool = False


async def _open(_argument: str, request: Request) -> QuietHoursDraft:
    request.person()
    return QuietHoursDraft()


async def _ask_hours(_draft: QuietHoursDraft, request: Request) -> Question:
    t, quiet = request.t, request.person().quiet
    if quiet is None:
        return Question(paragraphs(t("quiet-why"), t("quiet-ask")))
    now = paragraphs(lines(t("hours-now"), hours_lines(quiet.hours, t)), t("quiet-ask"))
    return Question(now, ((Choice(t.plain("quiet-forget"), FORGET),),))


async def _take_hours(draft: QuietHoursDraft, answer: Answer, _request: Request) -> QuietHoursDraft:
    hours = None if answer == Picked(FORGET) else str(read_quiet_hours(typed(answer)))
    return draft.model_copy(update={"hours": hours})


async def _ask_warnings(draft: QuietHoursDraft, request: Request) -> Question:
    t = request.t
    assert draft.hours is not None, "asked where there are hours"
    read = lines(t("hours-read"), hours_lines(OpeningHours.stored(draft.hours), t))
    choices = tuple((Choice(t.plain(f"quiet-P2-{one}"), one),) for one in (SILENT, AFTER))
    return Question(paragraphs(read, t("quiet-P2")), choices)


async def _take_warnings(
    draft: QuietHoursDraft, answer: Answer, request: Request
) -> QuietHoursDraft | Stay[QuietHoursDraft]:
    """Take the tap; what is typed here are the hours once more."""
    if not isinstance(answer, Picked):
        return Stay(await _take_hours(draft, answer, request))
    return draft.model_copy(update={"waits": answer.value == AFTER})


async def _finish(draft: QuietHoursDraft, request: Request) -> Replies:
    hours = None if draft.hours is None else OpeningHours.stored(draft.hours)
    waits = frozenset({Severity.P2}) if draft.waits else frozenset()
    member = await choose_quiet_hours(request.uow, request.person(), hours, waits, now=request.now)
    request.member = member
    if member.quiet is not None:
        return [Say(quiet_menu(member, member.quiet, request.t))]
    shops = [one.premises for one in await request.uow.premises.followings(member.id)]
    return [Say(rules_menu(member, shops, request.t))]


QUIET_HOURS = Form(
    name="quiet-hours",
    model=QuietHoursDraft,
    steps=(
        Step("hours", _ask_hours, _take_hours),
        Step("warnings", _ask_warnings, _take_warnings, applies=lambda draft: draft.hours is not None),
    ),
    open=_open,
    finish=_finish,
)
