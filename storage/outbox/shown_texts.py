"""Texts of alerts that a member asked to read: rows beside the deliveries, so that a change finds these messages too.
Behind `SqlDeliveries`."""

from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa

from alerts.alert import Revision
from alerts.delivery import SHOWN, DeliveryState, OnUnknown, Operation, Sent, ShownText, WaitsFor, priority_of
from alerts.ids import AddressId, DeliveryId
from storage.database.transactions import Transaction
from storage.tables import FARTHEST, deliveries


async def add(transaction: Transaction, revision: Revision, address: AddressId, now: datetime) -> ShownText:
    """Store that this text is about to be shown at the address; whether it arrives is unknown until `settle`."""
    row = {
        "effect_key": f"shown:{uuid4().hex}",
        "address_id": address,
        "operation": Operation.SEND,
        "alert_id": revision.alert_id,
        "revision_id": revision.id,
        "revision_number": revision.number,
        "distance_sq": FARTHEST,
        "priority": priority_of(revision.content),
        "state": DeliveryState.UNKNOWN,
        "reason": SHOWN,
        "detail": "",
        "due_at": now,
        "waits_for": WaitsFor.NOTHING,
        "deadline": now,
        "on_unknown": OnUnknown.GIVE_UP,
        "attempts": 1,
        "created_at": now,
        "settled_at": now,
    }
    stored = await transaction.one(sa.insert(deliveries).values(row).returning(deliveries.c.id))
    return ShownText(stored.id, revision.alert_id, address)


async def settle(transaction: Transaction, shown: DeliveryId, sent: Sent) -> None:
    """Store as which message the text arrived."""
    arrived = sa.update(deliveries).where(deliveries.c.id == shown)
    values = {"state": DeliveryState.SENT, "message_ref": sent.message_ref, "chat_ref": sent.chat_ref}
    await transaction.execute(arrived.values(values))
