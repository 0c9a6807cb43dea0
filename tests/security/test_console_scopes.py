"""Tests that name what lies outside one's scope in every address and form of the console.

Nothing of it changes, nothing of it is shown, and the answer is that for something that never was.
"""

from pathlib import Path

import pytest

from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.telegram_app import enters
from tests.console.visitor import Visitor
from tests.security.console_routes import CASES, OF_THINGS, nothings, routes, sends, things_at
from tests.security.stored import tables

pytestmark = pytest.mark.sweep

# What answers to a request without being of the thing that it names: refusals are recorded, and sign-ins kept.
ASIDE = {"audit", "refusals", "sessions", "used_challenges", "counters", "passkeys", "sqlite_sequence"}
# Whatever the number, it says that nothing of it is being sent.
NOTHING_WAITS = ("GET", "/alerts/{alert}/stop")
SECRETS = ("helmen", "scooter", "vitrine", "Zaak elsewhere", "De Lijnbaan", "Rotterdam")


def test_every_route_has_a_line() -> None:
    """A new page or form says what it names, so that the tests below attack it."""
    assert routes() == set(CASES)


@pytest.mark.parametrize("letter", ["P", "A"])
@pytest.mark.parametrize("part", [0, 1])  # all routes at once are more forms than an account may send in a minute
async def test_what_is_elsewhere_is_like_nothing(
    town: Town, visitor: Visitor, tmp_path: Path, letter: str, part: int
) -> None:
    """Police and an administrator of one place name in each route what is in another: each gets the answer that a
    number gets which nothing has, and no row changes."""
    world = await build(town)
    things = await things_at(world, ELSEWHERE)
    await enrolled(world.people[letter], visitor)
    page = await visitor.get("/account")
    before = tables(tmp_path, ASIDE)
    for route in sorted(OF_THINGS)[part::2]:
        theirs, nothing = await sends(visitor, page, route, things), await sends(visitor, page, route, nothings(things))
        assert (route, theirs.status in (403, 404) or route == NOTHING_WAITS) == (route, True), theirs.status
        assert (route, nothing.status, nothing.text) == (route, theirs.status, theirs.text)
        assert (route, []) == (route, [one for one in SECRETS if one in theirs.text])
        assert before == tables(tmp_path, ASIDE), route


async def test_the_attacks_reach_what_is_here(town: Town, visitor: Visitor) -> None:
    """The same requests about things in one's own scope are mostly answered, so that a refusal above is about the
    place."""
    world = await build(town)
    things = await things_at(world, HERE)
    answered = set()
    for letter in ("P", "A"):
        own = visitor.beside()
        await enrolled(world.people[letter], own)
        page = await own.get("/account")
        for route in sorted(OF_THINGS):
            is_page = route[0] == "GET" and route[1] != "/live"
            if is_page and (await sends(own, page, route, things)).status == 200:
                answered.add(route[1])
    of_drafter = {
        "/compose/{number}",
        "/compose/{number}/dry-run",
        "/compose/kept/{number}",
        "/templates/{template}/{alert}",
    }
    # A stream does not end; the others are there while something is still sent, or a tip waits.
    aside = {"/live", "/alerts/{alert}/stop", "/tips/{alert}/{version}"}
    # For police of a whole municipality, and these are of one postcode: tests/console/pages/test_outcome_texts.py,
    # tests/console/pages/test_examples.py;
    # and for neither police nor administrators of a place: tests/console/pages/test_support.py
    of_all = {path for _, path in OF_THINGS if path.startswith(("/outcome-texts/", "/examples/", "/support/"))}
    assert {path for method, path in OF_THINGS if method == "GET"} - of_drafter - aside - of_all == answered


@pytest.mark.parametrize("letter", ["P", "A"])
async def test_a_session_from_the_chat_never_confirms(
    town: Town, visitor: Visitor, tmp_path: Path, letter: str
) -> None:
    """In a session that began in Telegram no form counts that asks for a passkey, not even with an answer of a passkey
    of the same person: nothing changes."""
    world = await build(town)
    things = await things_at(world, HERE)
    own = visitor.beside()
    key = await enrolled(world.people[letter], own)
    town.clock.pass_by(minutes=11)
    options = (await own.get("/account")).options
    await enters(world.people[letter], visitor)
    page = await visitor.get("/account")
    before = tables(tmp_path, ASIDE)
    said = 0
    for route, case in sorted(CASES.items()):
        if not case.asks_passkey:
            continue
        for answer in ("", key.get(options, visitor.origin)):
            told = await sends(visitor, page, route, things, credential=answer)
            assert (route, told.status in (403, 404, 409, 422)) == (route, True), told.status
            said += "Dit kan alleen in je browser" in told.text
            assert before == tables(tmp_path, ASIDE), route
    assert said > 20
