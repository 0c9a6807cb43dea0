"""Whether what waits for a channel may still go: asked when it is claimed, as in the chat."""

from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, AlertState, Revision
from alerts.channel import ChannelDelivery, is_unwanted
from alerts.ports import UnitOfWork
from alerts.services.alert.check_recipients import still_meant


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a delivery is not sent: the reason that is stored."""

    reason: str


async def text_to_send(uow: UnitOfWork, claimed: ChannelDelivery, now: datetime) -> Revision | Objection:
    """Return the text of the notice that this delivery carries, or the reason for which it is dropped."""
    if now >= claimed.deadline:
        return Objection("expired")
    if claimed.alert_id is None:
        return Objection("erased")
    alert = await uow.alerts.get(claimed.alert_id)
    texts = [one.revision for one in await uow.alerts.texts_of(alert.id)]
    revision = next((one for one in texts if one.number == claimed.revision_number), None)
    if revision is None:
        return Objection("ended")
    if not revision.kind.ends and alert.state is not AlertState.LIVE:
        return Objection("retracted" if alert.state is AlertState.RETRACTED else "ended")
    if claimed.member_id is not None and (objection := await _of_member(uow, claimed, alert, revision, now)):
        return objection
    return revision


async def _of_member(
    uow: UnitOfWork, claimed: ChannelDelivery, alert: Alert, revision: Revision, now: datetime
) -> Objection | None:
    assert claimed.member_id is not None, "a service has no person"
    address = await uow.mail_addresses.of_member(claimed.member_id)
    if address is None or not address.is_usable:
        return Objection("unreachable")
    if revision.kind.ends:  # whoever has the text reads that it is over
        return None
    if is_unwanted(await uow.members.get(claimed.member_id), alert.content.severity, now):
        return Objection("muted")
    pair = (alert.id, claimed.member_id)
    if alert.content.tlp.is_protected and pair not in await still_meant(uow, {pair}, now):
        return Objection("not-meant")
    is_seen = await uow.alerts.has_seen(alert.id, claimed.member_id)
    return Objection("seen") if is_seen and not await uow.channels.newest(*pair) else None
