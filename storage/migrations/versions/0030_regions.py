"""A notice can have a municipality, a range of postcodes or the country as its ground, in place of a circle; members
are found by a branch that they added."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("region_kind", sa.String()),
        sa.Column("region_first", sa.String(4)),
        sa.Column("region_last", sa.String(4)),
        sa.Column("region_municipality_id", sa.String()),
    ):
        op.add_column("alerts", column)
    op.create_index("ix_premises_member_branches_branch", "premises_member_branches", ["branch"])
