"""Tests that MO records are made of the notices and reports from before there were any, as the rules make them now."""

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
from alerts.mo_record import MoFilter, MoSource
from alerts.ports import Storage
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
NOW = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # 1 July there
SAID = AlertContent(
    kind=IncidentKind.RECONNAISSANCE,
    what="Twee mannen vragen naar horloges.",
    place=Place("2903"),
    place_words="Capelle",
    reach_m=2_000,
    branches=frozenset({Branch.OPTICIAN, Branch.JEWELLER}),
    severity=Severity.P3,
    tlp=Tlp.GREEN,
    until=NOW + timedelta(days=14),
    mo={"approach": "as_customer", "weapon": "een bijl", "language_notes": "sprak Frans"},
)
TOLD = {"persons": "2", "weapon": "knife", "vehicle": "van", "what": "Ze kwamen uit Rotterdam.", "violence": "fors"}


def _at(moment: datetime | None) -> str:
    return "NULL" if moment is None else f"'{moment:%Y-%m-%d %H:%M:%S.%f}'"


def _insert(query: Query, table: str, **values: Any) -> None:
    row = ", ".join("NULL" if one is None else str(one) for one in values.values())
    query(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({row})")  # noqa: S608


def _notice(query: Query, number: int, *texts: str, said: AlertContent = SAID, **facts: Any) -> None:
    content = f"'{json.dumps(TypeAdapter(AlertContent).dump_python(said, mode='json'))}'"
    usual = {
        "number": f"'2026-{number}'",
        "state": "'live'",
        "version": 2,
        "author_id": 1,
        "content": content,
        "kind": f"'{said.kind}'",
        "severity": f"'{said.severity}'",
        "tlp": f"'{said.tlp}'",
        "is_drill": "false",
        "pc4": "'2903'",
        "reach_m": 2_000,
        "until": _at(said.until),
        "created_at": _at(NOW),
        "sent_at": _at(NOW),
    }
    _insert(query, "alerts", id=number, **usual | facts)
    asked = {"requested_by": 1, "requested_at": _at(NOW), "kind": "'template'"}
    for place, kind in enumerate(texts, start=1):
        one = {"id": 100 * number + place, "alert_id": number, "revision_kind": f"'{kind}'"}
        _insert(query, "approvals", alert_version=place, **one, **asked)
        sent = {"alert_number": "'x'", "approval_id": one["id"], "author_id": 1, "created_at": _at(NOW)}
        _insert(query, "revisions", alert_id=number, number=place, kind=f"'{kind}'", content=content, **sent)


def _report(query: Query, number: int, **facts: Any) -> None:
    usual = {
        "number": f"'M-{number}'",
        "kind": "'robbery'",
        "state": "'closed'",
        "outcome": "'handled'",
        "member_id": 1,
        "premises_id": 1,
        "pc4": "'2903'",
        "content": f"'{json.dumps(TOLD)}'",
        "is_confirmed": "true",
        "version": 2,
        "created_at": _at(NOW),
        "closed_at": _at(NOW),
    }
    _insert(query, "reports", id=number, **usual | facts)


def _fill(query: Query) -> None:
    """Insert what a town left: notices and reports that are filed, and each kind that is not."""
    _insert(query, "members", id=1, language="'nl'", muted="''", created_at=_at(NOW))
    _insert(query, "addresses", member_id=1, channel="'x'", ref="'1'", is_active="true")
    shop = {"pc4": "'2903'", "needs_check": "false", "created_at": _at(NOW), "version": 1}
    _insert(query, "premises", id=1, branch="'jeweller'", **shop)
    there = {"place": "'x'", "municipality_id": "'0502'", "municipality_name": "'x'"}
    _insert(query, "postcodes", pc4="'2903'", part=0, **there, x=1, y=1, z=1)
    _insert(query, "areas", id=1, kind="'kvo_group'", radius_m=0)
    _insert(query, "area_codes", area_id=1, code="'2903'")
    group = {"name": "'x'", "branches": "''", "lacks": "''", "created_at": _at(NOW), "version": 1}
    _insert(query, "kvo_groups", id=1, area_id=1, **group)
    robbery = replace(SAID, kind=IncidentKind.ROBBERY, severity=Severity.P2, tlp=Tlp.AMBER)
    _notice(query, 1, "first", "correction")
    _notice(query, 2, "first", "all_clear", said=robbery, state="'ended'")
    _notice(query, 3, "first", "retraction", state="'retracted'")
    _notice(query, 4, "first", is_drill="true")
    _notice(query, 5, sent_at=None, state="'draft'")
    _notice(query, 6, "first", said=replace(SAID, severity=Severity.P2))  # a sighting
    _notice(query, 7, "first", said=replace(SAID, kind=IncidentKind.PREVENTION))
    _notice(query, 8, "first", said=replace(SAID, what="", mo={}), emptied_at=_at(NOW), state="'ended'")
    _notice(query, 9, "first", said=replace(SAID, kvo_group_id=KvoGroupId(1), branches=frozenset()), kvo_group_id=1)
    _report(query, 1)
    _report(query, 2, outcome="'escalated'")
    _report(query, 3, outcome=None, state="'triage'", closed_at=None)
    _report(query, 4, kind="'reconnaissance'")
    _report(query, 5, kind="'robbery_attempt'", member_id=None, occurred_at=_at(NOW - timedelta(days=9)))


@pytest.fixture
async def upgraded(url: str, query: Query, tmp_path: Path) -> AsyncIterator[Storage]:
    """A database of the release before, opened by this version."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "mo_register", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    await asyncio.to_thread(_fill, query)
    storage = await open_storage(url, owner=True)
    yield storage
    await storage.close()


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


async def _filed(storage: Storage) -> dict[tuple[MoSource, int | None], Any]:
    async with storage.reading() as uow:
        found = await uow.mo_register.page(MoFilter(), after=None, limit=100)
    return {(one.record.source, one.source_id): one.record for one in found}


async def test_what_is_there_is_filed(upgraded: Storage) -> None:
    """Patterns and incidents are in the register with what is still known; the emptied notice and the report whose
    reporter was erased are tied to nothing."""
    found = await _filed(upgraded)
    notice, incident = MoSource.NOTICE, MoSource.INCIDENT
    assert {(notice, 1), (notice, 2), (notice, None), (notice, 9), (incident, 1), (incident, None)} == set(found)
    assert {"approach": "as_customer"} == found[notice, 1].mo
    assert {"offender_count": "2", "weapon": "knife", "exit_mode": "car"} == found[incident, 1].mo
    assert {} == found[notice, None].mo


async def test_what_the_migration_made_is_what_the_rules_make(upgraded: Storage, query: Query) -> None:
    """When a record of the migration is written anew by the services, nothing about it changes."""
    before = await _filed(upgraded)
    query("UPDATE mo_records SET kind = 'other', weapon = 'spray', branches = '', is_for_group = true")
    async with upgraded.transaction() as uow:
        for source, number in before:
            if number is not None and source is MoSource.INCIDENT:
                report = await uow.reports.get(ReportId(number))
                await tally_report(uow, report, report)
            elif number is not None:
                await tally_notice(uow, await uow.alerts.get(AlertId(number)), RevisionKind.CORRECTION)
    after = await _filed(upgraded)
    assert {key: one for key, one in before.items() if key[1]} == {key: one for key, one in after.items() if key[1]}
