"""Trust: municipalities, an audit record that shows changes, roles that end, forgetting people, attested shops."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from storage.migrations.audit_0005 import GUARDS, chain_audit

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


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
    _roles_that_end()
    _forget()
    _for_limits()
    _for_attesting()
    _for_approvals()


def _for_limits() -> None:
    """What is counted to see whether there is too much of it."""
    limited = sa.text("state = 'limited'")
    op.create_index("ix_updates_limited", "updates", ["received_at"], sqlite_where=limited, postgresql_where=limited)
    op.create_index("ix_reports_created_at", "reports", ["created_at"])
    op.create_index("ix_invites_created_by_created_at", "invites", ["created_by", "created_at"])
    op.create_index("ix_invites_created_at", "invites", ["created_at"])


def _for_attesting() -> None:
    """When a shop is to be attested; one that is verified already, half a year from now."""
    op.add_column("premises", sa.Column("reattest_asked", sa.Integer(), nullable=False, server_default="0"))
    premises = sa.table("premises", sa.column("verified_at"), sa.column("reattest_due", TIME))
    verified = sa.update(premises).where(premises.c.verified_at.is_not(None))
    op.execute(verified.values(reattest_due=datetime.now(UTC) + timedelta(days=182)))
    known = sa.text("reattest_due IS NOT NULL")
    op.create_index(
        "ix_premises_reattest_due", "premises", ["reattest_due"], sqlite_where=known, postgresql_where=known
    )


def _forget() -> None:
    op.execute("DELETE FROM invite_failures")  # they hold addresses, and now hashes of those
    for table, column in (("members", "erased_at"), ("alerts", "emptied_at"), ("reports", "emptied_at")):
        op.add_column(table, sa.Column(column, TIME))
    op.create_table(
        "delivery_counts",
        sa.Column("alert_id", ROW_ID, nullable=False),
        sa.Column("revision_id", ROW_ID, nullable=False),
        sa.Column("is_chat", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_delivery_counts_alert_id"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"], name="fk_delivery_counts_revision_id"),
        sa.PrimaryKeyConstraint("alert_id", "revision_id", "is_chat", "state", "reason", name="pk_delivery_counts"),
    )
    op.create_table(
        "seen_counts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("alert_id", ROW_ID, nullable=False),
        sa.Column("chat_id", ROW_ID),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_seen_counts_alert_id"),
        sa.ForeignKeyConstraint(["chat_id"], ["addresses.id"], name="fk_seen_counts_chat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_seen_counts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_seen_counts_alert_id", "seen_counts", ["alert_id"])
    changes = sa.text("target_id IS NOT NULL")
    op.create_index(
        "ix_deliveries_target_id", "deliveries", ["target_id"], sqlite_where=changes, postgresql_where=changes
    )


def _roles_that_end() -> None:
    op.add_column("roles", sa.Column("closed_at", TIME))
    op.add_column("invites", sa.Column("role_ends_at", TIME))
    op.create_table(
        "stale_menus",
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_stale_menus"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_stale_menus_member_id"),
    )


def _for_approvals() -> None:
    """Templates with who wrote them, and what a colleague objects afterwards. No screen filled templates before."""
    op.drop_table("alert_templates")
    op.create_table(
        "alert_templates",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("author_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("approved_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("approved_at", TIME),
        sa.Column("grounds", sa.Text()),
        sa.Column("ends_at", TIME, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("approvals", table_kwargs={"sqlite_autoincrement": True}) as approvals:
        approvals.add_column(sa.Column("objection", sa.Text()))
        approvals.add_column(sa.Column("template_id", ROW_ID))
        approvals.create_foreign_key("fk_approvals_template_id", "alert_templates", ["template_id"], ["id"])
    unreviewed = sa.text("reviewed_at IS NULL AND kind IN ('sole_on_duty', 'closing')")
    op.create_index(
        "ix_approvals_unreviewed", "approvals", ["id"], sqlite_where=unreviewed, postgresql_where=unreviewed
    )
