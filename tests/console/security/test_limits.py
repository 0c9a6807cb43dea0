"""Tests of the limits by address and by account."""

import pytest
from aiohttp.test_utils import make_mocked_request

from console.security import limits
from console.security.limits import Limits, SlidingLimit, address_of
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.visitor import Visitor


def test_a_limit_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many events of a key fit in a period, whichever; other keys are not held up."""
    now = [0.0]
    monkeypatch.setattr(limits, "monotonic", lambda: now[0])
    limit = SlidingLimit(2, 60.0)
    for at in (0.0, 30.0):
        now[0] = at
        assert not limit.is_spent("a")
        limit.add("a")
    assert limit.is_spent("a")
    assert not limit.is_spent("b")
    now[0] = 60.0
    assert not limit.is_spent("a")
    limit.add("a")
    assert limit.is_spent("a")
    now[0] = 90.0
    assert not limit.is_spent("a")


def test_a_limit_remembers_a_bounded_number_of_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many addresses come, the one that was seen longest ago is forgotten."""
    monkeypatch.setattr(limits, "MOST_KEYS", 2)
    limit = SlidingLimit(1, 60.0)
    for key in "abc":
        limit.add(key)
    assert [False, True, True] == [limit.is_spent(key) for key in "abc"]


@pytest.mark.parametrize(
    ("peer", "named", "known"),
    [
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "198.51.100.1, 192.0.2.7", "192.0.2.7"),
        ("10.0.0.2", "192.0.2.7", "192.0.2.7"),
        ("8.8.8.8", "192.0.2.7", "8.8.8.8"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "2a02:a210:1:2:3:4:5:6", "2a02:a210:1:2::/64"),
    ],
)
def test_the_address_is_that_which_our_proxy_names(peer: str, named: str, known: str) -> None:
    """Only a proxy on this machine or network is believed, and of what it names only the last: the rest came from the
    client."""
    request = make_mocked_request("POST", "/", headers={"X-Forwarded-For": named})
    assert known == address_of(request.clone(remote=peer))


async def test_an_address_that_fails_often_is_stopped(town: Town, visitor: Visitor) -> None:
    """After thirty failures of one address its requests are refused; another address signs in."""
    key = await enrolled(await town.coordinator(1), visitor)
    bad, good = visitor.beside(), visitor.beside()
    bad.forwarded, good.forwarded = "192.0.2.7", "192.0.2.8"
    page = await bad.get("/sign-in")
    answers = [(await bad.sends(page, "/sign-in", credential="{}")).status for _ in range(32)]
    assert [403] * 30 + [429] * 2 == answers
    assert 303 == (await good.signs_in(key)).status


async def test_failures_of_strangers_do_not_fill_the_record(town: Town, visitor: Visitor) -> None:
    """Of what nobody we know fails at, sixty an hour are recorded; the log counts the others."""
    person = await town.coordinator(1)
    for office in range(3):
        other = visitor.beside()
        other.forwarded = f"192.0.2.{office}"
        page = await other.get("/sign-in")
        for _ in range(25):
            assert 403 == (await other.sends(page, "/sign-in", credential="{}")).status
    assert 60 == await recorded(person, "account.failed")


async def test_an_account_is_limited_too(town: Town, visitor: Visitor) -> None:
    """A member who sends far too many forms waits, whatever the address."""
    await enrolled(await town.coordinator(1), visitor)
    page = await visitor.get("/account")
    most = 120
    answers = []
    for number in range(most + 1):
        visitor.forwarded = f"192.0.2.{number}"
        answers.append((await visitor.sends(page, "/account/sessions/end", number="0")).status)
    assert [404] * most + [429] == answers
    assert Limits().by_account.is_spent("1") is False
