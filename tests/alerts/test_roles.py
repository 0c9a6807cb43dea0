"""What each role may, held against the table of docs/roles.md; and where."""

from datetime import UTC, datetime, timedelta

import pytest

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId, RoleId
from alerts.role import Action, Grant, Matter, Role, Scope, ScopeKind, actions_of, may
from tests.roles_table import LETTERS, rows

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
HERE = Matter(Place("2903", "2903AB"), "Capelle", frozenset({Branch.JEWELLER}), frozenset({KvoGroupId(1)}))
ELSEWHERE = Matter(Place("3011", "3011AA"), "Rotterdam", frozenset({Branch.OPTICIAN}), frozenset({KvoGroupId(2)}))
SCOPES = {
    ScopeKind.POSTCODES: Scope(ScopeKind.POSTCODES, first="2900", last="2999"),
    ScopeKind.MUNICIPALITY: Scope(ScopeKind.MUNICIPALITY, name="Capelle"),
    ScopeKind.BRANCH: Scope(ScopeKind.BRANCH, branch=Branch.JEWELLER),
    ScopeKind.KVO_GROUP: Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(1)),
    ScopeKind.NATIONAL: Scope(ScopeKind.NATIONAL),
}
ACTIONS = {
    "Get alerts sent": Action.RECEIVE_COPIES,
    "Read what is live": Action.READ_ALERTS,
    "Report what was seen": Action.REPORT,
    "See raw reports": Action.SEE_REPORTS,
    "Draft an alert": Action.DRAFT_ALERT,
    "Approve and send": Action.APPROVE_ALERT,
    "Stop what is still being sent": Action.STOP_SENDING,
    "Send a tip": Action.SEND_PREVENTION,
    "Verify shops": Action.VERIFY_PREMISES,
    "Hear of sign-ups": Action.HEAR_SIGNUPS,
    "Invite shops": Action.INVITE_PREMISES,
    "Manage KVO groups": Action.MANAGE_KVO_GROUP,
    "Read the record": Action.READ_AUDIT,
    "People, roles and settings": Action.ADMINISTER,
}
OF_TWO_ACTIONS = "Correct, end, retract"  # proposing is drafting, deciding is approving


def _grant(role: Role, scope: Scope, ends_at: datetime | None = None) -> Grant:
    return Grant(RoleId(1), MemberId(1), role, scope, None, NOW - timedelta(days=1), ends_at)


def test_every_action_is_a_row_of_the_table() -> None:
    """And no row is about nothing."""
    assert {*ACTIONS, OF_TWO_ACTIONS} == set(rows())
    assert set(Action) == set(ACTIONS.values())


@pytest.mark.parametrize("what", ACTIONS)
def test_each_role_may_what_the_table_says(what: str) -> None:
    """In the scopes that fit the role; with one that does not fit, nothing at all."""
    for letter, role in LETTERS.items():
        if role is None:
            continue
        expected = rows()[what].cells[letter] != "–"
        for kind, scope in SCOPES.items():
            is_allowed = expected and kind.fits(role)
            assert is_allowed == (ACTIONS[what] in actions_of(role, scope)), (letter, kind)
            assert is_allowed == may([_grant(role, scope)], ACTIONS[what], HERE, now=NOW), (letter, kind)
            reaches = is_allowed and kind is ScopeKind.NATIONAL
            assert reaches == may([_grant(role, scope)], ACTIONS[what], ELSEWHERE, now=NOW), (letter, kind)


def test_who_proposes_drafts_and_who_decides_approves() -> None:
    """The row that is two actions."""
    for letter, role in LETTERS.items():
        said = rows()[OF_TWO_ACTIONS].cells[letter]
        actions = frozenset() if role is None else frozenset.union(*(actions_of(role, one) for one in SCOPES.values()))
        found = "●" if Action.APPROVE_ALERT in actions else "propose" if Action.DRAFT_ALERT in actions else "–"
        assert said == found, letter


def test_a_role_counts_from_its_first_moment_to_its_last() -> None:
    """And not at that last moment itself."""
    ending = _grant(Role.POLICE, SCOPES[ScopeKind.NATIONAL], ends_at=NOW)
    assert may([ending], Action.APPROVE_ALERT, HERE, now=NOW - timedelta(seconds=1))
    assert not may([ending], Action.APPROVE_ALERT, HERE, now=NOW)
    assert not may([ending], Action.APPROVE_ALERT, HERE, now=NOW - timedelta(days=2))
