"""Which alerts are to be counted anew, and indexes for large fan-outs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "recounts",
        sa.Column("alert_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_recounts_alert_id"),
        sa.PrimaryKeyConstraint("alert_id", name="pk_recounts"),
    )
    op.execute("INSERT INTO recounts SELECT id FROM alerts WHERE state <> 'draft'")
    op.create_index(
        "ix_deliveries_alert_id_reason_state_revision_id", "deliveries", ["alert_id", "reason", "state", "revision_id"]
    )
    _create_partial("ix_deliveries_paused", "deliveries", "address_id", "state = 'queued' AND reason = 'paused'")
    op.drop_index("ix_premises_x_y_z", "premises")
    op.create_index(
        "ix_premises_x_y_z_branch_verified_at_closed_at",
        "premises",
        ["x", "y", "z", "branch", "verified_at", "closed_at"],
    )
    _create_partial("ix_premises_members_premises_id", "premises_members", "premises_id", "wider_m IS NOT NULL")
    op.drop_index("ix_addresses_kvo_group_id", "addresses")
    _create_partial("ix_addresses_kvo_group_id", "addresses", "kvo_group_id", "kvo_group_id IS NOT NULL")


def _create_partial(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
