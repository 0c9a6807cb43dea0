"""Channels beside the chat: the e-mail addresses of members, and the queue of e-mail and other services."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "mail_addresses",
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("address", sa.String()),
        sa.Column("token", sa.String()),
        sa.Column("verified_at", TIME),
        sa.Column("why_inactive", sa.String()),
        sa.Column("on_unseen", sa.Boolean(), nullable=False),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("code_expires_at", TIME),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("codes_since", TIME),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_mail_addresses_member_id"),
        sa.PrimaryKeyConstraint("member_id", name="pk_mail_addresses"),
        sa.UniqueConstraint("token", name="uq_mail_addresses_token"),
    )
    op.create_table(
        "channel_deliveries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("effect_key", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("member_id", ROW_ID),
        sa.Column("alert_id", ROW_ID),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("deadline", TIME, nullable=False),
        sa.Column("on_unknown", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sa.String()),
        sa.Column("lease_until", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_channel_deliveries_member_id"),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_channel_deliveries_alert_id"),
        sa.PrimaryKeyConstraint("id", name="pk_channel_deliveries"),
        sa.UniqueConstraint("effect_key", name="uq_channel_deliveries_effect_key"),
        sqlite_autoincrement=True,
    )
    of_reader = ["alert_id", "member_id", "revision_number"]
    op.create_index("ix_channel_deliveries_alert_id_member_id_revision_number", "channel_deliveries", of_reader)
    op.create_index("ix_channel_deliveries_member_id", "channel_deliveries", ["member_id"])
    op.create_index("ix_channel_deliveries_created_at", "channel_deliveries", ["created_at"])
    queued, sending = sa.text("state = 'queued'"), sa.text("state = 'sending'")
    queue, busy, table = "ix_channel_deliveries_queue", "ix_channel_deliveries_busy", "channel_deliveries"
    op.create_index(queue, table, ["channel", "due_at"], sqlite_where=queued, postgresql_where=queued)
    op.create_index(busy, table, ["lease_until"], sqlite_where=sending, postgresql_where=sending)
