"""Act on an alert: what a shop can do about it, and that it did."""

from datetime import date, datetime

from alerts.acknowledgement import MOST_OFFERED, Acknowledgement, ring_of
from alerts.alert import Alert, AlertState
from alerts.area import metres_between
from alerts.errors import IllegalTransition, NotFound, OutOfReach
from alerts.ids import AlertId, MemberId, PremisesId
from alerts.measure import Measure, branches_to_fit, choose_measures
from alerts.opening_hours import Shift, shift_at
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.measure.find_measures import find_measures
from alerts.services.shop.find_premises import own_premises


async def alert_to_act_on(uow: UnitOfWork, member: MemberId, alert_id: AlertId) -> Alert:
    """Return the alert. Raises OutOfReach for somebody who never got it, and IllegalTransition when it is over."""
    if not await uow.deliveries.addressed_to(alert_id, member):
        raise OutOfReach("not-received")
    alert = await uow.alerts.get(alert_id)
    if alert.state is not AlertState.LIVE or alert.content.is_tip:
        raise IllegalTransition("alert-over")
    return alert


async def offered_measures(uow: UnitOfWork, alert: Alert, shop: Premises) -> tuple[Measure, ...]:
    """Return the measures that fit the shop and the method, at most so many as one screen has room for."""
    branches = branches_to_fit({shop.branch}, alert.content.branches)
    return choose_measures(await find_measures(uow), branches, alert.content.mo, fewest=MOST_OFFERED)


async def taken_measures(uow: UnitOfWork, alert: Alert, shop: Premises, now: datetime) -> tuple[str, ...]:
    """Return what the shop took in the present shift."""
    day, shift = _shift(uow, shop, now)
    return await uow.acknowledgements.measures(alert.id, shop.id, day, shift)


async def toggle_measure(
    uow: UnitOfWork, member: MemberId, alert_id: AlertId, premises: PremisesId, key: str, now: datetime
) -> tuple[Alert, Premises]:
    """Note that the shop took the measure in the present shift, or take that back; the alert counts as seen. Raises as
    `alert_to_act_on` and `own_premises`, and NotFound for a measure that is not offered."""
    alert = await alert_to_act_on(uow, member, alert_id)
    shop = (await own_premises(uow, member, premises)).premises
    if key not in {one.key for one in await offered_measures(uow, alert, shop)}:
        raise NotFound
    day, shift = _shift(uow, shop, now)
    taken = await uow.acknowledgements.measures(alert.id, shop.id, day, shift)
    kept = tuple(one for one in taken if one != key) if key in taken else (*taken, key)
    ring = ring_of(metres_between(alert.content.place, shop.place))
    await uow.acknowledgements.put(Acknowledgement(alert.id, shop.id, day, shift, ring, kept))
    await uow.alerts.mark_seen(alert.id, member, now)
    return alert, shop


def _shift(uow: UnitOfWork, shop: Premises, now: datetime) -> tuple[date, Shift]:
    return shift_at(now, uow.tallies.zone, shop.hours)
