"""The check of policies: reads the marked deliveries, and asks the policies whether each may go and is still meant for
its recipient."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import AlertState
from alerts.clock import Clock
from alerts.delivery import Claimed, DeliveryState, Settled
from alerts.errors import Unavailable
from alerts.ids import AlertId, DeliveryId, MemberId
from alerts.policies import Drop, Hold, verdict
from alerts.ports import Storage, UnitOfWork
from alerts.services.acknowledgement.remind_unread import VIEW as UNREAD
from alerts.services.aftercare.check_wanted import VIEWS, is_wanted
from alerts.services.alert.check_recipients import still_in_office, still_meant
from alerts.services.alert.send_digests import count_singles
from alerts.services.member.next_opening import next_opening
from bot.logs import logger
from bot.outgoing.delivery_sender import DeliverySender
from bot.outgoing.outcome_store import hold_or_drop
from bot.outgoing.undisturbed_forms import is_busy_with_p1

log = logger()


class PolicyCheck:
    """Checks all deliveries marked in one round together; a row that cannot be read is settled alone, so that it stops
    no other."""

    def __init__(
        self, storage: Storage, delivery_sender: DeliverySender, *, clock: Clock, zone: ZoneInfo, owner: str
    ) -> None:
        self._storage = storage
        self._zone = zone
        self._delivery_sender = delivery_sender
        self._clock = clock
        self._owner = owner
        self.is_time_doubted: Callable[[datetime], bool] = lambda _now: False

    async def check(self, marked: Sequence[DeliveryId]) -> list[Claimed]:
        """Return the deliveries to which no policy objects; those held or dropped are stored with the reason. Raises
        Unavailable."""
        if not marked:
            return []
        try:
            return await self._check(marked)
        except Unavailable:
            raise
        except Exception:
            log.exception("marks_not_read", deliveries=len(marked))
        return [claimed for one in marked for claimed in await self._check_alone(one)]

    async def _check_alone(self, one: DeliveryId) -> list[Claimed]:
        try:
            return await self._check([one])
        except Unavailable:
            raise
        except Exception as error:
            log.exception("delivery_not_read", delivery=one)
            failed = Settled(DeliveryState.FAILED, "refused", type(error).__name__)
        async with self._storage.transaction() as uow:
            await uow.deliveries.settle_all([(one, failed)], self._clock.now())
        return []

    async def _check(self, marked: Sequence[DeliveryId]) -> list[Claimed]:
        now = self._clock.now()
        is_doubted = self.is_time_doubted(now)
        async with self._storage.reading(of_marks=True) as uow:
            claimed = await uow.deliveries.claimed(marked, self._owner)
            asked = await _recheck_recipients(uow, claimed, now)
            asked = [await self._with_rules(uow, one, now) for one in asked]
            asked = [replace(one, is_busy=True) if await is_busy_with_p1(uow, one, now) else one for one in asked]
            judged = [(one, verdict(one, now, is_time_doubted=is_doubted)) for one in asked]
            going = [one for one, said in judged if not isinstance(said, Hold | Drop)]
            going = await _with_shops(uow, going, now)
            await self._delivery_sender.prepare(going, uow)
        if len(going) < len(judged):
            async with self._storage.transaction() as uow:
                await hold_or_drop(uow, judged, now)
        return going

    async def _with_rules(self, uow: UnitOfWork, claimed: Claimed, now: datetime) -> Claimed:
        """Return the delivery with what its reader's rules depend on; most have none."""
        is_reminder = claimed.notice is not None and claimed.notice.view == UNREAD
        quiet = claimed.quiet if claimed.waits_in_quiet or is_reminder else None
        if claimed.member_id is None or not (claimed.waits_for_opening or claimed.is_for_digest or quiet):
            return claimed
        opens_at = await next_opening(uow, claimed.member_id, now, self._zone) if claimed.waits_for_opening else None
        singles = await count_singles(uow, claimed.address_id, now, self._zone) if claimed.is_for_digest else 0
        quiet_until = None if quiet is None else quiet.end_at(now, self._zone)
        return replace(claimed, opens_at=opens_at, singles=singles, quiet_until=quiet_until)


async def _with_shops(uow: UnitOfWork, going: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Return the same deliveries, in order, with the shops for which a text comes to a reader who has several."""
    pairs = {one.id: (one.alert_id, one.member_id) for one in going if one.revision_id is not None and one.is_meant}
    texts = {one: (alert, member) for one, (alert, member) in pairs.items() if alert is not None and member is not None}
    shops = await uow.alerts.shops_reached(set(texts.values()), now)
    return [replace(one, shops=shops.get(texts[one.id], ())) if one.id in texts else one for one in going]


async def _recheck_recipients(uow: UnitOfWork, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Return the same deliveries, in order, with `is_meant` false where one is no longer meant for its recipient."""
    asked = {one.id: pair for one in claimed if (pair := _asked_about(one))}
    changed = {pair for one in claimed if (pair := asked.get(one.id)) and one.is_change}
    new = set(asked.values()) - changed
    meant = await still_meant(uow, new, now) if new else set()
    if changed:
        meant |= await still_in_office(uow, changed, now)
    unwanted = {one.id for one in claimed if not await _is_wanted(uow, one)}
    return [
        replace(one, is_meant=False)
        if one.id in unwanted or ((pair := asked.get(one.id)) and pair not in meant)
        else one
        for one in claimed
    ]


async def _is_wanted(uow: UnitOfWork, claimed: Claimed) -> bool:
    """Whether a message of aftercare, or a reminder, is still wanted; of all others that is not asked."""
    if claimed.notice is None:
        return True
    if claimed.notice.view in VIEWS:
        return await is_wanted(uow, claimed.notice)
    if claimed.notice.view != UNREAD or claimed.alert_id is None or claimed.member_id is None:
        return True
    has_seen = await uow.alerts.has_seen(claimed.alert_id, claimed.member_id)
    return claimed.alert_state is AlertState.LIVE and not has_seen


def _asked_about(claimed: Claimed) -> tuple[AlertId, MemberId] | None:
    """Return the alert and member to check; None for text at CLEAR, and for a group, which has checks of its own.

    A change of a text goes to whoever received the text, moved or not (docs/domain.md §3); words that are for offices
    go only to those who hold one.
    """
    if claimed.revision_id is None or claimed.tlp is None or not claimed.is_protected:
        return None
    if claimed.alert_id is None or claimed.member_id is None:
        return None
    ends = claimed.revision_kind is not None and claimed.revision_kind.ends
    is_left_alone = claimed.is_change and (ends or claimed.tlp.is_for_shops)
    return None if is_left_alone else (claimed.alert_id, claimed.member_id)
