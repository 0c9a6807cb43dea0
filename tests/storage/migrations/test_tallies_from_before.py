"""Tests that tallies are made of the reports and notices from before there were any, as the rules make them now."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from alerts.alert import AlertContent, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AlertId, KvoGroupId, ReportId
from alerts.ports import Storage
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention
from alerts.services.tally.write_tally import tally_notice, tally_report
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

Query = Callable[[str], list[Any]]
NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # the night in which the clock is put forward: 01:30 there
SUMMER = NOW + timedelta(hours=1, minutes=30)  # 04:00 there
COLUMNS = (
    "subject, kind, outcome, day, hour_band, branches, pc4, municipality_id, kvo_group_id, persons, weapon, exit_mode,"
    " signals, answered_in_time"
)
TOLD = {"persons": "2", "weapon": "knife", "vehicle": "van", "what": "Ze kwamen uit Rotterdam: twee man."}
SAID = AlertContent(
    kind=IncidentKind.ROBBERY,
    what="Een winkel is overvallen.",
    place=Place("2903"),
    place_words="Capelle",
    reach_m=2_000,
    branches=frozenset({Branch.OPTICIAN, Branch.JEWELLER}),
    severity=Severity.P2,
    tlp=Tlp.AMBER,
    until=NOW + timedelta(hours=72),
    occurred_at=NOW,
    mo={"weapon": "firearm", "exit_mode": "scooter", "offender_count": "3", "language_notes": "sprak Frans"},
)


def _at(moment: datetime | None) -> str:
    return "NULL" if moment is None else f"'{moment:%Y-%m-%d %H:%M:%S.%f}'"


def _insert(query: Query, table: str, **values: Any) -> None:
    """Insert a row; texts that are given ready for SQL begin with a quote or are NULL."""
    row = ", ".join("NULL" if one is None else str(one) for one in values.values())
    query(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({row})")  # noqa: S608


def _report(query: Query, number: int, **facts: Any) -> None:
    """Insert a report of a robbery that was handled within a day, but for these facts."""
    usual: dict[str, Any] = {
        "number": f"'M-{number}'",
        "kind": "'robbery'",
        "state": "'closed'",
        "outcome": "'handled'",
        "member_id": 1,
        "premises_id": 1,
        "pc4": "'2903'",
        "pc6": "'2903AB'",
        "municipality_id": None,
        "content": f"'{json.dumps(TOLD)}'",
        "is_confirmed": "true",
        "occurred_at": _at(NOW),
        "version": 2,
        "created_at": _at(NOW),
        "closed_at": _at(NOW + timedelta(days=1)),
        "emptied_at": None,
    }
    _insert(query, "reports", id=number, **usual | facts)


def _notice(query: Query, number: int, *texts: str, **facts: Any) -> None:
    """Insert a notice with these kinds of texts, which was sent unless facts say otherwise."""
    said = facts.pop("said", SAID)
    usual: dict[str, Any] = {
        "number": f"'2026-{number}'",
        "state": "'live'",
        "version": 2,
        "author_id": 1,
        "content": f"'{json.dumps(TypeAdapter(AlertContent).dump_python(said, mode='json'))}'",
        "kind": f"'{said.kind}'",
        "severity": "'P2'",
        "tlp": f"'{said.tlp}'",
        "is_drill": "false",
        "pc4": "'2903'",
        "reach_m": 2_000,
        "until": _at(said.until),
        "created_at": _at(NOW),
        "sent_at": _at(SUMMER),
        "emptied_at": None,
    }
    _insert(query, "alerts", id=number, **usual | facts)
    for place, kind in enumerate(texts, start=1):
        approval = 100 * number + place
        _insert(
            query,
            "approvals",
            id=approval,
            alert_id=number,
            alert_version=place,
            kind="'template'",
            requested_by=1,
            requested_at=_at(NOW),
            revision_kind=f"'{kind}'",
        )
        _insert(
            query,
            "revisions",
            alert_id=number,
            number=place,
            kind=f"'{kind}'",
            content=usual["content"],
            alert_number="'x'",
            approval_id=approval,
            author_id=1,
            created_at=_at(NOW),
        )


def _fill(query: Query) -> None:
    """Insert what a town left before there were tallies: every kind of end, and what is counted by no tally."""
    _insert(query, "members", id=1, language="'nl'", muted="''", created_at=_at(NOW))
    _insert(query, "addresses", member_id=1, channel="'x'", ref="'1'", is_active="true")
    shop = {"pc4": "'2903'", "pc6": "'2903AB'", "needs_check": "false", "created_at": _at(NOW), "version": 1}
    _insert(query, "premises", id=1, branch="'jeweller'", **shop)
    for pc4, part, municipality in (("2903", 0, "0502"), ("3011", 0, "0599"), ("3011", 1, "0489"), ("3011", 2, "0502")):
        named = {"place": f"'{pc4}'", "municipality_id": f"'{municipality}'", "municipality_name": "'x'"}
        _insert(query, "postcodes", pc4=f"'{pc4}'", part=part, **named, x=1, y=1, z=1)
    _insert(query, "postcode_letters", pc6="'3011XY'", part=1)
    groups = (("", "2903AB"), ("bakery", "2903"), ("jeweller", "2903"), ("", "3011"))
    for number, (branches, code) in enumerate(groups, start=1):
        _insert(query, "areas", id=number, kind="'kvo_group'", radius_m=0)
        _insert(query, "area_codes", area_id=number, code=f"'{code}'")
        closed = {"closed_at": _at(NOW) if number == 1 else None, "created_at": _at(NOW), "version": 1}
        group = {"name": "'x'", "branches": f"'{branches}'", "lacks": "''"}
        _insert(query, "kvo_groups", id=number, area_id=number, **group, **closed)
    _reports(query)
    _notices(query)


def _reports(query: Query) -> None:
    _report(query, 1)
    for signal in ("photos", "lookout"):
        _insert(query, "report_signals", report_id=1, signal=f"'{signal}'")
    _report(query, 2, outcome="'withdrawn'")
    _report(query, 3, state="'triage'", outcome=None, closed_at=None)
    _report(query, 4, member_id=None, premises_id=None, pc6=None, content="'{}'", emptied_at=_at(NOW), outcome=None)
    _report(query, 5, kind="'reconnaissance'", member_id=None, outcome="'escalated'", occurred_at=None)
    _report(query, 6, closed_at=_at(NOW + timedelta(days=2, seconds=1)), pc4="'3011'", pc6="'3011XY'")
    _report(query, 7, pc4="'3011'", pc6="'3011AA'", municipality_id="'0502'", occurred_at=_at(SUMMER))
    _report(query, 8, pc4="'3011'", pc6=None, premises_id=None)
    _report(query, 9, pc4=None, pc6=None, content=f"'{json.dumps({'weapon': 'een bijl', 'exit_mode': 'car'})}'")


def _notices(query: Query) -> None:
    _notice(query, 1, "first")
    _notice(query, 2, "first", "correction", "all_clear", state="'ended'")
    _notice(query, 3, "first", "all_clear", "retraction", state="'retracted'")
    _notice(query, 4, "first", is_drill="true")
    _notice(query, 5, sent_at=None, state="'draft'")
    old = replace(SAID, what="", mo={}, place_words="", occurred_at=None)
    _notice(query, 6, "first", said=old, state="'ended'", emptied_at=_at(NOW))
    group = replace(SAID, kind=IncidentKind.PREVENTION, kvo_group_id=KvoGroupId(4), branches=frozenset())
    _notice(query, 7, "first", said=group, kvo_group_id=4)


_ROBBERY = ("report", "robbery", "handled", "2026-03-29", "00-04", "jeweller")
_TWO = ("2", "knife", "car")
_SENT = ("2026-03-29", "00-04", "jeweller,optician", "2903", "0502", 3, "3", "firearm", "scooter", "", None)
EXPECTED = {
    ("report", 1): (*_ROBBERY, "2903", "0502", 3, *_TWO, "lookout,photos", True),
    ("report", 6): (*_ROBBERY, "3011", "0489", 4, *_TWO, "", False),
    ("report", 7): (*_ROBBERY[:4], "04-08", "jeweller", "3011", "0502", 4, *_TWO, "", True),
    ("report", 8): (*_ROBBERY[:5], "", "3011", "0599", 4, *_TWO, "", True),
    ("report", 9): (*_ROBBERY, None, None, None, None, None, "car", "", True),
    ("notice", 1): ("notice", "robbery", "sent", *_SENT),
    ("notice", 2): ("notice", "robbery", "all_clear", *_SENT),
    ("notice", 3): ("notice", "robbery", "retracted", *_SENT),
    ("notice", 7): ("notice", "prevention", "sent", *_SENT[:2], "", "2903", "0502", 4, *_SENT[6:]),
}
UNTIED = [
    ("notice", "robbery", "sent", "2026-03-29", "04-08", *_SENT[2:6], None, None, None, "", None),
    ("report", "reconnaissance", "escalated", "2026-03-29", "00-04", "jeweller", "2903", "0502", 3, *_TWO, "", True),
    ("report", "robbery", "unanswered", "2026-03-29", "00-04", "", "2903", "0502", 2, None, None, None, "", False),
]


@pytest.fixture
async def upgraded(url: str, query: Query, tmp_path: Path) -> AsyncIterator[Storage]:
    """A database of the release before, opened by this version."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "tallies", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    await asyncio.to_thread(_fill, query)
    storage = await open_storage(url, owner=True)
    yield storage
    await storage.close()


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


def _told(row: Any) -> tuple[Any, ...]:
    """Return a row alike for both databases, whose dates and truths differ."""
    *told, in_time = row
    return (
        *(str(one) if hasattr(one, "isoformat") else one for one in told),
        None if in_time is None else bool(in_time),
    )


def _tied(query: Query) -> dict[tuple[str, int], tuple[Any, ...]]:
    columns = ", ".join(f"tallies.{one.strip()}" for one in COLUMNS.split(","))
    tied = "SELECT source.source_id, " + columns + " FROM tally_sources AS source JOIN tallies"  # noqa: S608
    return {(row[1], row[0]): _told(row[1:]) for row in query(tied + " ON tallies.id = source.tally_id")}


async def test_what_is_there_becomes_tallies(upgraded: Storage, query: Query) -> None:
    """Each closed report and sent notice has a tally of what is still known. Those that were emptied, or whose reporter
    was erased, are not tied to theirs; open, withdrawn, unsent ones and drills have none."""
    assert EXPECTED == _tied(query)
    untied = f"SELECT {COLUMNS} FROM tallies WHERE id NOT IN (SELECT tally_id FROM tally_sources)"  # noqa: S608
    assert UNTIED == sorted((_told(row) for row in query(untied)), key=str)


async def test_what_the_migration_made_is_what_the_rules_make(upgraded: Storage, query: Query) -> None:
    """When a tally of the migration is written anew by the services, nothing about it changes."""
    before = _tied(query)
    query("UPDATE tallies SET kind = 'other', outcome = 'linked', persons = '1', hour_band = '20-24', branches = ''")
    kinds = {1: RevisionKind.FIRST, 2: RevisionKind.ALL_CLEAR, 3: RevisionKind.RETRACTION, 7: RevisionKind.CORRECTION}
    async with upgraded.transaction() as uow:
        for subject, number in before:
            if subject == "report":
                report = await uow.reports.get(ReportId(number))
                await tally_report(uow, report, report)
            else:
                await tally_notice(uow, await uow.alerts.get(AlertId(number)), kinds[number])
    assert before == _tied(query)


async def test_the_night_after_goes_on_as_usual(upgraded: Storage, query: Query) -> None:
    """Reports and notices from before are emptied in their time, and their tallies stay, tied to nothing."""
    [(many,)] = query("SELECT count(*) FROM tallies")
    await apply_retention(upgraded, Retention(), NOW + timedelta(days=400))
    assert [(many + 1,)] == query("SELECT count(*) FROM tallies"), "the open report was closed"
    assert {"notice"} >= {row[0] for row in query("SELECT subject FROM tally_sources")}
