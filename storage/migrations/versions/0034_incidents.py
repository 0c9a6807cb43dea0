"""Incidents: their number, state, shop and times, what they were joined to, and their events.

The table of incidents was there and nothing wrote to it; a row that somebody put there counts as closed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("incidents", table_kwargs={"sqlite_autoincrement": True}) as incidents:
        incidents.add_column(sa.Column("number", sa.String()))
        incidents.add_column(sa.Column("state", sa.String(), nullable=False, server_default="closed"))
        incidents.add_column(sa.Column("premises_id", ROW_ID))
        for moment in ("confirmed_at", "closed_at", "frozen_at", "emptied_at"):
            incidents.add_column(sa.Column(moment, TIME))
        incidents.add_column(sa.Column("main_id", ROW_ID))
        incidents.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        incidents.create_foreign_key("fk_incidents_premises_id", "premises", ["premises_id"], ["id"])
        incidents.create_foreign_key("fk_incidents_main_id", "incidents", ["main_id"], ["id"])
        incidents.create_unique_constraint("uq_incidents_number", ["number"])
    with op.batch_alter_table("incidents", table_kwargs={"sqlite_autoincrement": True}) as incidents:
        for name, kind in (("state", sa.String()), ("version", sa.Integer())):
            incidents.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
    op.create_index("ix_incidents_state_id", "incidents", ["state", "id"])
    for name in ("created_at", "main_id"):
        op.create_index(f"ix_incidents_{name}", "incidents", [name])
    _events()
    where = sa.text("incident_id IS NOT NULL")
    for table in ("alerts", "reports"):
        op.create_index(f"ix_{table}_incident_id", table, ["incident_id"], sqlite_where=where, postgresql_where=where)


def _events() -> None:
    op.create_table(
        "incident_events",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", ROW_ID),
        sa.Column("at", TIME, nullable=False),
        sa.Column("comment", sa.Text()),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_incident_events_incident_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["members.id"], name="fk_incident_events_actor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_incident_events"),
        sqlite_autoincrement=True,
    )
    for name in ("incident_id", "actor_id"):
        op.create_index(f"ix_incident_events_{name}", "incident_events", [name])
