"""Tests that every column that leads to a person is considered by export and erasure."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from alerts.alert import Revision
from alerts.area import circle
from alerts.audit import AuditEvent
from alerts.delivery import DeliveryState, Priority, Sent, Settled
from alerts.errors import Conflict
from alerts.invite import NewInvite
from alerts.limits import DAY
from alerts.member import Member
from alerts.ports import Dialogue, DialogueKey, RawUpdate, Storage
from alerts.premises import Following
from alerts.report import NewReport, ReportContent, ReportKind, ReportStep
from alerts.role import Role, Scope, ScopeKind
from alerts.targeting import target_of
from storage.privacy.access_export import RECORDS
from storage.privacy.personal_columns import EXCEPTIONS, TRACES, Fate
from storage.tables import metadata
from tests.storage.claiming import claim

NATIONAL = Scope(ScopeKind.NATIONAL)


def _leads_to_a_person(column: sa.Column[Any]) -> bool:
    """Whether a column is a link to a member or an address, a reference of a channel, or the order of a chat."""
    linked = {key.column.table.name for key in column.foreign_keys}
    return (
        bool(linked & {"members", "addresses"})
        or column.name in ("ref", "lane", "person")
        or column.name.endswith("_ref")
    )


def test_no_column_that_leads_to_a_person_is_forgotten() -> None:
    """Each column that leads to a person has an export and an erasure rule, or is an exception with a reason; each
    listed column exists."""
    columns = {f"{table.name}.{column.name}": column for table in metadata.tables.values() for column in table.c}
    leading = {name for name, column in columns.items() if _leads_to_a_person(column)} | {"members.id"}
    listed = {trace.name for trace in TRACES}
    assert set() == leading - listed - set(EXCEPTIONS)
    assert set() == (listed | set(EXCEPTIONS)) - leading
    assert set() == listed & set(EXCEPTIONS)
    assert all(EXCEPTIONS.values())


def test_what_stays_or_is_not_shown_whole_has_a_reason() -> None:
    """A column that stays or is not shown whole has a reason, and the shown columns exist."""
    for trace in TRACES:
        assert trace.why or (trace.fate is not Fate.STAYS and trace.shows is None), trace.name
        assert set(trace.shows or ()) <= {column.name for column in trace.column.table.c}, trace.name
        assert set(trace.words) <= {column.name for column in trace.column.table.c}, trace.name
        assert trace.fate is not Fate.CUT or trace.column.nullable or trace.name == "updates.lane", trace.name
    assert len(set(RECORDS)) == len(RECORDS)


@pytest.fixture
async def busy(
    storage: Storage,
    now: datetime,
    new_member: Callable[..., Awaitable[Member]],
    new_shop: Callable[..., Awaitable[Following]],
    new_live_alert: Callable[..., Awaitable[Revision]],
) -> Member:
    """A person with a row in every place where a person leaves one."""
    member, other = await new_member(), await new_member()
    shop = await new_shop(member)
    revision = await new_live_alert()
    ref = member.address.ref
    async with storage.transaction() as uow:
        await uow.deliveries.fan_out(
            revision, target_of(revision.content), [], priority=Priority.P2, deadline=now + timedelta(hours=1), now=now
        )
        await uow.alerts.mark_seen(revision.alert_id, member.id, now)
        await uow.members.follow_area(member.id, circle(shop.premises.place, 1_000), "Capelle", now)
        report = await uow.reports.add(
            NewReport(
                ReportKind.RECONNAISSANCE,
                ReportContent(what="gluren"),
                shop.premises.place,
                member.id,
                shop.premises.id,
                is_confirmed=True,
            ),
            "M-2026-0001",
            now,
        )
        await uow.reports.add_event(report.id, ReportStep.ADDED, member.id, now, comment="nog iets")
        await uow.kept_forms.keep(member.id, "report", {"what": "bewaard"}, now)
        key = DialogueKey(ref, ref)
        await uow.dialogues.put(Dialogue(key, "report", "what", {"what": "half"}, (), 1, False, None, now))
        grant = await uow.roles.grant(
            member=member.id, role=Role.POLICE, scope=NATIONAL, label="mijn functie", granted_by=other.id, now=now
        )
        theirs = await uow.roles.grant(
            member=other.id, role=Role.POLICE, scope=NATIONAL, label=None, granted_by=member.id, now=now
        )
        await uow.roles.set_deputy(theirs.id, member.id, None)
        invite = NewInvite(max_uses=9, expires_at=now + timedelta(days=1), deputy_of=grant.id, created_by=member.id)
        number = await uow.invites.add("geheim", invite, now)
        await uow.invites.use(number, member.id, now)
        await uow.invites.note_failure("telegram", ref, now)
        await uow.closures.put(ref, 60, now)
        await uow.updates.store(1, [RawUpdate(1, ref, "{}")], now)
    return member


async def test_everything_is_shown(storage: Storage, busy: Member) -> None:
    """An export contains everything about this person; of the shop and the other coordinator only what is about this
    person."""
    async with storage.reading() as uow:
        held = await uow.personal.export_of(busy.id)
    assert set(RECORDS) == set(held)
    assert {
        *("member", "addresses", "memberships", "premises", "followed_areas", "areas", "roles", "deputy_of", "reports"),
        *("report_events", "report_additions", "invitations", "invitations_used", "seen", "kept_forms", "deliveries"),
        *("dialogues", "updates_waiting", "closures", "alert_numbers", "roles_granted"),
        "invitation_failures",
    } == {name for name, rows in held.items() if rows}
    assert [("mijn functie", "another person")] == [(one["label"], one["granted_by"]) for one in held["roles"]]
    assert ["another person"] == [one["member_id"] for one in held["deputy_of"]]
    assert [busy.address.ref] == [one["ref"] for one in held["addresses"]]
    assert "2026-01-14T15:30:00.250000Z" == held["member"][0]["created_at"]
    assert [{"id": 1, "number": "2026-0001"}] == held["alert_numbers"]
    assert "geheim" not in str(held)
    assert [{"id", "lane", "state", "received_at"}] == [set(one) for one in held["updates_waiting"]]
    assert [{"id", "form", "kept_at"}] == [set(one) for one in held["kept_forms"]]


async def test_steps_of_others_that_name_somebody_are_shown(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """An export has the steps of others towards this person, also in the details, without who did them or other
    details."""
    ann, bob = await new_member(), await new_member()
    events = (
        AuditEvent("role.granted", "member", ann.id, bob.id),
        AuditEvent("deputy.named", "role", 7, bob.id, {"deputy": ann.id}),
        AuditEvent("premises.joined", "premises", 7, bob.id, {"member": ann.id}),
        AuditEvent("premises.joined", "premises", 7, ann.id, {"member": bob.id}),
    )
    async with storage.transaction() as uow:
        for event in events:
            await uow.audit.append(event, now)
        held = (await uow.personal.export_of(ann.id))["audit_about"]
    assert ["role.granted", "deputy.named", "premises.joined"] == [one["action"] for one in held]
    assert {"id", "at", "action"} == set(held[1])


async def test_erased_as_the_list_says(
    storage: Storage, now: datetime, busy: Member, query: Callable[[str], list[Any]]
) -> None:
    """After an erasure no row has a reference to the person, and the content that had to go is gone."""
    later = now + timedelta(hours=1)
    async with storage.reading() as uow:
        before = await uow.personal.export_of(busy.id)
    async with storage.transaction() as uow:
        await uow.personal.erase(busy.id, later)
    async with storage.reading() as uow:
        assert None is await uow.members.by_ref("telegram", busy.address.ref)
        held = await uow.personal.export_of(busy.id)
        [event] = await uow.reports.events((await uow.reports.still_open())[0].id)
    for trace in TRACES:
        stays = len(before[trace.record]) if trace.fate in (Fate.STAYS, Fate.EMPTIED) else 0
        if trace.record not in ("dialogues", "invitation_failures", "audit"):
            assert stays == len(held[trace.record]), trace.name
    assert [] == held["dialogues"]
    assert busy.address.ref not in str(held)
    assert [False] == [row[0] == busy.address.ref for row in query("SELECT ref FROM invite_failures")]
    async with storage.reading() as uow:
        assert [now] == await uow.invites.failures("telegram", busy.address.ref), "who comes back is still counted"
    assert "mijn functie" not in str(held)
    assert [(None,)] == query("SELECT draft FROM kept_forms")
    assert [DeliveryState.SKIPPED] == [one["state"] for one in held["deliveries"]]
    assert (None, "nog iets") == (event.actor_id, event.comment)
    assert [(busy.id,)] == query("SELECT id FROM members WHERE erased_at IS NOT NULL")
    assert [0] == [row[0] for row in query("SELECT count(*) FROM roles WHERE ends_at IS NULL AND member_id = 1")]
    assert [0] == [row[0] for row in query("SELECT count(*) FROM invites WHERE revoked_at IS NULL")]


async def test_who_comes_back_has_used_what_was_used(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """A person who comes back has used their limits, by address, for a day, newest first; actions under a new number in
    between are added."""
    ann, bob = await new_member(), await new_member()
    times = [now - timedelta(hours=25), now - timedelta(hours=2), now - timedelta(hours=1)]
    for at in times:
        async with storage.transaction() as uow:
            await uow.audit.append(AuditEvent("report.received", "report", 1, ann.id), at)
    async with storage.transaction() as uow:
        await uow.personal.erase(ann.id, now)
        again = await uow.members.add(channel="telegram", ref=ann.address.ref, language=ann.language, now=now)
        assert times[:0:-1] == await uow.personal.used_quotas("report.received", again.id, now - DAY)
        assert times[2:] == await uow.personal.used_quotas("report.received", again.id, now - timedelta(hours=2))
        assert [] == await uow.personal.used_quotas("premises.added", again.id, now - DAY)
        assert [] == await uow.personal.used_quotas("report.received", bob.id, now - DAY)
        assert 0 == await uow.expired.forget_leftovers(now + timedelta(hours=22, minutes=59))
        assert 1 == await uow.expired.forget_leftovers(now + timedelta(hours=23, minutes=1))
        assert [] == await uow.personal.used_quotas("report.received", again.id, now - DAY)


async def test_counts_stay_right_without_who_was_counted(
    storage: Storage, now: datetime, busy: Member, query: Callable[[str], list[Any]]
) -> None:
    """Counts stay right after an erasure: a press on *Gelezen* still counts, and a delivery under way counts as not
    sent, with the reason."""
    [(alert,)] = query("SELECT alert_id FROM seen")
    async with storage.transaction() as uow:
        await uow.personal.erase(busy.id, now)
        assert 1 == await uow.alerts.seen_count(alert)
        assert [("skipped", "erased", 1)] == [
            (one.state, one.reason, one.count) for one in await uow.deliveries.counts(alert)
        ]
        assert [alert] == await uow.deliveries.to_recount()
        assert None is await uow.members.by_ref("telegram", busy.address.ref)


async def test_what_is_on_its_way_leaves_no_trace_when_it_arrives(
    storage: Storage, now: datetime, busy: Member, query: Callable[[str], list[Any]]
) -> None:
    """A delivery that was claimed before an erasure leaves no trace when it is settled afterwards, as sent or as
    failed."""
    async with storage.transaction() as uow:
        [claimed] = await claim(uow, 9, "test", now)
    async with storage.transaction() as uow:
        await uow.personal.erase(busy.id, now)
    async with storage.transaction() as uow:
        await uow.deliveries.settle_sent([(claimed.id, Sent("7", busy.address.ref))], now)
        with pytest.raises(Conflict):
            await uow.deliveries.settle(claimed.id, Settled(DeliveryState.FAILED, "gone", "Forbidden"), now)
    assert [("skipped", "erased", None)] == query("SELECT state, reason, chat_ref FROM deliveries")
