"""Tests of the source of a role: also of roles that were given before it was stored, or that outlive it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from alerts.ids import MemberId, RoleId
from alerts.ports import Storage
from alerts.services.role.end_grant import end_grant
from alerts.services.role.end_role import end_due_roles, has_ended_roles
from alerts.services.scope.find_coverage_gaps import roles_without_source
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

Query = Callable[[str], list[Any]]
NATIONAL, GROUP = "'national', NULL, NULL, NULL, NULL", "'kvo_group', NULL, NULL, NULL, 1"
CAPELLE = "'municipality', NULL, NULL, 'capelle', NULL"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
WEEK = timedelta(days=7)
BOSS, TWICE, OFFICER, COLLEAGUE, BOTH, STOOD_IN, STANDS_IN, LEFT = range(1, 9)


def _range(first: int, last: int) -> str:
    return f"'postcodes', '{first}', '{last}', NULL, NULL"


# Number, holder, role, scope, giver, start, end, today's deputy; then the source.
ROLES = (
    (1, BOSS, "administrator", NATIONAL, None, "01-01", None, None, None),
    (2, TWICE, "administrator", CAPELLE, BOSS, "01-02", None, STANDS_IN, 1),
    (3, TWICE, "administrator", _range(3000, 3099), BOSS, "01-02", None, None, 1),
    (4, OFFICER, "police", _range(2903, 2903), TWICE, "01-03", None, None, 2),
    (5, COLLEAGUE, "police", _range(3011, 3011), TWICE, "01-03", None, None, 3),
    (6, BOTH, "administrator", _range(2900, 2999), BOSS, "01-03", None, None, 1),
    (7, BOTH, "administrator", CAPELLE, BOSS, "01-03", None, None, 1),
    (8, LEFT, "city_marshal", _range(2903, 2903), BOTH, "03-20", None, None, None),
    (9, OFFICER, "prosecution", NATIONAL, STOOD_IN, "02-10", None, None, 1),
    (10, COLLEAGUE, "prosecution", NATIONAL, STOOD_IN, "04-10", None, None, None),
    (11, COLLEAGUE, "municipality", CAPELLE, STANDS_IN, "02-10", None, None, 2),
    (12, COLLEAGUE, "kvo_manager", GROUP, OFFICER, "02-11", None, None, 4),
    (13, STOOD_IN, "kvo_manager", GROUP, COLLEAGUE, "02-12", None, None, 12),
    (14, LEFT, "administrator", NATIONAL, BOSS, "01-05", "03-01", None, 1),
    (15, STOOD_IN, "city_marshal", NATIONAL, LEFT, "01-06", None, None, 14),
    (16, TWICE, "administrator", _range(3100, 3199), BOSS, "05-01", None, None, 1),
)


def _date(day: str | None) -> str:
    return "NULL" if day is None else f"'2026-{day} 12:00:00.000000'"


def _insert(query: Query, table: str, columns: str, *rows: str) -> None:
    query(f"INSERT INTO {table} ({columns}) VALUES {', '.join(f'({row})' for row in rows)}")  # noqa: S608


def _fill(query: Query) -> None:
    """Insert five months of a town, as the release before confirmations stored them."""
    people, born = range(1, 9), _date("01-01")
    _insert(query, "members", "id, language, muted, created_at", *(f"{one}, 'nl', '', {born}" for one in people))
    _insert(query, "addresses", "member_id, channel, ref, is_active", *(f"{one}, 'x', '{one}', true" for one in people))
    place = "pc4, part, place, municipality_id, municipality_name, x, y, z"
    table = (("2903", "capelle"), ("3011", "rotterdam"))
    _insert(query, "postcodes", place, *(f"'{pc4}', 0, '{one}', '{one}', '{one}', 1, 1, 1" for pc4, one in table))
    _insert(query, "areas", "id, kind, radius_m", "1, 'kvo_group', 0")
    _insert(query, "area_codes", "area_id, code", "1, '2903'")
    group = "id, name, area_id, branches, lacks, created_at, version"
    _insert(query, "kvo_groups", group, f"1, 'Hoekplein', 1, '', '', {born}, 1")
    scope = "scope_kind, scope_first, scope_last, scope_municipality_id, scope_kvo_group_id"
    for number, holder, role, where, giver, since, until, deputy, _ in ROLES:
        _insert(
            query,
            "roles",
            f"id, member_id, role, {scope}, granted_by, starts_at, created_at, ends_at, closed_at, deputy_id",
            f"{number}, {holder}, '{role}', {where}, {giver or 'NULL'}, {_date(since)}, {_date(since)}, {_date(until)},"
            f" {_date(until)}, {deputy or 'NULL'}",
        )
    told = f"'role', 1, '{{\"deputy\": {STOOD_IN}}}'"
    record = (f"1, {_date('02-01')}, 'deputy.named', {told}", f"2, {_date('03-01')}, 'deputy.ended', {told}")
    _insert(query, "audit", "id, at, action, entity, entity_id, payload", *record)


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


@pytest.fixture
async def upgraded(url: str, query: Query, tmp_path: Path) -> Storage:
    """A database of that release, opened by this version."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "second_people", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    await asyncio.to_thread(_fill, query)
    return await open_storage(url, owner=True)


async def _active(storage: Storage, now: datetime) -> dict[int, datetime | None]:
    async with storage.reading() as uow:
        return {one.id: one.ends_at for one in await uow.roles.active(now)}


async def test_roles_from_before_have_the_source_that_they_could_only_have(upgraded: Storage) -> None:
    """A role from before gets the only source that it could have by place, time and deputies; a role with several
    possible sources gets none, and is listed."""
    async with upgraded.reading() as uow:
        found = {row[0]: (await uow.roles.get(RoleId(row[0]))).derived_from for row in ROLES}
        listed = [one.id for one in await roles_without_source(uow, NOW)]
    await upgraded.close()
    assert {row[0]: row[-1] for row in ROLES} == found
    assert [8, 10] == listed


async def test_roles_from_before_end_with_their_source(upgraded: Storage) -> None:
    """Dismissing an administrator ends the roles that they gave, and those that these gave, in turn."""
    async with upgraded.transaction() as uow:
        await end_grant(uow, await uow.roles.get(RoleId(2)), MemberId(BOSS), NOW)
    left = await _active(upgraded, NOW)
    await upgraded.close()
    assert {4, 11, 12, 13}.isdisjoint(left)
    assert {1, 3, 5, 8} <= set(left)


async def test_what_outlived_its_source_before_ends_in_a_week(upgraded: Storage) -> None:
    """A role that outlived its source ends in a week: the tick finds it once and reports it, and others can make it
    permanent."""
    async with upgraded.transaction() as uow:
        assert await has_ended_roles(uow, NOW)
        await end_due_roles(uow, NOW)
        assert not await has_ended_roles(uow, NOW + timedelta(days=1))
    left = await _active(upgraded, NOW)
    await upgraded.close()
    assert [15] == [number for number, ends_at in left.items() if ends_at is not None]
    assert NOW + WEEK == left[15]
