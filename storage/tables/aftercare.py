"""Tables of aftercare: cases with their people, steps, calls and answers, and the tallies that are left of them."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String

from alerts.aftercare.case import Answer, CallReason, CaseState, Consent, ConsentHow, Ending, Question
from alerts.aftercare.sequence import StepKind
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment, table

# Without a person, a shop or words: what can be counted when the case is gone.
case_tallies = entity(
    "case_tallies",
    Column("municipality", String),
    Column("opened_on", Date, nullable=False),
    Column("is_prompt", Boolean, nullable=False),
    Column("closed_on", Date),
    Column("ending", EnumText(Ending)),
    Column("steps", Integer, nullable=False),
    Column("prompt_steps", Integer, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("prompt_calls", Integer, nullable=False),
    Column("answers", json(), nullable=False),
    Index(None, "opened_on"),
)

cases = entity(
    "cases",
    link("incident_id", "incidents"),
    link("premises_id", "premises", optional=True),
    Column("state", EnumText(CaseState), nullable=False),
    link("opened_by", "members", optional=True),
    link("keeper_id", "members", optional=True),
    moment("opened_at"),
    moment("objected_at", optional=True),
    moment("arrested_at", optional=True),
    moment("shop_closed_at", optional=True),
    moment("closed_at", optional=True),
    Column("ending", EnumText(Ending)),
    link("tally_id", "case_tallies", optional=True),
    Column("version", Integer, nullable=False),
    Index(None, "incident_id"),
    Index(None, "state"),
    Index(None, "opened_by"),
    Index(None, "keeper_id"),
)

# Without a member it is somebody without a chat, whose answer a coordinator noted.
case_people = entity(
    "case_people",
    link("case_id", "cases", ondelete="CASCADE"),
    link("member_id", "members", optional=True),
    Column("consent", EnumText(Consent), nullable=False),
    Column("how", EnumText(ConsentHow)),
    link("noted_by", "members", optional=True),
    moment("asked_at"),
    moment("answered_at", optional=True),
    Index(None, "case_id"),
    Index(None, "member_id"),
    Index(None, "noted_by"),
)

case_steps = entity(
    "case_steps",
    link("case_id", "cases", ondelete="CASCADE"),
    Column("kind", EnumText(StepKind), nullable=False),
    moment("due_at"),
    moment("told_at", optional=True),
    moment("done_at", optional=True),
    link("done_by", "members", optional=True),
    Column("is_left_out", Boolean, nullable=False),
    Index(None, "case_id"),
    Index(None, "due_at"),
    Index(None, "done_by"),
)

case_calls = entity(
    "case_calls",
    link("case_id", "cases", ondelete="CASCADE"),
    link("person_id", "case_people", ondelete="CASCADE"),
    Column("reason", EnumText(CallReason), nullable=False),
    moment("asked_at"),
    link("taken_by", "members", optional=True),
    moment("taken_at", optional=True),
    moment("passed_on_at", optional=True),
    Index(None, "case_id"),
    Index(None, "person_id"),
    Index(None, "taken_by"),
)

case_answers = table(
    "case_answers",
    link("person_id", "case_people", key=True, ondelete="CASCADE"),
    Column("question", EnumText(Question), primary_key=True),
    Column("answer", EnumText(Answer), nullable=False),
)
