"""Aftercare: cases with their people, steps, calls and answers, their tallies, and the days of a municipality."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _tallies()
    _cases()
    _people()
    _steps()
    _calls()
    _answers()
    with op.batch_alter_table("municipalities") as municipalities:
        municipalities.add_column(sa.Column("aftercare_days", sa.JSON(), server_default="{}", nullable=False))


def _tallies() -> None:
    op.create_table(
        "case_tallies",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("municipality", sa.String()),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("is_prompt", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("ending", sa.String()),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("prompt_steps", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("prompt_calls", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_tallies"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_tallies_opened_on", "case_tallies", ["opened_on"])


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("premises_id", ROW_ID),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_by", ROW_ID),
        sa.Column("keeper_id", ROW_ID),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("objected_at", TIME),
        sa.Column("arrested_at", TIME),
        sa.Column("shop_closed_at", TIME),
        sa.Column("closed_at", TIME),
        sa.Column("ending", sa.String()),
        sa.Column("tally_id", ROW_ID),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_cases_incident_id"),
        sa.ForeignKeyConstraint(["premises_id"], ["premises.id"], name="fk_cases_premises_id"),
        sa.ForeignKeyConstraint(["opened_by"], ["members.id"], name="fk_cases_opened_by"),
        sa.ForeignKeyConstraint(["keeper_id"], ["members.id"], name="fk_cases_keeper_id"),
        sa.ForeignKeyConstraint(["tally_id"], ["case_tallies.id"], name="fk_cases_tally_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sqlite_autoincrement=True,
    )
    for column in ("incident_id", "state", "opened_by", "keeper_id"):
        op.create_index(f"ix_cases_{column}", "cases", [column])


def _people() -> None:
    op.create_table(
        "case_people",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("case_id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID),
        sa.Column("consent", sa.String(), nullable=False),
        sa.Column("how", sa.String()),
        sa.Column("noted_by", ROW_ID),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("answered_at", TIME),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_people_case_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_case_people_member_id"),
        sa.ForeignKeyConstraint(["noted_by"], ["members.id"], name="fk_case_people_noted_by"),
        sa.PrimaryKeyConstraint("id", name="pk_case_people"),
        sqlite_autoincrement=True,
    )
    for column in ("case_id", "member_id", "noted_by"):
        op.create_index(f"ix_case_people_{column}", "case_people", [column])


def _steps() -> None:
    op.create_table(
        "case_steps",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("case_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("told_at", TIME),
        sa.Column("done_at", TIME),
        sa.Column("done_by", ROW_ID),
        sa.Column("is_left_out", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_steps_case_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["done_by"], ["members.id"], name="fk_case_steps_done_by"),
        sa.PrimaryKeyConstraint("id", name="pk_case_steps"),
        sqlite_autoincrement=True,
    )
    for column in ("case_id", "due_at", "done_by"):
        op.create_index(f"ix_case_steps_{column}", "case_steps", [column])


def _calls() -> None:
    op.create_table(
        "case_calls",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("case_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("taken_by", ROW_ID),
        sa.Column("taken_at", TIME),
        sa.Column("passed_on_at", TIME),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_calls_case_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["case_people.id"], name="fk_case_calls_person_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["taken_by"], ["members.id"], name="fk_case_calls_taken_by"),
        sa.PrimaryKeyConstraint("id", name="pk_case_calls"),
        sqlite_autoincrement=True,
    )
    for column in ("case_id", "person_id", "taken_by"):
        op.create_index(f"ix_case_calls_{column}", "case_calls", [column])


def _answers() -> None:
    op.create_table(
        "case_answers",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["case_people.id"], name="fk_case_answers_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "question", name="pk_case_answers"),
    )
