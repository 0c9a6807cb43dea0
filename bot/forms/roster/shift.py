"""The form that puts a shift on a roster: day, times, who, the deputy, and how often."""

from datetime import date, time

from alerts.duty_roster import ONCE, NewShift, monday_of
from alerts.errors import InvalidText, NotFound
from alerts.ids import MemberId, RosterId
from alerts.services.duty.keep_roster import add_shift
from alerts.services.duty.read_roster import READS, people_for, roster_for
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.roster.answers import (
    day_of,
    day_rows,
    days_ahead,
    people_rows,
    person_of,
    times_of,
    times_rows,
)
from bot.forms.roster.week import week_message
from texts.rosters import day_words

RHYTHMS = (1, 2, 3, 4, ONCE)  # in weeks


class ShiftDraft(Draft):
    """The shift so far. `monday`: the week that was shown."""

    roster: RosterId
    monday: date
    day: date | None = None
    begins: time = time()
    ends: time = time()
    member: MemberId = MemberId(0)
    deputy: MemberId | None = None
    every: int = 1


async def check_keeps_rosters(request: Request) -> None:
    """Raise NotAllowed for who keeps no roster."""
    await request.check_may(READS)


async def roster_and_monday(argument: str, request: Request) -> tuple[RosterId, date]:
    """Return the roster and the week of a button (`12.2026-11-23`). Raises as `roster_for`, and NotFound."""
    number, _, monday = argument.partition(".")
    roster = await roster_for(request.uow, request.actor, RosterId(safe_id(number)), request.now)
    try:
        return roster.id, monday_of(date.fromisoformat(monday))
    except (ValueError, OverflowError) as error:
        raise NotFound from error


async def _open(argument: str, request: Request) -> ShiftDraft:
    roster, monday = await roster_and_monday(argument, request)
    return ShiftDraft(roster=roster, monday=monday)


async def _ask_day(draft: ShiftDraft, request: Request) -> Question:
    return Question(request.t("shift-ask-day"), day_rows(days_ahead(request, draft.monday), request))


async def _take_day(draft: ShiftDraft, answer: Answer, request: Request) -> ShiftDraft:
    return draft.model_copy(update={"day": day_of(answer, request)})


async def _ask_times(draft: ShiftDraft, request: Request) -> Question:
    assert draft.day is not None, "the day was asked before"
    return Question(request.t("shift-ask-times", day=day_words(draft.day, request.t)), times_rows(request))


async def _take_times(draft: ShiftDraft, answer: Answer, _request: Request) -> ShiftDraft:
    begins, ends = times_of(answer)
    return draft.model_copy(update={"begins": begins, "ends": ends})


async def _ask_member(draft: ShiftDraft, request: Request) -> Question:
    return Question(request.t("shift-ask-member"), await people_rows(await _people(draft, request), request))


async def _take_member(draft: ShiftDraft, answer: Answer, request: Request) -> ShiftDraft:
    member = person_of(answer, await _people(draft, request))
    return draft.model_copy(update={"member": member, "deputy": None})


async def _ask_deputy(draft: ShiftDraft, request: Request) -> Question:
    others = [one for one in await _people(draft, request) if one != draft.member]
    return Question(request.t("shift-ask-deputy"), await people_rows(others, request))


async def _take_deputy(draft: ShiftDraft, answer: Answer, request: Request) -> ShiftDraft:
    others = [one for one in await _people(draft, request) if one != draft.member]
    return draft.model_copy(update={"deputy": person_of(answer, others)})


async def _ask_rhythm(_draft: ShiftDraft, request: Request) -> Question:
    t = request.t
    return Question(t("shift-ask-rhythm"), tuple((Choice(t.plain(f"shift-every-{n}"), str(n)),) for n in RHYTHMS))


async def _take_rhythm(draft: ShiftDraft, answer: Answer, _request: Request) -> ShiftDraft:
    every = next((one for one in RHYTHMS if answer == Picked(str(one))), None)
    if every is None:
        raise InvalidText("type-or-tap")
    return draft.model_copy(update={"every": every})


async def _finish(draft: ShiftDraft, request: Request) -> Replies:
    assert draft.day is not None, "the day was asked first"
    new = NewShift(draft.roster, draft.member, draft.deputy, draft.day, draft.every, draft.begins, draft.ends)
    await add_shift(request.uow, request.actor, new, request.now)
    return [Say(await week_message(draft.roster, monday_of(draft.day), request))]


async def _people(draft: ShiftDraft, request: Request) -> tuple[MemberId, ...]:
    roster = await roster_for(request.uow, request.actor, draft.roster, request.now)
    return await people_for(request.uow, roster, request.now)


SHIFT = Form(
    name="shift",
    model=ShiftDraft,
    steps=(
        Step("day", _ask_day, _take_day),
        Step("times", _ask_times, _take_times),
        Step("member", _ask_member, _take_member),
        Step("deputy", _ask_deputy, _take_deputy, is_skippable=True, skip_label="shift-no-deputy"),
        Step("rhythm", _ask_rhythm, _take_rhythm),
    ),
    open=_open,
    finish=_finish,
    check=check_keeps_rosters,
)
