"""Alerts in the chats of KVO groups: which texts arrived there, and how many pressed Gelezen."""

import sqlalchemy as sa

from alerts.delivery import ONE_LINE, OPEN_STATES, Operation
from alerts.delivery import DeliveryState as State
from alerts.ids import AddressId, AlertId, DeliveryId
from alerts.ports import InChat
from storage.database.transactions import Transaction
from storage.tables import addresses, deliveries, seen, seen_counts

_text = deliveries.alias("text")
_later = deliveries.alias("later")
_change = deliveries.alias("change")

_is_newest = ~sa.exists().where(
    _later.c.alert_id == _text.c.alert_id,
    _later.c.address_id == _text.c.address_id,
    _later.c.revision_id.is_not(None),
    _later.c.state == State.SENT,
    _later.c.revision_number > _text.c.revision_number,
)
_is_changing = sa.exists().where(
    _change.c.alert_id == _text.c.alert_id,
    _change.c.address_id == _text.c.address_id,
    _change.c.target_id == _text.c.id,
    _change.c.operation != Operation.SEND,  # an answer to it leaves it as it is
    _change.c.state.in_(OPEN_STATES),
)
# A list of ids, because the index of deliveries is searched by address; few addresses are those of groups.
_GROUP_CHATS = sa.select(addresses.c.id).where(addresses.c.kvo_group_id.is_not(None), addresses.c.is_active)


async def is_changing(transaction: Transaction, delivery: DeliveryId) -> bool:
    """Whether an edit or deletion of this message waits or is under way."""
    return await transaction.first(sa.select(_text.c.id).where(_text.c.id == delivery, _is_changing)) is not None


async def in_chats(transaction: Transaction, alert: AlertId) -> list[InChat]:
    """The newest text of the alert in each group chat where one arrived and the bot still is."""
    arrived = (_text.c.alert_id == alert, _text.c.revision_id.is_not(None), _text.c.state == State.SENT)
    texts = sa.select(_text, addresses.c.kvo_group_id, _is_changing.label("is_changing"))
    texts = texts.join_from(_text, addresses).where(*arrived, _text.c.address_id.in_(_GROUP_CHATS))
    rows = await transaction.rows(texts.where(_is_newest).order_by(_text.c.id))
    seen_in = await _seen_by_chat(transaction, alert) if rows else {}
    return [
        InChat(
            row.id,
            row.address_id,
            row.kvo_group_id,
            row.revision_id,
            is_one_line=row.reason == ONE_LINE,
            seen=seen_in.get(row.address_id, 0),
            is_changing=row.is_changing,
        )
        for row in rows
    ]


async def _seen_by_chat(transaction: Transaction, alert: AlertId) -> dict[AddressId, int]:
    pressed = sa.select(seen.c.chat_id, sa.literal(1).label("n")).where(seen.c.alert_id == alert)
    earlier = sa.select(seen_counts.c.chat_id, seen_counts.c.count).where(seen_counts.c.alert_id == alert)
    every = sa.union_all(pressed, earlier).subquery()
    counted = sa.select(every.c.chat_id, sa.func.sum(every.c.n).label("n")).group_by(every.c.chat_id)
    return {row.chat_id: row.n for row in await transaction.rows(counted)}


async def chat_with(transaction: Transaction, alert: AlertId, channel: str, ref: str) -> AddressId | None:
    """The group chat with this platform address, now or when a text of the alert arrived, to which the alert was sent;
    None when there is none."""
    sent = (_text.c.alert_id == alert, _text.c.revision_id.is_not(None), addresses.c.channel == channel)
    is_here = sa.or_(addresses.c.ref == ref, _text.c.chat_ref == ref)
    texts = sa.select(addresses.c.id).join_from(_text, addresses).where(*sent, _text.c.address_id.in_(_GROUP_CHATS))
    row = await transaction.first(texts.where(is_here).limit(1))
    return None if row is None else row.id
