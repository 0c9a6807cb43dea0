"""Identities of members at an identity provider, with which a session may begin instead of with a passkey."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "identities",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("used_at", TIME),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_identities_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_identities"),
        sa.UniqueConstraint("issuer", "subject", name="uq_identities_issuer_subject"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_identities_member_id", "identities", ["member_id"])
    with op.batch_alter_table("sessions", table_kwargs={"sqlite_autoincrement": True}) as sessions:
        sessions.add_column(sa.Column("identity_id", ROW_ID))
        sessions.create_foreign_key(
            "fk_sessions_identity_id", "identities", ["identity_id"], ["id"], ondelete="CASCADE"
        )
        sessions.create_check_constraint("one_beginning", "passkey_id IS NULL OR identity_id IS NULL")
    op.create_index("ix_sessions_identity_id", "sessions", ["identity_id"])
