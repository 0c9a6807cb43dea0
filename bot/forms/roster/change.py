"""The form that changes a shift: somebody else has it that day, two are exchanged, it is cancelled, or it ends."""

from datetime import date, timedelta
from enum import StrEnum

from alerts.duty_roster import ONCE, Duty, Roster, Span, monday_of
from alerts.errors import InvalidShift, InvalidText, NotFound
from alerts.ids import MemberId, RosterId, ShiftId
from alerts.services.duty.find_on_duty import duties_of
from alerts.services.duty.keep_roster import OnDay, end_shift, exchange, hand_over
from alerts.services.duty.read_roster import duty_on, people_for, read_week, roster_for
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.conversation.likely_choices import MOST
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.roster.answers import day_of, day_rows, people_rows, person_of
from bot.forms.roster.shift import check_keeps_rosters, roster_and_monday
from bot.forms.roster.week import week_message
from texts.rosters import duty_words, person_on, span_words

SWAPS_WITHIN = timedelta(weeks=5)


class What(StrEnum):
    """What can be done with a shift on a day."""

    HAND_OVER = "hand_over"
    EXCHANGE = "exchange"
    CANCEL = "cancel"
    RESTORE = "restore"
    END = "end"


class ChangeDraft(Draft):
    """The change so far: the week that was shown, the shift on a day as it was then (`had`: who had it), and what is
    to become of it."""

    roster: RosterId
    monday: date
    day: date | None = None
    shift: ShiftId = ShiftId(0)
    version: int = 0
    had: MemberId | None = None
    what: What | None = None
    member: MemberId | None = None
    other_shift: ShiftId = ShiftId(0)
    other_day: date | None = None
    other_had: MemberId | None = None


async def _open(argument: str, request: Request) -> ChangeDraft:
    roster, monday = await roster_and_monday(argument, request)
    return ChangeDraft(roster=roster, monday=monday)


async def _ask_day(draft: ChangeDraft, request: Request) -> Question:
    days = dict.fromkeys(one.day for one in await _coming(draft, request))
    return Question(request.t("change-ask-day"), day_rows(days, request))


async def _take_day(draft: ChangeDraft, answer: Answer, request: Request) -> ChangeDraft:
    day = day_of(answer, request)
    moved = draft.model_copy(update={"monday": monday_of(day), "day": day, "shift": ShiftId(0)})
    found = [one for one in await _coming(moved, request) if one.day == day]
    if not found:
        raise InvalidShift("none-there")
    return _with(moved, found[0]) if len(found) == 1 else moved


async def _ask_shift(draft: ChangeDraft, request: Request) -> Question:
    week = await read_week(request.uow, await _roster(draft, request), draft.monday, request.now)
    me = request.person().id
    choices = [
        Choice(
            request.t.plain(
                "change-shift",
                when=span_words(one.span, request.t, request.zone),
                who=await duty_words(request.uow, one, week, request.t, me),
            ),
            str(one.shift.id),
        )
        for one in await _coming(draft, request)
        if one.day == draft.day
    ]
    return Question(request.t("change-ask-shift"), tuple((one,) for one in choices[:MOST]))


async def _take_shift(draft: ChangeDraft, answer: Answer, request: Request) -> ChangeDraft:
    number = safe_id(answer.value) if isinstance(answer, Picked) else 0
    found = [one for one in await _coming(draft, request) if (one.day, one.shift.id) == (draft.day, number)]
    if not found:
        raise InvalidText("type-or-tap")
    return _with(draft, found[0])


async def _ask_what(draft: ChangeDraft, request: Request) -> Question:
    t, duty = request.t, await _duty(draft, request)
    if duty is None:
        raise NotFound
    who = t.plain("roster-cancelled")
    if duty.member_id is not None:
        who = await person_on(request.uow, duty.member_id, t, request.person().id)
    offered = [What.HAND_OVER]
    offered += [What.EXCHANGE, What.CANCEL] if duty.member_id is not None else []
    offered += [What.RESTORE] if duty.is_changed else []
    offered += [What.END]
    text = "change-end-once" if duty.shift.every == ONCE else "change-what-end"
    labels = {one: t.plain(text if one is What.END else f"change-what-{one}") for one in offered}
    question = t("change-ask-what", when=span_words(duty.span, t, request.zone), who=who)
    return Question(question, tuple((Choice(label, one.value),) for one, label in labels.items()))


async def _take_what(draft: ChangeDraft, answer: Answer, _request: Request) -> ChangeDraft:
    what = next((one for one in What if answer == Picked(one.value)), None)
    if what is None:
        raise InvalidText("type-or-tap")
    return draft.model_copy(update={"what": what})


async def _ask_member(draft: ChangeDraft, request: Request) -> Question:
    people = [one for one in await _people(draft, request) if one != draft.had]
    text = "change-ask-member" if people else "change-nobody-else"
    return Question(request.t(text), await people_rows(people, request))


async def _take_member(draft: ChangeDraft, answer: Answer, request: Request) -> ChangeDraft:
    return draft.model_copy(update={"member": person_of(answer, await _people(draft, request))})


async def _ask_other(draft: ChangeDraft, request: Request) -> Question:
    t, me = request.t, request.person().id
    choices = [
        Choice(
            t.plain(
                "change-shift",
                when=span_words(one.span, t, request.zone),
                who=await person_on(request.uow, one.member_id, t, me) if one.member_id else "",
            ),
            f"{one.shift.id}.{one.day}",
        )
        for one in await _swappable(draft, request)
    ]
    text = "change-ask-other" if choices else "change-nothing-else"
    return Question(t(text), tuple((one,) for one in choices[:MOST]))


async def _take_other(draft: ChangeDraft, answer: Answer, request: Request) -> ChangeDraft:
    wanted = answer.value if isinstance(answer, Picked) else ""
    found = [one for one in await _swappable(draft, request) if f"{one.shift.id}.{one.day}" == wanted]
    if not found:
        raise InvalidText("type-or-tap")
    other = {"other_shift": found[0].shift.id, "other_day": found[0].day, "other_had": found[0].member_id}
    return draft.model_copy(update=other)


async def _finish(draft: ChangeDraft, request: Request) -> Replies:
    assert draft.day is not None, "the day was asked first"
    uow, actor, now = request.uow, request.actor, request.now
    seen = OnDay(draft.shift, draft.day, draft.had)
    match draft.what:
        case What.HAND_OVER:
            await hand_over(uow, actor, seen, draft.member, now)
        case What.EXCHANGE:
            assert draft.other_day is not None, "the other shift was asked before"
            await exchange(uow, actor, seen, OnDay(draft.other_shift, draft.other_day, draft.other_had), now)
        case What.CANCEL:
            await hand_over(uow, actor, seen, None, now)
        case What.RESTORE:
            await hand_over(uow, actor, seen, (await uow.rosters.shift(draft.shift)).member_id, now)
        case _:
            await end_shift(uow, actor, draft.shift, draft.day, version=draft.version, now=now)
    return [Say(await week_message(draft.roster, monday_of(draft.day), request))]


def _with(draft: ChangeDraft, duty: Duty) -> ChangeDraft:
    shown = {"shift": duty.shift.id, "version": duty.shift.version, "had": duty.member_id}
    return draft.model_copy(update=shown)


async def _roster(draft: ChangeDraft, request: Request) -> Roster:
    return await roster_for(request.uow, request.actor, draft.roster, request.now)


async def _people(draft: ChangeDraft, request: Request) -> tuple[MemberId, ...]:
    return await people_for(request.uow, await _roster(draft, request), request.now)


async def _coming(draft: ChangeDraft, request: Request) -> list[Duty]:
    """Return the duties of the week that was shown that are not over."""
    week = await read_week(request.uow, await _roster(draft, request), draft.monday, request.now)
    return [one for one in week.duties if one.span.ends > request.now]


async def _duty(draft: ChangeDraft, request: Request) -> Duty | None:
    assert draft.day is not None, "the day was asked first"
    return await duty_on(request.uow, await _roster(draft, request), draft.shift, draft.day)


async def _swappable(draft: ChangeDraft, request: Request) -> list[Duty]:
    """Return the coming duties of other people, the earliest first."""
    ahead = Span(request.now, request.now + SWAPS_WITHIN)
    duties = await duties_of(request.uow, [await _roster(draft, request)], ahead)
    return [one for one in duties if one.member_id not in (None, draft.had)]


CHANGE = Form(
    name="shift-change",
    model=ChangeDraft,
    steps=(
        Step("day", _ask_day, _take_day),
        Step("shift", _ask_shift, _take_shift, applies=lambda draft: draft.shift == 0),
        Step("what", _ask_what, _take_what),
        Step("member", _ask_member, _take_member, applies=lambda draft: draft.what is What.HAND_OVER),
        Step("other", _ask_other, _take_other, applies=lambda draft: draft.what is What.EXCHANGE),
    ),
    open=_open,
    finish=_finish,
    check=check_keeps_rosters,
)
