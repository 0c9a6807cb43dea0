"""What coordinators read of aftercare in the chat: the case of an incident, its choices, and what is told about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alerts.aftercare.case import NOTED, Case, CaseState, Consent, ConsentHow, Purpose
from alerts.aftercare.sequence import StepOwner
from alerts.errors import NotFound
from alerts.ids import CaseCallId, CaseId, CasePersonId, CaseStepId, MemberId
from alerts.incident import Incident
from alerts.role import Action
from alerts.services.aftercare.find_case import WholeCase, whole_case
from alerts.services.permission.check_may import is_allowed
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView
from texts.aftercare import case_words, keeper_words, person_words, state_words
from texts.phrases import Phrases

OPEN, HOW, WHOM, READ = "care", "care-how", "care-whom", "care-read"
STEP, OTHERS, OBJECT, ALLOW, ARREST, END = (
    "care-done",
    "care-others",
    "care-object",
    "care-allow",
    "care-arrest",
    "care-end",
)
WITHDRAW_WHO, WITHDRAW, TAKE = "care-out", "care-out-who", "care-take"
MOST_STEPS = 3  # buttons for steps that are done, those that come first
_TOLD = ("opened", "stopped", "objected", "allowed", "arrested", "handed", "shop-closed")


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader of a case may do with it."""

    opens: bool
    is_police: bool


def case_list(found: Sequence[tuple[Incident, Case | None]], t: Phrases) -> Message:
    """List incidents with the state of their aftercare, each as a button."""
    if not found:
        return Message(t("care-list-none"), is_protected=True)
    rows = []
    for incident, case in found:
        state = t.plain("care-list-without") if case is None else state_words(case, t)
        rows.append((button(t.plain("care-list-one", number=incident.number, state=state), OPEN, incident.id),))
    return Message(t("care-list"), is_protected=True).with_keyboard(*rows)


def care_button(incident: Incident, t: Phrases) -> Button:
    """Make the button that opens the aftercare of an incident."""
    return button(t.plain("care-button"), OPEN, incident.id)


def none_yet(incident: Incident, asked: Sequence[MemberId], t: Phrases, *, opens: bool) -> Message:
    """Say that there is no aftercare, with the ways to begin it for who may."""
    if not opens:
        return Message(t("care-none-read", number=incident.number), is_protected=True)
    rows = []
    if asked:
        label = t.plain("care-how-chat", count=str(len(asked)))
        rows.append((button(label, HOW, f"{incident.id}.{ConsentHow.CHAT}"),))
    rows += [(button(t.plain(f"care-how-{one}"), HOW, f"{incident.id}.{one}"),) for one in NOTED]
    return Message(t("care-none", number=incident.number), is_protected=True).with_keyboard(*rows)


def whom(incident: Incident, how: ConsentHow, asked: Sequence[MemberId], t: Phrases) -> Message:
    """Ask who said yes to a coordinator: somebody of the shop, or somebody without a chat."""
    labels = [t.plain("care-whom-owner")]
    labels += [t.plain("care-whom-colleague", number=str(one)) for one in range(1, len(asked))]
    rows = [
        (button(label, WHOM, f"{incident.id}.{how}.{member}"),) for label, member in zip(labels, asked, strict=False)
    ]
    rows = rows[:6]
    rows.append((button(t.plain("care-whom-other"), WHOM, f"{incident.id}.{how}.0"),))
    return Message(t("care-whom"), is_protected=True).with_keyboard(*rows)


def purposes(case: Case, t: Phrases) -> Message:
    """Ask for what a case is read."""
    rows = [(button(t.plain(f"care-purpose-{one}"), READ, f"{case.id}.{one}"),) for one in Purpose]
    return Message(t("care-why"), is_protected=True).with_keyboard(*rows)


async def case_card(whole: WholeCase, rights: Rights, view: View) -> Message:
    """Show a case with what its reader may do."""
    t, case = view.t, whole.case
    text = case_words(whole, await keeper_words(view.uow, case.keeper_id, t), t, view.zone)
    rows = _choices(whole, rights, t) if case.is_open and rights.opens else []
    return Message(text, is_protected=True).with_keyboard(*rows)


def withdraw_card(whole: WholeCase, t: Phrases) -> Message:
    """Ask who wants no more aftercare."""
    rows = [
        (button(person_words(one, whole, t), WITHDRAW, f"{whole.case.id}.{one.id}"),)
        for one in whole.people
        if one.consent in (Consent.ASKED, Consent.YES)
    ]
    return Message(t("care-withdraw"), is_protected=True).with_keyboard(*rows[:8])


def _choices(whole: WholeCase, rights: Rights, t: Phrases) -> list[tuple[Button, ...]]:
    case = whole.case
    waiting = [one for one in whole.steps if one.owner is StepOwner.MARSHAL and not one.is_settled]
    rows: list[tuple[Button, ...]] = [
        (button(t.plain("care-done", step=t.plain(f"care-kind-{one.kind}")), STEP, one.id),)
        for one in waiting[:MOST_STEPS]
        if case.state is CaseState.RUNNING
    ]
    rows.append(
        (
            button(t.plain("care-ask-others"), OTHERS, case.id),
            button(t.plain("care-withdraw-who"), WITHDRAW_WHO, case.id),
        )
    )
    if rights.is_police:
        verb, label = (OBJECT, "care-object") if case.objected_at is None else (ALLOW, "care-allow")
        of_police = [button(t.plain(label), verb, case.id, case.version)]
        if case.arrested_at is None:
            of_police.append(button(t.plain("care-arrest"), ARREST, case.id, case.version))
        rows.append(tuple(of_police))
    rows.append((button(t.plain("care-end"), END, case.id, case.version),))
    return rows


async def told(view: View, name: str) -> Message:
    """Tell a coordinator what became of a case, with the way to it."""
    found = await _found(view)
    if found is None:
        return Message(view.t("care-gone-told"), is_protected=True)
    whole, t = found, view.t
    text = t(f"care-told-{name}", number=whole.incident.number)
    return Message(text, is_protected=True).with_keyboard((button(t.plain("care-open"), OPEN, whole.incident.id),))


async def to_do(view: View) -> Message:
    """Remind a coordinator of a step that is theirs."""
    found = await _found(view)
    if found is None:
        return Message(view.t("care-gone-told"), is_protected=True)
    step, t = await view.uow.cases.step(CaseStepId(view.number("step"))), view.t
    kind = t.plain(f"care-kind-{step.kind}")
    how = t.plain(f"care-todo-{step.kind}")
    text = t("care-todo-told", number=found.incident.number, step=kind, how=how)
    rows = [] if step.is_settled else [(button(t.plain("care-done", step=kind), STEP, step.id),)]
    return Message(text, is_protected=True).with_keyboard(*rows)


async def by_phone(view: View) -> Message:
    """Ask a coordinator to call somebody without a chat, about a step."""
    found = await _found(view)
    if found is None:
        return Message(view.t("care-gone-told"), is_protected=True)
    step, t = await view.uow.cases.step(CaseStepId(view.number("step"))), view.t
    person = str(_number(found, CasePersonId(view.number("person"))))
    kind = t.plain(f"care-kind-{step.kind}")
    return Message(t("care-by-phone-told", number=found.incident.number, person=person, step=kind), is_protected=True)


async def called(view: View) -> Message:
    """Tell a coordinator that somebody asks for a person; one tap takes it."""
    t = view.t
    try:
        call = await view.uow.cases.call(CaseCallId(view.number("call")))
    except NotFound:
        return Message(t("care-gone-told"), is_protected=True)
    found = await _whole(view, call.case_id)
    if found is None:
        return Message(t("not-allowed-outside-scope"))
    person = str(_number(found, call.person_id))
    why = t.plain(f"care-call-{call.reason}")
    text = t("care-call-told", why=why, number=found.incident.number, person=person)
    rows = [] if call.taken_at is not None else [(button(t.plain("care-take"), TAKE, call.id),)]
    return Message(text, is_protected=True).with_keyboard(*rows)


def _number(whole: WholeCase, person: CasePersonId) -> int:
    """Return the number of somebody within a case; 0 once they were erased."""
    return next((at for at, one in enumerate(whole.people, 1) if one.id == person), 0)


async def _found(view: View) -> WholeCase | None:
    return await _whole(view, CaseId(view.number("case")))


async def _whole(view: View, case_id: CaseId) -> WholeCase | None:
    """Return the case of a notice; None when it was erased meanwhile, or is not the reader's any more."""
    try:
        case = await view.uow.cases.get(case_id)
    except NotFound:
        return None
    incident = await view.uow.incidents.get(case.incident_id)
    action = Action.OPEN_AFTERCARE
    if view.reader is None or not await is_allowed(view.uow, view.reader, action, incident.place, view.now):
        return None
    return await whole_case(view.uow, case, incident)


def _told_as(name: str) -> WriteView:
    async def write(view: View) -> Message:
        return await told(view, name)

    return write


CASE_VIEWS: Mapping[str, WriteView] = {
    **{f"care-{name}": _told_as(name) for name in _TOLD},
    "care-todo": to_do,
    "care-by-phone": by_phone,
    "care-call": called,
}
