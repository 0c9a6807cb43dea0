"""The queue of the channels beside the chat, in SQL. It is a table of its own: a channel that is slow or dead is in the
way of no chat, and a fan-out writes nothing for it."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.alert import AlertState
from alerts.channel import LATEST, MAIL, UNSEEN_AFTER, ChannelDelivery, ChannelView
from alerts.delivery import OPEN_STATES, DeliveryState, OnUnknown, Outcome, Retry, Sent, Settled
from alerts.ids import AlertId, MemberId
from alerts.severity import Severity
from storage.database.transactions import Transaction, insert
from storage.outbox.dry_run import first_texts
from storage.tables import addresses, alerts, deliveries, mail_addresses, members, revisions, seen
from storage.tables import channel_deliveries as stored

_UNCLAIMED = {"claimed_by": None, "lease_until": None}
_newest = (
    sa.select(sa.func.max(revisions.c.number))
    .where(revisions.c.alert_id == alerts.c.id)
    .correlate(alerts)
    .scalar_subquery()
)


class SqlChannels:
    """`alerts.ports.Channels` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def has_mails_due(self, now: datetime) -> bool:
        """Whether `queue_mails` would queue anything."""
        due = _due(now)
        known = sa.exists().where(stored.c.effect_key == _key(due))
        return await self._transaction.first(sa.select(due.c.member_id).where(~known).limit(1)) is not None

    async def queue_mails(self, now: datetime) -> int:
        """Queue, once per member and text, the mails that are due by what became of the texts in the chat."""
        due = _due(now)
        alike = {"channel": MAIL, "view": ChannelView.TEXT, **_fresh(now, now + LATEST)}
        names = ("effect_key", "member_id", "alert_id", "revision_number", *alike)
        values = (sa.literal(value, stored.c[name].type).label(name) for name, value in alike.items())
        rows = sa.select(_key(due).label("effect_key"), due.c.member_id, due.c.alert_id, due.c.number, *values).where(
            sa.true()  # SQLite would take ON CONFLICT for a join otherwise
        )
        new = insert(stored).from_select(list(names), rows)
        return await self._transaction.changed(new.on_conflict_do_nothing(index_elements=[stored.c.effect_key]))

    async def queue(
        self,
        channel: str,
        view: ChannelView,
        effect_key: str,
        now: datetime,
        *,
        deadline: datetime,
        member: MemberId | None = None,
        alert: AlertId | None = None,
        revision_number: int = 0,
    ) -> None:
        """Queue one delivery, once per effect key."""
        new = insert(stored).values(
            effect_key=effect_key,
            channel=channel,
            view=view,
            member_id=member,
            alert_id=alert,
            revision_number=revision_number,
            **_fresh(now, deadline),
        )
        await self._transaction.execute(new.on_conflict_do_nothing(index_elements=[stored.c.effect_key]))

    async def is_due(self, channel: str, owner: str, now: datetime) -> bool:
        """Whether this channel has something to claim now, or to give back that another owner claimed."""
        queued = sa.and_(sa.text("state = 'queued'"), stored.c.channel == channel, stored.c.due_at <= now)
        left = sa.and_(sa.text("state = 'sending'"), stored.c.channel == channel, stored.c.claimed_by != owner)
        found = (sa.exists().where(queued), sa.exists().where(left))
        return bool((await self._transaction.one(sa.select(sa.or_(*found))))[0])

    async def claim(
        self, channel: str, limit: int, owner: str, lease: timedelta, now: datetime
    ) -> list[ChannelDelivery]:
        """Mark up to `limit` due deliveries of this channel `sending`, oldest first, and return them."""
        other = stored.alias()
        is_behind = sa.exists().where(
            other.c.alert_id == stored.c.alert_id,
            other.c.member_id.is_not_distinct_from(stored.c.member_id),
            other.c.channel == stored.c.channel,
            other.c.revision_number < stored.c.revision_number,
            other.c.state.in_(OPEN_STATES),
        )
        head = (
            sa.select(stored.c.id)
            .where(sa.text("state = 'queued'"), stored.c.channel == channel, stored.c.due_at <= now, ~is_behind)
            .order_by(stored.c.due_at, stored.c.id)
            .limit(limit)
        )
        ids = [row.id for row in await self._transaction.rows(head)]
        until = await self._transaction.shared_now(now) + lease
        marked = (
            sa.update(stored)
            .where(stored.c.id.in_(ids), stored.c.state == DeliveryState.QUEUED)
            .values(state=DeliveryState.SENDING, claimed_by=owner, lease_until=until)
            .returning(stored)
        )
        rows = await self._transaction.rows(marked) if ids else []
        return sorted(map(_in_words, rows), key=lambda one: ids.index(one.id))

    async def settle(self, delivery: int, outcome: Outcome, now: datetime) -> None:
        """Store the outcome; a delivery that is not under way stays as it is."""
        mine = sa.update(stored).where(stored.c.id == delivery, stored.c.state == DeliveryState.SENDING)
        values: dict[str, Any]
        match outcome:
            case Sent():
                values = {"state": DeliveryState.SENT, "settled_at": now}
            case Settled():
                values = {"state": outcome.state, "reason": outcome.reason, "detail": outcome.detail}
                values["settled_at"] = now
            case Retry():
                values = {"state": DeliveryState.QUEUED, "due_at": outcome.at}
                values["attempts"] = stored.c.attempts + int(outcome.is_fault)
                if outcome.is_last:
                    values["on_unknown"] = OnUnknown.GIVE_UP
        await self._transaction.execute(mine.values(**values, **_UNCLAIMED))

    async def void_claims(self, owner: str, now: datetime) -> int:
        """Queue what a process that is gone left `sending` for a last try, or mark it `unknown` where that gives up."""
        is_gone = stored.c.lease_until <= await self._transaction.shared_now(now)
        if not self._transaction.is_shared:
            is_gone = sa.or_(is_gone, stored.c.claimed_by.is_distinct_from(owner))
        left = sa.update(stored).where(sa.text("state = 'sending'"), is_gone)
        queued = {"state": DeliveryState.QUEUED, "due_at": now, "on_unknown": OnUnknown.GIVE_UP}
        again = left.where(stored.c.on_unknown == OnUnknown.RESEND)
        again = again.values(**queued, attempts=stored.c.attempts + 1, **_UNCLAIMED)
        unknown = {"state": DeliveryState.UNKNOWN, "reason": "no-answer", "settled_at": now}
        changed = await self._transaction.changed(again)
        return changed + await self._transaction.changed(left.values(**unknown, **_UNCLAIMED))

    async def newest(self, alert: AlertId, member: MemberId) -> int:
        """The number of the newest text of the notice that went to the member by mail; 0 for none."""
        mine = (stored.c.alert_id == alert, stored.c.member_id == member, stored.c.state == DeliveryState.SENT)
        row = await self._transaction.one(sa.select(sa.func.max(stored.c.revision_number)).where(*mine))
        return row[0] or 0


def _key(due: sa.Subquery) -> sa.ColumnElement[str]:
    """The effect key of a text for a member: whatever made it due, it goes once."""
    number, member = sa.cast(due.c.number, sa.String()), sa.cast(due.c.member_id, sa.String())
    return sa.literal(f"{MAIL}:") + sa.cast(due.c.alert_id, sa.String()) + ":" + number + ":" + member


def _due(now: datetime) -> sa.Subquery:
    """Select the texts that are due by mail: member, alert, and the number of the text."""
    chats = mail_addresses.join(members, members.c.id == mail_addresses.c.member_id)
    chats = chats.join(addresses, addresses.c.member_id == members.c.id)
    texts = chats.join(alerts, alerts.c.sent_at >= now - LATEST)
    # Found by the reason, which few have, not by the address: the sum keeps the index of addresses out of it.
    failed = texts.join(deliveries, sa.and_(_is_of_alert(), addresses.c.id == deliveries.c.address_id + 0))
    texts = texts.join(deliveries, sa.and_(_is_of_alert(), addresses.c.id == deliveries.c.address_id))
    usable = (
        mail_addresses.c.verified_at.is_not(None),
        mail_addresses.c.why_inactive.is_(None),
        members.c.stopped_at.is_(None),
    )
    who = (mail_addresses.c.member_id, deliveries.c.alert_id)
    has_seen = sa.exists().where(seen.c.alert_id == alerts.c.id, seen.c.member_id == members.c.id)
    unseen = (
        sa.select(*who, _newest.label("number"))
        .select_from(texts)
        .where(
            *usable,
            mail_addresses.c.on_unseen,
            alerts.c.severity == Severity.P1,
            ~alerts.c.is_drill,  # for a drill nobody is looked for
            alerts.c.state == AlertState.LIVE,
            alerts.c.sent_at <= now - UNSEEN_AFTER,
            *first_texts(DeliveryState.SENT),
            deliveries.c.settled_at <= now - UNSEEN_AFTER,
            sa.or_(members.c.paused_until.is_(None), members.c.paused_until <= now),
            ~has_seen,
        )
    )
    undelivered = (
        sa.select(*who, deliveries.c.revision_number.label("number"))
        .select_from(failed)
        .where(
            *usable,
            deliveries.c.revision_id.is_not(None),
            deliveries.c.reason.in_(("gone", "refused", "unreachable")),
            deliveries.c.state.in_((DeliveryState.FAILED, DeliveryState.SKIPPED)),
            deliveries.c.settled_at >= mail_addresses.c.verified_at,
        )
    )
    mailed = stored.alias()
    later = (
        sa.select(mailed.c.member_id, mailed.c.alert_id, revisions.c.number)
        .select_from(
            mailed.join(mail_addresses, mail_addresses.c.member_id == mailed.c.member_id)
            .join(members, members.c.id == mailed.c.member_id)
            .join(revisions, revisions.c.alert_id == mailed.c.alert_id)
        )
        .where(
            *usable,
            mailed.c.channel == MAIL,
            mailed.c.state.in_((DeliveryState.SENT, DeliveryState.UNKNOWN)),
            mailed.c.revision_number < revisions.c.number,
            revisions.c.created_at >= now - LATEST,
        )
    )
    return sa.union(unseen, undelivered, later).subquery("due")


def _is_of_alert() -> sa.ColumnElement[bool]:
    return deliveries.c.alert_id == alerts.c.id


def _fresh(now: datetime, deadline: datetime) -> dict[str, Any]:
    return {
        "state": DeliveryState.QUEUED,
        "reason": "",
        "detail": "",
        "due_at": now,
        "deadline": deadline,
        "on_unknown": OnUnknown.RESEND,
        "attempts": 0,
        "created_at": now,
    }


def _in_words(row: sa.Row[Any]) -> ChannelDelivery:
    return ChannelDelivery(
        id=row.id,
        effect_key=row.effect_key,
        channel=row.channel,
        view=row.view,
        member_id=row.member_id,
        alert_id=row.alert_id,
        revision_number=row.revision_number,
        on_unknown=row.on_unknown,
        attempts=row.attempts,
        deadline=row.deadline,
    )
