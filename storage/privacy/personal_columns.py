"""The list of every column that leads to a person: what the export shows of it, and what an erasure makes of it.

A test holds this list against the tables: a column that leads to somebody and is not here fails it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from alerts.report import STEPS_OF_REPORTER
from alerts.tlp import Route, Tlp
from storage import tables as t


class Key(StrEnum):
    """The kind of value by which a column leads to a person."""

    MEMBER = "member"
    ADDRESS = "address"
    REF = "ref"
    MARK = "mark"  # `storage.people.invites.mark_of`


class Fate(StrEnum):
    """The effect of an erasure on a row."""

    DELETED = "deleted"
    CUT = "cut"  # the row stays, without the person
    EMPTIED = "emptied"  # the row stays, with nothing in it
    STAYS = "stays"  # the row stays and leads to a number without a person


@dataclass(frozen=True, slots=True)
class Trace:
    """A column that leads to a person. `record`: its name in the export. `shows`: export only these columns of the row.

    `words`: export these columns only of rows for which `may_leave` holds: an export leaves the chat without
    protection.
    """

    column: sa.Column[Any]
    record: str
    fate: Fate
    why: str = ""  # why the row stays, or is not shown whole
    key: Key = Key.MEMBER
    shows: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()
    may_leave: sa.ColumnElement[bool] | None = None

    @property
    def name(self) -> str:
        """The column as `table.column`."""
        return f"{self.column.table.name}.{self.column.name}"


_WHOSE = "who decided what must be known for as long as it is kept; the number leads to nobody any more"
_OTHERS = "the rest is of somebody else, or falls under the label of an alert"
_PROOF = "the rest proves who signs in: hashes of secrets, the credential and its key"
_SAID = ("reason", "comment", "objection")
_SHIFT = ("id", "roster_id", "first_on", "last_on", "every", "begins", "ends", "created_at")
_EXPORTED = [one for one in Tlp if one.admits(Route.EXPORT)]
_OF_EXPORTED = t.approvals.c.alert_id.in_(sa.select(t.alerts.c.id).where(t.alerts.c.tlp.in_(_EXPORTED)))

# Forms in which people tell of themselves, their shop or what they saw. The draft of any other form may hold the words
# of an alert, or of a report of somebody else.
OWN_FORMS = frozenset(
    {"subscribe", "details", "move", "hours", "mail", "quiet-hours", "area", "report", "addition", "answer"}
)

TRACES = (
    Trace(t.members.c.id, "member", Fate.EMPTIED),
    Trace(t.addresses.c.member_id, "addresses", Fate.EMPTIED),
    Trace(
        t.mail_addresses.c.member_id,
        "mail_address",
        Fate.DELETED,
        _PROOF,
        shows=("address", "verified_at", "why_inactive", "on_unseen"),
    ),
    Trace(
        t.channel_deliveries.c.member_id,
        "mails",
        Fate.DELETED,
        "the rest is how the queue works",
        shows=("id", "view", "alert_id", "revision_number", "state", "reason", "created_at", "settled_at"),
    ),
    Trace(t.premises_members.c.member_id, "memberships", Fate.DELETED),
    Trace(t.premises_member_branches.c.member_id, "added_branches", Fate.DELETED),
    Trace(t.followed_areas.c.member_id, "followed_areas", Fate.DELETED),
    Trace(t.roles.c.member_id, "roles", Fate.STAYS, f"ended, without its label and function: {_WHOSE}"),
    Trace(t.roles.c.deputy_id, "deputy_of", Fate.CUT),
    Trace(t.roles.c.confirmed_by, "roles_confirmed", Fate.STAYS, _WHOSE, shows=("id", "role", "created_at")),
    Trace(
        t.grant_requests.c.member_id,
        "grants_wanted",
        Fate.STAYS,
        f"lapsed, without its label and function: {_WHOSE}",
        shows=("id", "kind", "role", "role_id", "ends_at", "asked_at", "decision", "decided_at"),
    ),
    Trace(t.grant_requests.c.given_by, "grants_given", Fate.STAYS, _WHOSE, shows=("id", "kind", "role", "asked_at")),
    Trace(
        t.grant_requests.c.decided_by,
        "grants_decided",
        Fate.STAYS,
        _WHOSE,
        shows=("id", "kind", "role", "decision", "decided_at"),
    ),
    Trace(t.console_links.c.member_id, "console_links", Fate.DELETED, _PROOF, shows=("id", "created_at", "expires_at")),
    Trace(t.console_links.c.created_by, "console_links_made", Fate.CUT, _OTHERS, shows=("id", "created_at")),
    Trace(t.sessions.c.member_id, "sessions", Fate.DELETED, _PROOF, shows=("id", "created_at", "seen_at", "fresh_at")),
    Trace(
        t.passkeys.c.member_id, "passkeys", Fate.DELETED, _PROOF, shows=("id", "sign_count", "created_at", "used_at")
    ),
    Trace(t.identities.c.member_id, "identities", Fate.DELETED),
    Trace(t.stale_menus.c.member_id, "stale_menus", Fate.DELETED),
    Trace(t.shifts.c.member_id, "shifts", Fate.DELETED, _OTHERS, shows=_SHIFT),
    Trace(t.shifts.c.deputy_id, "shifts_as_deputy", Fate.CUT, _OTHERS, shows=_SHIFT),
    Trace(t.shift_changes.c.member_id, "shifts_taken_over", Fate.CUT),
    Trace(t.roster_feeds.c.member_id, "roster_feed", Fate.DELETED, _PROOF, shows=("created_at",)),
    Trace(t.roles.c.granted_by, "roles_granted", Fate.STAYS, _WHOSE, shows=("id", "role", "created_at")),
    Trace(
        t.invites.c.created_by,
        "invitations",
        Fate.STAYS,
        f"revoked: {_WHOSE}",
        shows=(
            *(
                "id",
                "role",
                "scope_kind",
                "scope_first",
                "scope_last",
                "scope_name",
                "scope_branch",
                "label",
                "function",
            ),
            *("premises_id", "deputy_of", "max_uses", "uses", "expires_at", "revoked_at", "created_at"),
        ),
    ),
    Trace(t.invite_uses.c.member_id, "invitations_used", Fate.STAYS, "how often a link was used is counted by it"),
    Trace(t.premises.c.verified_by, "premises_verified", Fate.STAYS, _WHOSE, shows=("id", "verified_at")),
    Trace(t.kvo_groups.c.created_by, "groups_made", Fate.CUT, _OTHERS, shows=("id", "name", "created_at")),
    Trace(t.seen.c.member_id, "seen", Fate.DELETED),
    Trace(t.kept_forms.c.member_id, "kept_forms", Fate.EMPTIED, _OTHERS, shows=("id", "form", "kept_at")),
    Trace(
        t.reports.c.member_id,
        "reports",
        Fate.CUT,
        "of which report it is a duplicate is about another reporter",
        shows=tuple(column.name for column in t.reports.c if column.name != "main_id"),
    ),
    Trace(
        t.reports.c.taken_by,
        "reports_taken",
        Fate.STAYS,
        _WHOSE,
        shows=("id", "number", "taken_at", "closed_at", "outcome"),
    ),
    Trace(
        t.report_events.c.actor_id,
        "report_events",
        Fate.CUT,
        _OTHERS,
        words=("comment",),
        may_leave=t.report_events.c.kind.in_(STEPS_OF_REPORTER),
    ),
    Trace(t.incident_events.c.actor_id, "incident_events", Fate.CUT, _OTHERS, shows=("id", "kind", "at")),
    Trace(t.tasks.c.owner_id, "tasks", Fate.CUT, _OTHERS, shows=("id", "due_on", "done_at")),
    Trace(t.tasks.c.made_by, "tasks_made", Fate.STAYS, _WHOSE, shows=("id", "due_on", "created_at")),
    Trace(t.tasks.c.done_by, "tasks_done", Fate.STAYS, _WHOSE, shows=("id", "done_at")),
    Trace(t.meetings.c.made_by, "meetings_planned", Fate.STAYS, _WHOSE, shows=("id", "kind", "starts_at")),
    Trace(t.meeting_guests.c.member_id, "invitations_to_meetings", Fate.DELETED),
    Trace(t.neighbour_visits.c.visited_by, "visits_made", Fate.STAYS, _WHOSE, shows=("id", "visited_at")),
    Trace(
        t.cascade_calls.c.member_id,
        "cascade_calls",
        Fate.DELETED,
        _OTHERS,
        shows=("incident_id", "is_deputy", "called_at", "seen_at", "taken_at"),
    ),
    Trace(t.report_feedback.c.member_id, "feedback", Fate.DELETED),
    Trace(t.case_people.c.member_id, "aftercare", Fate.DELETED),
    Trace(t.case_people.c.noted_by, "aftercare_noted", Fate.CUT, _OTHERS, shows=("id", "case_id", "answered_at")),
    Trace(t.cases.c.opened_by, "aftercare_opened", Fate.CUT, _OTHERS, shows=("id", "opened_at", "closed_at")),
    Trace(t.cases.c.keeper_id, "aftercare_kept", Fate.CUT, _OTHERS, shows=("id", "opened_at", "closed_at")),
    Trace(t.case_steps.c.done_by, "aftercare_steps_done", Fate.CUT, _OTHERS, shows=("id", "kind", "done_at")),
    Trace(t.case_calls.c.taken_by, "aftercare_calls_taken", Fate.CUT, _OTHERS, shows=("id", "taken_at")),
    Trace(
        t.patterns.c.dismissed_by,
        "patterns_dismissed",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "reason", "dismissed_at"),
    ),
    Trace(
        t.alerts.c.author_id,
        "alerts_written",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "number", "state", "kind", "severity", "tlp", "created_at", "sent_at", "ended_at"),
    ),
    Trace(
        t.approvals.c.requested_by,
        "approvals_asked",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "alert_id", "kind", "requested_at", "reason"),
        words=_SAID,
        may_leave=_OF_EXPORTED,
    ),
    Trace(
        t.approvals.c.decided_by,
        "approvals_decided",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "alert_id", "decision", "decided_at", "grounds", "comment"),
        words=_SAID,
        may_leave=_OF_EXPORTED,
    ),
    Trace(
        t.approvals.c.reviewed_by,
        "approvals_reviewed",
        Fate.STAYS,
        _WHOSE,
        shows=("id", "alert_id", "reviewed_at", "objection"),
        words=_SAID,
        may_leave=_OF_EXPORTED,
    ),
    Trace(
        t.revisions.c.author_id,
        "texts_sent",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "alert_number", "number", "kind", "created_at"),
    ),
    Trace(
        t.alert_templates.c.author_id,
        "templates_written",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "created_at", "ends_at"),
    ),
    Trace(
        t.example_texts.c.author_id,
        "example_texts_written",
        Fate.STAYS,
        f"{_WHOSE}; the words are the municipality's",
        shows=("id", "kind", "branch"),
    ),
    Trace(
        t.outcome_texts.c.author_id,
        "outcome_texts_written",
        Fate.STAYS,
        f"{_WHOSE}; the words are the municipality's",
        shows=("id", "outcome", "kind", "created_at"),
    ),
    Trace(
        t.alert_templates.c.approved_by,
        "templates_approved",
        Fate.STAYS,
        f"{_WHOSE}; {_OTHERS}",
        shows=("id", "approved_at", "grounds"),
    ),
    Trace(
        t.measure_edits.c.changed_by,
        "measures_changed",
        Fate.STAYS,
        _WHOSE,
        shows=("id", "branch", "replaces", "changed_at"),
    ),
    Trace(
        t.support_entries.c.changed_by,
        "support_changed",
        Fate.STAYS,
        f"{_WHOSE}; the words are of the register",
        shows=("id", "municipality_id", "changed_at"),
    ),
    Trace(
        t.deliveries.c.address_id,
        "deliveries",
        Fate.EMPTIED,
        "how many an alert went to stays right; the rest is how the queue works, or numbers of others",
        Key.ADDRESS,
        shows=(
            *("id", "operation", "notice_view", "alert_id", "revision_number", "state", "reason", "chat_ref"),
            *("message_ref", "created_at", "settled_at"),
        ),
    ),
    Trace(
        t.dialogues.c.person_ref,
        "dialogues",
        Fate.EMPTIED,
        _OTHERS,
        Key.REF,
        words=("draft",),
        may_leave=t.dialogues.c.form.in_(OWN_FORMS),
    ),
    Trace(
        t.invite_failures.c.ref,
        "invitation_failures",
        Fate.STAYS,
        "who guesses secrets is shut out for an hour, and could get round it; a keyed hash of the address, "
        "gone after a day and an hour",
        Key.MARK,
        shows=("channel", "at"),
    ),
    Trace(
        t.updates.c.lane,
        "updates_waiting",
        Fate.CUT,
        "its body is erased with its end, and that of a press repeats the notice under which the button was",
        Key.REF,
        shows=("id", "lane", "state", "received_at"),
    ),
    Trace(t.closures.c.ref, "closures", Fate.DELETED, key=Key.REF),
    Trace(t.refusals.c.person, "refusals", Fate.DELETED),
    Trace(
        t.audit.c.actor_id,
        "audit",
        Fate.EMPTIED,
        f"salts and hashes are of the chain, which holds without the person (`Audit.forget`); in a role: {_WHOSE}",
        shows=("id", "at", "action", "entity", "entity_id", "payload"),
    ),
)

# Columns that look as if they lead to a person and do not, or only where another column leads already.
EXCEPTIONS = {
    "addresses.ref": "is in the row of addresses.member_id",
    "deliveries.chat_ref": "is in the row of deliveries.address_id; else it is a group's chat",
    "deliveries.message_ref": "a message in that chat",
    "sent_pictures.ref": "a picture that is the same for everybody in a ring",
    "dialogues.chat_ref": "is in the row of dialogues.person_ref",
    "seen.chat_id": "a group's chat; the row is that of seen.member_id",
    "seen_counts.chat_id": "a group's chat",
}
