"""Update the cards of a cascade in the chats of those who were called."""

from datetime import datetime

from alerts.cascade import Cascade
from alerts.delivery import NewDelivery, Notice, Operation
from alerts.ids import IncidentId
from alerts.ports import UnitOfWork
from alerts.services.tell import KEPT_TRYING

CARD = "cascade-card"  # the view of a card


def card_key(incident: IncidentId) -> str:
    """Return the effect key of a card, without the address at its end."""
    return f"{CARD}:{incident}"


async def renew_cards(uow: UnitOfWork, cascade: Cascade, change: str, now: datetime) -> None:
    """Update the card of everybody who was called, once for each change (its key)."""
    rows = []
    for member in dict.fromkeys(one.member_id for one in cascade.calls):
        address = (await uow.members.get(member)).address
        card = await uow.deliveries.by_key(f"{card_key(cascade.incident_id)}:{address.id}")
        if card is None:  # without a chat there is none: the console shows the incident
            continue
        rows.append(
            NewDelivery(
                effect_key=f"{card_key(cascade.incident_id)}:{change}:{address.id}",
                address_id=address.id,
                notice=Notice(CARD, {"incident": cascade.incident_id}),
                deadline=now + KEPT_TRYING,
                operation=Operation.EDIT,
                target=card[0],
            )
        )
    await uow.deliveries.enqueue(rows, now)
