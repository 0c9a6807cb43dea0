"""Tests of what a claim tells of its reader's branches, and of who is nearest."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from alerts.alert import Revision
from alerts.branch import Branch
from alerts.delivery import PRIORITY_OF
from alerts.member import Member
from alerts.ports import Storage
from alerts.premises import Following
from alerts.severity import Severity
from alerts.targeting import target_of
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]


async def _branches(storage: Storage, revision: Revision, now: datetime, coordinator: Member) -> dict[int, set[str]]:
    """Queue the notice, claim all of it, and return the branches by member."""
    severity, deadline = revision.content.severity, now + timedelta(hours=1)
    async with storage.transaction() as uow:
        await uow.deliveries.fan_out(
            revision,
            target_of(revision.content),
            [coordinator.id],
            priority=PRIORITY_OF[severity],
            deadline=deadline,
            now=now,
        )
        return {one.member_id or 0: set(one.branches) for one in await claim(uow, 100, "test", now)}


async def test_a_claim_tells_of_which_branches_its_reader_is(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """Of a notice about a method each claim has the branches of the reader's shops, once each; a shop that was left
    does not count, and a coordinator without a shop has none."""
    one, several, gone, coordinator = [await new_member() for _ in range(4)]
    await new_shop(one)
    for branch in (Branch.JEWELLER, Branch.BAKERY, Branch.BAKERY):
        await new_shop(several, branch=branch)
    await new_shop(gone)
    left = await new_shop(gone, branch=Branch.CAFE)
    async with storage.transaction() as uow:
        await uow.premises.leave(left.premises.id, gone.id, now)
    found = await _branches(storage, await new_live_alert(severity=Severity.P3), now, coordinator)
    expected = {one.id: {"jeweller"}, several.id: {"jeweller", "bakery"}, gone.id: {"jeweller"}, coordinator.id: set()}
    assert expected == found


async def test_of_what_is_urgent_nothing_is_looked_up(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A notice that shows no measures costs no look at shops."""
    shop, coordinator = [await new_member() for _ in range(2)]
    await new_shop(shop)
    found = await _branches(storage, await new_live_alert(severity=Severity.P1), now, coordinator)
    assert {shop.id: set(), coordinator.id: set()} == found


async def test_who_is_nearest(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """The nearest shop that the notice reaches counts; one nearer of another branch, or beyond reach, does not."""
    far, near, other = [await new_member() for _ in range(3)]
    revision = await new_live_alert(branches=frozenset({Branch.JEWELLER}))
    async with storage.reading() as uow:
        assert None is await uow.deliveries.nearest(target_of(revision.content), now=now)
    await new_shop(far, metres=900)
    await new_shop(near, metres=400)
    await new_shop(other, metres=10, branch=Branch.BAKERY)
    async with storage.reading() as uow:
        assert near.id == await uow.deliveries.nearest(target_of(revision.content), now=now)
