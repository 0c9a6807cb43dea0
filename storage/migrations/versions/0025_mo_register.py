"""The MO register, filled from the notices and reports that are still in the database.

A notice that is emptied already leaves what it still has (kind, label, branches, PC4, day), and nothing leads from its
record to it. Days are those of the Netherlands.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from secrets import randbits
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
ZONE = ZoneInfo("Europe/Amsterdam")
AT_ONCE = 1_000
SIGHTINGS = ("reconnaissance", "suspicious_situation", "other", "prevention")
VEHICLES = {"on_foot": "on_foot", "bicycle": "bicycle", "scooter": "scooter", "car": "car", "van": "car"}
FIELDS = {
    "time_band": ("opening", "day", "evening", "last_hour", "after_closing", "delivery"),
    "offender_count": ("1", "2", "3", "4_plus", "unknown"),
    "approach": ("hit_and_run", "as_customer", "waiting_staff", "back_door", "break_in", "vehicle", "explosive"),
    "weapon": ("none_seen", "knife", "firearm", "blunt", "spray", "other"),
    "violence": ("threat", "physical", "injury"),
    "face_cover": ("none", "hood", "helmet", "balaclava", "mask"),
    "loot_type": ("cash", "tobacco", "jewellery", "phones", "glasses", "medicine", "none", "other"),
    "exit_mode": ("on_foot", "bicycle", "scooter", "car", "unknown"),
    "exit_direction": (
        *("north", "north_east", "east", "south_east"),
        *("south", "south_west", "west", "north_west"),
    ),
    "prior_recon": ("yes", "no", "unknown"),
}


def upgrade() -> None:
    records, sources = _tables()
    ground = _Ground(op.get_bind())
    for rows in (_notices(ground), _incidents(ground)):
        for made in _portions(rows):
            op.get_bind().execute(sa.insert(records), [record for record, _source in made])
            tied = [
                {"source": record["source"], "source_id": source, "record_id": record["id"]}
                for record, source in made
                if source is not None
            ]
            if tied:
                op.get_bind().execute(sa.insert(sources), tied)


def _tables() -> tuple[sa.Table, sa.Table]:
    records = op.create_table(
        "mo_records",
        sa.Column("id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tlp", sa.String()),
        sa.Column("branches", sa.String(), nullable=False),
        sa.Column("pc4", sa.String(length=4)),
        sa.Column("municipality_id", sa.String()),
        sa.Column("kvo_group_id", ROW_ID),
        sa.Column("is_for_group", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String()) for name in FIELDS),
        sa.ForeignKeyConstraint(["kvo_group_id"], ["kvo_groups.id"], name="fk_mo_records_kvo_group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mo_records"),
    )
    op.create_index("ix_mo_records_day_id", "mo_records", ["day", "id"])
    sources = op.create_table(
        "mo_sources",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("record_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["mo_records.id"], name="fk_mo_sources_record_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "source_id", name="pk_mo_sources"),
        sa.UniqueConstraint("record_id", name="uq_mo_sources_record_id"),
    )
    return records, sources


def _portions(rows: Iterable[tuple[dict[str, Any], int | None]]) -> Iterator[list[tuple[dict[str, Any], int | None]]]:
    portion = []
    for row in rows:
        portion.append(row)
        if len(portion) == AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _notices(ground: "_Ground") -> Iterator[tuple[dict[str, Any], int | None]]:
    """Notices about a method or an incident that were sent and not retracted, without drills and tips."""
    bind = op.get_bind()
    names = ("kind", "severity", "tlp", "is_drill", "pc4", "pc6", "municipality_id", "kvo_group_id", "content")
    alerts = _table("alerts", *names, "sent_at", "emptied_at")
    texts = sa.table("revisions", *(sa.column(name) for name in ("alert_id", "number", "kind")))
    is_wanted = sa.or_(alerts.c.severity == "P3", alerts.c.kind.not_in(SIGHTINGS))
    sent = sa.select(alerts).where(alerts.c.sent_at.is_not(None), alerts.c.is_drill.is_(False), is_wanted)
    for rows in _read(sent.where(alerts.c.kind != "prevention"), alerts.c.id):
        of_these = sa.select(texts).where(texts.c.alert_id.in_([row.id for row in rows])).order_by(texts.c.number)
        last = {one.alert_id: one.kind for one in bind.execute(of_these)}
        for row in rows:
            if last.get(row.id) == "retraction":
                continue
            content = json.loads(row.content or "{}")
            told_at = content.get("occurred_at")
            at = datetime.fromisoformat(told_at.replace("Z", "+00:00")) if told_at else row.sent_at
            record = {
                **_when(at),
                **_told(content.get("mo") or {}),
                **ground.of(row, set(content.get("branches") or ()), addressed=row.kvo_group_id),
                "source": "notice",
                "kind": row.kind,
                "tlp": row.tlp,
                "is_for_group": row.kvo_group_id is not None,
            }
            yield record, row.id if row.emptied_at is None else None


def _incidents(ground: "_Ground") -> Iterator[tuple[dict[str, Any], int | None]]:
    """Reports of robberies and attempts that police dealt with, and that became no notice."""
    names = ("kind", "state", "outcome", "member_id", "premises_id", "pc4", "pc6", "municipality_id")
    reports = _table("reports", *names, "occurred_at", "created_at", "emptied_at", content=sa.JSON())
    premises = _table("premises", "branch")
    found = sa.select(reports, premises.c.branch).select_from(
        reports.outerjoin(premises, premises.c.id == reports.c.premises_id)
    )
    is_handled = (reports.c.state == "closed", reports.c.outcome == "handled")
    for rows in _read(found.where(*is_handled, reports.c.kind.like("robbery%")), reports.c.id):
        for row in rows:
            content = row.content or {}
            told = {
                **content,
                "offender_count": content.get("persons"),
                "exit_mode": content.get("exit_mode") or VEHICLES.get(content.get("vehicle") or ""),
            }
            record = {
                **_when(row.occurred_at or row.created_at),
                **_told(told),
                **ground.of(row, {row.branch} - {None}),
                "source": "incident",
                "kind": row.kind,
                "tlp": None,
                "is_for_group": False,
            }
            is_whole = row.emptied_at is None and row.member_id is not None
            yield record, row.id if is_whole else None


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
    aware = at if at.tzinfo is not None else at.replace(tzinfo=UTC)  # SQLite gives naive UTC back
    return {"id": randbits(62), "day": aware.astimezone(ZONE).date()}


def _told(mo: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: mo.get(name) if mo.get(name) in values else None for name, values in FIELDS.items()}


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
