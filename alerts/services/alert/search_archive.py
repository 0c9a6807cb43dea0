"""Search the archive: notices that were sent, for who may read them by a role or to whom they came."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertState, IncidentKind
from alerts.archive import Sought, ends_on
from alerts.area import Place
from alerts.errors import NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.ports import SentFilter, UnitOfWork
from alerts.role import Action, Actor, Matter, Scope, may
from alerts.services.alert.find_running import find_sent
from alerts.services.alert.read_alert import may_read_there
from alerts.services.permission.locate_matter import alert_matter, located

_BATCH = 200
MOST_SCANNED = 2_000  # notices that one page looks at; the next page goes on behind them
MOST_ASKED = 200  # of those that fit, how many are asked whether this person may find them: that takes queries each


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Found notices, the newest first. `following`: the notice after which the next page begins, None for the last
    one. A page that looked at as many as it may has fewer, or none, and one that follows."""

    found: tuple[Alert, ...]
    following: AlertId | None


async def search_archive(
    uow: UnitOfWork,
    actor: Actor,
    sought: Sought,
    now: datetime,
    *,
    kinds: Mapping[IncidentKind, str],
    zone: ZoneInfo,
    most: int,
    after: AlertId | None = None,
) -> ArchivePage:
    """Return up to `most` notices that fit and that this person may find, older than `after`."""
    reads = may(actor.grants, Action.READ_ALERTS, None, now=now)
    which = SentFilter(
        to=None if reads else actor.member.id,
        number=sought.number,
        since=None if sought.first is None else datetime.combine(sought.first, time(0), zone),
        until=None if sought.last is None else datetime.combine(sought.last + timedelta(days=1), time(0), zone),
    )
    found: list[Alert] = []
    known: dict[tuple[Place, Scope | None], Matter] = {}
    asked = 0
    for _ in range(MOST_SCANNED // _BATCH):
        batch = await uow.alerts.sent_before(after, _BATCH, which)
        for alert in batch:
            after = alert.id
            if not sought.fits(alert, kinds, zone):
                continue
            asked += 1
            if await _may_be_listed(uow, actor, alert, known, now):
                found.append(alert)
            if len(found) > most:
                return ArchivePage(tuple(found[:most]), found[most - 1].id)
            if asked >= MOST_ASKED:
                return ArchivePage(tuple(found), after)
        if len(batch) < _BATCH:
            return ArchivePage(tuple(found), None)
    return ArchivePage(tuple(found), after)


async def open_archived(uow: UnitOfWork, actor: Actor, alert_id: AlertId, now: datetime) -> tuple[Alert, bool]:
    """Return a notice, and whether this person may read its text now: what is over is read by who may change it there,
    as the text is of no use to others any more. Raises NotFound for what is not there and what is not for them."""
    alert = await uow.alerts.get(alert_id)
    if alert.sent_at is None or not await _may_find(uow, actor, alert, now):
        raise NotFound
    return alert, await _reads_in_office(uow, actor, alert, now) is True or not ends_on(alert, now)


async def _may_be_listed(
    uow: UnitOfWork, actor: Actor, alert: Alert, known: dict[tuple[Place, Scope | None], Matter], now: datetime
) -> bool:
    """Whether this person may find the notice; `known` holds the places that were looked up for others."""
    matter = alert_matter(alert.content)
    where = matter.place, matter.region
    if actor.grants:
        if where not in known:
            known[where] = await located(uow, matter)
        matter = replace(matter, municipalities=known[where].municipalities, extent=known[where].extent)
        if await may_read_there(uow, alert, matter, actor.member.id, actor.grants, now):
            return True
    return alert.state is not AlertState.RETRACTED and await _is_still_theirs(uow, actor, alert)


async def _may_find(uow: UnitOfWork, actor: Actor, alert: Alert, now: datetime) -> bool:
    if await _reads_in_office(uow, actor, alert, now) is not None:
        return True
    return alert.state is not AlertState.RETRACTED and await _is_still_theirs(uow, actor, alert)


async def _reads_in_office(uow: UnitOfWork, actor: Actor, alert: Alert, now: datetime) -> bool | None:
    """Whether a role lets this person read the text now; None: no role has to do with it."""
    if not may(actor.grants, Action.READ_ALERTS, None, now=now):
        return None
    try:
        await find_sent(uow, actor, alert.id, now)
    except OutOfReach:
        return None
    except NotAllowed:  # it is over
        return False
    return True


async def _is_still_theirs(uow: UnitOfWork, actor: Actor, alert: Alert) -> bool:
    """Whether it came to this person, who has a shop that is verified; what everybody may read needs none."""
    if not await uow.deliveries.addressed_to(alert.id, actor.member.id):
        return False
    followings = await uow.premises.followings(actor.member.id)
    return not alert.content.tlp.is_protected or any(one.premises.is_verified for one in followings)
