"""The steps for what was seen: the kind of report, the signals, the offenders, and free text."""

from collections.abc import Awaitable, Callable

from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.likely_details import likely_loot, likely_signals
from alerts.modus_operandi import MO_FIELDS, NO_LOOT
from alerts.report import CLOTHING_LENGTH, VEHICLE_LENGTH, VEHICLES, ReportKind, Signal, kind_by_loot
from alerts.typed_text import check_together, checked
from bot.conversation.form import Answer, Choice, Picked, Question, Stay, Typed, marked
from bot.conversation.likely_choices import MOST, likely_choices
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.moment import when_of, when_rows
from bot.forms.questions.more import more_choice
from bot.forms.questions.typed_text import typed
from bot.forms.report.draft import ReportDraft
from bot.forms.report.where import own_branches
from bot.forms.report.words import begin_with_words, take_words
from texts.html import paragraphs

DONE, YES, NO, TAKEN = "done", "yes", "no", "taken"
SAFE = ("called", "safe")
_USUAL_KINDS = 4  # of reports, each with a row of its own
_ROOM = MOST - 3  # beside the buttons for more, for none or to go on, and the one that sends
_YES_OR_NO = {"ja", "nee", "yes", "no", "ok", "oké", "oke"}


async def ask_safety(draft: ReportDraft, request: Request) -> Question:
    """Say first of all that the bot is no emergency channel, and ask whether the person is safe."""
    t = request.t
    rows = tuple((Choice(t.plain(f"report-safety-{answer}"), answer),) for answer in SAFE)
    kept = t("report-safety-kept") if draft.what is not None else ""
    return Question(paragraphs(t("report-safety"), t("report-safety-bot"), kept), rows)


async def take_safety(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft | Stay[ReportDraft]:
    """Take a tap. What is typed here is kept for the report, and only a tap goes on. Raises InvalidText for what is no
    report."""
    if isinstance(answer, Typed) and not _is_yes_or_no(answer.text):
        return Stay(await begin_with_words(draft, answer, request))
    _picked(answer, SAFE)
    return draft


def _is_yes_or_no(text: str) -> bool:
    return text.strip(" .,!").casefold() in _YES_OR_NO


async def ask_kind(_draft: ReportDraft, request: Request) -> Question:
    """Ask what the report is about; the kinds that are named with one word stand in pairs."""
    t = request.t
    kinds = [Choice(t.plain(f"report-kind-{one}"), one) for one in ReportKind]
    return Question(t("report-ask-kind"), (*in_rows(kinds[:_USUAL_KINDS], 1), *in_rows(kinds[_USUAL_KINDS:], 2)))


async def take_kind(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take one of the kinds of report."""
    return draft.changed(kind=ReportKind(_picked(answer, tuple(ReportKind))))


async def ask_signals(draft: ReportDraft, request: Request) -> Question:
    """Ask what stood out; several may be tapped. Those that were, and the likely ones, are shown first."""
    t, is_whole = request.t, draft.shows_all == "signals"
    likely = likely_signals(draft.kind_told, await own_branches(request))
    shown = list(Signal) if is_whole else likely_choices(list(Signal), likely, draft.signals, _ROOM)
    rows = tuple((Choice(marked(t.plain(f"signal-{one}"), one in draft.signals), one),) for one in shown)
    last = (more_choice(t, shows_all=is_whole), Choice(t.plain("alert-done"), DONE))
    return Question(t("report-ask-signals"), (*rows, last))


async def take_signals(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft | Stay[ReportDraft]:
    """Toggle a signal, or continue."""
    value = _picked(answer, (*Signal, DONE))
    return draft if value == DONE else Stay(draft.changed(signals=draft.signals ^ {Signal(value)}))


async def ask_weapon(draft: ReportDraft, request: Request) -> Question:
    """Ask for the weapon. In an attempt, which has no question about loot, a button says that something was taken."""
    question = _values("weapon", request)
    if draft.kind is not ReportKind.ROBBERY_ATTEMPT:
        return question
    return Question(question.text, (*question.rows, (Choice(request.t.plain("report-something-taken"), TAKEN),)))


async def take_weapon(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft | Stay[ReportDraft]:
    """Take a weapon; the button that something was taken makes an attempt a robbery."""
    if answer == Picked(TAKEN):
        return Stay(draft.changed(kind=ReportKind.ROBBERY))
    return draft.changed(weapon=_picked(answer, MO_FIELDS["weapon"]))


async def ask_loot(draft: ReportDraft, request: Request) -> Question:
    """Ask for the kind of loot, never an amount (docs/domain.md, rule 4); "nothing" makes the robbery an attempt."""
    t, is_whole = request.t, draft.shows_all == "loot"
    every = [one for one in MO_FIELDS["loot_type"] if one != NO_LOOT]
    shown = every if is_whole else likely_choices(every, likely_loot(await own_branches(request)), (), _ROOM)
    kinds = [Choice(t.plain(f"mo-loot_type-{one}"), one) for one in shown]
    last = (more_choice(t, shows_all=is_whole), Choice(t.plain("report-nothing-taken"), NO_LOOT))
    return Question(t("report-ask-loot_type"), (*in_rows(kinds, 2), last))


async def take_loot(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take a kind of loot, which may change the kind of report."""
    loot = _picked(answer, MO_FIELDS["loot_type"])
    assert draft.kind is not None, "the kind is always asked first"
    return draft.changed(loot_type=loot, kind=kind_by_loot(draft.kind, loot))


async def ask_injured(_draft: ReportDraft, request: Request) -> Question:
    """Ask whether anybody is injured."""
    t = request.t
    row = tuple(Choice(t.plain(f"report-injured-{answer}"), answer) for answer in (NO, YES))
    return Question(t("report-ask-injured"), (row,))


async def take_injured(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take yes or no."""
    return draft.changed(is_injured=_picked(answer, (NO, YES)) == YES)


async def ask_when(_draft: ReportDraft, request: Request) -> Question:
    """Ask when it happened."""
    return Question(request.t("alert-ask-when"), when_rows(request.t))


async def take_when(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft:
    """Take a number of minutes ago, or a typed moment."""
    return draft.answered("occurred_at", when_of(answer, request))


async def ask_persons(_draft: ReportDraft, request: Request) -> Question:
    """Ask how many offenders there were."""
    return _values("offender_count", request, width=3, text="report-ask-persons")


async def take_persons(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take a number of offenders."""
    return draft.changed(persons=_picked(answer, MO_FIELDS["offender_count"]))


def ask_value(field: str) -> Callable[[ReportDraft, Request], Awaitable[Question]]:
    """Return the question for a field of the modus operandi that was read from typed words."""

    async def ask(_draft: ReportDraft, request: Request) -> Question:
        t = request.t
        choices = [Choice(t.plain(f"mo-{field}-{value}"), value) for value in MO_FIELDS[field]]
        return Question(t("report-ask-value", field=t.plain(f"report-change-{field}")), in_rows(choices, 2))

    return ask


def take_value(field: str) -> Callable[[ReportDraft, Answer, Request], Awaitable[ReportDraft]]:
    """Return what takes a value of that field."""

    async def take(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
        return draft.answered(field, _picked(answer, MO_FIELDS[field]))

    return take


async def ask_clothing(_draft: ReportDraft, request: Request) -> Question:
    """Ask what they looked like, as far as that may be told."""
    return Question(request.t("report-ask-clothing"))


async def take_clothing(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take a typed description that the guard allows."""
    return draft.changed(clothing=await checked(typed(answer), CLOTHING_LENGTH))


async def ask_vehicle(_draft: ReportDraft, request: Request) -> Question:
    """Ask how they came or left."""
    choices = [Choice(request.t.plain(f"vehicle-{one}"), one) for one in VEHICLES]
    return Question(request.t("report-ask-vehicle"), in_rows(choices, 2))


async def take_vehicle(draft: ReportDraft, answer: Answer, _request: Request) -> ReportDraft:
    """Take a tapped vehicle, or a typed one with its colour."""
    if isinstance(answer, Picked):
        return draft.changed(vehicle=_picked(answer, tuple(VEHICLES)))
    vehicle = await checked(typed(answer), VEHICLE_LENGTH)
    await off_loop(check_together, draft.clothing, vehicle)
    return draft.changed(vehicle=vehicle)


async def ask_what(_draft: ReportDraft, request: Request) -> Question:
    """Ask for anything else."""
    return Question(request.t("report-ask-what"))


async def take_what(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft:
    """Take a typed text. If it fills fields that are still open, what was understood is shown before it is sent."""
    filled = await take_words(draft, answer, request)
    return filled.changed(shows_overview=filled != draft.changed(what=filled.what))


def _picked(answer: Answer, values: tuple[str, ...]) -> str:
    """Return the tapped value if it is one of these. Raises InvalidText."""
    if isinstance(answer, Picked) and answer.value in values:
        return answer.value
    raise InvalidText("tap-a-button")


def _values(field: str, request: Request, *, width: int = 2, text: str = "") -> Question:
    choices = [Choice(request.t.plain(f"mo-{field}-{value}"), value) for value in MO_FIELDS[field]]
    return Question(request.t(text or f"report-ask-{field}"), in_rows(choices, width))
