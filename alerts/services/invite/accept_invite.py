"""Accept an invitation: to a role or as a deputy, which somebody else then confirms, or to a shop."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import InvalidInvite, NotFound
from alerts.grant_request import GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import MemberId, PremisesId
from alerts.invite import Invite, hashed, hashed_for_console
from alerts.member import CONSOLE, Language, Member
from alerts.ports import UnitOfWork
from alerts.premises import Premises, Verification
from alerts.role import Action, Grant
from alerts.services.invite.invite_role import check_still_given
from alerts.services.invite.lock_out import is_locked_out, note_wrong_secret
from alerts.services.member.become_member import become_member
from alerts.services.member.stop import restart
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.role.give_role import give_from_command_line
from alerts.services.role.name_deputy import check_needs_deputy
from alerts.services.role.request_grant import request_grant
from alerts.services.shop.announce_signup import announce_signup, renew_signup_cards
from alerts.services.shop.give_up_twin import give_up_twins
from alerts.services.shop.limit_people import has_room, watch_growth
from alerts.services.shop.verify_premises import tell_coordinators
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Refused:
    """The outcome when no link has this secret, or the address is locked out; `until`: until when it can use no
    link."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Full:
    """The outcome when the shop has as many people as it may have; its owners and coordinators were told, and the link
    still works."""

    premises: Premises


@dataclass(frozen=True, slots=True)
class Accepted:
    """The member who accepted, and what they got: a grant, a request that another confirms, or a shop; nothing for who
    had it and only had stopped."""

    member: Member
    grant: Grant | None = None
    request: GrantRequest | None = None
    premises: Premises | None = None


async def accept_invite(
    uow: UnitOfWork, secret: str, *, channel: str, ref: str, language: Language, now: datetime
) -> Accepted | Refused | Full:
    """Use an invitation; a stranger becomes a member, and who had stopped goes on.

    Raises InvalidInvite when it does not work (any more). An unknown secret returns Refused instead of raising, as the
    attempt has to be committed.
    """
    until = await is_locked_out(uow, channel, ref, now)
    if until is not None:
        return Refused(until)
    invite = await uow.invites.by_hash(hashed(secret))
    if invite is None:
        return Refused(await note_wrong_secret(uow, channel, ref, now))
    known = await uow.members.by_ref(channel, ref)
    if known is not None and await _has_it(uow, invite, known, now):
        if known.stopped_at is not None:
            return Accepted(await restart(uow, known, now))
        raise InvalidInvite("own" if invite.created_by == known.id else "already")
    if known is not None and invite.role is not None and invite.created_by == known.id:
        raise InvalidInvite("own-role")  # nobody gives themselves a role
    invite.check_usable(now)
    if invite.premises_id is not None:
        premises = await _check_shop(uow, invite, invite.premises_id, now)
        if not await has_room(uow, premises, now):
            return Full(premises)
    if invite.role is not None:
        await check_still_given(uow, invite, now)
    if invite.deputy_of is not None:
        await check_needs_deputy(uow, invite.deputy_of, now)
    return await _take_up(uow, invite, await become_member(uow, channel, ref, language=language, now=now), now)


async def find_console_invite(uow: UnitOfWork, secret: str, now: datetime) -> Invite:
    """Return the invitation to a role that this link of the console is. Raises NotFound when it does not work (any
    more)."""
    invite = await uow.invites.by_hash(hashed_for_console(secret))
    if invite is None:
        raise NotFound
    try:
        invite.check_usable(now)
        await check_still_given(uow, invite, now)
    except InvalidInvite as error:
        raise NotFound from error
    return invite


async def accept_in_console(uow: UnitOfWork, secret: str, *, language: Language, now: datetime) -> Member:
    """Use up a link of the console; return the new member, who has no chat. A role that a person gives waits for a
    second one, as always. Raises as `find_console_invite`, and InvalidInvite when nobody could confirm it any more."""
    invite = await find_console_invite(uow, secret, now)
    member = await uow.members.add(channel=CONSOLE, ref=token_hex(16), language=language, now=now, is_active=False)
    return (await _take_up(uow, invite, member, now)).member


async def _take_up(uow: UnitOfWork, invite: Invite, member: Member, now: datetime) -> Accepted:
    """Use up one use of the invitation, and give the member what it gives."""
    await uow.invites.use(invite.id, member.id, now)
    await uow.audit.append(AuditEvent("invite.used", "invite", invite.id, member.id), now)
    if invite.premises_id is not None:
        return Accepted(member, premises=await _join(uow, invite, invite.premises_id, member=member, now=now))
    if invite.created_by is None:
        return Accepted(member, grant=await give_from_command_line(uow, invite, member.id, now))
    return Accepted(member, request=await request_grant(uow, await _wanted(uow, invite, member.id), now))


async def _check_shop(uow: UnitOfWork, invite: Invite, premises_id: PremisesId, now: datetime) -> Premises:
    """Return the shop. Raises InvalidInvite when it is closed, or when who made the link could not make it any more."""
    premises = await uow.premises.get(premises_id)
    if premises.closed_at is not None:
        raise InvalidInvite("closed")
    people = await uow.premises.members_of(premises_id)
    if invite.created_by is None or any(one.is_owner and one.member_id == invite.created_by for one in people):
        return premises
    matter = await shop_matter(uow, premises.place, premises.branch)
    if not await is_allowed(uow, invite.created_by, Action.INVITE_PREMISES, matter, now):
        raise InvalidInvite("maker-gone")
    return premises


async def _has_it(uow: UnitOfWork, invite: Invite, member: Member, now: datetime) -> bool:
    if invite.premises_id is not None:
        return any(one.premises.id == invite.premises_id for one in await uow.premises.followings(member.id))
    grants = await uow.roles.of_member(member.id)
    if invite.deputy_of is not None:
        return any(one.id == invite.deputy_of for one in grants)  # as the holder, or as the deputy
    own = (one for one in grants if one.member_id == member.id and one.is_active(now))
    return any(one.role is invite.role and one.scope == invite.scope for one in own)


async def _wanted(uow: UnitOfWork, invite: Invite, member: MemberId) -> NewGrantRequest:
    """Return the request for what the link gives this member, to be confirmed by another."""
    assert invite.created_by is not None, "somebody made the link"
    if invite.deputy_of is not None:
        held = await uow.roles.get(invite.deputy_of)
        kind, role, scope, function = GrantKind.DEPUTY, held.role, held.scope, held.function
    else:
        assert invite.role is not None, "an invitation gives a role or a shop"
        assert invite.scope is not None, "a role has a scope"
        kind, role, scope, function = GrantKind.ROLE, invite.role, invite.scope, invite.function
    return NewGrantRequest(
        kind=kind,
        member_id=member,
        given_by=invite.created_by,
        role=role,
        scope=scope,
        label=invite.label,
        function=function,
        role_id=invite.deputy_of,
        ends_at=invite.role_ends_at,
    )


async def _join(uow: UnitOfWork, invite: Invite, premises_id: PremisesId, *, member: Member, now: datetime) -> Premises:
    premises = await uow.premises.get(premises_id)
    people = await uow.premises.members_of(premises_id)
    await uow.premises.join(premises_id, member.id, is_owner=not people, now=now)
    await uow.audit.append(AuditEvent("premises.joined", "premises", premises_id, member.id), now)
    if not people and await _is_vouched_for(uow, invite, premises, member=member, now=now):
        premises = await _verify(uow, invite, premises, now)
    await give_up_twins(uow, member, premises, now)
    notice = Notice("joined", {"premises": premises_id, "asks_night": int(member.p1_at_night is None)})
    await tell(uow, [member.id], notice, f"joined:{invite.id}:{member.id}:{invite.uses}", now)
    if people:
        owners = [one.member_id for one in people if one.is_owner]
        colleague = Notice("colleague-joined", {"premises": premises_id, "member": member.id})
        await tell(uow, owners, colleague, f"colleague-joined:{invite.id}:{member.id}:{invite.uses}", now)
    await announce_signup(uow, premises, now)
    await watch_growth(uow, premises, now)
    return premises


async def _verify(uow: UnitOfWork, invite: Invite, premises: Premises, now: datetime) -> Premises:
    """Verify the shop in the name of who made the link, and tell them, as it may have come into the wrong hands."""
    assert invite.created_by is not None, "somebody vouches"
    verified = await uow.premises.verify(premises.id, premises.version, Verification.INVITE, invite.created_by, now)
    await uow.audit.append(AuditEvent("premises.verified", "premises", premises.id, invite.created_by), now)
    notice = Notice("invite-followed", {"premises": premises.id})
    await tell(uow, [invite.created_by], notice, f"invite-followed:{invite.id}", now)
    await renew_signup_cards(uow, verified, now)
    await tell_coordinators(uow, verified, invite.created_by, now)
    return verified


async def _is_vouched_for(
    uow: UnitOfWork, invite: Invite, premises: Premises, *, member: Member, now: datetime
) -> bool:
    """Whether who made the link may still verify there. Only asked for the first to come, as the shop cannot have moved
    before that; nobody vouches for themselves."""
    if premises.is_verified or invite.created_by in (None, member.id):
        return False
    matter = await shop_matter(uow, premises.place, premises.branch)
    return await is_allowed(uow, invite.created_by, Action.VERIFY_PREMISES, matter, now)
