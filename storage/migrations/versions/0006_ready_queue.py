"""The queue of the outbox: what is ready stands in an index of its own, apart from what waits."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("waits_for", sa.String(), nullable=False, server_default="nothing"))
    op.execute("UPDATE deliveries SET waits_for = 'time' WHERE state = 'queued' AND due_at > created_at")
    op.drop_index("ix_deliveries_queue", "deliveries")
    ready, waiting = "state = 'queued' AND waits_for = 'nothing'", "state = 'queued' AND waits_for <> 'nothing'"
    _create_partial("queue", ["priority", "distance_sq", "id"], ready)
    _create_partial("waiting", ["priority", "due_at"], waiting)
    for_chat = "state = 'queued' AND waits_for = 'chat'"
    _create_partial("for_chat", ["address_id", "priority", "distance_sq", "id"], for_chat)
    _create_partial("busy", ["address_id"], "state = 'sending'")


def _create_partial(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(f"ix_deliveries_{name}", "deliveries", columns, sqlite_where=condition, postgresql_where=condition)
