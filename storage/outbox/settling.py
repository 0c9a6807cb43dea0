"""Settlement of claimed rows: their outcomes, stored for many at once. Behind `SqlDeliveries`."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.delivery import DeliveryState, OnUnknown, Outcome, Retry, Sent, Settled, WaitsFor
from alerts.ids import DeliveryId
from storage.database.id_lists import ByIds
from storage.database.transactions import Transaction
from storage.outbox import recounts
from storage.tables import deliveries
from storage.tables.columns import RowId

_is_open = sa.text("state || '' IN ('queued', 'sending')")  # written so that no index matches: the id finds the row
_unknown = deliveries.c.on_unknown
# Run for many rows at once, so all values but those that differ are literals in the statement.
_one = sa.update(deliveries).where(deliveries.c.id == sa.bindparam("delivery"), _is_open)
_UNCLAIMED = {"claimed_by": sa.null(), "lease_until": sa.null()}
_QUEUED = {"state": sa.literal_column(f"'{DeliveryState.QUEUED}'"), **_UNCLAIMED}
_END = {"reason": sa.bindparam("why"), "settled_at": sa.bindparam("now"), **_UNCLAIMED}
_sent = _one.values(
    state=sa.literal_column(f"'{DeliveryState.SENT}'"),
    message_ref=sa.bindparam("message"),
    chat_ref=sa.bindparam("chat"),
    **_END,
)
# PostgreSQL would plan the statement once for each row, which takes longer than running it: there one serves all rows.
_SENT_EACH: dict[str, Any] = {"delivery": RowId, "message": sa.String(), "chat": sa.String(), "why": sa.String()}


def _of_each(name: str) -> sa.TextClause:
    """The element for this row of the array of this name. Not a join: planned for an empty table, that would begin with
    the table."""
    found = sa.text(f"(:{name}_each)[array_position(:delivery_each, deliveries.id)]")
    return found.bindparams(*(_array(one) for one in (name, "delivery")))


def _array(name: str) -> sa.BindParameter[Any]:
    return sa.bindparam(f"{name}_each", type_=sa.ARRAY(_SENT_EACH[name]))


_all_sent = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.any_(_array("delivery")), _is_open)
    .values(
        state=sa.literal_column(f"'{DeliveryState.SENT}'"),
        message_ref=_of_each("message"),
        chat_ref=_of_each("chat"),
        reason=_of_each("why"),
        settled_at=sa.bindparam("now"),
        **_UNCLAIMED,
    )
)
_ended = _one.values(state=sa.bindparam("became"), detail=sa.bindparam("said"), **_END)
_again = _one.values(
    due_at=sa.bindparam("due"),
    waits_for=sa.bindparam("what"),
    attempts=deliveries.c.attempts + sa.bindparam("faults", type_=sa.Integer()),
    on_unknown=sa.func.coalesce(sa.bindparam("last", type_=_unknown.type), _unknown),
    **_QUEUED,
)
_held = _one.values(
    due_at=sa.bindparam("due"),
    waits_for=sa.literal_column(f"'{WaitsFor.TIME}'"),
    reason=sa.bindparam("why"),
    **_QUEUED,
)
_still_open = ByIds(lambda among: sa.select(deliveries.c.id).where(among(deliveries.c.id, "ids"), _is_open))


async def settle(
    transaction: Transaction, outcomes: Sequence[tuple[DeliveryId, Outcome]], now: datetime
) -> set[DeliveryId]:
    """Store the outcomes of these rows; return the rows that were open until now. A row that was settled before stays
    as it is."""
    still_open = await _open_among(transaction, (one for one, _ in outcomes))
    rows: dict[type, list[dict[str, Any]]] = {Sent: [], Settled: [], Retry: []}
    for one, outcome in outcomes:
        if one in still_open:
            rows[type(outcome)].append({"delivery": one, **_values(outcome, now)})
    await _store_sent(transaction, rows[Sent], now)
    for kind, statement in ((Settled, _ended), (Retry, _again)):
        await _run(transaction, statement, rows[kind])
    await recounts.mark_of(transaction, still_open)
    return still_open


async def settle_sent(transaction: Transaction, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
    """Mark these claimed rows `sent`; a row that was settled before stays as it is."""
    await _store_sent(transaction, [{"delivery": one, **_values(sent, now)} for one, sent in arrived], now)
    await recounts.mark_of(transaction, [one for one, _ in arrived])


async def hold(transaction: Transaction, held: Sequence[tuple[DeliveryId, datetime, str]]) -> set[DeliveryId]:
    """Put these rows back in the queue, each until its moment and with its reason; return the rows that were open until
    now."""
    still_open = await _open_among(transaction, (one for one, _, _ in held))
    rows = [{"delivery": one, "due": until, "why": reason} for one, until, reason in held if one in still_open]
    await _run(transaction, _held, rows)
    await recounts.mark_of(transaction, still_open)
    return still_open


async def _open_among(transaction: Transaction, ids: Iterable[DeliveryId]) -> set[DeliveryId]:
    asked: Collection[DeliveryId] = list(ids)
    if not asked:
        return set()
    return {row.id for row in await transaction.execute(_still_open.on(transaction), {"ids": asked})}


async def _store_sent(transaction: Transaction, rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    if rows and transaction.is_shared:
        each = {f"{name}_each": [row[name] for row in rows] for name in _SENT_EACH}
        await transaction.execute(_all_sent, {**each, "now": now})
    else:
        await _run(transaction, _sent, rows)


async def _run(transaction: Transaction, statement: sa.Update, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        await transaction.execute(statement, rows)


def _values(outcome: Outcome, now: datetime) -> dict[str, Any]:
    match outcome:
        case Sent():
            return {"message": outcome.message_ref, "chat": outcome.chat_ref, "why": outcome.reason, "now": now}
        case Settled():
            return {"became": outcome.state, "said": outcome.detail, "why": outcome.reason, "now": now}
        case Retry():  # waiting for room keeps the row's place in its chat; a fault holds no other row up
            what = WaitsFor.TIME if outcome.is_fault else WaitsFor.CHAT
            last = OnUnknown.GIVE_UP if outcome.is_last else None
            return {"due": outcome.at, "what": what, "faults": int(outcome.is_fault), "last": last}
