"""/incidenten: the open incidents in scope, and the buttons by which police decide about one."""

from telegram import Update

from alerts.alert import IncidentKind, RevisionKind
from alerts.closing_note import NOTES
from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import IncidentId, ReportId
from alerts.incident import Incident, IncidentFilter
from alerts.report import Purpose
from alerts.role import Action
from alerts.services.audit.record_reading import is_read_by
from alerts.services.incident.close_incident import close_incident
from alerts.services.incident.confirm_incident import confirm_incident
from alerts.services.incident.correct_kind import correct_kind
from alerts.services.incident.join_incidents import join_incidents
from alerts.services.incident.list_incidents import list_incidents
from alerts.services.incident.read_incident import incident_in_scope, incident_to_decide, read_incident
from alerts.services.incident.refute_incident import refute_incident
from alerts.services.incident.release_drafts import release_drafts
from alerts.services.report.read_report import read_report
from bot.conversation.callbacks import button, id_and_choice, ids
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Message, in_rows
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.alert.form import INCIDENT
from bot.forms.alert.form import NAME as ALERT
from bot.handlers.matching import Handler, command, pressed
from bot.render.incident import incident_card, incident_line, kind_question, purpose_question, reason_question
from bot.render.report import report_card
from texts.html import paragraphs

AT_ONCE = MOST - 1  # incidents in one message, beside the button for older ones


def handlers() -> list[Handler]:
    """List the handlers for the list and for the actions on one incident."""
    return [
        command("incidenten", "incidents", show),
        pressed("incidents", show_older),
        pressed("incident-open", open_card),
        pressed("incident-read", read),
        pressed("incident-card", back_to_card),
        pressed("incident-sure", confirm_on_report),
        pressed("incident-confirm", confirm),
        pressed("incident-kind", ask_kind),
        pressed("incident-recast", recast),
        pressed("incident-refute", ask_reason),
        pressed("incident-refuted", refute),
        pressed("incident-join", join),
        pressed("incident-close", close),
        pressed("incident-release", release),
        pressed("incident-draft", draft),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """List the open incidents, newest first."""
    return [Say(await _list(context, None))]


async def show_older(_update: Update, context: Context) -> Replies:
    """List the incidents from before the one with the id in the button."""
    return [Edit(await _list(context, IncidentId(context.press.entity_id)))]


async def open_card(_update: Update, context: Context) -> Replies:
    """Show an incident; ask for the purpose first, unless this person stated one recently."""
    request, number = context.request, IncidentId(context.press.entity_id)
    incident = await incident_in_scope(request.uow, request.actor, number, request.now)
    is_known = await is_read_by(request.uow, request.actor, "incident", number, request.now)
    return [Say(await incident_card(incident, request.view()) if is_known else purpose_question(incident, request.t))]


async def read(_update: Update, context: Context) -> Replies:
    """Record the purpose of reading and show the incident."""
    request = context.request
    number, choice = id_and_choice(context.press)
    purpose = next((one for one in Purpose if one == choice), None)
    if purpose is None:
        raise NotFound
    incident = await read_incident(request.uow, request.actor, IncidentId(number), request.now, purpose=purpose)
    return [Edit(await incident_card(incident, request.view()))]


async def back_to_card(_update: Update, context: Context) -> Replies:
    """Show the incident's card again."""
    return [Edit(await _card(context, context.press.entity_id))]


async def confirm_on_report(_update: Update, context: Context) -> Replies:
    """Confirm the incident on the card of a report (`INCIDENT.REPORT`), which stays that card."""
    request, press = context.request, context.press
    number, of_report = ids(press, 2)
    try:
        await confirm_incident(request.uow, request.actor, IncidentId(number), version=press.version, now=request.now)
        said = Toast(request.t.plain("incident-confirmed"))
    except (IllegalTransition, Conflict) as error:
        said = _too_late(context, error)
    report = await read_report(request.uow, request.actor, ReportId(of_report), request.now)
    return [said, Edit(await report_card(report, request.view()))]


async def confirm(_update: Update, context: Context) -> Replies:
    """Confirm the incident."""
    request, number = context.request, IncidentId(context.press.entity_id)
    try:
        await confirm_incident(request.uow, request.actor, number, version=context.press.version, now=request.now)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(request.t.plain("incident-confirmed")), Edit(await _card(context, number))]


async def ask_kind(_update: Update, context: Context) -> Replies:
    """Ask which kind it was."""
    try:
        incident = await _to_decide(context)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, context.press.entity_id, error)
    return [Edit(await kind_question(incident, context.request.view()))]


async def recast(_update: Update, context: Context) -> Replies:
    """Give the incident the chosen kind."""
    request, press = context.request, context.press
    number, choice = id_and_choice(press)
    kind = next((one for one in IncidentKind if one == choice), None)
    if kind is None:
        raise NotFound
    try:
        await correct_kind(request.uow, request.actor, IncidentId(number), kind, version=press.version, now=request.now)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(request.t.plain("incident-corrected")), Edit(await _card(context, number))]


async def ask_reason(_update: Update, context: Context) -> Replies:
    """Ask why the incident is refuted."""
    try:
        incident = await _to_decide(context)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, context.press.entity_id, error)
    return [Edit(await reason_question(incident, context.request.view()))]


async def refute(_update: Update, context: Context) -> Replies:
    """Refute the incident for the chosen reason."""
    request, press = context.request, context.press
    number, reason = id_and_choice(press)
    if reason not in NOTES[RevisionKind.RETRACTION]:
        raise NotFound
    try:
        await refute_incident(
            request.uow, request.actor, IncidentId(number), reason, version=press.version, now=request.now
        )
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(request.t.plain("incident-refuted"), is_alert=True), Edit(await _card(context, number))]


async def join(_update: Update, context: Context) -> Replies:
    """Join the incident to the other one, and show the one that goes on."""
    request, press = context.request, context.press
    number, other = ids(press, 2)
    try:
        main = await join_incidents(
            request.uow, request.actor, IncidentId(number), IncidentId(other), version=press.version, now=request.now
        )
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    said = request.t.plain("incident-joined", number=main.number)
    return [Toast(said), Edit(await _card(context, main.id))]


async def close(_update: Update, context: Context) -> Replies:
    """Close the incident."""
    request, number = context.request, IncidentId(context.press.entity_id)
    try:
        await close_incident(request.uow, request.actor, number, version=context.press.version, now=request.now)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(request.t.plain("incident-closed")), Edit(await _card(context, number))]


async def release(_update: Update, context: Context) -> Replies:
    """Let drafts on the incident go out again."""
    request, number = context.request, IncidentId(context.press.entity_id)
    try:
        await release_drafts(request.uow, request.actor, number, version=context.press.version, now=request.now)
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(request.t.plain("incident-released")), Edit(await _card(context, number))]


async def draft(_update: Update, context: Context) -> Replies:
    """Begin the form of /alert with the incident: its place, method, ring and branches."""
    request, number = context.request, context.press.entity_id
    await request.check_may(Action.DRAFT_ALERT)
    try:
        return await dialogues.begin(ALERT, request, f"{INCIDENT}{number}")
    except IllegalTransition as error:
        return await _overtaken(context, number, error)


async def _to_decide(context: Context) -> Incident:
    request, press = context.request, context.press
    incident = await incident_to_decide(
        request.uow, request.actor, IncidentId(press.entity_id), press.version, request.now
    )
    incident.check_is_open()
    return incident


async def _card(context: Context, number: int) -> Message:
    request = context.request
    incident = await read_incident(request.uow, request.actor, IncidentId(number), request.now)
    return await incident_card(incident, request.view())


def _too_late(context: Context, error: IllegalTransition | Conflict) -> Toast:
    """Say that something changed before this press."""
    context.request.refuse(error)
    text = error.text_id if isinstance(error, IllegalTransition) else "incident-changed"
    return Toast(context.request.t.plain(text), is_alert=True)


async def _overtaken(context: Context, number: int, error: IllegalTransition | Conflict) -> Replies:
    """Say that something changed before this press, and show the incident as it is."""
    return [_too_late(context, error), Edit(await _card(context, number))]


async def _list(context: Context, after: IncidentId | None) -> Message:
    request, t = context.request, context.request.t
    await request.check_may(Action.READ_INCIDENTS)
    page = await list_incidents(request.uow, request.actor, IncidentFilter(), request.now, after=after, limit=AT_ONCE)
    told = [incident_line(one, request.view()) for one in page.incidents]
    opened = [button(one.number, "incident-open", one.id) for one in page.incidents]
    older = ((button(t.plain("incidents-more"), "incidents", page.after),),) if page.after is not None else ()
    text = paragraphs(t("incidents-title"), *told, "" if told else t("incidents-none"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(opened, 2), *older)
