"""Tests of the counts for a dry run: they are those of the policies and of the fan-out, in both databases."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.alert import Revision
from alerts.branch import Branch
from alerts.delivery import PRIORITY_OF, Sent, priority_of
from alerts.dry_run import Had, Objection, Ring
from alerts.member import Member
from alerts.policies import Drop, Hold, verdict
from alerts.ports import Storage
from alerts.severity import Severity
from alerts.targeting import target_of
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Any]]
NewAlert = Callable[..., Awaitable[Revision]]


async def sent(storage: Storage, revision: Revision, now: datetime) -> None:
    """Send the revision to everybody whom it reaches."""
    said = revision.content
    async with storage.transaction() as uow:
        await uow.deliveries.fan_out(
            revision, target_of(said), [], priority=priority_of(said), deadline=said.until, now=now
        )
        claimed = await claim(uow, 100, storage.owner, now)
        await uow.deliveries.settle_sent([(one.id, Sent(f"{one.id}", one.ref)) for one in claimed], now)


@pytest.mark.parametrize("severity", [Severity.P2, Severity.P3])
async def test_the_objections_are_those_of_the_policies(
    storage: Storage,
    now: datetime,
    new_member: NewMember,
    new_shop: NewShop,
    new_live_alert: NewAlert,
    severity: Severity,
) -> None:
    """For each recipient the first objection is what the policies say when the notice is claimed."""
    choices: list[dict[str, Any]] = [
        {},
        {"muted": frozenset({Severity.P3})},
        {"muted": frozenset({Severity.P3, Severity.P4}), "paused_until": now + timedelta(days=1)},
        {"paused_until": now + timedelta(days=1)},
        {"paused_until": now - timedelta(days=1), "p1_at_night": False},
    ]
    people = [await new_member() for _ in (*choices, None)]
    for number, one in enumerate(people):
        await new_shop(one, metres=number * 100)
    async with storage.transaction() as uow:
        for one, chosen in zip(people, choices, strict=False):
            await uow.members.save(replace(one, **chosen))
        await uow.members.set_active("telegram", people[-1].address.ref, active=False, now=now)
    revision = await new_live_alert(severity=severity)
    target = target_of(revision.content)
    async with storage.transaction() as uow:
        crowds = await uow.dry_runs.crowds(target, [], severity, now)
        await uow.deliveries.fan_out(
            revision, target, [], priority=PRIORITY_OF[severity], deadline=now + timedelta(days=9), now=now
        )
        claimed = await claim(uow, 100, storage.owner, now)
    counted = Counter[str]()
    for crowd in crowds:
        counted[str(crowd.objection or "")] += crowd.members
    said = [verdict(one, now) for one in claimed]
    assert Counter(one.reason if isinstance(one, Drop | Hold) else "" for one in said) == counted
    assert {Objection.UNREACHABLE, Objection.PAUSED} <= set(counted)
    assert 1 == sum(one.members for one in crowds if not one.hears_p1)


async def test_rings_and_branches_are_of_the_nearest_shop(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """Each member counts once, up to and with the last metre of a ring; coordinators have no ring."""
    marshal = await new_member()
    for metres, branch in (
        (1_000, Branch.JEWELLER),
        (1_001, Branch.JEWELLER),
        (5_000, Branch.BAKERY),
        (5_001, Branch.BAKERY),
    ):
        member = await new_member()
        await new_shop(member, metres=metres, branch=branch)
        await new_shop(member, metres=metres + 9_000, branch=Branch.OPTICIAN)
    revision = await new_live_alert(reach_m=20_000)
    async with storage.reading() as uow:
        crowds = await uow.dry_runs.crowds(target_of(revision.content), [marshal.id], Severity.P2, now)
        reach = await uow.deliveries.reach(target_of(revision.content), [marshal.id], now=now)
    assert {
        (Branch.JEWELLER, Ring.ONE, 1),
        (Branch.JEWELLER, Ring.THREE, 1),
        (Branch.BAKERY, Ring.FIVE, 1),
        (Branch.BAKERY, Ring.BEYOND, 1),
        (None, Ring.NONE, 1),
    } == {(one.branch, one.ring, one.members) for one in crowds}
    assert reach.members == sum(one.members for one in crowds)


async def test_how_many_notices_they_had_and_have(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """Those of seven days count, and not what is older, what did not arrive, or what went to others."""
    near, far = await new_member(), await new_member()
    await new_shop(near)
    await new_shop(far, metres=4_000)
    earlier = [await new_live_alert() for _ in range(3)]
    for one in earlier:
        await sent(storage, one, now)
    draft = await new_live_alert(reach_m=9_000)
    target, ids = target_of(draft.content), [one.alert_id for one in (*earlier, draft)]
    async with storage.reading() as uow:
        assert {Had.NONE: 1, Had.SOME: 1} == await uow.dry_runs.had_lately(target, [], now)
        assert {Had.NONE: 2} == await uow.dry_runs.had_lately(target, [], now + timedelta(days=8))
        assert dict.fromkeys(ids[:3], 1) == await uow.dry_runs.who_have(target, [], ids, now)
        assert {} == await uow.dry_runs.who_have(target, [], [], now)
