"""Trust: what municipalities set, and an audit record that shows what was done to it."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.audit_0005 import GUARDS, chain_audit

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "municipalities",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sole_on_duty", sa.Boolean(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_municipalities"),
    )
    chain_audit()
    op.create_index("ix_audit_actor_id", "audit", ["actor_id"])
    op.create_table(
        "audit_checkpoint",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit_checkpoint"),
    )
    op.create_table(
        "refusals",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_refusals"),
    )
    for statement in GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)
    _for_limits()


def _for_limits() -> None:
    """What is counted to see whether there is too much of it."""
    limited = sa.text("state = 'limited'")
    op.create_index("ix_updates_limited", "updates", ["received_at"], sqlite_where=limited, postgresql_where=limited)
    op.create_index("ix_reports_created_at", "reports", ["created_at"])
    op.create_index("ix_invites_created_by_created_at", "invites", ["created_by", "created_at"])
    op.create_index("ix_invites_created_at", "invites", ["created_at"])
