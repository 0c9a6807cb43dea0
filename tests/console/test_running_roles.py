"""Tests of docs/roles.md in the console, cell by cell, for running notices: reading, changing and stopping them, in
scope, outside of it, and after the roles have ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.alert import AlertState
from alerts.services.alert.change_alert import newest_number
from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Visitor
from tests.roles_table import LETTERS, rows

pytestmark = pytest.mark.sweep

ROLES = [letter for letter in LETTERS if letter != "R"]  # a retailer gets no link: tests/console/pages/test_link.py


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_reading_what_is_live(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The list and the page show what the table says; whoever reads nothing anywhere has no link to the list."""
    world, cells = await build(town), rows()
    await enrolled(world.people[letter], visitor)
    alert = await world.live(where, for_group=letter == "K")
    is_allowed = cells["Read what is live"].cells[letter] == "●" and where == HERE
    account = await visitor.get("/account")
    is_linked = "●" in (cells["Read what is live"].cells[letter], cells["Stop what is still being sent"].cells[letter])
    assert is_linked == ('href="/alerts"' in account.text)
    listed, page = await visitor.get("/alerts"), await visitor.get(f"/alerts/{alert.id}")
    assert is_allowed == (str(alert.number) in listed.text)
    assert is_allowed == (str(alert.number) in page.text)


CHANGES = {
    "correct": {
        "what": "Drie daders vluchtten te voet.",
        "kind": "robbery",
        "severity": "P2",
        "until": "2026-11-27T13:00",
    },
    "update": {
        "what": "Een winkel is overvallen. Ze vluchtten op een scooter.",
        "kind": "robbery",
        "severity": "P2",
        "until": "2026-11-27T13:00",
    },
    "extend": {"until": "2026-11-28T13:00"},
    "end": {"ready": "arrest"},
    "retract": {"ready": "place"},
}


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_changing(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The page offers each change to whom the table allows it; police end and retract at once, others ask the police,
    and for all others there is neither a form nor an effect."""
    world, cell = await build(town), rows()["Correct, end, retract"].cells[letter]
    await enrolled(world.people[letter], visitor)
    account, is_allowed = await visitor.get("/account"), cell in ("●", "propose") and where == HERE
    for way, said in CHANGES.items():
        alert = await world.live(where, for_group=letter == "K")
        path = f"/alerts/{alert.id}/{way}"
        assert (way, is_allowed) == (way, f'href="{path}"' in (await visitor.get(f"/alerts/{alert.id}")).text)
        assert (way, is_allowed) == (way, (await visitor.get(path)).status == 200)
        async with town.storage.reading() as uow:
            revision = await newest_number(uow, alert.id)
        answer = await visitor.sends(account, path, **said, revision=str(revision), step="send")
        assert (way, is_allowed) == (way, answer.status == 303), answer.text
        async with town.storage.reading() as uow:
            latest = await uow.alerts.latest_approval(alert.id)
            state = (await uow.alerts.get(alert.id)).state
        assert latest is not None
        assert is_allowed == latest.is_change
        is_over = is_allowed and cell == "●" and way in ("end", "retract")
        assert (way, is_over) == (way, state is not AlertState.LIVE)


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_stopping(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The administrator of the place stops what is still being sent; nobody else has the button or an effect."""
    world, cell = await build(town), rows()["Stop what is still being sent"].cells[letter]
    async with town.storage.transaction() as uow:
        shop = await uow.members.get(world.members[where])
        await uow.members.save(replace(shop, paused_until=town.clock.now() + timedelta(days=1)))
    await enrolled(world.people[letter], visitor)
    alert, account = await world.live(where), await visitor.get("/account")
    path, is_allowed = f"/alerts/{alert.id}/stop", cell == "●" and where == HERE
    assert is_allowed == (path in (await visitor.get("/alerts")).text)
    assert is_allowed == ((await visitor.get(path)).status == 200)
    assert is_allowed == ((await visitor.sends(account, path)).status == 303)
    async with town.storage.reading() as uow:
        assert is_allowed == (await uow.deliveries.waiting(alert.id) == 0)


@pytest.mark.parametrize("letter", ROLES)
async def test_nothing_is_left_of_a_role_that_ended(town: Town, visitor: Visitor, letter: str) -> None:
    """Between the page and the form the role ends: the form does nothing, and no page or stream tells of the notice."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    alert, page = await world.live(HERE), await visitor.get("/account")
    path = f"/alerts/{alert.id}"
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    for way in (*CHANGES, "stop"):
        form = {**CHANGES.get(way, {}), "revision": "1", "step": "send"}
        assert (way, 403) == (way, (await visitor.sends(page, f"{path}/{way}", **form)).status)
    for shown in ("/alerts", path, *(f"{path}/{way}" for way in (*CHANGES, "stop")), f"/live?of=alert-{alert.id}"):
        answer = await visitor.get(shown)
        assert answer.status in (403, 404), shown
        assert str(alert.number) not in answer.text
        assert "helmen" not in answer.text
    async with town.storage.reading() as uow:
        assert AlertState.LIVE is (await uow.alerts.get(alert.id)).state


async def test_every_page_asks_to_sign_in(town: Town, visitor: Visitor) -> None:
    """A stranger, and somebody whose session is over, is sent to sign in."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    alert, stranger = await world.live(HERE), visitor.beside()
    town.clock.pass_by(minutes=30)
    theirs = [f"/alerts/{alert.id}{way}" for way in ("", "/correct", "/end", "/retract", "/stop")]
    for path in ("/alerts", *theirs, "/live"):
        for one in (stranger, visitor):
            answer = await one.get(path)
            assert (303, f"/sign-in?back={path}") == (answer.status, answer.headers["Location"])
            assert "helmen" not in answer.text
