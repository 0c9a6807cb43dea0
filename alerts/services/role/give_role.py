"""Give a role: put it into force and tell everybody who answers for that ground."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.grant_request import GrantRequest
from alerts.ids import InviteId, MemberId
from alerts.invite import Invite
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.role.find_confirmers import others_in_scope
from alerts.services.role.find_granting_role import giving_grants, no_later, source_of
from alerts.services.tell import tell


async def give_requested(uow: UnitOfWork, request: GrantRequest, confirmer: MemberId, now: datetime) -> Grant:
    """Give the role of a confirmed request. It lasts no longer than the longest-lasting right of giver or confirmer to
    give it."""
    both = [
        one for member in (request.given_by, confirmer) for one in await giving_grants(uow, member, request.scope, now)
    ]
    source = source_of(both)
    grant = await uow.roles.grant(
        member=request.member_id,
        role=request.role,
        scope=request.scope,
        label=request.label,
        granted_by=request.given_by,
        now=now,
        ends_at=no_later(request.ends_at, source),
        confirmed_by=confirmer,
        derived_from=None if source is None else source.id,
        function=request.function,
    )
    await _tell_holder(uow, grant, now)
    accepted = Notice("role-accepted", {"role": grant.id})
    await tell(uow, [request.given_by], accepted, f"role-accepted:{grant.id}", now)
    await tell_others(uow, grant, Notice("role-new", {"role": grant.id}), f"role-new:{grant.id}", now)
    return grant


async def give_from_command_line(uow: UnitOfWork, invite: Invite, member: MemberId, now: datetime) -> Grant:
    """Give the role of a link that the command line made. Nobody confirms it, as whoever has the machine has the
    database; administrators and all others in scope are told for whom it was and who used it."""
    assert invite.role is not None, "the invitation is for a role"
    assert invite.scope is not None, "a role has a scope"
    grant = await uow.roles.grant(
        member=member,
        role=invite.role,
        scope=invite.scope,
        label=invite.label,
        granted_by=None,
        now=now,
        ends_at=invite.role_ends_at,
        function=invite.function,
    )
    await _tell_holder(uow, grant, now)
    notice = Notice("role-from-machine", {"role": grant.id, "invite": InviteId(invite.id)})
    await tell_others(uow, grant, notice, f"role-from-machine:{grant.id}", now)
    return grant


async def tell_others(uow: UnitOfWork, grant: Grant, notice: Notice, key: str, now: datetime) -> None:
    """Tell everybody in scope except who has the role, who gave it and who confirmed it."""
    involved = (grant.member_id, grant.granted_by, grant.confirmed_by)
    others = [one for one in await others_in_scope(uow, grant.role, grant.scope, now) if one not in involved]
    await tell(uow, others, notice, key, now)


async def _tell_holder(uow: UnitOfWork, grant: Grant, now: datetime) -> None:
    details = {"role": str(grant.role), "scope": str(grant.scope)}
    await uow.audit.append(AuditEvent("role.granted", "member", grant.member_id, grant.granted_by, details), now)
    await uow.menus.mark(grant.member_id, now)
    shown = {"function": str(grant.function)} if grant.function else {}
    await tell(uow, [grant.member_id], Notice("role-granted", details | shown), f"role-granted:{grant.id}", now)
