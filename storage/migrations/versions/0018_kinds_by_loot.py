"""Kinds by loot: a stored attempt at which something was taken becomes a robbery, and a robbery at which nothing was
becomes an attempt, as new reports are."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

REPORTS = sa.table("reports", sa.column("kind", sa.String()), sa.column("content", sa.JSON()))
ROBBERY, ATTEMPT, NOTHING = "robbery", "robbery_attempt", "none"


def upgrade() -> None:
    loot = REPORTS.c.content["loot_type"].as_string()
    for kind, other, is_other in ((ATTEMPT, ROBBERY, loot != NOTHING), (ROBBERY, ATTEMPT, loot == NOTHING)):
        op.execute(sa.update(REPORTS).where(REPORTS.c.kind == kind, is_other).values(kind=other))
