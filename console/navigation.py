"""The navigation: the lists of the console in the order in which work comes, each for whoever may see it.

First what goes on now, by urgency: at night that is all that a coordinator needs. Then what a working day is for.
"""

from collections.abc import Collection
from dataclasses import dataclass

from alerts.role import Action


@dataclass(frozen=True, slots=True)
class Entry:
    """A page with a link in the header: the id of its title, and the actions of which one is enough to see it (none:
    everybody who is signed in sees it)."""

    path: str
    title: str
    actions: frozenset[Action] = frozenset()


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of the navigation. `current` is how it relates to the page around it: `page`, `true` for a page below it,
    or empty."""

    path: str
    title: str
    current: str


def _for(path: str, title: str, *actions: Action) -> Entry:
    return Entry(path, title, frozenset(actions))


GROUPS = (
    (
        _for("/today", "console-today-title"),
        _for("/approvals", "console-approvals-title", Action.APPROVE_ALERT),
        _for("/alerts", "console-alerts-title", Action.READ_ALERTS, Action.STOP_SENDING),
        _for("/reports", "console-reports-title", Action.SEE_REPORTS),
        _for("/incidents", "console-incidents-title", Action.READ_INCIDENTS),
        _for("/patterns", "console-patterns-title", Action.SEE_PATTERNS),
        _for("/map", "console-map-title", Action.READ_ALERTS, Action.SEE_REPORTS),
        _for("/compose", "console-compose-title", Action.DRAFT_ALERT),
    ),
    (
        _for("/tasks", "console-tasks-title", Action.HAVE_TASKS),
        _for("/roster", "console-roster-title", Action.SEE_REPORTS),
        _for("/signups", "console-signups-title", Action.VERIFY_PREMISES),
        _for("/shops", "console-shops-title", Action.VERIFY_PREMISES),
        _for("/groups", "console-groups-title", Action.MANAGE_KVO_GROUP),
        _for("/mo", "console-mo-title", Action.READ_ALERTS),
        _for("/outcome-texts", "console-texts-title", Action.WORD_OUTCOMES),
        _for("/support", "console-support-title", Action.EDIT_SUPPORT),
        _for("/figures", "console-figures-title", Action.SEE_SHARES),
        _for("/cascade", "console-cascade-title", Action.SET_CASCADE),
        _for("/people", "console-people-title", Action.ADMINISTER),
        _for("/record", "console-record-title", Action.READ_AUDIT),
        _for("/account", "console-account-title"),
    ),
)
SEARCHED_BY = frozenset({Action.READ_ALERTS, Action.APPROVE_ALERT, Action.SEE_REPORTS, Action.VERIFY_PREMISES})


def links_for(actions: Collection[Action], path: str) -> tuple[tuple[NavLink, ...], ...]:
    """Return the links for somebody who may do these actions somewhere, beside the page at this path."""
    return tuple(
        tuple(
            NavLink(one.path, one.title, _current(one.path, path))
            for one in group
            if not one.actions or one.actions & set(actions)
        )
        for group in GROUPS
    )


def _current(entry: str, path: str) -> str:
    if entry == path:
        return "page"
    return "true" if path.startswith(f"{entry}/") else ""
