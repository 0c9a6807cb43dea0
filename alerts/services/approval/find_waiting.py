"""Find the requests for approval that wait for one person, the most urgent first."""

from datetime import datetime

from alerts.alert import Alert, Approval, as_asked
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.severity import Severity


async def find_waiting(uow: UnitOfWork, actor: Actor, now: datetime) -> list[tuple[Alert, Approval]]:
    """Return the undecided requests in scope that are not the actor's own: P1 first, then the longest waiting."""
    found = []
    for approval in await uow.alerts.undecided():
        alert = as_asked(await uow.alerts.get(approval.alert_id), approval)
        matter = await located(uow, alert_matter(alert.content))
        if may(actor.grants, Action.APPROVE_ALERT, matter, now=now) and alert.author_id != actor.member.id:
            found.append((alert, approval))
    return sorted(found, key=lambda one: one[0].content.severity is not Severity.P1)
