"""Send the map of an alert to a reader who asked for it."""

from datetime import datetime, timedelta

from alerts.alert import AlertContent
from alerts.delivery import NewDelivery, Notice, OnUnknown, Priority
from alerts.errors import Rejected
from alerts.ids import AlertId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.alert.find_on_map import Nearby, find_nearby
from alerts.services.alert.read_alert import read_alert

VIEW = "alert-map"
_STILL_WANTED = timedelta(hours=1)


async def send_map(uow: UnitOfWork, reader: Member, alert_id: AlertId, now: datetime) -> None:
    """Queue the map behind all texts, without a sound; once a minute. Raises as `read_alert`, and Rejected for an alert
    that has no place on a map."""
    revision, _ = await read_alert(uow, alert_id, reader.id, now)
    if await ground_of(uow, revision.content) is None:
        raise Rejected("no-map")
    asked = NewDelivery(
        effect_key=f"map:{alert_id}:{reader.address.id}:{now:%Y%m%d%H%M}",
        address_id=reader.address.id,
        notice=Notice(VIEW, {"alert": alert_id}),
        deadline=now + _STILL_WANTED,
        on_unknown=OnUnknown.GIVE_UP,
        priority=Priority.BACKGROUND,
        alert_id=alert_id,
    )
    await uow.deliveries.enqueue([asked], now)


async def ground_of(uow: UnitOfWork, content: AlertContent) -> Nearby | None:
    """Return the surroundings of the place and the ground that the alert covers; None for a tip, for the country, and
    when the postcode table does not have the place."""
    found = None
    if not content.is_tip:
        group, region = content.kvo_group_id, content.region
        found = await find_nearby(uow, content.place, reach_m=content.reach_m, group=group, region=region)
    has_ground = found is not None and (bool(found.ground) or (content.region is None and content.kvo_group_id is None))
    return found if has_ground else None
