"""Changes to live alerts, deputies, and what is known of a KVO group's chat."""

from contextlib import AbstractContextManager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with _table("approvals") as approvals:
        approvals.add_column(sa.Column("revision_kind", sa.String(), nullable=False, server_default="first"))
        approvals.add_column(sa.Column("content", sa.Text()))
        approvals.add_column(sa.Column("escalated_at", TIME))
    with _table("kvo_groups") as groups:
        groups.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        groups.add_column(sa.Column("code_expires_at", TIME))
        groups.add_column(sa.Column("lacks", sa.String(), nullable=False, server_default=""))
        groups.add_column(sa.Column("checked_at", TIME))
        groups.add_column(sa.Column("join_link", sa.Text()))
    with _table("invites") as invites:
        invites.add_column(sa.Column("deputy_of", ROW_ID))
        invites.create_foreign_key("fk_invites_deputy_of", "roles", ["deputy_of"], ["id"])
    with op.batch_alter_table("seen") as seen:
        seen.add_column(sa.Column("chat_id", ROW_ID))
        seen.create_foreign_key("fk_seen_chat_id", "addresses", ["chat_id"], ["id"])
    _drop_defaults()
    op.create_index("ix_addresses_kvo_group_id", "addresses", ["kvo_group_id"])
    op.create_index("ix_kvo_groups_code_hash", "kvo_groups", ["code_hash"])


def _table(name: str) -> AbstractContextManager[BatchOperations]:
    """A rebuilt table goes on counting where it was: an old button must not mean a new thing."""
    return op.batch_alter_table(name, table_kwargs={"sqlite_autoincrement": True})


def _drop_defaults() -> None:
    """They were for the rows that are there already."""
    with _table("approvals") as approvals:
        approvals.alter_column("revision_kind", server_default=None)
    with _table("kvo_groups") as groups:
        groups.alter_column("version", server_default=None)
        groups.alter_column("lacks", server_default=None)
