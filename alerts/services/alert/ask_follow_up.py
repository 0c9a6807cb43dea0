"""Ask for follow-ups: a week after a notice of a robbery its sender is asked once whether anybody was arrested.

The last day whose notices were asked about is stored with the questions, so that a restart neither skips nor repeats
one.
"""

from datetime import date, datetime, time, timedelta

from alerts.alert import Alert
from alerts.delivery import Notice, OnUnknown
from alerts.errors import IllegalTransition, OutOfReach
from alerts.follow_up import days_to_ask, has_later, may_be_followed_up
from alerts.ids import AlertId
from alerts.overdue import day_to_remind
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.tell import tell

DAY_FACT = "follow_ups_asked"  # the local day of the last notices that were asked about


async def has_follow_ups_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether it is day, and there are days whose notices nobody was asked about."""
    span = await _span(uow, now)
    return span is not None and span[0] <= span[1]


async def ask_follow_ups(uow: UnitOfWork, now: datetime) -> None:
    """Ask the sender of each notice that may be followed up, if they may still send there."""
    span = await _span(uow, now)
    if span is None:
        return
    first, last = span
    sent = await uow.alerts.sent_since(datetime.combine(first, time(0), uow.tallies.zone))
    ends = datetime.combine(last + timedelta(days=1), time(0), uow.tallies.zone)
    for alert in sent:
        if alert.sent_at is None or alert.sent_at >= ends or has_later(alert, sent):
            continue
        if may_be_followed_up(alert) and await may_follow_up(uow, alert, now):
            notice = Notice("follow-up", {"alert": alert.id})
            key = f"follow-up:{alert.id}"
            await tell(uow, [alert.author_id], notice, key, now, alert=alert.id, on_unknown=OnUnknown.GIVE_UP)
    await uow.facts.put(DAY_FACT, last.isoformat())


async def may_follow_up(uow: UnitOfWork, alert: Alert, now: datetime) -> bool:
    """Whether the sender of a notice may still draft one there."""
    return await is_allowed(uow, alert.author_id, Action.DRAFT_ALERT, alert_matter(alert.content), now)


async def to_follow_up(uow: UnitOfWork, actor: Actor, alert_id: AlertId) -> Alert:
    """Return one's own notice, to be followed up. Raises OutOfReach for who did not send it, and IllegalTransition when
    it was taken back or ended meanwhile, or a later one is about the same robbery."""
    alert = await uow.alerts.get(alert_id)
    if alert.author_id != actor.member.id:
        raise OutOfReach("own-draft-only")
    if alert.sent_at is None or not may_be_followed_up(alert):
        raise IllegalTransition("follow-up-over")
    if has_later(alert, await uow.alerts.sent_since(alert.sent_at)):
        raise IllegalTransition("follow-up-sent")
    return alert


async def _span(uow: UnitOfWork, now: datetime) -> tuple[date, date] | None:
    """Return the first and the last day to ask about; None at night."""
    today = day_to_remind(now, uow.tallies.zone)
    last = await uow.facts.get(DAY_FACT)
    return None if today is None else days_to_ask(date.fromisoformat(today), date.fromisoformat(last) if last else None)
