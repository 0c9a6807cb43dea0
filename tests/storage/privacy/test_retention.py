"""Tests that retention removes data when its time has passed and not before, and that counts stay the same."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from alerts.alert import Alert, AlertContent, AlertState, Revision
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.branch import Branch
from alerts.delivery import DeliveryState, NewDelivery, Notice, Priority, Sent, Settled
from alerts.ids import ReportId
from alerts.invite import NewInvite
from alerts.member import Language, Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.premises import Following, NewPremises
from alerts.report import NewReport, ReportContent, ReportKind, ReportState, ReportStep, Signal
from alerts.retention import Kind, Retention
from alerts.services.alert.report_progress import progress_of
from alerts.services.audit.verify_audit import verify_audit
from alerts.services.privacy import apply_retention as service
from alerts.services.privacy.apply_retention import apply_retention, is_due, what_is_due
from alerts.targeting import target_of
from tests.patience import PATIENCE
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]
Query = Callable[[str], list[Any]]
KEEP = Retention()
MOMENT = timedelta(microseconds=1)


@pytest.fixture
async def ended(
    storage: Storage,
    now: datetime,
    new_member: NewMember,
    new_shop: NewShop,
    new_live_alert: NewAlert,
) -> Alert:
    """Return an alert that reached three of four shops, was seen by one, and ended now."""
    members = [await new_member() for _ in range(4)]
    for member in members:
        await new_shop(member)
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        deadline = now + timedelta(hours=1)
        await uow.deliveries.fan_out(
            revision, target_of(revision.content), [], priority=Priority.P2, deadline=deadline, now=now
        )
        claimed = await claim(uow, 3, "test", now)
        sent = [(one.id, Sent(message_ref="77", chat_ref=one.ref)) for one in claimed]
        await uow.deliveries.settle_sent(sent, now)
        await uow.alerts.mark_seen(revision.alert_id, members[0].id, now)
        notice = NewDelivery("note", members[0].address.id, Notice("joined", {}), deadline, alert_id=revision.alert_id)
        await uow.deliveries.enqueue([notice], now)
        note, rest = await claim(uow, 2, "test", now)
        await uow.deliveries.settle_sent([(note.id, Sent("78", note.ref))], now)
        await uow.deliveries.settle(rest.id, Settled(DeliveryState.FAILED, "gone", "Forbidden: 1004"), now)
        alert = await uow.alerts.get(revision.alert_id)
        return await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))


@pytest.fixture
async def report(storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop) -> ReportId:
    """Return an open report with every field, made now."""
    member = await new_member()
    shop = await new_shop(member)
    told = NewReport(
        kind=ReportKind.RECONNAISSANCE,
        content=ReportContent(signals=frozenset({Signal.PHOTOS}), clothing="zwarte jas", what="Ze kwamen twee keer."),
        place=Place("2903", "2903AB", Point(1, 2, 3)),
        member_id=member.id,
        premises_id=shop.premises.id,
        is_confirmed=True,
    )
    async with storage.transaction() as uow:
        made = await uow.reports.add(told, "M-2026-0001", now)
        await uow.reports.add_event(made.id, ReportStep.ADDED, member.id, now, comment="En nog eens.")
    return made.id


def _nothing(**counts: int) -> dict[str, int]:
    return {
        **dict.fromkeys(("deliveries", "seen", "reports", "shops", "unclaimed", "forms", "alerts", "tallies"), 0),
        **dict.fromkeys(("incidents", "tasks", "meetings", "visits", "cases", "case_tallies", "mo_records"), 0),
        **dict.fromkeys(("passers_by", "audit", "leftovers"), 0),
        **counts,
    }


async def test_deliveries_become_counts_thirty_days_after_the_end(
    storage: Storage, now: datetime, ended: Alert, query: Query
) -> None:
    """Deliveries become counts thirty days after the end, not earlier; recipients and presses read the same before and
    after."""
    async with storage.reading() as uow:
        before = replace(await progress_of(uow, ended.id), rings=())
    assert (3, 1, 1) == (before.sent, before.failed[0].count, before.seen)
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.deliveries - MOMENT)
    assert 5 == query("SELECT count(*) FROM deliveries")[0][0]
    assert _nothing(deliveries=5, seen=1) == await apply_retention(storage, KEEP, now + KEEP.deliveries)
    async with storage.reading() as uow:
        assert before == replace(await progress_of(uow, ended.id), rings=())
    assert [(0,), (0,)] == query("SELECT count(*) FROM deliveries UNION ALL SELECT count(*) FROM seen")


async def test_counts_and_rows_add_up_however_it_was_cut(
    storage: Storage, now: datetime, ended: Alert, query: Query
) -> None:
    """Counts and rows add up when removal stopped between two steps, as after a kill."""
    async with storage.reading() as uow:
        before = replace(await progress_of(uow, ended.id), rings=())
        numbers = await uow.expired.due(Kind.DELIVERIES, now, 100)
    assert 5 == len(numbers)
    for number in numbers:
        async with storage.transaction() as uow:
            assert 1 == await uow.expired.remove(Kind.DELIVERIES, [number], now)
            assert before == replace(await progress_of(uow, ended.id), rings=())
            assert 0 == await uow.expired.remove(Kind.DELIVERIES, [number], now)


async def test_what_is_live_or_waits_stays(
    storage: Storage, now: datetime, new_live_alert: NewAlert, new_member: NewMember, new_shop: NewShop, query: Query
) -> None:
    """Deliveries of live alerts and waiting ones stay, however old; those about no alert have a period of their own."""
    member = await new_member()
    await new_shop(member)
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        row = NewDelivery("a", member.address.id, Notice("joined", {}), now + timedelta(days=1))
        await uow.deliveries.enqueue([row, replace(row, effect_key="b")], now)
        [claimed] = await claim(uow, 1, "test", now)
        await uow.deliveries.settle_sent([(claimed.id, Sent("1", claimed.ref))], now)
        await uow.deliveries.fan_out(
            revision, target_of(revision.content), [], priority=Priority.P2, deadline=now, now=now
        )
    assert _nothing(deliveries=1) == await what_is_due(storage, KEEP, now + timedelta(days=9_999))
    assert 1 == (await apply_retention(storage, KEEP, now + KEEP.deliveries))["deliveries"]
    assert ["queued", "queued"] == [row[0] for row in query("SELECT state FROM deliveries")]


async def test_a_report_is_raw_for_ninety_days(storage: Storage, now: datetime, report: ReportId, query: Query) -> None:
    """After ninety days a report keeps its kind, signals, PC4 and times: no person, no shop, no words."""
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.reports - MOMENT)
    async with storage.reading() as uow:
        assert "zwarte jas" == (await uow.reports.get(report)).content.clothing
    assert _nothing(reports=1) == await apply_retention(storage, KEEP, now + KEEP.reports)
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.reports + MOMENT)
    async with storage.reading() as uow:
        left = await uow.reports.get(report)
        [event] = await uow.reports.events(report)
        assert [] == await uow.reports.still_open()
    assert (Place("2903", None, None), None, None) == (left.place, left.member_id, left.premises_id)
    assert ReportContent(signals=frozenset({Signal.PHOTOS})) == left.content
    assert (ReportState.CLOSED, ReportKind.RECONNAISSANCE, "M-2026-0001") == (left.state, left.kind, left.number)
    assert (None, None) == (event.actor_id, event.comment)


async def test_a_shop_that_closed_keeps_its_name_as_long_as_a_report(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop
) -> None:
    """A shop that closed keeps its name as long as a report, and then only branch and PC4; an open shop stays as it
    is."""
    closing, staying = await new_shop(await new_member()), await new_shop(await new_member())
    async with storage.transaction() as uow:
        await uow.premises.save(replace(closing.premises, closed_at=now))
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.reports - MOMENT)
    assert _nothing(shops=1) == await apply_retention(storage, KEEP, now + KEEP.reports)
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.reports + MOMENT)
    async with storage.reading() as uow:
        left = await uow.premises.get(closing.premises.id)
        assert staying.premises == await uow.premises.get(staying.premises.id)
    assert (None, None, Place("2903", None, None)) == (left.name, left.house_number, left.place)


async def test_a_shop_to_which_nobody_came_goes_with_its_links(
    storage: Storage, now: datetime, new_member: NewMember, query: Query
) -> None:
    """A shop that nobody joined is removed a period after its last link stopped working; a shop that was joined or
    invited anew stays."""
    told = NewPremises(Branch.JEWELLER, "2903", "2903AB", Point(1, 2, 3), None, name="Piet Jansen", house_number="5")
    maker, owner, ends = await new_member(), await new_member(), now + timedelta(days=14)
    async with storage.transaction() as uow:
        empty, joined, anew = [await uow.premises.add(told, now) for _ in range(3)]
        await uow.premises.join(joined.id, owner.id, is_owner=True, now=now)
        for number, shop in enumerate((empty, empty, joined, anew)):
            invite = NewInvite(ends, max_uses=1, premises_id=shop.id, created_by=maker.id)
            made = await uow.invites.add(f"secret {number}", invite, now)
            if number == 1:
                await uow.invites.revoke(made, now + timedelta(days=1))
    assert _nothing() == await what_is_due(storage, KEEP, ends + KEEP.reports - MOMENT)
    assert _nothing(unclaimed=2) == await what_is_due(storage, KEEP, ends + KEEP.reports)
    later = ends + KEEP.reports
    async with storage.transaction() as uow:
        found = await uow.expired.due(Kind.UNCLAIMED, ends, 100)
        fresh = NewInvite(later + timedelta(days=14), max_uses=1, premises_id=anew.id, created_by=maker.id)
        await uow.invites.add("another secret", fresh, later)
        assert 1 == await uow.expired.remove(Kind.UNCLAIMED, found, later), "it was found before somebody made a link"
    assert _nothing() == await apply_retention(storage, KEEP, later + MOMENT)
    async with storage.reading() as uow:
        left = await uow.premises.get(empty.id)
        assert [joined, anew] == [await uow.premises.get(one.id) for one in (joined, anew)]
    assert (None, None, Place("2903", None, None), later) == (
        *(left.name, left.house_number, left.place),
        left.closed_at,
    )
    assert [(None,)] == query("SELECT name_key FROM premises WHERE closed_at IS NOT NULL")


async def test_a_form_that_was_put_aside_says_nothing_after_ninety_days(
    storage: Storage, now: datetime, new_member: NewMember, query: Query
) -> None:
    """A form that was put aside is erased after ninety days, like a report: it may have been begun from one."""
    author = await new_member()
    async with storage.transaction() as uow:
        await uow.kept_forms.keep(author.id, "alert", {"what": "Twee mannen met helmen"}, now)
    assert _nothing() == await what_is_due(storage, KEEP, now + KEEP.reports - MOMENT)
    assert _nothing(forms=1) == await what_is_due(storage, KEEP, now + KEEP.reports)
    assert _nothing(forms=1) == await apply_retention(storage, KEEP, now + KEEP.reports)
    assert _nothing() == await apply_retention(storage, KEEP, now + KEEP.reports + MOMENT)
    async with storage.reading() as uow:
        assert [] == await uow.kept_forms.of_member(author.id, "alert")
    assert [] == query("SELECT id FROM kept_forms WHERE draft IS NOT NULL")


async def test_who_only_passed_by_in_a_group_is_forgotten_with_the_press(
    storage: Storage, now: datetime, ended: Alert, query: Query
) -> None:
    """A person who only pressed in a group is removed with the press; one who signed up stays, also after blocking the
    bot, and one who presses again is stored anew."""
    async with storage.transaction() as uow:
        long_ago = now - timedelta(days=10)
        await uow.members.add(channel="telegram", ref="5005", language=Language.DUTCH, now=long_ago, is_active=False)
        blocked = await uow.members.add(channel="telegram", ref="6006", language=Language.DUTCH, now=now)
        await uow.members.set_active("telegram", "6006", active=False, now=now)
    passer = "(SELECT member_id FROM addresses WHERE ref = '5005')"
    query("INSERT INTO seen (alert_id, member_id, at) SELECT alert_id, PASSER, at FROM seen".replace("PASSER", passer))
    assert 0 == (await apply_retention(storage, KEEP, now + KEEP.deliveries - MOMENT))["passers_by"]
    assert 1 == (await apply_retention(storage, KEEP, now + KEEP.deliveries))["passers_by"]
    assert 0 == (await apply_retention(storage, KEEP, now + KEEP.deliveries))["passers_by"]
    async with storage.reading() as uow:
        assert None is await uow.members.by_ref("telegram", "5005")
        assert blocked.id == (await uow.members.get(blocked.id)).id
        assert 2 == await uow.alerts.seen_count(ended.id)


async def test_an_alert_says_nothing_after_a_year(storage: Storage, now: datetime, ended: Alert, query: Query) -> None:
    """After a year none of an alert's texts is left; number, kind, severity, PC4 and times stay."""
    await apply_retention(storage, KEEP, now + KEEP.alerts - MOMENT)
    async with storage.reading() as uow:
        assert ended.content == (await uow.alerts.get(ended.id)).content
    assert 1 == (await apply_retention(storage, KEEP, now + KEEP.alerts))["alerts"]
    async with storage.reading() as uow:
        left = await uow.alerts.get(ended.id)
        text = await uow.alerts.latest_revision(ended.id)
        assert 3 == (await progress_of(uow, ended.id)).sent
    assert text is not None
    assert left.content == text.content
    said, was = left.content, ended.content
    assert ("", "", {}, Place("2903", None, None)) == (said.what, said.place_words, said.mo, said.place)
    assert (was.kind, was.severity, was.until) == (said.kind, said.severity, said.until)
    assert (ended.number, AlertState.ENDED) == (left.number, left.state)
    assert [(None, None)] == query("SELECT pc6, x FROM alerts")
    assert [] == [row for row in query("SELECT content, reason, comment FROM approvals") if any(row)]


async def test_a_draft_that_was_never_sent_goes_too(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """A draft that was never sent is removed a year after it was made, and can no longer be sent."""
    author = await new_member()
    async with storage.transaction() as uow:
        draft = await uow.alerts.add(author.id, content, now)
    assert 0 == (await apply_retention(storage, KEEP, now + KEEP.alerts - MOMENT))["alerts"]
    assert 1 == (await apply_retention(storage, KEEP, now + KEEP.alerts))["alerts"]
    async with storage.reading() as uow:
        left = await uow.alerts.get(draft.id)
        assert [] == await uow.alerts.drafts_of(author.id)
    assert ("", AlertState.RETRACTED) == (left.content.what, left.state)


async def test_the_record_is_pruned_and_holds(
    storage: Storage, now: datetime, monkeypatch: pytest.MonkeyPatch, query: Query
) -> None:
    """The audit record keeps a year and still verifies; the rest is removed in steps, each of them recorded."""
    monkeypatch.setattr(service, "STEP", 2)
    for days in (0, 0, 0, 1):
        async with storage.transaction() as uow:
            await uow.audit.append(AuditEvent("member.stopped", "member", 1), now + timedelta(days=days))
    assert 0 == (await apply_retention(storage, KEEP, now + KEEP.audit))["audit"]
    for moment, old in ((timedelta(), 0), (MOMENT, 3), (timedelta(days=900), 3)):
        assert _nothing(audit=old) == await what_is_due(storage, KEEP, now + KEEP.audit + moment)
    assert 3 == (await apply_retention(storage, KEEP, now + KEEP.audit + MOMENT))["audit"]
    assert [(2,)] == query("SELECT count(*) FROM audit WHERE action = 'audit.pruned'")
    async with storage.reading() as uow:
        assert 3 == getattr(await uow.audit.checkpoint(), "sequence", None)
    assert [] == (await verify_audit(storage)).findings


async def test_a_dry_run_counts_leftovers_too(storage: Storage, now: datetime) -> None:
    """A dry run also counts chats that are no longer closed, and albums; chats that are still closed stay."""
    async with storage.transaction() as uow:
        await uow.closures.put("1", 60, now)
        await uow.closures.put("2", 3e9, now)
        await uow.facts.put("album:1", "77")
    later = now + timedelta(days=9_999)
    assert _nothing(leftovers=2) == await what_is_due(storage, KEEP, later)
    assert _nothing(leftovers=2) == await apply_retention(storage, KEEP, later)
    assert _nothing() == await what_is_due(storage, KEEP, later)


async def test_it_is_due_once_a_night_whatever_starts_and_stops(storage: Storage, now: datetime) -> None:
    """Retention is due at the first start and then at three in the morning, by the database, across restarts."""
    async with storage.reading() as uow:
        assert await is_due(uow, now)
    await apply_retention(storage, KEEP, now)
    three = (now + timedelta(days=1)).replace(hour=3, minute=0, second=0, microsecond=0)
    async with storage.reading() as uow:
        assert not await is_due(uow, three - MOMENT)
        assert await is_due(uow, three)
        assert await is_due(uow, three + timedelta(days=5))


async def test_no_step_is_large(
    storage: Storage, now: datetime, ended: Alert, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step is a transaction of its own, between which others write."""
    monkeypatch.setattr(service, "STEP", 2)
    monkeypatch.setattr(service, "LOOK", 3)
    numbers: list[int] = []

    async def write() -> None:
        while not numbers:
            async with storage.transaction() as uow:
                numbers.extend(await uow.expired.due(Kind.DELIVERIES, now, 100))
                if len(numbers) == 5:
                    numbers.clear()
            await asyncio.sleep(0)

    writer = asyncio.create_task(write())
    await asyncio.sleep(0)
    assert 5 == (await apply_retention(storage, KEEP, now + KEEP.deliveries))["deliveries"]
    await asyncio.wait_for(writer, PATIENCE)
    assert len(numbers) in (1, 2, 3)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_nothing_readable_is_left(
    storage: Storage, now: datetime, tmp_path: Path, ended: Alert, report: ReportId
) -> None:
    """After a year no file contains anything readable."""
    half = "Een bus zonder opschrift"
    words = (ended.content.what, ended.content.place_words, half, "zwarte jas", "Ze kwamen twee keer.", "En nog eens.")
    async with storage.transaction() as uow:
        await uow.kept_forms.keep(ended.author_id, "alert", {"what": half}, now)

    def found() -> list[str]:
        files = [file.read_bytes() for file in tmp_path.glob("wees-alert.db*")]
        return [one for one in words if any(one.encode() in file for file in files)]

    assert list(words) == found(), "the test looks in the right place"
    await apply_retention(storage, KEEP, now + KEEP.alerts)
    async with asyncio.timeout(PATIENCE):
        while found():  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)
