"""Second people: grants that wait for confirmation, for whom a link is, and how new somebody is at a shop."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "grant_requests",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("given_by", ROW_ID, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope_kind", sa.String(), nullable=False),
        sa.Column("scope_first", sa.String(length=4)),
        sa.Column("scope_last", sa.String(length=4)),
        sa.Column("scope_name", sa.Text()),
        sa.Column("scope_municipality_id", sa.String()),
        sa.Column("scope_branch", sa.String()),
        sa.Column("scope_kvo_group_id", ROW_ID),
        sa.Column("label", sa.Text()),
        sa.Column("role_id", ROW_ID),
        sa.Column("ends_at", TIME),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("reminded_at", TIME),
        sa.Column("decision", sa.String()),
        sa.Column("decided_by", ROW_ID),
        sa.Column("decided_at", TIME),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_grant_requests_member_id"),
        sa.ForeignKeyConstraint(["given_by"], ["members.id"], name="fk_grant_requests_given_by"),
        sa.ForeignKeyConstraint(["decided_by"], ["members.id"], name="fk_grant_requests_decided_by"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="fk_grant_requests_role_id"),
        sa.ForeignKeyConstraint(["scope_kvo_group_id"], ["kvo_groups.id"], name="fk_grant_requests_scope_kvo_group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_grant_requests"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_grant_requests_member_id", "grant_requests", ["member_id"])
    _create_partial("ix_grant_requests_open", "grant_requests", "id", "decision IS NULL")
    with op.batch_alter_table("roles", table_kwargs={"sqlite_autoincrement": True}) as roles:
        roles.add_column(sa.Column("confirmed_by", ROW_ID))
        roles.add_column(sa.Column("derived_from", ROW_ID))
        roles.create_foreign_key("fk_roles_confirmed_by", "members", ["confirmed_by"], ["id"])
        roles.create_foreign_key("fk_roles_derived_from", "roles", ["derived_from"], ["id"])
    _create_partial("ix_roles_derived_from", "roles", "derived_from", "derived_from IS NOT NULL")
    op.add_column("invites", sa.Column("intended_for", sa.Text()))
    op.add_column("premises", sa.Column("people_allowed", sa.Integer()))
    op.add_column("premises_members", sa.Column("new_until", TIME))
    op.drop_index("ix_approvals_unreviewed", "approvals")
    alone = "reviewed_at IS NULL AND kind IN ('sole_on_duty', 'by_deputy', 'closing', 'held_tip')"
    _create_partial("ix_approvals_unreviewed", "approvals", "id", alone)


def _create_partial(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
