"""Tests of the audit record: every change is refused, and found when somebody makes it all the same."""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from alerts.audit import FORGOTTEN, AuditEvent, AuditFilter, Head, digest_of, hash_of
from alerts.audit_chain import Chain, Fault, KeptHead
from alerts.ids import MemberId
from alerts.member import Language, Member
from alerts.ports import Storage
from alerts.services.audit.prune_audit import prune_audit
from alerts.services.audit.verify_audit import verify_audit
from storage import open_storage
from storage.database.sqlite import SqliteFile
from storage.migrations import SCRIPTS, migrate
from tests.sqlite import make_database

Query = Callable[[str], list[Any]]
NewMember = Callable[..., Awaitable[Member]]


@pytest.fixture
def tamper(url: str, query: Query) -> Callable[[str], None]:
    """Change rows as somebody with the database can, after removing the triggers."""

    def run(statement: str) -> None:
        unguard(url, query)
        query(statement)

    return run


def unguard(url: str, query: Query) -> None:
    """Remove the triggers."""
    if url.startswith("sqlite:"):
        query("DROP TRIGGER IF EXISTS audit_keeps_facts")
        query("DROP TRIGGER IF EXISTS audit_keeps_rows")
    else:
        query("ALTER TABLE audit DISABLE TRIGGER USER")


@pytest.fixture
async def written(storage: Storage, now: datetime, new_member: NewMember) -> list[Member]:
    """Six rows, a minute apart, by two people; an erasure of the first person empties the first, third and fourth."""
    ann, bob = await new_member(), await new_member()
    events = (
        AuditEvent("report.received", "report", 3, ann.id, {"number": "M-2026-0001"}),
        AuditEvent("alert.approved", "alert", 3, bob.id, {"version": 2}),
        AuditEvent("member.met", "member", bob.id, ann.id, {"at": "church"}),
        AuditEvent("premises.joined", "premises", 7, bob.id, {"member": ann.id}),
        AuditEvent("alert.published", "alert", 3, bob.id, {"recipients": 40}),
        AuditEvent("alert.ended", "alert", 3),
    )
    for minute, event in enumerate(events):
        async with storage.transaction() as uow:
            await uow.audit.append(event, now + timedelta(minutes=minute))
    return [ann, bob]


async def _faults(storage: Storage, *kept: KeptHead) -> list[tuple[int, Fault]]:
    return [(one.sequence, one.fault) for one in (await verify_audit(storage, kept)).findings]


async def _head(storage: Storage) -> Head:
    async with storage.reading() as uow:
        head = await uow.audit.head()
    assert head is not None
    return head


@pytest.mark.usefixtures("written")
async def test_what_was_written_is_whole(storage: Storage, now: datetime) -> None:
    """A written record is numbered from 1, is read back as written, and has the last row as its head; an empty record
    verifies too."""
    chain = await verify_audit(storage)
    head = await _head(storage)
    assert ([], 6, head) == (chain.findings, chain.count, chain.head)
    assert (6, now + timedelta(minutes=5)) == (head.sequence, head.at)
    async with storage.reading() as uow:
        rows = await uow.audit.page(2, 2)
        newest = await uow.audit.latest(AuditFilter(frozenset({"alert"}), 3), before=6, limit=2)
        between = AuditFilter(since=now, until=now + timedelta(minutes=2))
        of_two_minutes = await uow.audit.latest(between, before=None, limit=9)
    assert [(3, "member.met", {"at": "church"}), (4, "premises.joined", {"member": rows[0].actor_id})] == [
        (one.sequence, one.action, one.details) for one in rows
    ]
    assert [5, 2] == [one.sequence for one in newest]
    assert [3, 2] == [one.sequence for one in of_two_minutes]


async def test_rows_of_one_transaction_and_of_a_lost_one(storage: Storage, now: datetime) -> None:
    """Rows of one commit follow each other, and a rolled back transaction leaves no gap."""
    event = AuditEvent("alert.ended", "alert", 1)
    assert ([], 0, None) == ((chain := await verify_audit(storage)).findings, chain.count, chain.head)
    async with storage.transaction() as uow:
        await uow.audit.append(event, now)
        await uow.audit.append(event, now)
    with contextlib.suppress(LookupError):
        async with storage.transaction() as uow:
            await uow.audit.append(event, now)
            raise LookupError
    async with storage.transaction() as uow:
        await uow.audit.append(event, now)
    assert ([], 3) == ((chain := await verify_audit(storage)).findings, chain.count)


async def test_several_processes_write_one_chain(storage: Storage, url: str, now: datetime) -> None:
    """Several processes write one chain, because each reads the last row in its turn."""
    other = await open_storage(url, owner=False)

    async def write(to: Storage) -> None:
        for number in range(10):
            async with to.transaction() as uow:
                await uow.audit.append(AuditEvent("alert.ended", "alert", number), now)

    await asyncio.gather(write(storage), write(other))
    await other.close()
    assert ([], 20) == ((chain := await verify_audit(storage)).findings, chain.count)


REFUSED = (
    "UPDATE audit SET action = 'alert.rejected' WHERE id = 2",
    "UPDATE audit SET payload = '{}' WHERE id = 2",
    "UPDATE audit SET hash = 'x', payload = NULL, salt = NULL, actor_id = NULL WHERE id = 2",
    "UPDATE audit SET actor_id = NULL WHERE id = 2",
    "UPDATE audit SET entity_id = 0, payload = NULL, salt = NULL, actor_id = NULL WHERE id = 2",
    "UPDATE audit SET id = 20 WHERE id = 6",
    "DELETE FROM audit WHERE id = 1",
    "DELETE FROM audit WHERE id = 6",
    "DELETE FROM audit",
)


@pytest.mark.usefixtures("written")
async def test_the_database_itself_refuses(storage: Storage, url: str, query: Query) -> None:
    """The database itself refuses changes: facts stay, content can only be erased, rows stay."""
    for statement in (*REFUSED, *([] if url.startswith("sqlite:") else ["TRUNCATE audit"])):
        with pytest.raises(DBAPIError, match="append-only"):
            query(statement)
    assert [] == await _faults(storage)


CHANGES = (
    ("action = 'alert.rejected'", Fault.CHANGED),
    ("at = '2026-01-14 15:30:01.250000'", Fault.CHANGED),
    ("entity = 'report'", Fault.CHANGED),
    ("entity_id = 4", Fault.CHANGED),
    ("digest = 'x'", Fault.CHANGED),
    ("hash = 'x'", Fault.CHANGED),
    ("hash = NULL", Fault.CHANGED),
    ("payload = '{\"version\": 3}'", Fault.REWRITTEN),
    ("actor_id = 1", Fault.REWRITTEN),
    ("actor_id = NULL", Fault.REWRITTEN),
    ("salt = 'x'", Fault.REWRITTEN),
    ("salt = NULL", Fault.NOT_ERASED),
    ("salt = NULL, payload = NULL", Fault.NOT_ERASED),
    ("payload = NULL", Fault.REWRITTEN),
    ("salt = NULL, payload = NULL, actor_id = NULL", Fault.EMPTIED),
)
ONLY_IN_A_FILE = (  # SQLite accepts any type of value
    ("at = 'gisteren'", Fault.CHANGED),
    ("payload = 'niets'", Fault.CHANGED),
    ("entity_id = 'drie', hash = 7", Fault.CHANGED),
)


@pytest.mark.usefixtures("written")
async def test_a_changed_row_is_found(storage: Storage, url: str, query: Query, tamper: Callable[[str], None]) -> None:
    """A change of any field is found, with the number of the row; emptied rows can only be counted."""
    query("CREATE TABLE before_it AS SELECT * FROM audit")
    names = "at, actor_id, action, entity, entity_id, payload, salt, digest, prev_hash, hash"
    undo = f"UPDATE audit SET ({names}) = (SELECT {names} FROM before_it WHERE id = 2) WHERE id = 2"  # noqa: S608
    for change, expected in (*CHANGES, *(ONLY_IN_A_FILE if url.startswith("sqlite:") else ())):
        tamper(f"UPDATE audit SET {change} WHERE id = 2")  # noqa: S608
        assert (6 if expected is Fault.EMPTIED else 2, expected) in await _faults(storage), change
        query(undo)
        assert [] == await _faults(storage)


@pytest.mark.usefixtures("written")
async def test_a_removed_and_a_reordered_row_are_found(storage: Storage, tamper: Callable[[str], None]) -> None:
    """A row that was removed in the middle or at the beginning, and two rows in another order, are found."""
    tamper("DELETE FROM audit WHERE id = 3")
    assert [(4, Fault.REMOVED)] == await _faults(storage)
    tamper("DELETE FROM audit WHERE id IN (1, 2)")
    assert [(4, Fault.REMOVED)] == await _faults(storage)
    tamper("UPDATE audit SET id = 9 WHERE id = 5")
    tamper("UPDATE audit SET id = 5 WHERE id = 6")
    tamper("UPDATE audit SET id = 6 WHERE id = 9")
    assert {(5, Fault.CHANGED), (5, Fault.REORDERED), (6, Fault.CHANGED)} <= set(await _faults(storage))


@pytest.mark.usefixtures("written")
async def test_a_row_that_was_slipped_in_is_found(storage: Storage, tamper: Callable[[str], None]) -> None:
    """An inserted row is found, at the end as well, because it has no valid hash."""
    tamper(
        "INSERT INTO audit (id, at, action, entity, entity_id, payload, salt, digest, prev_hash, hash) "
        "SELECT 7, at, action, entity, entity_id, payload, salt, digest, hash, hash FROM audit WHERE id = 6"
    )
    assert (7, Fault.CHANGED) in await _faults(storage)


@pytest.mark.usefixtures("written")
async def test_a_cut_tail_is_found_against_a_kept_head(storage: Storage, tamper: Callable[[str], None]) -> None:
    """A truncated end is found against a kept head, by number and hash or by the hash alone; the chain alone does not
    show it."""
    kept = await _head(storage)
    heads = KeptHead(kept.sequence, kept.hash), KeptHead(0, kept.hash)
    assert [] == await _faults(storage, *heads)
    tamper("DELETE FROM audit WHERE id > 4")
    assert [] == await _faults(storage)
    assert [[(6, Fault.CUT)], [(0, Fault.CUT)]] == [await _faults(storage, one) for one in heads]


async def test_a_chain_that_was_worked_out_anew_is_found_against_a_kept_head(
    storage: Storage, tamper: Callable[[str], None], written: list[Member]
) -> None:
    """A chain that was computed anew verifies by itself, and is found against a kept head."""
    kept = await _head(storage)
    async with storage.reading() as uow:
        rows = await uow.audit.page(0, 10)
    before = rows[0].hash or ""
    for row in rows[1:]:
        action = "alert.rejected" if row.sequence == 2 else row.action
        event = AuditEvent(action, row.entity, row.entity_id, row.actor_id, row.details or {})
        digest = digest_of(event, row.salt or "")
        made = hash_of(row.sequence, row.at, event, digest=digest, prev_hash=before)
        changed = f"action = '{action}', digest = '{digest}', prev_hash = '{before}', hash = '{made}'"
        tamper(f"UPDATE audit SET {changed} WHERE id = {row.sequence}")  # noqa: S608
        before = made
    assert [] == await _faults(storage)
    assert [(6, Fault.REPLACED)] == await _faults(storage, KeptHead(kept.sequence, kept.hash))
    assert [(0, Fault.CUT)] == await _faults(storage, KeptHead(0, kept.hash))


async def test_an_erased_person_is_in_no_row(
    storage: Storage, query: Query, written: list[Member], now: datetime
) -> None:
    """An erased person is in no row, as actor, subject or in the details; the chain and the other rows stay."""
    ann, bob = written
    kept = await _head(storage)
    async with storage.transaction() as uow:
        assert 3 == await uow.audit.forget(ann.id, now)
    async with storage.transaction() as uow:
        assert 0 == await uow.audit.forget(ann.id, now)
    rows = query("SELECT id, action, entity_id, actor_id, CAST(payload AS TEXT), salt FROM audit ORDER BY id")
    assert [(3, "member.met", 0, None, None, None)] == [row for row in rows if row[0] == 3]
    assert {1, 3, 4} == {row[0] for row in rows if row[4] is None}
    assert {1, 3, 4} == {row[0] for row in rows if row[5] is None}
    assert ("audit.forgotten", '{"rows": 3}') == (rows[-1][1], rows[-1][4])
    assert {bob.id, None} == {row[3] for row in rows}
    chain = await verify_audit(storage, [KeptHead(kept.sequence, kept.hash)])
    assert ([], 3, 7) == (chain.findings, chain.erased, chain.count)


async def test_what_was_done_in_a_role_is_not_erased(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A row about a step in a role is not erased, whoever of the people in it is."""
    ann, bob = await new_member(), await new_member()
    whole = (
        AuditEvent("alert.approved", "alert", 3, ann.id, {"grounds": "wpg-19"}),
        AuditEvent("report.read", "report", 4, ann.id, {"purpose": "aftercare"}),
        AuditEvent("role.granted", "member", ann.id, bob.id, {"role": "police"}),
        AuditEvent("deputy.named", "role", 1, bob.id, {"deputy": ann.id}),
    )
    emptied = (
        AuditEvent("report.received", "report", 4, ann.id, {"number": "M-2026-0001"}),
        AuditEvent("premises.joined", "premises", 7, bob.id, {"member": ann.id}),
    )
    async with storage.transaction() as uow:
        for event in (*whole, *emptied):
            await uow.audit.append(event, now)
        assert 2 == await uow.audit.forget(ann.id, now)
        rows = (await uow.audit.page(0, 10))[:-1]
    told = [AuditEvent(one.action, one.entity, one.entity_id, one.actor_id, one.details or {}) for one in rows]
    assert [*whole, *(replace(one, actor_id=None, details={}) for one in emptied)] == told
    assert [] == await _faults(storage)


async def test_what_was_emptied_behind_an_erasure_is_counted(
    storage: Storage, query: Query, written: list[Member], now: datetime
) -> None:
    """Verification counts the rows that were emptied without an erasure in the record."""
    async with storage.transaction() as uow:
        await uow.audit.forget(written[0].id, now)
    query("UPDATE audit SET salt = NULL, payload = NULL, actor_id = NULL WHERE id = 2")
    assert [(2, Fault.NOT_ERASABLE), (7, Fault.EMPTIED)] == await _faults(storage)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("row", [2, 5, 6])
async def test_what_no_erasure_takes_was_not_erased(
    storage: Storage, tamper: Callable[[str], None], now: datetime, row: int
) -> None:
    """A row that no erasure empties is reported when it is empty, also with an erasure written after it that would
    account for it."""
    tamper(f"UPDATE audit SET payload = NULL, salt = NULL, actor_id = NULL WHERE id = {row}")  # noqa: S608
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent(FORGOTTEN, "audit", 0, None, {"rows": 1}), now + timedelta(hours=1))
    assert [(row, Fault.NOT_ERASABLE)] == await _faults(storage)


async def test_a_pruning_shows_how_old_its_rows_were(storage: Storage, written: list[Member], now: datetime) -> None:
    """A pruning shows the age of its rows: they are too young under a longer retention, and by an earlier clock."""
    assert written
    later = now + timedelta(days=400)
    async with storage.transaction() as uow:
        assert 5 == await prune_audit(uow, later - timedelta(days=365), later)
    year, soon = timedelta(days=365), later + timedelta(minutes=1)
    assert [] == (await verify_audit(storage, prunable=(year, soon))).findings
    for stays, at in ((timedelta(days=401), soon), (year, now + timedelta(days=1))):
        found = (await verify_audit(storage, prunable=(stays, at))).findings
        assert [Fault.TOO_YOUNG] == [one.fault for one in found]


@pytest.mark.usefixtures("written")
async def test_what_was_pruned_leaves_a_whole_record(
    storage: Storage, query: Query, now: datetime, tamper: Callable[[str], None]
) -> None:
    """After a pruning the record verifies from the checkpoint on, later changes are found, and the pruning is
    recorded."""
    async with storage.transaction() as uow:
        assert 0 == await prune_audit(uow, now, now + timedelta(hours=1))
        assert 3 == await prune_audit(uow, now + timedelta(minutes=3), now + timedelta(hours=1))
    assert [(4,), (5,), (6,), (7,)] == query("SELECT id FROM audit ORDER BY id")
    kept = await _head(storage)
    chain = await verify_audit(storage, [KeptHead(kept.sequence, kept.hash)])
    assert ([], 4, 1) == (chain.findings, chain.count, chain.compared)
    tamper("UPDATE audit SET action = 'x' WHERE id = 5")
    assert [(5, Fault.CHANGED)] == await _faults(storage)
    tamper("DELETE FROM audit WHERE id = 4")
    assert (5, Fault.REMOVED) in await _faults(storage)


async def test_what_is_emptied_after_a_pruning_is_found(
    storage: Storage, query: Query, written: list[Member], now: datetime, tamper: Callable[[str], None]
) -> None:
    """Rows that are emptied after a pruning are found: neither rows that an erasure emptied and a pruning removed, nor
    an emptied pruning, account for them."""
    later = now + timedelta(hours=1)
    async with storage.transaction() as uow:
        assert 3 == await uow.audit.forget(written[0].id, now + timedelta(minutes=6))
        assert 4 == await prune_audit(uow, now + timedelta(minutes=4), later)
    assert [] == await _faults(storage)
    query("CREATE TABLE before_it AS SELECT * FROM audit")
    tamper("UPDATE audit SET salt = NULL, payload = NULL, actor_id = NULL WHERE id = 5")
    assert [(5, Fault.NOT_ERASABLE), (8, Fault.EMPTIED)] == await _faults(storage)
    tamper("UPDATE audit SET salt = NULL, payload = NULL WHERE id = 8")
    assert (8, Fault.REWRITTEN) in await _faults(storage)
    names = "actor_id, payload, salt"
    query(f"UPDATE audit SET ({names}) = (SELECT {names} FROM before_it WHERE id = audit.id)")  # noqa: S608
    for _ in range(4):  # removes the erasure's own row, and then the first pruning's
        async with storage.transaction() as uow:
            await prune_audit(uow, later + timedelta(days=1), later, limit=1)
        assert [] == await _faults(storage)


@pytest.mark.usefixtures("written")
async def test_it_is_pruned_in_steps_and_whole_after_each(storage: Storage, now: datetime) -> None:
    """The record is pruned in steps and verifies after each; after a kill the next run goes on."""
    for rows in (2, 2, 0):
        async with storage.transaction() as uow:
            assert rows == await prune_audit(uow, now + timedelta(minutes=4), now + timedelta(hours=1), limit=2)
        assert [] == await _faults(storage)


async def test_it_may_be_pruned_while_it_is_read(storage: Storage, written: list[Member], now: datetime) -> None:
    """A reader goes on after the new checkpoint when the record is pruned meanwhile, also with erasures that it read in
    part."""
    async with storage.transaction() as uow:
        assert 3 == await uow.audit.forget(written[0].id, now + timedelta(minutes=6))
    head = await _head(storage)
    chain = Chain([KeptHead(head.sequence, head.hash)])
    async with storage.reading() as uow:
        chain.begin(await uow.audit.checkpoint())
        for row in await uow.audit.page(0, 2):
            chain.follow(row)
    async with storage.transaction() as uow:
        await prune_audit(uow, now + timedelta(minutes=4), now)
    async with storage.reading() as uow:
        chain.begin(await uow.audit.checkpoint())
        for row in await uow.audit.page(2, 10):
            chain.follow(row)
    chain.end()
    assert ([], 2 + 4, 1) == (chain.findings, chain.count, chain.compared)


@pytest.mark.usefixtures("written")
async def test_the_newest_row_stays(storage: Storage, now: datetime) -> None:
    """The newest row always stays, so that the chain goes on from it."""
    later = now + timedelta(days=800)
    for rows in (5, 1, 1):
        async with storage.transaction() as uow:
            assert rows == await prune_audit(uow, later, now)
    chain = await verify_audit(storage)
    assert ([], 2) == (chain.findings, chain.count)


@pytest.mark.usefixtures("written")
async def test_a_pruning_that_nobody_recorded_is_found(storage: Storage, query: Query, now: datetime) -> None:
    """A checkpoint that was inserted by hand lets rows be deleted, and verification finds the missing record of it."""
    kept = await _head(storage)
    query("INSERT INTO audit_checkpoint (sequence, hash, at) SELECT id, hash, at FROM audit WHERE id = 3")
    query("DELETE FROM audit WHERE id <= 3")
    assert [(3, Fault.NOT_PRUNED)] == await _faults(storage)
    assert (3, Fault.NOT_PRUNED) in await _faults(storage, KeptHead(kept.sequence, kept.hash))


@pytest.mark.usefixtures("written")
async def test_heads_that_were_all_pruned_prove_nothing(storage: Storage, now: datetime) -> None:
    """When all kept heads were pruned, verification reports that they prove nothing."""
    async with storage.transaction() as uow:
        await prune_audit(uow, now + timedelta(minutes=3), now)
    assert [(2, Fault.TOO_OLD)] == await _faults(storage, KeptHead(2, "x"))
    head = await _head(storage)
    assert [] == await _faults(storage, KeptHead(2, "x"), KeptHead(head.sequence, head.hash))


async def test_rows_from_before_the_chain_are_chained(tmp_path: Path) -> None:
    """The upgrade chains rows from before the chain as they are, records up to where, and new rows follow."""
    path, scripts = tmp_path / "wees-alert.db", tmp_path / "migrations"
    ignored = shutil.ignore_patterns("__pycache__", "000[5-9]*", "00[1-9]*")
    await asyncio.to_thread(shutil.copytree, SCRIPTS, scripts, ignore=ignored)
    await migrate(SqliteFile(path), is_owner=True, scripts=scripts)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO members (id, language, muted, created_at) VALUES (5, 'nl', '', '2026-01-01')")
        rows = [(2, 5, "alert", '{"number": "2026-0001"}'), (5, None, "member", "{}")]
        database.executemany(
            "INSERT INTO audit (id, at, actor_id, action, entity, entity_id, payload)"
            " VALUES (?, '2026-01-14 15:30:00.250000', ?, 'x.done', ?, 5, ?)",
            rows,
        )
    storage = await open_storage(f"sqlite:///{path}", owner=True)
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("alert.ended", "alert", 3), datetime(2026, 2, 1, tzinfo=UTC))
    chain = await verify_audit(storage)
    async with storage.transaction() as uow:
        await uow.audit.forget(MemberId(5), datetime(2026, 2, 1, tzinfo=UTC))
    assert [] == await _faults(storage)
    await storage.close()
    assert ([], 4, 5) == (chain.findings, chain.count, chain.chained_later)


# Operations on the record, in the order in which they happen.


@asynccontextmanager
async def _opened() -> AsyncIterator[tuple[Storage, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "wees-alert.db"
        await make_database(path)
        storage = await open_storage(f"sqlite:///{path}", owner=True)
        try:
            yield storage, path
        finally:
            await storage.close()


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 2), st.sampled_from(["alert", "member", "premises"])),
        st.tuples(st.just("forget"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("prune"), st.integers(0, 12), st.just("")),
    ),
    min_size=3,
    max_size=20,
)
_TAMPERINGS = {
    "at": "'2020-01-01 00:00:00.000000'",
    "action": "'x'",
    "entity": "'x'",
    "entity_id": "99",
    "actor_id": "99",
    "payload": "'{\"x\": 1}'",
    "salt": "'x'",
    "digest": "'x'",
    "prev_hash": "'x'",
    "hash": "'x'",
    "id": "1000",
}


@given(steps=_STEPS, field=st.sampled_from(sorted(_TAMPERINGS)), which=st.integers(0, 100))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_stays_whole_whatever_is_done_and_one_changed_field_is_found(
    steps: list[tuple[str, int, str]], field: str, which: int
) -> None:
    """After appending, erasing and pruning in any order the record verifies; a change of one field without the triggers
    is found."""
    asyncio.run(_whole_then_broken(steps, field, which))


async def _whole_then_broken(steps: list[tuple[str, int, str]], field: str, which: int) -> None:
    hours = count()
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    async with _opened() as (storage, path):
        people = []
        for number in range(3):
            async with storage.transaction() as uow:
                made = await uow.members.add(channel="t", ref=str(number), language=Language.DUTCH, now=begin)
                people.append(made.id)
        async with storage.transaction() as uow:
            await uow.audit.append(AuditEvent("alert.ended", "alert", 1), begin)
        for what, number, entity in steps:
            now = begin + timedelta(hours=next(hours))
            async with storage.transaction() as uow:
                if what == "append":
                    about = people[number] if entity == "member" else number + 50
                    details: dict[str, str | int] = {"member": people[(number + 1) % 3]} if number else {}
                    await uow.audit.append(AuditEvent("a.b", entity, about, people[number], details), now)
                elif what == "forget":
                    await uow.audit.forget(people[number], now)
                else:
                    await prune_audit(uow, begin + timedelta(hours=number), now)
            assert [] == (await verify_audit(storage)).findings
        head = await _head(storage)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("DROP TRIGGER audit_keeps_facts")
            ids = [row[0] for row in database.execute("SELECT id FROM audit ORDER BY id")]
            broken = ids[which % len(ids)]
            database.execute(f"UPDATE audit SET {field} = {_TAMPERINGS[field]} WHERE id = {broken}")  # noqa: S608
        chain: Chain = await verify_audit(storage, [KeptHead(head.sequence, head.hash)])
        assert chain.findings


async def test_steps_are_counted_by_who_did_them_to_what_and_when(storage: Storage, now: datetime) -> None:
    """Steps are counted by actor, action, subject and period, without its first moment and with its last; those of an
    erased person count without the actor."""
    async with storage.transaction() as uow:
        one = (await uow.members.add(channel="telegram", ref="1", language=Language.DUTCH, now=now)).id
        for minute, (action, shop, by) in enumerate(
            [("join.asked", 7, one), ("join.asked", 8, one), ("premises.joined", 7, one), ("join.asked", 7, None)]
        ):
            await uow.audit.append(AuditEvent(action, "premises", shop, by), now + timedelta(minutes=minute))
        at = [now + timedelta(minutes=minute) for minute in range(4)]
        before = now - timedelta(minutes=1)
        assert [at[1], at[0]] == await uow.audit.times_of("join.asked", before, by=one)
        assert [at[3], at[0]] == await uow.audit.times_of("join.asked", before, about=("premises", 7))
        assert [at[3]] == await uow.audit.times_of("join.asked", at[0], about=("premises", 7))
        assert [3, 2, 1] == [await uow.audit.count("join.asked", since, at[3]) for since in (before, at[0], at[1])]
        assert 1 == await uow.audit.count("join.asked", before, at[0])
        await uow.audit.forget(one, at[3])
        assert [] == await uow.audit.times_of("join.asked", before, by=one)
        assert [at[3], at[0]] == await uow.audit.times_of("join.asked", before, about=("premises", 7))
