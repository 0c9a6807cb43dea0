"""Ask approvers with a card, and renew the cards when there is nothing to decide any more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, Approval, Decision
from alerts.delivery import NewDelivery, Notice, Operation
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.services.tell import KEPT_TRYING, tell


def card_key(approval: Approval) -> str:
    """The beginning of the effect keys of all cards about this request."""
    return f"approval-wanted:{approval.alert_id}:{approval.alert_version}"


async def ask_approvers(
    uow: UnitOfWork, alert: Alert, approval: Approval, members: Iterable[MemberId], now: datetime
) -> None:
    """A card for each of them, once."""
    notice = Notice("approval-wanted", {"alert": alert.id, "version": approval.alert_version})
    await tell(uow, members, notice, card_key(approval), now, alert=alert.id, deadline=alert.content.until)


async def settle_approval(
    uow: UnitOfWork,
    approval: Approval,
    decision: Decision,
    now: datetime,
    *,
    by: MemberId | None = None,
    comment: str | None = None,
) -> Approval:
    """Store what became of a request; every card about it says so. Raises Conflict when it was decided already."""
    decided = replace(approval, decision=decision, decided_by=by, decided_at=now, comment=comment)
    await uow.alerts.decide(decided)
    await renew_cards(uow, decided, "decided", now)
    return decided


async def renew_cards(uow: UnitOfWork, approval: Approval, why: str, now: datetime) -> None:
    """Each card about this request is written anew where it stands, once for each `why`."""
    rows = [
        NewDelivery(
            effect_key=f"approval-renewed:{card.id}:{why}",
            address_id=card.address_id,
            notice=card.notice,
            deadline=now + KEPT_TRYING,
            operation=Operation.EDIT,
            alert_id=approval.alert_id,
            target=card.id,
        )
        for card in await uow.deliveries.told(approval.alert_id, card_key(approval))
    ]
    await uow.deliveries.enqueue(rows, now)
