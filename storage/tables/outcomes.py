"""Tables of what follows the end of a report: the texts of outcomes, and feedback."""

from sqlalchemy import Boolean, Column, Index, String

from alerts.feedback import FeedbackReason
from alerts.report import Outcome, ReportKind
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment, table

# The newest row of an outcome and kind (none: every kind) is in force; words are by language.
outcome_texts = entity(
    "outcome_texts",
    Column("municipality_id", String, nullable=False),
    Column("outcome", EnumText(Outcome), nullable=False),
    Column("kind", EnumText(ReportKind)),
    Column("words", json(), nullable=False),
    link("author_id", "members"),
    moment("created_at"),
    Index(None, "municipality_id", "outcome"),
)

# A row is there once the reporter was asked. It goes when the report is emptied or its reporter erased.
report_feedback = table(
    "report_feedback",
    link("report_id", "reports", key=True, ondelete="CASCADE"),
    link("member_id", "members"),
    moment("asked_at"),
    Column("is_satisfied", Boolean),
    Column("reason", EnumText(FeedbackReason)),
    moment("answered_at", optional=True),
    moment("reopened_at", optional=True),
    Index(None, "member_id"),
)
