"""Tell the sender of a notice what was reported and robbed after it, once, thirty days later.

What is due is in the database, and settled in the transaction that queues the message: a restart of any length neither
skips nor repeats it.
"""

from datetime import datetime

from alerts.alert import Alert, AlertState
from alerts.delivery import Notice, OnUnknown, Priority
from alerts.effect import ROBBERIES, SIGHTINGS, Effect, day_of, effect_of, span
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.effect.find_ground import pc4s_of
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.tell import tell
from alerts.tally import HAPPENED

AT_ONCE = 10  # each reads the tallies of two months, while other writers wait


async def has_effects_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a notice is due of which it was not counted what happened after it."""
    return bool(await uow.effects.due(now, 1))


async def tell_effects(uow: UnitOfWork, now: datetime) -> None:
    """Count for each notice that is due, and tell its sender; nobody when the sender may not send there any more.

    A notice that was retracted is not counted: it should not have gone out.
    """
    for alert_id in await uow.effects.due(now, AT_ONCE):
        alert = await uow.alerts.get(alert_id)
        effect = None if alert.state is AlertState.RETRACTED else await _counted(uow, alert)
        await uow.effects.settle(alert_id, effect, now)
        if effect is None or not await may_read(uow, alert, now):
            continue
        await tell(
            uow,
            [alert.author_id],
            Notice("effect", {"alert": alert.id}),
            f"effect:{alert.id}",
            now,
            alert=alert.id,
            priority=Priority.BACKGROUND,
            on_unknown=OnUnknown.GIVE_UP,
        )


async def may_read(uow: UnitOfWork, alert: Alert, now: datetime) -> bool:
    """Whether the sender of a notice may still draft such a notice there, and so reads what happened after it."""
    return await is_allowed(uow, alert.author_id, Action.DRAFT_ALERT, alert_matter(alert.content), now)


async def _counted(uow: UnitOfWork, alert: Alert) -> Effect | None:
    """Return what the tallies tell; None where the ground of the notice is not known."""
    ground = await pc4s_of(uow, alert.content)
    if not ground or alert.sent_at is None:
        return None
    sent_on = day_of(alert.sent_at, uow.tallies.zone)
    tallies = await uow.tallies.placed((*ROBBERIES, *SIGHTINGS), HAPPENED, *span(sent_on))
    return effect_of(sent_on, ground, alert.content.branches, tallies)
