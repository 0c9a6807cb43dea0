"""Tests of the navigation: its order, and for whom each link is."""

import pytest

from alerts.role import Action
from console.navigation import GROUPS, links_for


def paths(*actions: Action) -> list[list[str]]:
    """Return the paths of the links for somebody who may do these actions."""
    return [[one.path for one in group] for group in links_for(actions, "/today")]


def test_what_goes_on_now_comes_first() -> None:
    """Approving and what runs come first; whoever may do everything has every link once."""
    now, _ = paths(*Action)
    assert ["/today", "/approvals", "/alerts", "/reports", "/incidents", "/patterns", "/map", "/compose"] == now
    listed = [one.path for group in GROUPS for one in group]
    assert sorted(listed) == sorted({path for group in paths(*Action) for path in group})


def test_a_link_is_for_whoever_may_see_its_page() -> None:
    """Without a role there is the account; one action of several is enough."""
    assert [["/today"], ["/account"]] == paths()
    assert ["/today", "/alerts"] == paths(Action.STOP_SENDING)[0]
    assert ["/today", "/alerts", "/map"] == paths(Action.READ_ALERTS)[0]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/shops", "page"), ("/shops/12", "true"), ("/shopsoever", ""), ("/today", ""), ("/", "")],
)
def test_the_link_around_a_page_is_marked(path: str, current: str) -> None:
    """The page itself and the pages below it mark their link."""
    links = [one for group in links_for(tuple(Action), path) for one in group]
    assert [current] == [one.current for one in links if one.path == "/shops"]
