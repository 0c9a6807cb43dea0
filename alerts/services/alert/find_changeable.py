"""Find what a person may change: an alert that was sent, in their scope, in a state that allows the change."""

from datetime import datetime

from alerts.alert import Alert, Approval, Decision, RevisionKind
from alerts.errors import NotFound, OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.alert.change_alert import may_pull_back
from alerts.services.alert.read_alert import may_read_in_office
from alerts.services.permission.check_may import check_has, check_reach
from alerts.services.permission.locate_matter import alert_matter


async def find_changeable(uow: UnitOfWork, actor: Actor, alert_id: AlertId, kind: RevisionKind, now: datetime) -> Alert:
    """Return the alert if this person may propose this kind of revision and its state allows one. Raises
    IllegalTransition, and what `find_proposable` raises."""
    alert = await find_proposable(uow, actor, alert_id, now, kind=kind)
    alert.check_can_be_changed(kind)
    return alert


async def find_proposable(
    uow: UnitOfWork, actor: Actor, alert_id: AlertId, now: datetime, *, kind: RevisionKind = RevisionKind.CORRECTION
) -> Alert:
    """Return an alert in scope that this person may read, whatever its state; an alert that was sent without a second
    person's approval can be retracted from any place that it reaches. Raises NotAllowed, OutOfReach."""
    check_has(actor, Action.DRAFT_ALERT, now)
    alert = await uow.alerts.get(alert_id)
    if await may_pull_back(uow, alert, actor.member.id, kind, now):
        return alert  # whoever reviews it afterwards may read it
    await check_reach(uow, actor, Action.DRAFT_ALERT, alert_matter(alert.content), now)
    if not await may_read_in_office(uow, alert, actor.member.id, actor.grants, now):
        raise OutOfReach("label")
    return alert


async def own_returned(uow: UnitOfWork, actor: Actor, alert: Alert, version: int) -> Approval:
    """Return this person's own request to correct the alert that was given back. Raises NotFound for any other."""
    approval = await uow.alerts.approval_of(alert.id, version)
    if approval is None or not is_own_returned(approval, alert, actor.member.id):
        raise NotFound
    return approval


def is_own_returned(approval: Approval, alert: Alert, member: MemberId) -> bool:
    """Whether it is this member's request to correct the alert, was given back, and can still be taken up."""
    is_correction = approval.revision_kind.replaces and approval.content is not None
    is_returned = is_correction and approval.decision is Decision.RETURNED
    return is_returned and approval.requested_by == member and alert.can_be_changed(RevisionKind.CORRECTION)
