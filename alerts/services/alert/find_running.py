"""Find running alerts: the live ones that a coordinator may read, by page, and one of them by its id."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, RevisionKind
from alerts.area import Place
from alerts.errors import NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, Scope, may
from alerts.services.alert.change_alert import may_pull_back
from alerts.services.alert.read_alert import may_read_there
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.severity import Severity

Key = tuple[Severity, AlertId]  # the place of an alert in the order of the list
_BATCH = 200
_CHANGES = tuple(kind for kind in RevisionKind if kind is not RevisionKind.FIRST)


@dataclass(frozen=True, slots=True)
class Running:
    """An alert that was sent. `may_propose`: its reader may draft alerts there, and so propose to change it; `changes`
    are the texts that they may begin now."""

    alert: Alert
    may_propose: bool
    changes: tuple[RevisionKind, ...]


@dataclass(frozen=True, slots=True)
class RunningPage:
    """A page of live alerts, and the key after which the next page begins (None: this is the last one)."""

    running: tuple[Running, ...]
    following: Key | None


async def find_running(
    uow: UnitOfWork, actor: Actor, now: datetime, *, most: int, after: Key | None = None
) -> RunningPage:
    """Return up to `most` live alerts that this person may read by a role, the most urgent first and of those the
    newest. Raises NotAllowed for who has no such role anywhere."""
    check_has(actor, Action.READ_ALERTS, now)
    found: list[Running] = []
    known: dict[tuple[Place, Scope | None], Matter] = {}
    while len(found) <= most:
        batch = await uow.alerts.live_by_urgency(now, _BATCH, after=after)
        for alert in batch:
            matter = alert_matter(alert.content)
            where = matter.place, matter.region
            if where not in known:
                known[where] = await located(uow, matter)
            matter = replace(matter, municipalities=known[where].municipalities, extent=known[where].extent)
            if await may_read_there(uow, alert, matter, actor.member.id, actor.grants, now):
                found.append(_running(alert, actor, matter, now))
        if len(batch) < _BATCH:
            break
        after = batch[-1].content.severity, batch[-1].id
    shown = tuple(found[:most])
    last = shown[-1].alert if len(found) > most else None
    return RunningPage(shown, None if last is None else (last.content.severity, last.id))


async def find_sent(uow: UnitOfWork, actor: Actor, alert_id: AlertId, now: datetime) -> Running:
    """Return an alert that was sent and that this person may read by a role, or may retract for everybody because it
    went out without other eyes.

    Raises NotFound when it was never sent, OutOfReach when it is not for this person, and NotAllowed, saying whether it
    ended or was retracted, for who may only read what is live.
    """
    check_has(actor, Action.READ_ALERTS, now)
    alert = await uow.alerts.get(alert_id)
    if alert.sent_at is None:
        raise NotFound
    matter = await located(uow, alert_matter(alert.content))
    may_pull = await may_pull_back(uow, alert, actor.member.id, RevisionKind.RETRACTION, now)
    if await may_read_there(uow, alert, matter, actor.member.id, actor.grants, now):
        found = _running(alert, actor, matter, now)
    elif may_pull:
        found = Running(alert, may_propose=False, changes=())
    else:
        raise OutOfReach("label")
    is_live = alert.state is AlertState.LIVE and alert.content.until > now
    if not (is_live or found.may_propose or may_pull):
        reason = "alert-retracted" if alert.state is AlertState.RETRACTED else "alert-over"
        raise NotAllowed(reason, number=alert.number or "")
    can_pull = may_pull and not found.changes and alert.can_be_changed(RevisionKind.RETRACTION)
    return replace(found, changes=(RevisionKind.RETRACTION,)) if can_pull else found


def _running(alert: Alert, actor: Actor, matter: Matter, now: datetime) -> Running:
    may_propose = may(actor.grants, Action.DRAFT_ALERT, matter, now=now)
    return Running(alert, may_propose, tuple(one for one in _CHANGES if may_propose and alert.can_be_changed(one)))
