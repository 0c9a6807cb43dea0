"""Tests of roles and of the invitations to them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.grant_request import GrantDecision, GrantKind, NewGrantRequest
from alerts.ids import InviteId, MemberId, MunicipalityId, RoleId
from alerts.invite import Invite, NewInvite
from alerts.member import Member
from alerts.ports import Storage
from alerts.premises import Following
from alerts.role import Function, Role, Scope, ScopeKind, municipality_scope, parse_scope

SCOPES = [
    Scope(ScopeKind.NATIONAL),
    Scope(ScopeKind.POSTCODES, first="2900", last="2999"),
    municipality_scope(MunicipalityId("0502"), "Capelle aan den IJssel"),
    Scope(ScopeKind.BRANCH, branch=Branch.JEWELLER),
    Scope(ScopeKind.BRANCH, first="2900", last="2999", branch=Branch.JEWELLER),
]


async def test_every_kind_of_scope_is_granted(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A role can have every kind of scope, is valid from its granting on, and roles are listed oldest first."""
    member, other = await new_member(), await new_member()
    async with storage.transaction() as uow:
        grants = [
            await uow.roles.grant(
                member=member.id, role=Role.POLICE, scope=scope, label="wijkagent", granted_by=None, now=now
            )
            for scope in SCOPES
        ]
        assert [grant.scope for grant in grants] == SCOPES
        assert {(grant.role, grant.label, grant.starts_at) for grant in grants} == {(Role.POLICE, "wijkagent", now)}
        assert await uow.roles.of_member(member.id) == grants
        assert await uow.roles.of_member(other.id) == []


async def test_a_function_is_kept_with_the_role_its_link_and_its_request(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A function is stored with the role, its link and its request; erasing the person erases it."""
    member, giver = await new_member(), await new_member()
    wijkagent = Function.COMMUNITY_OFFICER
    new = NewInvite(now + timedelta(days=7), role=Role.POLICE, scope=SCOPES[0], function=wijkagent)
    wanted = NewGrantRequest(GrantKind.ROLE, member.id, giver.id, Role.POLICE, SCOPES[0], function=wijkagent)
    async with storage.transaction() as uow:
        invite = await uow.invites.get(await uow.invites.add("a" * 64, new, now))
        request = await uow.grant_requests.add(wanted, now)
        grant = await uow.roles.grant(
            member=member.id,
            role=Role.POLICE,
            scope=SCOPES[0],
            label=None,
            granted_by=None,
            now=now,
            function=wijkagent,
        )
        assert [wijkagent] * 3 == [one.function for one in (invite, request, grant)]
        assert [grant] == await uow.roles.of_member(member.id)
    async with storage.transaction() as uow:
        await uow.personal.erase(member.id, now)
    async with storage.reading() as uow:
        assert None is (await uow.roles.get(grant.id)).function
        assert None is (await uow.grant_requests.get(request.id)).function


async def test_only_running_grants_are_active(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    query: Callable[[str], list[Any]],
) -> None:
    """A role is active from its first moment up to, not including, its end; ended roles are still listed for their
    member."""
    member = await new_member()
    async with storage.transaction() as uow:
        grant = await uow.roles.grant(
            member=member.id, role=Role.CITY_MARSHAL, scope=SCOPES[0], label=None, granted_by=member.id, now=now
        )
    end = now + timedelta(days=1)
    query("UPDATE roles SET ends_at = '2026-01-15 15:30:00.250000'")
    async with storage.reading() as uow:
        assert await uow.roles.active(now - timedelta(seconds=1)) == []
        assert [one.id for one in await uow.roles.active(now)] == [grant.id]
        assert [one.ends_at for one in await uow.roles.active(end - timedelta(seconds=1))] == [end]
        assert await uow.roles.active(end) == []
        assert len(await uow.roles.of_member(member.id)) == 1


async def test_an_invitation_is_found_by_its_hash(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    new_shop: Callable[..., Awaitable[Following]],
) -> None:
    """An invitation to a role or to premises is found by its hash, whether a person or the command line made it."""
    member = await new_member()
    shop = await new_shop(member)
    end = now + timedelta(days=7)
    async with storage.transaction() as uow:
        to_role = NewInvite(end, role=Role.POLICE, scope=SCOPES[1], label="coördinator")
        to_shop = NewInvite(end, max_uses=5, premises_id=shop.premises.id, created_by=member.id)
        first = await uow.invites.add("a" * 64, to_role, now)
        second = await uow.invites.add("b" * 64, to_shop, now)
        assert await uow.invites.by_hash("a" * 64) == Invite(
            first, Role.POLICE, SCOPES[1], "coördinator", None, None, 1, 0, end, None
        )
        assert await uow.invites.by_hash("b" * 64) == Invite(
            second, None, None, None, shop.premises.id, member.id, 5, 0, end, None
        )
        assert await uow.invites.by_hash("c" * 64) is None
        with pytest.raises(Conflict):
            await uow.invites.add("a" * 64, to_role, now)


async def test_an_invitation_is_not_used_more_often_than_allowed(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    query: Callable[[str], list[Any]],
) -> None:
    """An invitation is not used more often than allowed, and each use is counted and stored."""
    member = await new_member()
    async with storage.transaction() as uow:
        invite = await uow.invites.add("a" * 64, NewInvite(now, max_uses=2), now)
        await uow.invites.use(invite, member.id, now)
        await uow.invites.use(invite, member.id, now)
        with pytest.raises(Conflict):
            await uow.invites.use(invite, member.id, now)
        used = await uow.invites.by_hash("a" * 64)
        assert used is not None
        assert used.uses == 2
    assert query("SELECT invite_id, member_id FROM invite_uses") == [(invite, member.id)] * 2


async def test_a_link_that_many_open_at_once_lets_in_as_many_as_it_may(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """When many open a link at once, as many as allowed get in, and the others get Conflict."""
    people = [(await new_member()).id for _ in range(8)]
    async with storage.transaction() as uow:
        invite = await uow.invites.add("a" * 64, NewInvite(now + timedelta(days=1), max_uses=3), now)

    async def come(member: MemberId) -> bool:
        try:
            async with storage.transaction() as uow:
                await uow.invites.use(invite, member, now)
        except Conflict:
            return False
        return True

    assert 3 == sum(await asyncio.gather(*(come(member) for member in people)))


async def test_a_role_has_one_deputy_who_is_named_and_replaced_as_seen(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A role has one deputy, listed among the deputy's own roles; naming one on an outdated version is a conflict, and
    a missing role NotFound."""
    holder, deputy, late = [(await new_member()).id for _ in range(3)]
    async with storage.transaction() as uow:
        role = (
            await uow.roles.grant(
                member=holder, role=Role.POLICE, scope=SCOPES[0], label=None, granted_by=None, now=now
            )
        ).id
        await uow.roles.set_deputy(role, deputy, instead_of=None)
        grant = await uow.roles.get(role)
        assert [deputy, [grant], [grant]] == [
            grant.deputy_id,
            await uow.roles.of_member(holder),
            await uow.roles.of_member(deputy),
        ]
        with pytest.raises(Conflict):
            await uow.roles.set_deputy(role, late, instead_of=None)
        await uow.roles.set_deputy(role, None, instead_of=deputy)
        assert [] == await uow.roles.of_member(deputy)
        with pytest.raises(NotFound):
            await uow.roles.get(RoleId(99))


async def test_links_for_deputies_of_a_role_are_revoked_together(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """Unused links for deputies of a role are revoked together; links of other roles and other links are not."""
    member = (await new_member()).id
    async with storage.transaction() as uow:
        one, two = [
            (
                await uow.roles.grant(
                    member=member, role=Role.POLICE, scope=scope, label=None, granted_by=None, now=now
                )
            ).id
            for scope in SCOPES[:2]
        ]
        links = {"a": one, "b": one, "c": two, "d": None}
        for letter, role in links.items():
            await uow.invites.add(letter * 64, NewInvite(now, deputy_of=role), now)
        used = await uow.invites.by_hash("a" * 64)
        assert used is not None
        assert used.deputy_of == one
        await uow.invites.use(used.id, member, now)
        await uow.invites.revoke_for_deputies(one, now)
        found = [await uow.invites.by_hash(letter * 64) for letter in links]
        assert [None, now, None, None] == [invite.revoked_at for invite in found if invite]


async def test_open_invitations_are_listed_and_revoked(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    new_shop: Callable[..., Awaitable[Following]],
) -> None:
    """Open invitations are listed by maker and by shop; used up, expired and revoked ones are not."""
    member, other = await new_member(), await new_member()
    shop = (await new_shop(member)).premises.id
    end = now + timedelta(days=7)
    async with storage.transaction() as uow:
        used, first, second, expired, theirs = [
            await uow.invites.add(letter * 64, invite, now)
            for letter, invite in {
                "a": NewInvite(end, created_by=member.id),
                "b": NewInvite(end, max_uses=2, premises_id=shop, created_by=member.id),
                "c": NewInvite(end, created_by=member.id),
                "d": NewInvite(now, created_by=member.id),
                "e": NewInvite(end, premises_id=shop, created_by=other.id),
            }.items()
        ]
        for invite in (used, first):
            await uow.invites.use(invite, other.id, now)
        assert [second, first] == [one.id for one in await uow.invites.open_by(member.id, now)]
        assert [theirs, first] == [one.id for one in await uow.invites.open_for(shop, now)]
        await uow.invites.revoke(first, now)
        with pytest.raises(Conflict):
            await uow.invites.revoke(first, now)
        assert [second] == [one.id for one in await uow.invites.open_by(member.id, now)]
        assert [now, None] == [(await uow.invites.get(one)).revoked_at for one in (first, expired)]
        with pytest.raises(NotFound):
            await uow.invites.get(InviteId(99))


async def test_wrong_secrets_are_remembered_by_address(storage: Storage, now: datetime) -> None:
    """Wrong secrets are stored by address, oldest first, until they are removed."""
    later = now + timedelta(minutes=1)
    async with storage.transaction() as uow:
        for ref, at in (("1", later), ("1", now), ("2", now)):
            await uow.invites.note_failure("telegram", ref, at)
        assert [now, later] == await uow.invites.failures("telegram", "1")
        await uow.invites.forget_failures(later)
        assert [[later], []] == [await uow.invites.failures("telegram", ref) for ref in ("1", "2")]


async def test_a_role_ends_once_and_its_end_is_told_once(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A role ends once, on a date that may change before it; its end is reported once."""
    member = (await new_member()).id
    end = now + timedelta(days=1)
    async with storage.transaction() as uow:
        grant = await uow.roles.grant(
            member=member, role=Role.POLICE, scope=SCOPES[0], label=None, granted_by=None, now=now, ends_at=end
        )
        assert end == grant.ends_at
        assert [[], [grant]] == [await uow.roles.ended(moment) for moment in (now, end)]
        await uow.roles.end_at(grant.id, None)
        assert [] == await uow.roles.ended(end)
        await uow.roles.end_at(grant.id, now)
        await uow.roles.close(grant.id, now)
        assert [[], []] == [await uow.roles.ended(now), await uow.roles.active(now)]
        with pytest.raises(Conflict):
            await uow.roles.end_at(grant.id, None)


async def test_an_invitation_knows_until_when_its_role_lasts(storage: Storage, now: datetime) -> None:
    """An invitation stores the end date of its role, where one was chosen."""
    end = now + timedelta(days=90)
    async with storage.transaction() as uow:
        await uow.invites.add("a" * 64, NewInvite(now, role=Role.POLICE, scope=SCOPES[0], role_ends_at=end), now)
        found = await uow.invites.by_hash("a" * 64)
    assert found is not None
    assert end == found.role_ends_at


async def test_a_menu_is_stale_until_it_was_renewed(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A menu is stale until it was renewed; a change during the renewal makes it stale again."""
    one, two = [(await new_member()).id for _ in range(2)]
    later = now + timedelta(seconds=1)
    async with storage.transaction() as uow:
        await uow.menus.mark(one, now)
        await uow.menus.mark(two, now)
        await uow.menus.mark(one, later)
        assert [(one, later), (two, now)] == await uow.menus.stale()
        await uow.menus.renewed(one, now)
        await uow.menus.renewed(two, now)
        assert [(one, later)] == await uow.menus.stale()


async def test_recoveries_and_for_whom_a_link_was(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """Requests for a new link to the console are found by member, newest first; for whom the newest used link was is
    known until it is forgotten."""
    member, giver, other = [(await new_member()).id for _ in range(3)]
    scope = parse_scope("2900-2999")
    async with storage.transaction() as uow:
        wanted = NewGrantRequest(GrantKind.RECOVERY, member, giver, Role.POLICE, scope)
        first, second = [await uow.grant_requests.add(wanted, now) for _ in range(2)]
        await uow.grant_requests.add(NewGrantRequest(GrantKind.ROLE, member, giver, Role.POLICE, scope), now)
        await uow.grant_requests.decide(first.id, GrantDecision.LAPSED, None, now)
        assert [second.id, first.id] == [one.id for one in await uow.grant_requests.recoveries_of(member)]
        assert [] == await uow.grant_requests.recoveries_of(other)
        for number, whom in enumerate(("A. de Vries", "B. Jansen")):
            new = NewInvite(now + timedelta(days=1), role=Role.POLICE, scope=scope, intended_for=whom)
            await uow.invites.use(await uow.invites.add(str(number) * 64, new, now), member, now)
        assert ("B. Jansen", None) == (await uow.invites.intended_for(member), await uow.invites.intended_for(other))
        await uow.invites.forget_intended(now + timedelta(seconds=1))
        assert await uow.invites.intended_for(member) is None
