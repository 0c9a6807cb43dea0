"""Show an alert to a member who asks for it: the text is kept as one that they have, so that a change reaches it."""

from datetime import datetime

from alerts.alert import AlertState, Revision
from alerts.delivery import NewDelivery, Notice, Operation, Sent, ShownText
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.tell import KEPT_TRYING


async def show_alert(uow: UnitOfWork, revision: Revision, member: Member, now: datetime) -> ShownText:
    """Store that the member is about to read this text; `note_shown` completes it once it arrived."""
    return await uow.deliveries.add_shown(revision, member.address.id, now)


async def note_shown(uow: UnitOfWork, shown: ShownText, sent: Sent, now: datetime) -> None:
    """Store as which message the text arrived. If the alert was retracted on the way, the message is removed."""
    await uow.deliveries.settle_shown(shown.id, sent)
    if (await uow.alerts.get(shown.alert_id)).state is not AlertState.RETRACTED:
        return
    removal = NewDelivery(
        effect_key=f"removed-shown:{shown.id}",
        address_id=shown.address_id,
        notice=Notice("alert-removed", {"alert": shown.alert_id}),
        deadline=now + KEPT_TRYING,
        operation=Operation.DELETE,
        target=shown.id,
        alert_id=shown.alert_id,
    )
    await uow.deliveries.enqueue([removal], now)
