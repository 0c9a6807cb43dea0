"""Tallies: what is left to count of reports and notices, filled from what is still in the database.

A report or notice that is emptied already leaves what it still has (kind, signals, PC4, day, outcome), and nothing
leads from its tally to it. Days and hours are those of the Netherlands.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from secrets import randbits
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
ZONE = ZoneInfo("Europe/Amsterdam")
AT_ONCE = 1_000
IN_TIME = timedelta(hours=48)
BANDS = ("00-04", "04-08", "08-12", "12-16", "16-20", "20-24")
VEHICLES = {"on_foot": "on_foot", "bicycle": "bicycle", "scooter": "scooter", "car": "car", "van": "car"}
COUNTED = {
    "offender_count": ("persons", ("1", "2", "3", "4_plus", "unknown")),
    "weapon": ("weapon", ("none_seen", "knife", "firearm", "blunt", "spray", "other")),
    "loot_type": (
        "loot_type",
        ("cash", "tobacco", "jewellery", "phones", "glasses", "medicine", "none", "other"),
    ),
    "approach": (
        "approach",
        ("hit_and_run", "as_customer", "waiting_staff", "back_door", "break_in", "vehicle", "explosive"),
    ),
    "exit_mode": ("exit_mode", ("on_foot", "bicycle", "scooter", "car", "unknown")),
}
OF_NOTICE = {"first": "sent", "correction": "sent", "all_clear": "all_clear", "retraction": "retracted"}


def upgrade() -> None:
    tallies, sources = _tables()
    ground = _Ground(op.get_bind())
    for rows in (_reports(ground), _notices(ground)):
        for made in _portions(rows):
            op.get_bind().execute(sa.insert(tallies), [tally for tally, _source in made])
            tied = [
                {"subject": tally["subject"], "source_id": source, "tally_id": tally["id"]}
                for tally, source in made
                if source is not None
            ]
            if tied:
                op.get_bind().execute(sa.insert(sources), tied)


def _tables() -> tuple[sa.Table, sa.Table]:
    tallies = op.create_table(
        "tallies",
        sa.Column("id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour_band", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("branches", sa.String(), nullable=False),
        sa.Column("pc4", sa.String(length=4)),
        sa.Column("municipality_id", sa.String()),
        sa.Column("kvo_group_id", ROW_ID),
        sa.Column("persons", sa.String()),
        sa.Column("weapon", sa.String()),
        sa.Column("loot_type", sa.String()),
        sa.Column("approach", sa.String()),
        sa.Column("exit_mode", sa.String()),
        sa.Column("signals", sa.String(), nullable=False),
        sa.Column("answered_in_time", sa.Boolean()),
        sa.ForeignKeyConstraint(["kvo_group_id"], ["kvo_groups.id"], name="fk_tallies_kvo_group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tallies"),
    )
    op.create_index("ix_tallies_subject_day", "tallies", ["subject", "day"])
    sources = op.create_table(
        "tally_sources",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("source_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("tally_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["tally_id"], ["tallies.id"], name="fk_tally_sources_tally_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subject", "source_id", name="pk_tally_sources"),
        sa.UniqueConstraint("tally_id", name="uq_tally_sources_tally_id"),
    )
    return tallies, sources


def _portions(rows: Iterable[tuple[dict[str, Any], int | None]]) -> Iterator[list[tuple[dict[str, Any], int | None]]]:
    portion = []
    for row in rows:
        portion.append(row)
        if len(portion) == AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _reports(ground: "_Ground") -> Iterator[tuple[dict[str, Any], int | None]]:
    """Closed reports, without those that were taken back."""
    bind = op.get_bind()
    names = ("kind", "state", "outcome", "member_id", "premises_id", "pc4", "pc6", "municipality_id")
    times = ("occurred_at", "created_at", "closed_at", "emptied_at")
    reports = _table("reports", *names, *times, content=sa.JSON())
    premises, signals = (
        _table("premises", "branch"),
        sa.table("report_signals", sa.column("report_id"), sa.column("signal")),
    )
    found = sa.select(reports, premises.c.branch).select_from(
        reports.outerjoin(premises, premises.c.id == reports.c.premises_id)
    )
    closed = found.where(
        reports.c.state == "closed", sa.or_(reports.c.outcome.is_(None), reports.c.outcome != "withdrawn")
    )
    for rows in _read(closed, reports.c.id):
        seen: dict[int, list[str]] = defaultdict(list)
        for one in bind.execute(sa.select(signals).where(signals.c.report_id.in_([row.id for row in rows]))):
            seen[one.report_id].append(one.signal)
        for row in rows:
            content = row.content or {}
            told = {
                "offender_count": content.get("persons"),
                "exit_mode": content.get("exit_mode") or VEHICLES.get(content.get("vehicle") or ""),
                **{name: content.get(name) for name in ("weapon", "loot_type", "approach")},
            }
            tally = {
                **_when(row.occurred_at or row.created_at),
                **_told(told),
                **ground.of(row, {row.branch} - {None}),
                "subject": "report",
                "kind": row.kind,
                "outcome": row.outcome or "unanswered",
                "signals": ",".join(sorted(seen[row.id])),
                "answered_in_time": row.outcome is not None and _utc(row.closed_at) - _utc(row.created_at) <= IN_TIME,
            }
            is_whole = row.emptied_at is None and row.member_id is not None
            yield tally, row.id if is_whole else None


def _notices(ground: "_Ground") -> Iterator[tuple[dict[str, Any], int | None]]:
    """Notices that were sent, without drills."""
    bind = op.get_bind()
    names = ("kind", "is_drill", "pc4", "pc6", "municipality_id", "kvo_group_id", "content")
    alerts = _table("alerts", *names, "sent_at", "emptied_at")
    texts = sa.table("revisions", *(sa.column(name) for name in ("alert_id", "number", "kind")))
    sent = sa.select(alerts).where(alerts.c.sent_at.is_not(None), alerts.c.is_drill.is_(False))
    for rows in _read(sent, alerts.c.id):
        of_these = sa.select(texts).where(texts.c.alert_id.in_([row.id for row in rows])).order_by(texts.c.number)
        last = {one.alert_id: one.kind for one in bind.execute(of_these)}
        for row in rows:
            content = json.loads(row.content)
            told_at = content.get("occurred_at")
            at = datetime.fromisoformat(told_at.replace("Z", "+00:00")) if told_at else row.sent_at
            tally = {
                **_when(at),
                **_told(content.get("mo") or {}),
                **ground.of(row, set(content.get("branches") or ()), addressed=row.kvo_group_id),
                "subject": "notice",
                "kind": row.kind,
                "outcome": OF_NOTICE[last.get(row.id, "first")],
                "signals": "",
                "answered_in_time": None,
            }
            yield tally, row.id if row.emptied_at is None else None


def _table(name: str, *names: str, **typed: Any) -> sa.TableClause:
    """Make a table to read from: what ends in `_at` is a time, `is_` begins a truth, the rest is as it comes."""
    columns: list[sa.ColumnClause[Any]] = [sa.column("id")]
    for one in names:
        kind = TIME if one.endswith("_at") else sa.Boolean() if one.startswith("is_") else None
        columns.append(sa.column(one, kind) if kind is not None else sa.column(one))
    return sa.table(name, *columns, *(sa.column(one, kind) for one, kind in typed.items()))


def _read(wanted: sa.Select[Any], number: sa.ColumnElement[Any]) -> Iterator[list[Any]]:
    last = 0
    while rows := list(op.get_bind().execute(wanted.where(number > last).order_by(number).limit(AT_ONCE))):
        yield rows
        last = rows[-1].id


def _when(at: datetime) -> dict[str, Any]:
    local = _utc(at).astimezone(ZONE)
    return {"id": randbits(62), "day": local.date(), "hour_band": BANDS[local.hour // 4]}


def _utc(at: datetime) -> datetime:
    """SQLite gives naive UTC back."""
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _told(mo: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: mo.get(field) if mo.get(field) in values else None for field, (name, values) in COUNTED.items()}


class _Ground:
    """Where something was: its municipality by the postcode table, and the KVO group that has it."""

    def __init__(self, bind: sa.Connection) -> None:
        self._parts: dict[str, dict[int, str]] = defaultdict(dict)
        postcodes = sa.table("postcodes", *(sa.column(name) for name in ("pc4", "part", "municipality_id")))
        for row in bind.execute(sa.select(postcodes).order_by(postcodes.c.pc4, postcodes.c.part)):
            self._parts[row.pc4][row.part] = row.municipality_id
        letters = sa.table("postcode_letters", sa.column("pc6"), sa.column("part"))
        self._letters = {row.pc6: row.part for row in bind.execute(sa.select(letters))}
        groups = sa.table("kvo_groups", *(sa.column(name) for name in ("id", "area_id", "branches", "closed_at")))
        codes = sa.table("area_codes", sa.column("area_id"), sa.column("code"))
        having = sa.select(groups.c.id, groups.c.branches, codes.c.code).join_from(
            groups, codes, codes.c.area_id == groups.c.area_id
        )
        self._groups: dict[str, list[tuple[int, set[str]]]] = defaultdict(list)
        for row in bind.execute(having.where(groups.c.closed_at.is_(None)).order_by(groups.c.id)):
            self._groups[row.code].append((row.id, set(filter(None, row.branches.split(",")))))

    def of(self, row: Any, branches: set[str], *, addressed: int | None = None) -> dict[str, Any]:
        """Return the columns that say where; a group that a notice is addressed to comes first."""
        return {
            "pc4": row.pc4,
            "municipality_id": self._municipality(row),
            "kvo_group_id": addressed if addressed is not None else self._group(row, branches),
            "branches": ",".join(sorted(branches)),
        }

    def _municipality(self, row: Any) -> str | None:
        parts = self._parts.get(row.pc4 or "", {})
        told = parts.get(self._letters.get(row.pc6 or "", -1)) if len(parts) > 1 else None
        chosen = row.municipality_id if row.municipality_id in parts.values() else None
        return told or chosen or next(iter(parts.values()), None)

    def _group(self, row: Any, branches: set[str]) -> int | None:
        having = [*self._groups.get(row.pc4 or "", ()), *self._groups.get(row.pc6 or "", ())]
        return min((number for number, own in having if not (own and branches) or own & branches), default=None)
