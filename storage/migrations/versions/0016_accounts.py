"""Accounts of the console: one-time links, passkeys, sessions, and challenges that were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "console_links",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("created_by", ROW_ID),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_console_links_member_id"),
        sa.ForeignKeyConstraint(["created_by"], ["members.id"], name="fk_console_links_created_by"),
        sa.PrimaryKeyConstraint("id", name="pk_console_links"),
        sa.UniqueConstraint("secret_hash", name="uq_console_links_secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_console_links_member_id", "console_links", ["member_id"])
    op.create_table(
        "passkeys",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("used_at", TIME),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_passkeys_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_passkeys"),
        sa.UniqueConstraint("credential_id", name="uq_passkeys_credential_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_passkeys_member_id", "passkeys", ["member_id"])
    op.create_table(
        "sessions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("passkey_id", ROW_ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("fresh_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_sessions_member_id"),
        sa.ForeignKeyConstraint(["passkey_id"], ["passkeys.id"], name="fk_sessions_passkey_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("secret_hash", name="uq_sessions_secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sessions_member_id", "sessions", ["member_id"])
    op.create_index("ix_sessions_passkey_id", "sessions", ["passkey_id"])
    op.create_table(
        "used_challenges",
        sa.Column("challenge_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("challenge_hash", name="pk_used_challenges"),
    )
