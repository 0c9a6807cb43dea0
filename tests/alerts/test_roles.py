"""Tests of what each role may do, compared with the table of docs/roles.md, and in which scopes."""

from datetime import UTC, datetime, timedelta

import pytest

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.ids import KvoGroupId, MemberId, MunicipalityId, RoleId
from alerts.role import Action, Grant, Matter, Role, Scope, ScopeKind, actions_of, may, municipality_scope, parse_scope
from tests.roles_table import LETTERS, rows

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
CAPELLE, ROTTERDAM = MunicipalityId("0502"), MunicipalityId("0599")
JEWELLERS, OPTICIANS = frozenset({Branch.JEWELLER}), frozenset({Branch.OPTICIAN})
HERE = Matter(Place("2903", "2903AB"), frozenset({CAPELLE}), JEWELLERS, frozenset({KvoGroupId(1)}))
ELSEWHERE = Matter(Place("3011", "3011AA"), frozenset({ROTTERDAM}), OPTICIANS, frozenset({KvoGroupId(2)}))
SCOPES = {
    ScopeKind.POSTCODES: Scope(ScopeKind.POSTCODES, first="2900", last="2999"),
    ScopeKind.MUNICIPALITY: municipality_scope(CAPELLE, "Capelle aan den IJssel"),
    ScopeKind.BRANCH: Scope(ScopeKind.BRANCH, branch=Branch.JEWELLER),
    ScopeKind.KVO_GROUP: Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(1)),
    ScopeKind.NATIONAL: Scope(ScopeKind.NATIONAL),
}
ACTIONS = {
    "Get alerts sent": Action.RECEIVE_COPIES,
    "Read what is live": Action.READ_ALERTS,
    "Report what was seen": Action.REPORT,
    "See raw reports": Action.SEE_REPORTS,
    "See figures": Action.SEE_FIGURES,
    "See shares of reports": Action.SEE_SHARES,
    "Word outcomes": Action.WORD_OUTCOMES,
    "Edit support": Action.EDIT_SUPPORT,
    "See possible patterns": Action.SEE_PATTERNS,
    "Read incidents": Action.READ_INCIDENTS,
    "Decide about incidents": Action.DECIDE_INCIDENTS,
    "Have tasks": Action.HAVE_TASKS,
    "Open aftercare": Action.OPEN_AFTERCARE,
    "Read aftercare": Action.READ_AFTERCARE,
    "See the whole cascade": Action.SEE_CASCADE,
    "Set the cascade": Action.SET_CASCADE,
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
NOT_BY_A_BRANCH = {
    "See raw reports",
    "See figures",
    "See shares of reports",
    "Word outcomes",
    "See possible patterns",
    "Read incidents",
    "Decide about incidents",
    "Have tasks",
    "Open aftercare",
    "Read aftercare",
    "See the whole cascade",
    "Manage KVO groups",
}  # about a place or a group, whatever the branch
OF_TWO_ACTIONS = "Correct, end, retract"  # proposing is drafting, deciding is approving


def _grant(role: Role, scope: Scope, ends_at: datetime | None = None) -> Grant:
    return Grant(RoleId(1), MemberId(1), role, scope, None, NOW - timedelta(days=1), ends_at)


def test_every_action_is_a_row_of_the_table() -> None:
    """Every action is a row of the table, and every row is an action."""
    assert {*ACTIONS, OF_TWO_ACTIONS} == set(rows())
    assert set(Action) == set(ACTIONS.values())


@pytest.mark.parametrize("what", ACTIONS)
def test_each_role_may_what_the_table_says(what: str) -> None:
    """Each role may do what the table says in scopes that fit the role, and nothing in others."""
    for letter, role in LETTERS.items():
        if role is None:
            continue
        expected = rows()[what].cells[letter] != "–"
        for kind, scope in SCOPES.items():
            is_by_branch = kind is ScopeKind.BRANCH and what in NOT_BY_A_BRANCH
            is_allowed = expected and kind.fits(role) and not is_by_branch
            assert is_allowed == (ACTIONS[what] in actions_of(role, scope)), (letter, kind)
            assert is_allowed == may([_grant(role, scope)], ACTIONS[what], HERE, now=NOW), (letter, kind)
            reaches = is_allowed and kind is ScopeKind.NATIONAL
            assert reaches == may([_grant(role, scope)], ACTIONS[what], ELSEWHERE, now=NOW), (letter, kind)


def test_who_proposes_drafts_and_who_decides_approves() -> None:
    """In the row with two actions, whoever proposes may draft, and whoever decides may approve."""
    for letter, role in LETTERS.items():
        said = rows()[OF_TWO_ACTIONS].cells[letter]
        actions = frozenset() if role is None else frozenset.union(*(actions_of(role, one) for one in SCOPES.values()))
        found = "●" if Action.APPROVE_ALERT in actions else "propose" if Action.DRAFT_ALERT in actions else "–"
        assert said == found, letter


def test_a_role_counts_from_its_first_moment_to_its_last() -> None:
    """A role is valid from its first moment until its end, and no longer at the end itself."""
    ending = _grant(Role.POLICE, SCOPES[ScopeKind.NATIONAL], ends_at=NOW)
    assert may([ending], Action.APPROVE_ALERT, HERE, now=NOW - timedelta(seconds=1))
    assert not may([ending], Action.APPROVE_ALERT, HERE, now=NOW)
    assert not may([ending], Action.APPROVE_ALERT, HERE, now=NOW - timedelta(days=2))


PART = Scope(ScopeKind.BRANCH, first="2900", last="2999", branch=Branch.JEWELLER)


@pytest.mark.parametrize(
    ("pc4", "branches", "whole", "part"),
    [
        ("2903", JEWELLERS, True, True),
        ("2900", JEWELLERS, True, True),
        ("2999", JEWELLERS, True, True),
        ("3000", JEWELLERS, True, False),
        (None, JEWELLERS, True, False),
        ("2903", OPTICIANS, False, False),
        ("2903", JEWELLERS | OPTICIANS, False, False),
        ("2903", frozenset(), False, False),
    ],
)
def test_a_branch_within_postcodes_covers_where_both_are_so(
    pc4: str | None, branches: frozenset[Branch], *, whole: bool, part: bool
) -> None:
    """A branch within postcodes covers what is for that branch only, at a place in those postcodes."""
    matter = Matter(Place(pc4), branches=branches)
    assert whole is SCOPES[ScopeKind.BRANCH].covers(matter)
    assert part is PART.covers(matter)


@pytest.mark.parametrize("role", list(Role))
def test_a_branch_within_postcodes_is_for_police_only(role: Role) -> None:
    """Only police can have a branch within postcodes; a trade association represents all of its branch."""
    assert PART.fits(role) is (role is Role.POLICE)
    assert bool(actions_of(role, PART)) is (role is Role.POLICE)


@pytest.mark.parametrize(
    "scope", [*SCOPES.values(), PART, Scope(ScopeKind.BRANCH, first="2903", last="2903", branch=Branch.HOTEL)]
)
def test_a_scope_is_read_as_it_is_written(scope: Scope) -> None:
    """A scope that is stored in a notice or typed on the command line is read back as the same scope."""
    assert scope == parse_scope(str(scope))


@pytest.mark.parametrize(
    "text", ["branch:jeweller:", "branch:jeweller:2999-2900", "branch:jeweller:29", "branch:gold:2903", "branch:"]
)
def test_a_branch_with_what_are_no_postcodes_is_no_scope(text: str) -> None:
    """A branch with invalid postcodes is refused, and does not become the whole branch."""
    with pytest.raises(Rejected):
        parse_scope(text)
