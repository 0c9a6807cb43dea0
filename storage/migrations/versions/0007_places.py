"""Places: municipalities by what identifies them, PC4s in parts, and which municipality a shop said it lies in."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NAMESAKES_M = 10_000
POINT = ("x", "y", "z")


def upgrade() -> None:
    for table in ("areas", "premises", "incidents", "alerts", "reports"):
        op.add_column(table, sa.Column("municipality_id", sa.String()))
    for table in ("roles", "invites"):
        op.add_column(table, sa.Column("scope_municipality_id", sa.String()))
    _postcodes()
    _settings()
    _scopes()


def _postcodes() -> None:
    bind = op.get_bind()
    old = sa.table("postcodes", *(sa.column(name) for name in ("pc4", "place", "municipality", *POINT)))
    rows = bind.execute(sa.select(old).order_by(old.c.pc4)).all()
    op.drop_table("postcodes")
    new = op.create_table(
        "postcodes",
        sa.Column("pc4", sa.String(length=4), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text()),
        sa.Column("code", sa.String()),
        sa.Column("province", sa.Text()),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("municipality_name", sa.Text(), nullable=False),
        *(sa.Column(axis, sa.BigInteger(), nullable=False) for axis in POINT),
        sa.PrimaryKeyConstraint("pc4", "part", name="pk_postcodes"),
    )
    op.create_index("ix_postcodes_x", "postcodes", ["x"])
    op.create_index("ix_postcodes_municipality_id", "postcodes", ["municipality_id"])
    op.create_table(
        "postcode_letters",
        sa.Column("pc6", sa.String(length=6), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pc6", name="pk_postcode_letters"),
    )
    op.create_table(
        "former_municipalities",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", "municipality_id", name="pk_former_municipalities"),
    )
    if rows:
        bind.execute(sa.insert(new), _identified(rows))


def _identified(rows: Sequence[sa.Row[Any]]) -> list[dict[str, Any]]:
    """No table had codes until now: by name, and where that is in several places by its first PC4 as well."""
    by_name: dict[str, list[sa.Row[Any]]] = defaultdict(list)
    for row in rows:
        by_name[_slug(row.municipality or row.place)].append(row)
    values = []
    for name, same in by_name.items():
        places = list(_places(same))
        for place in places:
            first = min(row.pc4 for row in place)
            for row in place:
                called = row.municipality or row.place
                alone = len(places) == 1
                found = name if alone else f"{name}@{first}"
                known = called if alone else f"{called} ({first})"
                values.append({**row._mapping, "part": 0, "municipality_id": found, "municipality_name": known})
    return values


def _places(rows: list[sa.Row[Any]]) -> list[list[sa.Row[Any]]]:
    """Rows of one name, those apart that lie too far from all others to be the same place."""
    left, places = list(rows), []
    while left:
        place = [left.pop()]
        for one in place:
            near = [row for row in left if sum((row[-i] - one[-i]) ** 2 for i in (1, 2, 3)) <= NAMESAKES_M**2]
            left = [row for row in left if row not in near]
            place.extend(near)
        places.append(place)
    return places


def _settings() -> None:
    """Under what identifies them; what was set for a name that several have is nobody's until it is set again."""
    bind = op.get_bind()
    old = sa.table(
        "municipalities",
        sa.column("name", sa.Text()),
        sa.column("sole_on_duty", sa.Boolean()),
        sa.column("labels", sa.JSON()),
    )
    rows = [dict(row._mapping) for row in bind.execute(sa.select(old))]
    op.drop_table("municipalities")
    new = op.create_table(
        "municipalities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sole_on_duty", sa.Boolean(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_municipalities"),
    )
    by_id = {_slug(row["name"]): row for row in rows}
    if by_id:
        bind.execute(sa.insert(new), [{"id": found, **row} for found, row in by_id.items()])


def _scopes() -> None:
    """By name; where several have it, it covers none of them until the next import or another role."""
    bind = op.get_bind()
    for name in ("roles", "invites"):
        table = sa.table(name, *(sa.column(one) for one in ("scope_kind", "scope_name", "scope_municipality_id")))
        named = sa.select(table.c.scope_name).where(table.c.scope_kind == "municipality").distinct()
        for (scope,) in bind.execute(named).all():
            theirs = sa.update(table).where(table.c.scope_kind == "municipality", table.c.scope_name == scope)
            bind.execute(theirs.values(scope_municipality_id=_slug(scope or "")))


def _slug(name: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    return "-".join(re.findall(r"[a-z0-9]+", plain))
