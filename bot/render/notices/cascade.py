"""Notices of a cascade: the card, the reminder, and that the incident was refuted."""

from collections.abc import Mapping
from dataclasses import replace

from alerts.cascade import Cascade
from alerts.errors import NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.role import Action
from alerts.services.cascade.renew_cards import CARD
from alerts.services.permission.check_may import is_allowed
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.cascade import cascade_card
from texts.html import paragraphs


async def card(view: View) -> Message:
    """Render the card; a reader who may not read incidents there any more gets a refusal instead."""
    incident, cascade = await _found(view)
    if not await _may_read(incident, view):
        return Message(view.t("not-allowed-outside-scope"))
    return await cascade_card(incident, cascade, view)


async def reminder(view: View) -> Message:
    """Remind somebody of a card that they did not answer, with the card; after that only its end is said."""
    message = await card(view)
    incident, _cascade = await _found(view)
    if not incident.is_open or not await _may_read(incident, view):
        return message
    return replace(message, text=paragraphs(view.t("cascade-reminder"), message.text))


async def refuted(view: View) -> Message:
    """Tell somebody who was called that the incident did not happen."""
    incident, _cascade = await _found(view)
    if not await _may_read(incident, view):
        return Message(view.t("not-allowed-outside-scope"))
    kind = view.t.plain(f"kind-{incident.kind}")
    return Message(view.t("cascade-refuted", number=incident.number, kind=kind), is_protected=True)


async def _found(view: View) -> tuple[Incident, Cascade]:
    number = IncidentId(view.number("incident"))
    cascade = await view.uow.cascades.find(number)
    if cascade is None:
        raise NotFound
    return await view.uow.incidents.get(number), cascade


async def _may_read(incident: Incident, view: View) -> bool:
    reader = view.reader
    return reader is not None and await is_allowed(view.uow, reader, Action.READ_INCIDENTS, incident.place, view.now)


CASCADE_VIEWS: Mapping[str, WriteView] = {CARD: card, "cascade-reminder": reminder, "cascade-refuted": refuted}
