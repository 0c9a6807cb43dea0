"""The first schema: whole from day one, so that what comes later is screens and not columns."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _people()
    _shops()
    _coordinators()
    _alerts()
    _outbox()
    _reports()
    _work()


def _place() -> tuple[SchemaItem, ...]:
    return (
        sa.Column("pc4", sa.String(4)),
        sa.Column("pc6", sa.String(6)),
        sa.Column("x", sa.BigInteger()),
        sa.Column("y", sa.BigInteger()),
        sa.Column("z", sa.BigInteger()),
        sa.CheckConstraint("(x IS NULL) = (y IS NULL) AND (x IS NULL) = (z IS NULL)", name="whole_point"),
    )


def _scope(*, nullable: bool) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("role", sa.String(), nullable=nullable),
        sa.Column("scope_kind", sa.String(), nullable=nullable),
        sa.Column("scope_first", sa.String(4)),
        sa.Column("scope_last", sa.String(4)),
        sa.Column("scope_name", sa.Text()),
        sa.Column("scope_branch", sa.String()),
        sa.Column("scope_kvo_group_id", ROW_ID, sa.ForeignKey("kvo_groups.id")),
        sa.Column("label", sa.Text()),
    )


def _partial_index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("p1_at_night", sa.Boolean()),
        sa.Column("muted", sa.String(), nullable=False),
        sa.Column("paused_until", TIME),
        sa.Column("stopped_at", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "areas",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        *_place(),
        sa.Column("radius_m", sa.BigInteger(), nullable=False),
        sa.Column("kvo_group_id", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "area_codes",
        sa.Column("area_id", ROW_ID, sa.ForeignKey("areas.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", sa.String(6), primary_key=True),
    )
    op.create_index("ix_area_codes_code", "area_codes", ["code"])
    op.create_table(
        "followed_areas",
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("area_id", ROW_ID, sa.ForeignKey("areas.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
    )
    op.create_index("ix_followed_areas_area_id", "followed_areas", ["area_id"])
    op.create_table(
        "kvo_groups",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("area_id", ROW_ID, sa.ForeignKey("areas.id")),
        sa.Column("branches", sa.String(), nullable=False),
        sa.Column("municipality", sa.Text()),
        sa.Column("created_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("closed_at", TIME),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "addresses",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("kvo_group_id", ROW_ID, sa.ForeignKey("kvo_groups.id")),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("topic", sa.Integer()),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("inactive_since", TIME),
        sa.UniqueConstraint("channel", "ref"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_addresses_member_id", "addresses", ["member_id"])


def _shops() -> None:
    op.create_table(
        "premises",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("branch", sa.String(), nullable=False),
        *_place(),
        sa.Column("point_source", sa.String()),
        sa.Column("name", sa.Text()),
        sa.Column("name_key", sa.Text()),
        sa.Column("house_number", sa.Text()),
        sa.Column("needs_check", sa.Boolean(), nullable=False),
        sa.Column("verified_at", TIME),
        sa.Column("verified_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("verified_how", sa.String()),
        sa.Column("reattest_due", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("closed_at", TIME),
        sa.Column("version", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_premises_pc4", "premises", ["pc4"])
    op.create_index("ix_premises_pc6", "premises", ["pc6"])
    op.create_index("ix_premises_x_y_z", "premises", ["x", "y", "z"])
    op.create_table(
        "premises_members",
        sa.Column("premises_id", ROW_ID, sa.ForeignKey("premises.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("wider_m", sa.BigInteger()),
        sa.Column("extras_up_to", sa.String(), nullable=False),
        sa.Column("joined_at", TIME, nullable=False),
        sa.Column("left_at", TIME),
    )
    op.create_index("ix_premises_members_member_id", "premises_members", ["member_id"])
    _partial_index("ix_premises_members_wider_m", "premises_members", ["wider_m"], "wider_m IS NOT NULL")
    op.create_table(
        "premises_member_branches",
        sa.Column("premises_id", ROW_ID, sa.ForeignKey("premises.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("branch", sa.String(), primary_key=True),
    )
    op.create_table(
        "kvo_group_premises",
        sa.Column("kvo_group_id", ROW_ID, sa.ForeignKey("kvo_groups.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("premises_id", ROW_ID, sa.ForeignKey("premises.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_kvo_group_premises_premises_id", "kvo_group_premises", ["premises_id"])
    op.create_table(
        "postcodes",
        sa.Column("pc4", sa.String(4), primary_key=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text()),
        sa.Column("x", sa.BigInteger(), nullable=False),
        sa.Column("y", sa.BigInteger(), nullable=False),
        sa.Column("z", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_postcodes_x", "postcodes", ["x"])


def _coordinators() -> None:
    op.create_table(
        "roles",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        *_scope(nullable=False),
        sa.Column("starts_at", TIME, nullable=False),
        sa.Column("ends_at", TIME),
        sa.Column("deputy_id", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("granted_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("created_at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_roles_member_id", "roles", ["member_id"])
    op.create_table(
        "invites",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        *_scope(nullable=True),
        sa.Column("premises_id", ROW_ID, sa.ForeignKey("premises.id")),
        sa.Column("created_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("max_uses", sa.Integer(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("revoked_at", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sa.UniqueConstraint("secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invite_uses",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("invite_id", ROW_ID, sa.ForeignKey("invites.id", ondelete="CASCADE"), nullable=False),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_invite_uses_invite_id", "invite_uses", ["invite_id"])
    op.create_table(
        "invite_failures",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_invite_failures_channel_ref_at", "invite_failures", ["channel", "ref", "at"])


def _alerts() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        *_place(),
        sa.Column("occurred_at", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alerts",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("number", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("tlp", sa.String(), nullable=False),
        sa.Column("is_drill", sa.Boolean(), nullable=False),
        *_place(),
        sa.Column("reach_m", sa.BigInteger(), nullable=False),
        sa.Column("area_id", ROW_ID, sa.ForeignKey("areas.id")),
        sa.Column("kvo_group_id", ROW_ID, sa.ForeignKey("kvo_groups.id")),
        sa.Column("incident_id", ROW_ID, sa.ForeignKey("incidents.id")),
        sa.Column("until", TIME, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("sent_at", TIME),
        sa.Column("ended_at", TIME),
        sa.UniqueConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alerts_author_id", "alerts", ["author_id"])
    op.create_index("ix_alerts_state_until", "alerts", ["state", "until"])
    op.create_table(
        "alert_branches",
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("branch", sa.String(), primary_key=True),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.Integer(), nullable=False),
    )
    op.create_table(
        "approvals",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id"), nullable=False),
        sa.Column("alert_version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("requested_by", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("requested_at", TIME, nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("grounds", sa.Text()),
        sa.Column("decision", sa.String()),
        sa.Column("decided_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("decided_at", TIME),
        sa.Column("comment", sa.Text()),
        sa.Column("reminded_at", TIME),
        sa.Column("reviewed_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("reviewed_at", TIME),
        sa.UniqueConstraint("alert_id", "alert_version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "revisions",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("alert_number", sa.String(), nullable=False),
        sa.Column("approval_id", ROW_ID, sa.ForeignKey("approvals.id"), nullable=False),
        sa.Column("author_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.UniqueConstraint("alert_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alert_templates",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("approved_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("approved_at", TIME),
        sa.Column("ends_at", TIME),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "seen",
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id"), primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("at", TIME, nullable=False),
    )


def _outbox() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("effect_key", sa.String(), nullable=False),
        sa.Column("address_id", ROW_ID, sa.ForeignKey("addresses.id"), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("notice_view", sa.String()),
        sa.Column("notice_fields", sa.JSON()),
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id")),
        sa.Column("revision_id", ROW_ID, sa.ForeignKey("revisions.id")),
        sa.Column("revision_number", sa.Integer()),
        sa.Column("distance_sq", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("deadline", TIME, nullable=False),
        sa.Column("on_unknown", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sa.String()),
        sa.Column("lease_until", TIME),
        sa.Column("target_id", ROW_ID, sa.ForeignKey("deliveries.id", ondelete="SET NULL")),
        sa.Column("message_ref", sa.String()),
        sa.Column("chat_ref", sa.String()),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.UniqueConstraint("effect_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_deliveries_alert_id_address_id_revision_number", "deliveries", ["alert_id", "address_id", "revision_number"]
    )
    _partial_index("ix_deliveries_claims", "deliveries", ["lease_until"], "state = 'sending'")
    _partial_index("ix_deliveries_due", "deliveries", ["due_at"], "state = 'queued'")
    _partial_index("ix_deliveries_queue", "deliveries", ["priority", "distance_sq", "id", "due_at"], "state = 'queued'")


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("number", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("premises_id", ROW_ID, sa.ForeignKey("premises.id")),
        *_place(),
        sa.Column("occurred_at", TIME),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("incident_id", ROW_ID, sa.ForeignKey("incidents.id")),
        sa.Column("alert_id", ROW_ID, sa.ForeignKey("alerts.id")),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("taken_by", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("taken_at", TIME),
        sa.Column("closed_at", TIME),
        sa.Column("outcome", sa.String()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_member_id", "reports", ["member_id"])
    op.create_index("ix_reports_state", "reports", ["state"])
    op.create_table(
        "report_signals",
        sa.Column("report_id", ROW_ID, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("signal", sa.String(), primary_key=True),
    )
    op.create_table(
        "report_events",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("report_id", ROW_ID, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("at", TIME, nullable=False),
        sa.Column("comment", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_events_report_id", "report_events", ["report_id"])


def _work() -> None:
    op.create_table(
        "updates",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.UniqueConstraint("bot_id", "update_id"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_updates_lanes", "updates", ["lane", "id"], "state = 'pending'")
    op.create_table(
        "dialogues",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("chat_ref", sa.String(), nullable=False),
        sa.Column("person_ref", sa.String(), nullable=False),
        sa.Column("topic", sa.Integer(), nullable=False),
        sa.Column("form", sa.String()),
        sa.Column("step", sa.String()),
        sa.Column("draft", sa.JSON()),
        sa.Column("trail", sa.JSON()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("prompt_due", sa.Boolean(), nullable=False),
        sa.Column("prompt_message", sa.String()),
        sa.Column("expires_at", TIME),
        sa.Column("language", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _partial_index(
        "ix_dialogues_key", "dialogues", ["chat_ref", "person_ref", "topic"], "form IS NOT NULL", unique=True
    )
    op.create_table(
        "kept_forms",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("member_id", ROW_ID, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("draft", sa.JSON()),
        sa.Column("kept_at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_kept_forms_member_id", "kept_forms", ["member_id"])
    op.create_table(
        "facts",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor_id", ROW_ID, sa.ForeignKey("members.id")),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("entity_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.JSON()),
        sa.Column("salt", sa.String()),
        sa.Column("digest", sa.String()),
        sa.Column("prev_hash", sa.String()),
        sa.Column("hash", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entity_entity_id", "audit", ["entity", "entity_id"])
