"""Find the example texts with which somebody can begin a notice."""

from datetime import datetime

from alerts.branch import Branch
from alerts.example_text import READY, ReadyExample
from alerts.role import Action, Actor, ScopeKind


def drafted_branches(actor: Actor, now: datetime) -> frozenset[Branch] | None:
    """Return the branches for which this person writes notices; None for whoever writes for any."""
    scopes = [one.scope for one in actor.grants if one.is_active(now) and Action.DRAFT_ALERT in one.actions]
    if any(one.kind is not ScopeKind.BRANCH for one in scopes):
        return None
    return frozenset(one.branch for one in scopes if one.branch is not None)


def ready_examples(actor: Actor, now: datetime) -> list[ReadyExample]:
    """Return the examples of the program that this person can use: for any branch, or for one of theirs."""
    branches = drafted_branches(actor, now)
    return [one for one in READY if branches is None or one.branch is None or one.branch in branches]
