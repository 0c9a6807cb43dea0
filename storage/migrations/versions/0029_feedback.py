"""Feedback: which reporters were asked whether they were helped well, what they answered, and in the tallies whether
they were.

Nobody is asked about a report that was closed before: it counts as asked when it was closed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "report_feedback",
        sa.Column("report_id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("is_satisfied", sa.Boolean()),
        sa.Column("reason", sa.String()),
        sa.Column("answered_at", TIME),
        sa.Column("reopened_at", TIME),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_report_feedback_report_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_report_feedback_member_id"),
        sa.PrimaryKeyConstraint("report_id", name="pk_report_feedback"),
    )
    op.create_index("ix_report_feedback_member_id", "report_feedback", ["member_id"])
    op.execute(
        "INSERT INTO report_feedback (report_id, member_id, asked_at) SELECT id, member_id, closed_at FROM reports"
        " WHERE state = 'closed' AND member_id IS NOT NULL AND closed_at IS NOT NULL"
    )
    op.add_column("tallies", sa.Column("is_satisfied", sa.Boolean()))
