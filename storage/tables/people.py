"""Tables of people, shops, areas and roles."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.schema import SchemaItem

from alerts.area import AreaKind
from alerts.branch import Branch
from alerts.grant_request import GrantDecision, GrantKind
from alerts.kvo_group import ChatSetting, ChatTrouble
from alerts.member import Language
from alerts.premises import PointSource, Verification
from alerts.role import Function, Role, ScopeKind
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage.tables.columns import EnumSet, EnumText, KeyText, Quiet, json
from storage.tables.schema import entity, link, moment, place, point, table

members = entity(
    "members",
    Column("language", EnumText(Language), nullable=False),
    Column("p1_at_night", Boolean),
    Column("muted", EnumSet(Severity), nullable=False),
    moment("paused_until", optional=True),
    Column("at_opening", EnumSet(Severity), nullable=False, server_default=""),
    Column("digest_hour", Integer),
    Column("most_singles", Integer, nullable=False, server_default="0"),
    Column("quiet_hours", Quiet),
    moment("stopped_at", optional=True),
    moment("created_at"),
    # When the member was erased: only the id stays, which leads to nobody.
    moment("erased_at", optional=True),
)

areas = entity(
    "areas",
    Column("kind", EnumText(AreaKind), nullable=False),
    *place(),
    Column("radius_m", BigInteger, nullable=False),
    # No foreign key: a group has its ground in this table, and a circle of references cannot be created in order.
    Column("kvo_group_id", Integer),
)

area_codes = table(
    "area_codes",
    link("area_id", "areas", key=True, ondelete="CASCADE"),
    Column("code", String(6), primary_key=True),
    Index(None, "code"),
)

kvo_groups = entity(
    "kvo_groups",
    Column("name", Text, nullable=False),
    link("area_id", "areas", optional=True),
    Column("branches", EnumSet(Branch), nullable=False),
    Column("municipality", Text),
    link("created_by", "members", optional=True),
    Column("code_hash", String(64)),
    moment("code_expires_at", optional=True),
    # The settings that the chat lacked when it was last checked, for people to read; sending checks again.
    Column("lacks", EnumSet(ChatSetting), nullable=False),
    moment("checked_at", optional=True),
    Column("join_link", Text),
    Column("trouble", EnumText(ChatTrouble)),  # why the chat refused the last message for it
    moment("created_at"),
    moment("closed_at", optional=True),
    Column("version", Integer, nullable=False),
    Index(None, "code_hash"),
)

addresses = entity(
    "addresses",
    link("member_id", "members", optional=True),
    link("kvo_group_id", "kvo_groups", optional=True),
    Column("channel", String, nullable=False),
    Column("ref", String, nullable=False),
    Column("topic", Integer),
    Column("is_active", Boolean, nullable=False),
    moment("inactive_since", optional=True),
    UniqueConstraint("channel", "ref"),
    Index(None, "member_id"),
)
_group = addresses.c.kvo_group_id
Index(None, _group, sqlite_where=_group.is_not(None), postgresql_where=_group.is_not(None))

premises = entity(
    "premises",
    Column("branch", EnumText(Branch), nullable=False),
    *place(),
    Column("point_source", EnumText(PointSource)),
    Column("name", Text),
    Column("name_key", KeyText),
    Column("house_number", Text),
    Column("needs_check", Boolean, nullable=False),
    moment("verified_at", optional=True),
    link("verified_by", "members", optional=True),
    Column("verified_how", EnumText(Verification)),
    moment("reattest_due", optional=True),
    Column("reattest_asked", Integer, nullable=False, server_default="0"),
    # How many people a coordinator allowed at these premises; NULL: as many as the general setting.
    Column("people_allowed", Integer),
    Column("opening_hours", Text),  # as alerts/opening_hours.py stores them
    Column("open_on_holidays", Boolean, nullable=False, server_default=text("false")),
    moment("created_at"),
    moment("closed_at", optional=True),
    Column("version", Integer, nullable=False),
    # Every column that targeting asks about, so that it need not read the rows.
    Index(None, "x", "y", "z", "branch", "verified_at", "closed_at"),
    Index(None, "pc4"),
    Index(None, "pc6"),
)

# For the search by name, in its order, and by branch, with what narrows them down, so that rows elsewhere are not read;
# and for the sign-ups, which are few.
_open = premises.c.closed_at.is_(None)
for _names in (("name_key", "id", "pc4", "branch"), ("branch", "pc4")):
    Index(None, *(premises.c[_name] for _name in _names), sqlite_where=_open, postgresql_where=_open)
_unverified = text("closed_at IS NULL AND verified_at IS NULL")
Index("ix_premises_unverified", premises.c.pc4, sqlite_where=_unverified, postgresql_where=_unverified)

_due = premises.c.reattest_due
Index(None, _due, sqlite_where=_due.is_not(None), postgresql_where=_due.is_not(None))

premises_members = table(
    "premises_members",
    link("premises_id", "premises", key=True, ondelete="CASCADE"),
    link("member_id", "members", key=True),
    Column("is_owner", Boolean, nullable=False),
    Column("wider_m", BigInteger),
    Column("extras_up_to", EnumText(Tlp), nullable=False),
    moment("joined_at"),
    moment("left_at", optional=True),
    # Until then a colleague counts as new, and gets at most GREEN; NULL: not new.
    moment("new_until", optional=True),
    Index(None, "member_id"),
)
_wider = premises_members.c.wider_m
for _column in (_wider, premises_members.c.premises_id):
    Index(None, _column, sqlite_where=_wider.is_not(None), postgresql_where=_wider.is_not(None))

# Branches that a member added for one premises.
premises_member_branches = table(
    "premises_member_branches",
    link("premises_id", "premises", key=True, ondelete="CASCADE"),
    link("member_id", "members", key=True),
    Column("branch", EnumText(Branch), primary_key=True),
    Index(None, "branch"),
)

followed_areas = table(
    "followed_areas",
    link("member_id", "members", key=True),
    link("area_id", "areas", key=True, ondelete="CASCADE"),
    Column("words", Text, nullable=False),
    moment("created_at"),
    Index(None, "area_id"),
)

kvo_group_premises = table(
    "kvo_group_premises",
    link("kvo_group_id", "kvo_groups", key=True, ondelete="CASCADE"),
    link("premises_id", "premises", key=True, ondelete="CASCADE"),
    Index(None, "premises_id"),
)

# A PC4 has several parts where it holds several places, or lies in several municipalities; 0 is the first.
postcodes = table(
    "postcodes",
    Column("pc4", String(4), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("place", Text, nullable=False),
    Column("municipality", Text),
    Column("code", String),
    Column("province", Text),
    # What identifies the municipality, and the name that tells it from its namesakes.
    Column("municipality_id", String, nullable=False),
    Column("municipality_name", Text, nullable=False),
    *point(optional=False),
    Index(None, "x"),
    Index(None, "municipality_id"),
)

# The part in which a PC6 lies, for PC4s that have several.
postcode_letters = table(
    "postcode_letters",
    Column("pc6", String(6), primary_key=True),
    Column("part", Integer, nullable=False),
)

# Names that municipalities had before, each with a municipality that has some of its ground now.
former_municipalities = table(
    "former_municipalities",
    Column("name", Text, primary_key=True),
    Column("municipality_id", String, primary_key=True),
)

municipalities = table(
    "municipalities",
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sole_on_duty", Boolean, nullable=False),
    # Labels by role; JSON, as no query asks for one of them.
    Column("labels", json(), nullable=False),
    # Minutes by urgency, as far as they differ from the defaults.
    Column("report_minutes", json(), nullable=False, server_default="{}"),
    # Days by step of aftercare, as far as they differ from the defaults.
    Column("aftercare_days", json(), nullable=False, server_default="{}"),
    Column("cascade_table", json(), nullable=False, server_default="[]"),  # none: the plan's
)


def _scope(*, optional: bool) -> tuple[SchemaItem, ...]:
    return (
        Column("role", EnumText(Role), nullable=optional),
        Column("scope_kind", EnumText(ScopeKind), nullable=optional),
        Column("scope_first", String(4)),
        Column("scope_last", String(4)),
        Column("scope_name", Text),
        Column("scope_municipality_id", String),
        Column("scope_branch", EnumText(Branch)),
        link("scope_kvo_group_id", "kvo_groups", optional=True),
        Column("label", Text),
    )


def _function() -> Column[Function]:
    """The function by which others see the holder of a role; None: by what the role is usually called."""
    return Column("function", EnumText(Function))


roles = entity(
    "roles",
    link("member_id", "members"),
    *_scope(optional=False),
    moment("starts_at"),
    moment("ends_at", optional=True),
    link("deputy_id", "members", optional=True),
    link("granted_by", "members", optional=True),
    moment("created_at"),
    # When the end of the role was announced, which may be a while after it ended.
    moment("closed_at", optional=True),
    link("confirmed_by", "members", optional=True),
    # The role by which it was given: it lasts no longer.
    link("derived_from", "roles", optional=True),
    _function(),
    Index(None, "member_id"),
)
_derived_from = roles.c.derived_from
Index(None, _derived_from, sqlite_where=_derived_from.is_not(None), postgresql_where=_derived_from.is_not(None))

# Members whose command menu no longer fits their roles, and since when.
stale_menus = table(
    "stale_menus",
    link("member_id", "members", key=True),
    moment("since"),
)

invites = entity(
    "invites",
    Column("secret_hash", String(64), nullable=False),
    *_scope(optional=True),
    link("premises_id", "premises", optional=True),
    link("deputy_of", "roles", optional=True),
    link("created_by", "members", optional=True),
    Column("max_uses", Integer, nullable=False),
    Column("uses", Integer, nullable=False),
    moment("expires_at"),
    moment("revoked_at", optional=True),
    moment("created_at"),
    moment("role_ends_at", optional=True),
    # The person for whom the link was made, as its maker wrote; from the command line only.
    Column("intended_for", Text),
    _function(),
    UniqueConstraint("secret_hash"),
    Index(None, "created_by", "created_at"),
    Index(None, "created_at"),
)

invite_uses = entity(
    "invite_uses",
    link("invite_id", "invites", ondelete="CASCADE"),
    link("member_id", "members"),
    moment("at"),
    Index(None, "invite_id"),
)

# Grants that wait for a second person to confirm them: a role, being a deputy, or more time in a role.
grant_requests = entity(
    "grant_requests",
    Column("kind", EnumText(GrantKind), nullable=False),
    link("member_id", "members"),
    link("given_by", "members"),
    *_scope(optional=False),
    link("role_id", "roles", optional=True),
    moment("ends_at", optional=True),
    moment("asked_at"),
    moment("expires_at"),
    moment("reminded_at", optional=True),
    Column("decision", EnumText(GrantDecision)),
    link("decided_by", "members", optional=True),
    moment("decided_at", optional=True),
    _function(),
    Index(None, "member_id"),
)
_undecided = grant_requests.c.decision.is_(None)
Index("ix_grant_requests_open", grant_requests.c.id, sqlite_where=_undecided, postgresql_where=_undecided)

# Wrong secrets by address, so that guessing can be slowed down.
invite_failures = entity(
    "invite_failures",
    Column("channel", String, nullable=False),
    Column("ref", String, nullable=False),
    moment("at"),
    Index(None, "channel", "ref", "at"),
)
