"""What a victim reads of aftercare: the question, the steps, numbers to call, and their own case."""

from collections.abc import Mapping, Sequence

from alerts.aftercare.case import Answer, Case, CasePerson, Consent, Question
from alerts.aftercare.sequence import StepKind
from alerts.errors import NotFound
from alerts.ids import CaseCallId, CasePersonId, CaseStepId
from alerts.ports import UnitOfWork
from alerts.services.aftercare.find_case import Reading, WholeCase
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.request import Request
from bot.conversation.view import View, WriteView
from bot.render.copy_button import copy_button
from bot.render.support import SUPPORT
from texts.aftercare import keeper_words, next_day
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import day, moment

YES, NO, STOP, TALK, SCAN, REPLY = "care-yes", "care-no", "care-stop", "care-talk", "care-scan", "care-reply"
ERASE, ERASE_YES = "care-erase", "care-erase-yes"


async def asked(view: View) -> Message:
    """Ask somebody of the shop whether they want aftercare."""
    t, person = view.t, await _person(view)
    if person is None:
        return Message(t("care-gone-told"), is_protected=True)
    text = t("care-ask", who=await _keeper(view.uow, person, t))
    return _message(text).with_keyboard(
        (button(t.plain("care-yes"), YES, person.id), button(t.plain("care-no"), NO, person.id)),
        (button(t.plain("care-talk"), TALK, person.id),),
    )


async def step(view: View) -> Message:
    """Write a step for somebody who said yes: one thing to do, a person to speak, and STOP."""
    t, person = view.t, await _person(view)
    if person is None:
        return Message(t("care-gone-told"), is_protected=True)
    kind = (await view.uow.cases.step(CaseStepId(view.number("step")))).kind
    if kind is StepKind.CLOSING:
        text = t("care-step-closing", question=t.plain(f"care-question-{next(iter(Question))}"))
        return _message(text).with_keyboard(_answers(person, next(iter(Question)), t), _ways_out(person, t))
    text = t(f"care-step-{kind}", who=await _keeper(view.uow, person, t))
    rows = [(one,) for one in _actions(kind, person, t)]
    return _message(text).with_keyboard(*rows, _ways_out(person, t))


def question(person: CasePerson, asked_now: Question, t: Phrases) -> Message:
    """Ask one of the questions at the end of a case."""
    text = t(f"care-question-{asked_now}")
    return _message(text).with_keyboard(_answers(person, asked_now, t), _ways_out(person, t))


async def coming(view: View) -> Message:
    """Tell who asked for a person that somebody will be in touch."""
    try:
        call = await view.uow.cases.call(CaseCallId(view.number("call")))
    except NotFound:
        return Message(view.t("care-gone-told"), is_protected=True)
    who = await keeper_words(view.uow, call.taken_by, view.t)
    return _message(view.t("care-coming", who=who))


async def new_keeper(view: View) -> Message:
    """Tell somebody that another coordinator looks after them now."""
    person = await _person(view)
    if person is None:
        return Message(view.t("care-gone-told"), is_protected=True)
    text = view.t("care-new-keeper", who=await _keeper(view.uow, person, view.t))
    return _message(text).with_keyboard(_ways_out(person, view.t))


async def numbers(case: Case, told: int, request: Request) -> Message:
    """Say that somebody hears it (or that nobody can be reached), with the numbers to call; no advice."""
    t = request.t
    heard = t("care-heard", who=await keeper_words(request.uow, case.keeper_id, t)) if told else t("care-unheard")
    return _message(lines(heard, t("care-numbers"))).with_keyboard(*_phones(t))


def numbers_alone(t: Phrases) -> Message:
    """Show the numbers to call to somebody who has no aftercare."""
    return _message(t("care-numbers")).with_keyboard(*_phones(t))


async def own_case(person: CasePerson, whole: WholeCase, readings: Sequence[Reading], request: Request) -> Message:
    """Show a victim their case: their answer, the next message, and who looked at it and why."""
    t, zone = request.t, request.zone
    state = t.plain(f"care-own-state-{person.consent}")
    first = t("care-own", since=day(person.asked_at, t, zone), state=state)
    at = next_day(whole) if person.consent is Consent.YES else None
    coming_next = t("care-own-next", day=day(at, t, zone)) if at is not None else t("care-own-last")
    read = [
        t(
            "care-own-reading",
            at=moment(one.at, t, zone),
            who=await keeper_words(request.uow, one.by, t),
            purpose=t.plain(f"care-purpose-{one.purpose}"),
        )
        for one in readings
    ]
    looked = lines(t("care-own-read"), *read) if read else t("care-own-unread")
    rows = [_ways_out(person, t)] if person.consent is Consent.YES and whole.case.is_open else []
    rows.append((button(t.plain("care-erase"), ERASE, person.id),))
    text = paragraphs(lines(first, coming_next), looked, t("care-own-kept"))
    return _message(text).with_keyboard(*rows)


def erase_question(person: CasePersonId, t: Phrases) -> Message:
    """Ask to confirm that what is kept of somebody's aftercare is erased."""
    return _message(t("care-erase-ask")).with_keyboard((button(t.plain("care-erase-yes"), ERASE_YES, person),))


def _actions(kind: StepKind, person: CasePerson, t: Phrases) -> list[Button]:
    match kind:
        case StepKind.SAME_DAY:
            return [button(t.plain("care-do-same_day"), "first-hour", 1)]
        case StepKind.WEEK_1:
            return [button(t.plain("care-do-week_1"), SCAN, person.id)]
        case StepKind.MONTH_1:
            return [button(t.plain("care-do-month_1"), SUPPORT)]
        case StepKind.JOINING | StepKind.VICTIM_TALK | StepKind.RIGHT_TO_SPEAK:
            return [copy_button(t.plain("phone-support"), t)]
        case _:
            return []


def _ways_out(person: CasePerson, t: Phrases) -> tuple[Button, ...]:
    return button(t.plain("care-talk"), TALK, person.id), button(t.plain("care-stop"), STOP, person.id)


def _answers(person: CasePerson, asked_now: Question, t: Phrases) -> tuple[Button, ...]:
    return tuple(button(t.plain(f"care-answer-{one}"), REPLY, f"{person.id}.{asked_now}.{one}") for one in Answer)


def _phones(t: Phrases) -> tuple[tuple[Button, ...], ...]:
    return (copy_button(t.plain("phone-support"), t),), (copy_button(t.plain("phone-crisis"), t),)


def _message(text: Html) -> Message:
    return Message(text, is_protected=True)


async def _person(view: View) -> CasePerson | None:
    """Return the person of a notice; None when their aftercare was erased meanwhile."""
    try:
        return await view.uow.cases.person(CasePersonId(view.number("person")))
    except NotFound:
        return None


async def _keeper(uow: UnitOfWork, person: CasePerson, t: Phrases) -> str:
    return await keeper_words(uow, (await uow.cases.get(person.case_id)).keeper_id, t)


AFTERCARE_VIEWS: Mapping[str, WriteView] = {
    "care-ask": asked,
    "care-step": step,
    "care-coming": coming,
    "care-new-keeper": new_keeper,
}
