"""A history: the reports and notices of a country over three months, and somebody of the police who is signed in."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from alerts.account import NewPasskey
from alerts.alert import AlertContent, AlertState, ApprovalKind, Decision, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MemberId
from alerts.point import point_at
from alerts.report import Outcome, ReportContent, ReportKind, ReportState, Signal
from alerts.services.account.enrol_passkey import enrol_passkey
from alerts.services.account.sign_in import begin_session
from alerts.severity import Severity
from alerts.tlp import Tlp
from bench.database import Database
from bench.seed import APPROVER_CHAT, AUTHOR_CHAT
from storage import open_storage
from storage.tables import alerts, approvals, report_events, report_signals, reports, revisions

OPEN_SHARE = 100  # one report of so many is open, and one notice of so many live
_WORDS = "Twee personen met helm op een donkere scooter bekijken de etalages en rijden weg richting de snelweg."
Row = dict[str, object]


async def seed_history(database: Database, reported: int, sent: int) -> None:
    """Add so many reports and notices, spread over the past ninety days; the newest are the last."""
    author, approver = await _members(database)
    engine = database.engine()
    async with engine.begin() as connection:
        await _insert(connection, alerts, list(_alerts(sent, author)))
        await _insert(connection, approvals, list(_approvals(sent, author, approver)))
        await _insert(connection, revisions, list(_revisions(sent, author)))
        await _insert(connection, reports, list(_reports(reported)))
        await _insert(connection, report_signals, [{"report_id": i, "signal": Signal.PHOTOS} for i in _ids(reported)])
        await _insert(connection, report_events, [_received(i, reported) for i in _ids(reported)])
    await engine.dispose()
    await database.settle()


async def sign_in(database: Database, *, count: int = 1) -> list[str]:
    """Begin so many sessions in the console of the police who approve; return the secrets of their cookies."""
    storage, now = await open_storage(database.url, owner=True), datetime.now(UTC)
    try:
        async with storage.transaction() as uow:
            member = await uow.members.by_ref("telegram", str(APPROVER_CHAT))
            assert member is not None, "they were appointed"
            key = NewPasskey(secrets.token_urlsafe(16), secrets.token_urlsafe(16), 0)
            passkey = await enrol_passkey(uow, member.id, key, now)
            return [(await begin_session(uow, passkey, now)).secret for _ in range(count)]
    finally:
        await storage.close()


async def _members(database: Database) -> tuple[MemberId, MemberId]:
    storage = await open_storage(database.url, owner=True)
    try:
        async with storage.reading() as uow:
            found = [await uow.members.by_ref("telegram", str(chat)) for chat in (AUTHOR_CHAT, APPROVER_CHAT)]
    finally:
        await storage.close()
    author, approver = found
    assert author is not None, "they were appointed"
    assert approver is not None, "they were appointed"
    return author.id, approver.id


async def _insert(connection: AsyncConnection, table: sa.Table, rows: list[Row]) -> None:
    await connection.execute(sa.insert(table), rows)


def _ids(count: int) -> range:
    return range(1, count + 1)


def _at(i: int, count: int) -> datetime:
    """When the i-th of so many things happened."""
    return datetime.now(UTC) - timedelta(days=90) * (1 - i / (count + 1))


def _place(i: int) -> Place:
    return Place(str(7000 + i % 2900), None, point_at(52.45 + i % 850 / 1_000, 5.6 + i % 1300 / 1_000))


def _spot(place: Place) -> Row:
    point = place.point
    assert point is not None, "each has one"
    return {"pc4": place.pc4, "pc6": None, "x": point.x, "y": point.y, "z": point.z, "municipality_id": None}


def _content(i: int, at: datetime) -> AlertContent:
    return AlertContent(
        kind=list(IncidentKind)[i % 4],
        what=_WORDS,
        place=_place(i),
        place_words="het centrum",
        reach_m=5_000,
        branches=frozenset({list(Branch)[i % len(Branch)]}),
        severity=list(Severity)[i % len(Severity)],
        tlp=Tlp.GREEN,
        until=at + timedelta(days=100 if i % OPEN_SHARE == 0 else 1),
        occurred_at=at,
    )


def _alerts(count: int, author: MemberId) -> Iterator[Row]:
    for i in _ids(count):
        at, is_live = _at(i, count), i % OPEN_SHARE == 0
        content = _content(i, at)
        yield {
            "id": i,
            "number": f"2025-{i:04}",
            "state": AlertState.LIVE if is_live else AlertState.ENDED,
            "version": 2,
            "author_id": author,
            "content": content,
            "kind": content.kind,
            "severity": content.severity,
            "tlp": content.tlp,
            "is_drill": False,
            **_spot(content.place),
            "reach_m": content.reach_m,
            "until": content.until,
            "created_at": at,
            "sent_at": at,
            "ended_at": None if is_live else at + timedelta(days=1),
        }


def _approvals(count: int, author: MemberId, approver: MemberId) -> Iterator[Row]:
    for i in _ids(count):
        at = _at(i, count)
        yield {
            "id": i,
            "alert_id": i,
            "alert_version": 1,
            "kind": ApprovalKind.FOUR_EYES,
            "requested_by": author,
            "requested_at": at,
            "decision": Decision.APPROVED,
            "decided_by": approver,
            "decided_at": at,
            "revision_kind": RevisionKind.FIRST,
        }


def _revisions(count: int, author: MemberId) -> Iterator[Row]:
    for i in _ids(count):
        at = _at(i, count)
        yield {
            "id": i,
            "alert_id": i,
            "number": 1,
            "kind": RevisionKind.FIRST,
            "content": _content(i, at),
            "alert_number": f"2025-{i:04}",
            "approval_id": i,
            "author_id": author,
            "created_at": at,
        }


def _reports(count: int) -> Iterator[Row]:
    told = {name: None for name in ReportContent.__slots__ if name != "signals"}
    for i in _ids(count):
        at, is_open = _at(i, count), i % OPEN_SHARE == 0
        yield {
            "id": i,
            "number": f"M-2025-{i:04}",
            "kind": list(ReportKind)[i % len(ReportKind)],
            "state": ReportState.RECEIVED if is_open else ReportState.CLOSED,
            "member_id": i,
            "premises_id": i,
            **_spot(_place(i)),
            "occurred_at": at,
            "content": {**told, "place_words": "Stad", "persons": "2", "what": _WORDS},
            "is_confirmed": True,
            "created_at": at,
            "closed_at": None if is_open else at + timedelta(days=1),
            "outcome": None if is_open else Outcome.HANDLED,
            "version": 1,
        }


def _received(i: int, count: int) -> Row:
    return {"report_id": i, "kind": "received", "actor_id": i, "at": _at(i, count)}
