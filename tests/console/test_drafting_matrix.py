"""Tests of the row "Draft an alert" of docs/roles.md in the console, cell by cell."""

import re

import pytest

from alerts.alert import Alert
from tests.bot.role_world import ELSEWHERE, HERE, PC4, RoleWorld, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.test_roles_matrix import ROLES
from tests.console.visitor import Answer, Visitor
from tests.roles_table import rows


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_drafting(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The page, its check, a draft and a request for approval do what the table says; whoever may not draft has neither
    link nor page, and once the role has ended the form does nothing."""
    world, cell = await build(town), rows()["Draft an alert"].cells[letter]
    await enrolled(world.people[letter], visitor)
    # A trade association writes for its own branch, which is in its scope at any place.
    is_allowed = cell == "●" and (where == HERE or letter == "B")
    account, page = await visitor.get("/account"), await visitor.get("/compose")
    assert (cell == "●") == ('href="/compose"' in account.text)
    assert (cell == "●") == (page.status == 200)
    typed = {
        "form_token": account.token,
        "kind": "robbery",
        "words": "Twee helmen.",
        "place": PC4[where],
        "do": "preview",
    }
    checked = await visitor.post("/compose", {**typed, "do": "check"})
    assert is_allowed == ("Twee helmen" in _messages(checked))
    stored = await visitor.post("/compose", {**typed, "do": "preview"})
    assert is_allowed == (stored.status == 303)
    assert is_allowed == bool(await _drafts(world, letter))
    if not is_allowed:
        return
    path = stored.headers["Location"].partition("?")[0]
    draft = fields_in((await visitor.get(path)).text, "compose").changed({"do": "ask"})
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    assert 403 == (await visitor.post("/compose", draft.pairs)).status
    assert 403 == (await visitor.get(path)).status


async def _drafts(world: RoleWorld, letter: str) -> list[Alert]:
    async with world.town.storage.reading() as uow:
        return await uow.alerts.drafts_of(world.members[letter])


def _messages(page: Answer) -> str:
    return "".join(re.findall(r'<div class="message words">(.*?)</div>', page.text, re.DOTALL))
