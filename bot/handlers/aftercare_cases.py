"""The buttons by which coordinators open, read and change a case of aftercare, from its incident."""

from telegram import Update

from alerts.aftercare.case import ConsentHow, Purpose
from alerts.aftercare.sequence import StepKind
from alerts.errors import NotFound
from alerts.ids import CaseCallId, CaseId, CasePersonId, CaseStepId, IncidentId, MemberId
from alerts.role import Action, is_police
from alerts.services.aftercare.answer_case import withdraw_consent
from alerts.services.aftercare.call_person import take_call
from alerts.services.aftercare.change_case import allow_case, finish_step, note_arrest, object_to_case
from alerts.services.aftercare.close_case import end_case
from alerts.services.aftercare.find_case import WholeCase, case_for, cases_of, incident_for, read_case, whole_case
from alerts.services.aftercare.open_case import ask_the_others, open_case, people_to_ask
from bot.conversation.callbacks import id_and_choice, ids, safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.aftercare_case import (
    ALLOW,
    ARREST,
    END,
    HOW,
    OBJECT,
    OPEN,
    OTHERS,
    READ,
    STEP,
    TAKE,
    WHOM,
    WITHDRAW,
    WITHDRAW_WHO,
    Rights,
    case_card,
    none_yet,
    purposes,
    whom,
    withdraw_card,
)
from texts.html import paragraphs


def handlers() -> list[Handler]:
    """List the handlers of these buttons."""
    return [
        pressed(OPEN, open_screen),
        pressed(HOW, begin),
        pressed(WHOM, begin_for),
        pressed(READ, read),
        pressed(STEP, finish),
        pressed(OTHERS, ask_others),
        pressed(OBJECT, change),
        pressed(ALLOW, change),
        pressed(ARREST, change),
        pressed(END, change),
        pressed(WITHDRAW_WHO, ask_who),
        pressed(WITHDRAW, withdraw),
        pressed(TAKE, take),
    ]


async def open_screen(_update: Update, context: Context) -> Replies:
    """Show the aftercare of an incident: the ways to begin it, or for what it is read."""
    request, number = context.request, IncidentId(context.press.entity_id)
    cases = await cases_of(request.uow, request.actor, number, request.now)
    if cases:
        open_one = next((one for one in cases if one.is_open), cases[-1])
        return [Say(purposes(open_one, request.t))]
    incident = await incident_for(request.uow, request.actor, number, Action.READ_AFTERCARE, request.now)
    opens = await request.may(Action.OPEN_AFTERCARE, incident.place)
    return [Say(none_yet(incident, await people_to_ask(request.uow, incident), request.t, opens=opens))]


async def begin(_update: Update, context: Context) -> Replies:
    """Open a case by asking in the chat, or ask who said yes to the coordinator."""
    request = context.request
    number, choice = id_and_choice(context.press)
    how = next((one for one in ConsentHow if one == choice), None)
    if how is None:
        raise NotFound
    incident_id = IncidentId(number)
    incident = await incident_for(request.uow, request.actor, incident_id, Action.OPEN_AFTERCARE, request.now)
    asked = await people_to_ask(request.uow, incident)
    if how is not ConsentHow.CHAT and asked:
        return [Edit(whom(incident, how, asked, request.t))]
    await open_case(request.uow, request.actor, incident_id, how, now=request.now)
    noted = request.t("care-asked", count=len(asked)) if how is ConsentHow.CHAT else request.t("care-noted")
    return [Edit(Message(noted, is_protected=True))]


async def begin_for(_update: Update, context: Context) -> Replies:
    """Open a case with the yes that somebody gave to the coordinator."""
    request = context.request
    parts = context.press.entity.split(".")
    how = next((one for one in ConsentHow if one == parts[1:2][0]), None) if len(parts) == 3 else None
    if how is None or how is ConsentHow.CHAT:
        raise NotFound
    said_yes = safe_id(parts[2])
    who = MemberId(said_yes) if said_yes else None
    await open_case(request.uow, request.actor, IncidentId(safe_id(parts[0])), how, whom=who, now=request.now)
    return [Edit(Message(request.t("care-noted"), is_protected=True))]


async def read(_update: Update, context: Context) -> Replies:
    """Show a case to somebody who said what for; the record keeps that."""
    request = context.request
    number, choice = id_and_choice(context.press)
    purpose = next((one for one in Purpose if one == choice), None)
    if purpose is None:
        raise NotFound
    whole = await read_case(request.uow, request.actor, CaseId(number), purpose, request.now)
    return [Edit(await _card(whole, context))]


async def finish(_update: Update, context: Context) -> Replies:
    """Note that a step is done."""
    request = context.request
    done = await finish_step(request.uow, request.actor, CaseStepId(context.press.entity_id), request.now)
    step = request.t.plain(f"care-kind-{StepKind(done.kind)}")
    return [Edit(Message(request.t("care-is-done", step=step), is_protected=True))]


async def ask_others(_update: Update, context: Context) -> Replies:
    """Ask the people of the shop who have not been asked."""
    request = context.request
    many = await ask_the_others(request.uow, request.actor, CaseId(context.press.entity_id), request.now)
    text = request.t("care-asked", count=many) if many else request.t("care-asked-none")
    return [Say(Message(text, is_protected=True))]


async def change(_update: Update, context: Context) -> Replies:
    """Object to a case, allow it again, note an arrest, or close it; show the case as it is then."""
    request, press = context.request, context.press
    does = {OBJECT: object_to_case, ALLOW: allow_case, ARREST: note_arrest, END: end_case}[press.verb]
    number = CaseId(press.entity_id)
    case = await does(request.uow, request.actor, number, version=press.version, now=request.now)
    _case, incident = await case_for(request.uow, request.actor, number, Action.OPEN_AFTERCARE, request.now)
    return [Edit(await _card(await whole_case(request.uow, case, incident), context))]


async def ask_who(_update: Update, context: Context) -> Replies:
    """Ask who wants no more aftercare."""
    request, number = context.request, CaseId(context.press.entity_id)
    case, incident = await case_for(request.uow, request.actor, number, Action.OPEN_AFTERCARE, request.now)
    return [Say(withdraw_card(await whole_case(request.uow, case, incident), request.t))]


async def withdraw(_update: Update, context: Context) -> Replies:
    """End the aftercare of somebody who told a coordinator that they want no more."""
    request = context.request
    case, person = ids(context.press, 2)
    await withdraw_consent(request.uow, request.actor, CaseId(case), CasePersonId(person), request.now)
    return [Edit(Message(request.t("care-withdrawn"), is_protected=True))]


async def take(_update: Update, context: Context) -> Replies:
    """Take a call: the person who asked reads that somebody will be in touch."""
    request = context.request
    await take_call(request.uow, request.actor, CaseCallId(context.press.entity_id), request.now)
    return [Edit(Message(paragraphs(request.t("care-taken")), is_protected=True))]


async def _card(whole: WholeCase, context: Context) -> Message:
    request = context.request
    opens = await request.may(Action.OPEN_AFTERCARE, whole.incident.place)
    rights = Rights(opens=opens, is_police=opens and is_police(request.grants, request.now))
    return await case_card(whole, rights, request.view())
