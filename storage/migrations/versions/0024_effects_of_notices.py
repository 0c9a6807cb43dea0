"""Effects of notices: when it is due to count what happened after each; those of the last thirty days are counted too,
on the day that they would have had."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
ZONE = ZoneInfo("Europe/Amsterdam")
DAYS, TOLD_AT = 30, time(9)


def upgrade() -> None:
    effects = op.create_table(
        "notice_effects",
        sa.Column("alert_id", ROW_ID, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("counted", sa.JSON()),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_notice_effects_alert_id"),
        sa.PrimaryKeyConstraint("alert_id", name="pk_notice_effects"),
    )
    expected = sa.text("settled_at IS NULL")
    op.create_index(
        "ix_notice_effects_due", "notice_effects", ["due_at"], sqlite_where=expected, postgresql_where=expected
    )
    alerts = sa.table(
        "alerts",
        *(sa.column(name) for name in ("id", "kind", "is_drill", "state")),
        sa.column("sent_at", TIME),
    )
    of_late = datetime.now(UTC) - timedelta(days=DAYS)
    counted = (alerts.c.kind != "prevention", alerts.c.is_drill.is_(False), alerts.c.state != "retracted")
    sent = sa.select(alerts.c.id, alerts.c.sent_at).where(alerts.c.sent_at > of_late, *counted)
    rows = [{"alert_id": row.id, "due_at": _due_at(row.sent_at)} for row in op.get_bind().execute(sent)]
    if rows:
        op.get_bind().execute(sa.insert(effects), rows)


def _due_at(sent_at: datetime) -> datetime:
    at = sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)
    day = at.astimezone(ZONE).date() + timedelta(days=DAYS + 1)
    return datetime.combine(day, TOLD_AT, ZONE).astimezone(UTC)
