"""Tests of alerts with their numbers, revisions and approvals, and of who has seen them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertContent, AlertState, ApprovalKind, Decision, Revision, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import Priority
from alerts.errors import Conflict, NotFound
from alerts.ids import AlertId, RevisionId
from alerts.member import Member
from alerts.ports import Storage
from alerts.premises import Following
from alerts.targeting import target_of
from alerts.tlp import Tlp

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]


async def test_an_alert_comes_back_as_it_was_drafted(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """A saved alert is read back with every field, and each save raises the version."""
    author = await new_member()
    said = replace(content, branches=frozenset({Branch.TAXI, Branch.CAFE}), is_drill=True, place=Place(None))
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, said, now)
        assert (draft.content, draft.state, draft.version, draft.number) == (said, AlertState.DRAFT, 1, None)
        assert await uow.alerts.get(draft.id) == draft
        changed = replace(draft, content=content, number="2026-0007", state=AlertState.PENDING, sent_at=now)
        saved = await uow.alerts.save(changed)
        assert saved == replace(changed, version=2)
        assert await uow.alerts.get(draft.id) == saved


async def test_an_old_version_of_an_alert_is_refused(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """An old version of an alert is refused, so that nobody approves a changed text, and a number belongs to one
    alert."""
    author = await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, content, now)
        await uow.alerts.save(replace(draft, number="2026-0001"))
        with pytest.raises(Conflict):
            await uow.alerts.save(draft)
        with pytest.raises(NotFound):
            await uow.alerts.save(replace(draft, id=AlertId(99)))
        other = await uow.alerts.add(author.id, content, now)
        with pytest.raises(Conflict):
            await uow.alerts.save(replace(other, number="2026-0001"))


async def test_numbers_count_per_year(storage: Storage) -> None:
    """Alerts are numbered per year, also past four digits."""
    async with storage.transaction() as uow:
        assert [await uow.alerts.next_number(2026) for _ in range(2)] == ["2026-0001", "2026-0002"]
        assert await uow.alerts.next_number(2027) == "2027-0001"


async def test_a_number_of_a_rolled_back_transaction_is_given_again(storage: Storage) -> None:
    """The number of a transaction that was rolled back is given again, so the series has no gaps."""

    async def fail() -> None:
        async with storage.transaction() as uow:
            await uow.alerts.next_number(2026)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with storage.transaction() as uow:
        assert await uow.alerts.next_number(2026) == "2026-0001"


async def test_only_a_draft_without_a_number_is_removed(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Only a draft without a number is removed, and its id is not used again, so that an old button refers to
    nothing."""
    author = await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, replace(content, branches=frozenset({Branch.CAFE})), now)
        await uow.alerts.remove_draft(draft.id)
        with pytest.raises(NotFound):
            await uow.alerts.remove_draft(draft.id)
        other = await uow.alerts.add(author.id, content, now)
        assert other.id != draft.id
        await uow.alerts.save(replace(other, number="2026-0001"))
        with pytest.raises(Conflict):
            await uow.alerts.remove_draft(other.id)


async def test_lists_by_state_and_time(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Drafts are listed newest first, waiting alerts oldest first, and live ones until their end."""
    author, other = await new_member(), await new_member()
    later = now + timedelta(hours=1)
    async with storage.transaction() as uow:
        drafts = [(await uow.alerts.add(author.id, content, now)).id for _ in range(2)]
        await uow.alerts.add(other.id, content, now)
        waiting, live = [], []
        for until in (later + timedelta(hours=1), later):
            one = await uow.alerts.add(author.id, content, now)
            waiting.append((await uow.alerts.save(replace(one, state=AlertState.PENDING))).id)
            two = await uow.alerts.add(author.id, replace(content, until=until), now)
            live.append((await uow.alerts.save(replace(two, state=AlertState.LIVE))).id)
        assert [one.id for one in await uow.alerts.drafts_of(author.id)] == drafts[::-1]
        assert [one.id for one in await uow.alerts.pending()] == waiting
        assert [one.id for one in await uow.alerts.live_by_place(now)] == live[::-1]
        assert await uow.alerts.due_to_end(now) == []
        assert [one.id for one in await uow.alerts.live_by_place(later)] == live[:1]
        assert [one.id for one in await uow.alerts.due_to_end(later)] == live[1:]
        assert [one.id for one in await uow.alerts.due_to_end(content.until)] == live[::-1]


async def test_revisions_are_numbered_and_fixed(
    storage: Storage, now: datetime, content: AlertContent, new_live_alert: NewAlert
) -> None:
    """Revisions are numbered, and a later change of the alert does not change their text."""
    first = await new_live_alert()
    async with storage.transaction() as uow:
        alert = await uow.alerts.get(first.alert_id)
        assert (first.number, first.kind, first.alert_number, first.content) == (
            1,
            RevisionKind.FIRST,
            "2026-0001",
            content,
        )
        corrected = await uow.alerts.save(replace(alert, content=replace(content, what="anders")))
        approval = await uow.alerts.request_approval(corrected, ApprovalKind.FOUR_EYES, alert.author_id, None, now)
        second = await uow.alerts.add_revision(corrected, RevisionKind.CORRECTION, approval.id, alert.author_id, now)
        assert (second.number, second.content.what) == (2, "anders")
        assert await uow.alerts.revision(first.id) == first
        assert await uow.alerts.latest_revision(alert.id) == second
        assert await uow.alerts.revision_before(second) == first
        assert await uow.alerts.revision_before(first) is None
        with pytest.raises(NotFound):
            await uow.alerts.revision(RevisionId(99))


async def test_without_a_number_nothing_is_sent(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Fan-out of an alert without a number is refused, because the number makes a repeat recognisable."""
    author = await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, content, now)
        approval = await uow.alerts.request_approval(draft, ApprovalKind.TEMPLATE, author.id, None, now)
        with pytest.raises(Conflict):
            await uow.alerts.add_revision(draft, RevisionKind.FIRST, approval.id, author.id, now)
        assert await uow.alerts.latest_revision(draft.id) is None


async def test_each_version_is_approved_once(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """A version is approved once: of two coordinators who press at the same time, the second gets Conflict."""
    author, police = await new_member(), await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, content, now)
        asked = await uow.alerts.request_approval(draft, ApprovalKind.FOUR_EYES, author.id, "spoed", now)
        assert (asked.alert_version, asked.reason, asked.decision) == (1, "spoed", None)
        assert await uow.alerts.approval_of(draft.id, 1) == asked
        assert await uow.alerts.approval_of(draft.id, 2) is None
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.alerts.request_approval(draft, ApprovalKind.FOUR_EYES, author.id, None, now)
    async with storage.transaction() as uow:
        decided = replace(asked, decision=Decision.RETURNED, decided_by=police.id, decided_at=now)
        await uow.alerts.decide(decided)
        assert await uow.alerts.approval_of(draft.id, 1) == decided
        with pytest.raises(Conflict):
            await uow.alerts.decide(replace(decided, decision=Decision.APPROVED))
        assert await uow.alerts.approval_of(draft.id, 1) == decided


async def test_seen_counts_each_recipient_once(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """Only recipients count as having seen an alert, each once."""
    member, stranger = await new_member(), await new_member()
    await new_shop(member)
    revision = await new_live_alert()
    alert = revision.alert_id
    async with storage.transaction() as uow:
        with pytest.raises(NotFound):
            await uow.alerts.mark_seen(alert, member.id, now)
        target = target_of(revision.content)
        await uow.deliveries.fan_out(
            revision, target, [], priority=Priority.P2, deadline=revision.content.until, now=now
        )
        assert await uow.deliveries.addressed_to(alert, member.id)
        assert not await uow.deliveries.addressed_to(alert, stranger.id)
        assert [await uow.alerts.mark_seen(alert, member.id, now) for _ in range(2)] == [True, False]
        assert await uow.alerts.seen_count(alert) == 1
        with pytest.raises(NotFound):
            await uow.alerts.mark_seen(alert, stranger.id, now)


async def test_a_member_sees_what_is_live_nearby(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A member sees the newest text of each live alert nearby, with metres from their nearest shop, newest alert
    first."""
    member = await new_member()
    await new_shop(member, metres=1_500)
    await new_shop(member, metres=-900)
    near = await new_live_alert(reach_m=1_000)
    far = await new_live_alert(reach_m=800)
    everywhere = await new_live_alert(reach_m=25_000, tlp=Tlp.GREEN, branches=frozenset({Branch.JEWELLER}))
    for elsewhere in (
        {"branches": frozenset({Branch.TAXI})},
        {"tlp": Tlp.RED},
        {"until": now},
        {"place": Place("9999")},
    ):
        await new_live_alert(**elsewhere)
    vague = await new_live_alert(place=Place("2903"), reach_m=1_000)
    other = await new_member()
    await new_shop(other, point=None)
    async with storage.reading() as uow:
        assert await uow.alerts.live_for(member.id, now) == [(vague, None), (everywhere, 900), (near, 900)]
        by_pc4 = [vague, everywhere, far, near]
        assert await uow.alerts.live_for(other.id, now) == [(revision, None) for revision in by_pc4]


async def test_a_member_sees_the_latest_text(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A member sees only the latest text, and nothing of an alert that has ended."""
    member = await new_member()
    await new_shop(member)
    first = await new_live_alert()
    async with storage.transaction() as uow:
        alert = await uow.alerts.get(first.alert_id)
        alert = await uow.alerts.save(alert)
        approval = await uow.alerts.request_approval(alert, ApprovalKind.TEMPLATE, alert.author_id, None, now)
        second = await uow.alerts.add_revision(alert, RevisionKind.CORRECTION, approval.id, alert.author_id, now)
        assert await uow.alerts.live_for(member.id, now) == [(second, 0)]
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        assert await uow.alerts.live_for(member.id, now) == []


async def test_undecided_requests_are_about_alerts_as_they_are_now(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Undecided requests for the current version are listed, the longest waiting first; others are left out."""
    author = await new_member()
    async with storage.transaction() as uow:
        drafts = [await uow.alerts.add(author.id, content, now) for _ in range(4)]
        asked = [
            await uow.alerts.request_approval(
                draft, ApprovalKind.FOUR_EYES, author.id, None, now - timedelta(minutes=number)
            )
            for number, draft in enumerate(drafts)
        ]
        assert asked[::-1] == await uow.alerts.undecided()
        returned = replace(asked[0], decision=Decision.RETURNED, decided_by=author.id, decided_at=now, comment="korter")
        await uow.alerts.decide(returned)
        changed = await uow.alerts.save(drafts[1])
        assert [asked[3], asked[2]] == await uow.alerts.undecided()
        again = await uow.alerts.request_approval(changed, ApprovalKind.FOUR_EYES, author.id, None, now)
        assert [asked[3], asked[2], again] == await uow.alerts.undecided()
        assert [returned, again] == [await uow.alerts.latest_approval(draft.id) for draft in drafts[:2]]


async def test_reminders_of_a_request_are_remembered(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """The reminders of a request are stored beside its decision."""
    author = await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, content, now)
        asked = await uow.alerts.request_approval(draft, ApprovalKind.FOUR_EYES, author.id, None, now)
        await uow.alerts.mark_reminded(asked.id, now + timedelta(minutes=30))
        await uow.alerts.mark_escalated(asked.id, now + timedelta(hours=1))
        waits = replace(asked, reminded_at=now + timedelta(minutes=30), escalated_at=now + timedelta(hours=1))
        assert [waits] == await uow.alerts.undecided()
        decided = replace(waits, decision=Decision.OVERTAKEN, decided_at=now)
        await uow.alerts.decide(decided)
        assert decided == await uow.alerts.latest_approval(draft.id)


async def test_the_same_version_is_asked_about_once(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """A second request for the same version is refused and rolls back its transaction, because two approvals would send
    twice."""
    author = await new_member()
    async with storage.transaction() as uow:
        alert = await uow.alerts.add(author.id, content, now)
        first = await uow.alerts.request_approval(alert, ApprovalKind.FOUR_EYES, author.id, None, now)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.alerts.request_approval(alert, ApprovalKind.FOUR_EYES, author.id, None, now)
    async with storage.reading() as uow:
        assert first == await uow.alerts.latest_approval(alert.id)
