"""The measures that shops took after a notice, and whether those who had not seen it were reminded."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "acknowledgements",
        sa.Column("alert_id", ROW_ID, nullable=False),
        sa.Column("premises_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shift", sa.String(), nullable=False),
        sa.Column("ring", sa.String(), nullable=False),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_acknowledgements_alert_id"),
        sa.ForeignKeyConstraint(["premises_id"], ["premises.id"], name="fk_acknowledgements_premises_id"),
        sa.PrimaryKeyConstraint("alert_id", "premises_id", "day", "shift", name="pk_acknowledgements"),
    )
    op.create_index("ix_acknowledgements_premises_id", "acknowledgements", ["premises_id"])
    op.add_column("alerts", sa.Column("reminded_at", TIME))
