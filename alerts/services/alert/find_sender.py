"""Find the sender that a notice names: the function of its author, from the role by which they may send it."""

from datetime import datetime

from alerts.alert import AlertContent
from alerts.guard import find
from alerts.guard.off_loop import off_loop
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, Scope, may
from alerts.sender import Sender
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.services.place.set_municipality import label_of
from alerts.services.scope.cover_scope import municipality_of


async def find_sender(uow: UnitOfWork, author: MemberId, content: AlertContent, now: datetime) -> Sender | None:
    """Return as what this member sends the content, by a role of their own before one as deputy; None when they may not
    send it."""
    action = Action.SEND_PREVENTION if content.is_tip else Action.DRAFT_ALERT
    matter = await located(uow, alert_matter(content))
    able = [one for one in await uow.roles.of_member(author) if may([one], action, matter, now=now)]
    grant = min(able, key=lambda one: one.member_id != author, default=None)
    return None if grant is None else await _as_holder(uow, grant)


async def _as_holder(uow: UnitOfWork, grant: Grant) -> Sender:
    """Build the sender from a grant. A label that the guard takes for a name is left out, whoever typed it."""
    label = grant.label
    if label is not None and not await off_loop(find, label):
        return Sender(grant.role, label=label)
    if grant.function is not None:
        return Sender(grant.role, grant.function, place=await _place_of(uow, grant.scope), branch=grant.scope.branch)
    called = await label_of(uow, grant.role, grant.scope)
    return Sender(grant.role, label=called, place=await _place_of(uow, grant.scope), branch=grant.scope.branch)


async def _place_of(uow: UnitOfWork, scope: Scope) -> str:
    """Return the name of the KVO group, or of the only municipality in which the scope lies; empty for several."""
    if scope.kvo_group_id is not None:
        return (await uow.kvo_groups.get(scope.kvo_group_id)).name
    municipality = await municipality_of(uow, scope)
    return "" if municipality is None else (await uow.municipalities.get(municipality)).name
