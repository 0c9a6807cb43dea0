"""Tables of people, shops, areas and roles."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from alerts.area import AreaKind
from alerts.branch import Branch
from alerts.kvo_group import ChatSetting
from alerts.member import Language
from alerts.premises import PointSource, Verification
from alerts.role import Role, ScopeKind
from alerts.severity import Severity, Tlp
from storage.columns import EnumSet, EnumText, json
from storage.tables.schema import entity, link, moment, place, point, table

members = entity(
    "members",
    Column("language", EnumText(Language), nullable=False),
    Column("p1_at_night", Boolean),
    Column("muted", EnumSet(Severity), nullable=False),
    moment("paused_until", optional=True),
    moment("stopped_at", optional=True),
    moment("created_at"),
    # Of somebody who was erased only the number stays, which leads to nobody.
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
    # What the chat's settings lacked when they were last looked at, for people to read; sending looks again.
    Column("lacks", EnumSet(ChatSetting), nullable=False),
    moment("checked_at", optional=True),
    Column("join_link", Text),
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
    Column("name_key", Text),
    Column("house_number", Text),
    Column("needs_check", Boolean, nullable=False),
    moment("verified_at", optional=True),
    link("verified_by", "members", optional=True),
    Column("verified_how", EnumText(Verification)),
    moment("reattest_due", optional=True),
    Column("reattest_asked", Integer, nullable=False, server_default="0"),
    moment("created_at"),
    moment("closed_at", optional=True),
    Column("version", Integer, nullable=False),
    # All that targeting asks about a shop, so that it need not look at each row.
    Index(None, "x", "y", "z", "branch", "verified_at", "closed_at"),
    Index(None, "pc4"),
    Index(None, "pc6"),
)

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

postcodes = table(
    "postcodes",
    Column("pc4", String(4), primary_key=True),
    Column("place", Text, nullable=False),
    Column("municipality", Text),
    *point(optional=False),
    Index(None, "x"),
)

municipalities = table(
    "municipalities",
    Column("name", Text, primary_key=True),
    Column("sole_on_duty", Boolean, nullable=False),
    # By role; JSON, as nobody asks for one of them.
    Column("labels", json(), nullable=False),
)


def _scope(*, optional: bool) -> tuple[SchemaItem, ...]:
    return (
        Column("role", EnumText(Role), nullable=optional),
        Column("scope_kind", EnumText(ScopeKind), nullable=optional),
        Column("scope_first", String(4)),
        Column("scope_last", String(4)),
        Column("scope_name", Text),
        Column("scope_branch", EnumText(Branch)),
        link("scope_kvo_group_id", "kvo_groups", optional=True),
        Column("label", Text),
    )


roles = entity(
    "roles",
    link("member_id", "members"),
    *_scope(optional=False),
    moment("starts_at"),
    moment("ends_at", optional=True),
    link("deputy_id", "members", optional=True),
    link("granted_by", "members", optional=True),
    moment("created_at"),
    # When its end was told, which may be a while after it ended.
    moment("closed_at", optional=True),
    Index(None, "member_id"),
)

# Members whose menu of commands does not fit their roles any more, since when.
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

# Wrong secrets by address, so that guessing can be slowed down.
invite_failures = entity(
    "invite_failures",
    Column("channel", String, nullable=False),
    Column("ref", String, nullable=False),
    moment("at"),
    Index(None, "channel", "ref", "at"),
)
