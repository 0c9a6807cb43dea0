"""Alerts in the chats of KVO groups: what arrived there, and how many pressed Gezien. Behind `SqlDeliveries`."""

import sqlalchemy as sa

from alerts.delivery import ONE_LINE, OPEN_STATES
from alerts.delivery import DeliveryState as State
from alerts.ids import AddressId, AlertId
from alerts.ports import InChat
from storage.engine import Transaction
from storage.tables import addresses, deliveries, seen

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
    _change.c.state.in_(OPEN_STATES),
)
_seen = (
    sa.select(sa.func.count())
    .where(seen.c.alert_id == _text.c.alert_id, seen.c.chat_id == _text.c.address_id)
    .scalar_subquery()
)


async def in_chats(transaction: Transaction, alert: AlertId) -> list[InChat]:
    """The newest text in each chat where it arrived and the bot still is."""
    texts = sa.select(_text, _seen.label("seen"), _is_changing.label("is_changing")).join_from(_text, addresses)
    arrived = (_text.c.alert_id == alert, _text.c.revision_id.is_not(None), _text.c.state == State.SENT)
    in_groups = (addresses.c.kvo_group_id.is_not(None), addresses.c.is_active)
    rows = await transaction.rows(texts.where(*arrived, *in_groups, _is_newest).order_by(_text.c.id))
    return [
        InChat(row.id, row.address_id, row.revision_id, row.reason == ONE_LINE, row.seen, row.is_changing)
        for row in rows
    ]


async def chat_with(transaction: Transaction, alert: AlertId, channel: str, ref: str) -> AddressId | None:
    """The group's chat where the alert was sent and that has this address, or had it when a text arrived."""
    sent = (_text.c.alert_id == alert, _text.c.revision_id.is_not(None), addresses.c.channel == channel)
    is_here = sa.or_(addresses.c.ref == ref, _text.c.chat_ref == ref)
    in_groups = (addresses.c.kvo_group_id.is_not(None), addresses.c.is_active)
    row = await transaction.first(
        sa.select(addresses.c.id).join_from(_text, addresses).where(*sent, *in_groups, is_here).limit(1)
    )
    return None if row is None else row.id
