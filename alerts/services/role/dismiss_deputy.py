"""Dismiss a deputy from a role."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.approval.ask_approvers import renew_cards_of
from alerts.services.tell import tell


async def dismiss_deputy(uow: UnitOfWork, grant: Grant, deputy: MemberId, by: MemberId | None, now: datetime) -> None:
    """Remove this deputy from the role, tell them and update their menu. `by` is None when the role ended."""
    await uow.roles.set_deputy(grant.id, None, instead_of=deputy)
    await uow.audit.append(AuditEvent("deputy.ended", "role", grant.id, by, {"deputy": deputy}), now)
    await uow.menus.mark(deputy, now)
    await uow.tasks.doubt(deputy)
    await renew_cards_of(uow, deputy, f"deputy-{grant.id}", now)
    notice = Notice("deputy-ended", {"role": grant.id})
    await tell(uow, [deputy], notice, f"deputy-ended:{grant.id}:{deputy}:{int(now.timestamp())}", now)
