"""Ask approvers with a card, and update the cards when the request is settled."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from alerts.alert import Alert, Approval, Decision
from alerts.delivery import NewDelivery, Notice, OnUnknown, Operation, Priority
from alerts.ids import MemberId
from alerts.legal_grounds import Grounds
from alerts.ports import UnitOfWork
from alerts.services.tell import KEPT_TRYING, tell
from alerts.severity import Severity


class Round(StrEnum):
    """The round in which somebody is asked; part of the effect key of the card."""

    FIRST = "wanted"
    REMINDER = "reminder"
    DEPUTY = "deputy"


def card_key(approval: Approval) -> str:
    """Return the beginning of the effect keys of all cards about this request."""
    return f"approval:{approval.alert_id}:{approval.alert_version}"


async def ask_approvers(
    uow: UnitOfWork,
    alert: Alert,
    approval: Approval,
    members: Iterable[MemberId],
    now: datetime,
    *,
    round_: Round = Round.FIRST,
) -> None:
    """Queue a card for each member, once in each round; a reminder that may have arrived is not sent again.

    Cards about a P1 have the priority of a P1, even while another P1 is being sent.
    """
    notice = Notice(f"approval-{round_}", {"alert": alert.id, "version": approval.alert_version})
    await tell(
        uow,
        members,
        notice,
        f"{card_key(approval)}:{round_}",
        now,
        alert=alert.id,
        priority=Priority.P1 if alert.content.severity is Severity.P1 else Priority.PERSON,
        on_unknown=OnUnknown.GIVE_UP if round_ is Round.REMINDER else OnUnknown.RESEND,
        deadline=alert.content.until,
    )


async def settle_approval(
    uow: UnitOfWork,
    approval: Approval,
    decision: Decision,
    now: datetime,
    *,
    by: MemberId | None = None,
    comment: str | None = None,
    grounds: Grounds | None = None,
) -> Approval:
    """Store the decision on a request and update every card about it. Raises Conflict when it was decided already."""
    label = None if grounds is None else grounds.label
    decided = replace(approval, decision=decision, decided_by=by, decided_at=now, comment=comment, grounds=label)
    await uow.alerts.decide(decided)
    await renew_cards(uow, decided, "decided", now)
    return decided


async def renew_cards_of(uow: UnitOfWork, author: MemberId, why: str, now: datetime) -> None:
    """Update the cards of all undecided requests of this member, whose roles have changed."""
    for approval in await uow.alerts.undecided():
        if approval.requested_by == author:
            await renew_cards(uow, approval, why, now)


async def renew_cards(uow: UnitOfWork, approval: Approval, why: str, now: datetime) -> None:
    """Edit each card about this request in place, once for each `why`."""
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
