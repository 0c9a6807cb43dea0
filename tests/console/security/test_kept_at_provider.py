"""Tests that what was typed goes along while somebody signs in at the identity provider, and opens for them alone."""

import json
import re
from collections.abc import AsyncIterator
from html import unescape
from typing import Any

import pytest_asyncio

from alerts.alert import AlertState
from tests.bot.town import Town
from tests.console.accounts import link_of
from tests.console.pages.test_approvals import state_of, submitted
from tests.console.stand_in import StandIn, binds, signs_in_there, standing_in
from tests.console.visitor import Answer, Visitor, running_console

WORDS = "Graag korter, en zonder de naam van de straat."


@pytest_asyncio.fixture
async def provider(town: Town) -> AsyncIterator[StandIn]:
    """A provider that asks nothing."""
    async with standing_in(town) as one:
        yield one


@pytest_asyncio.fixture
async def visitor(town: Town, provider: StandIn) -> AsyncIterator[Visitor]:
    """A visitor of a console with a provider."""
    async with running_console(town, provider=provider.settings) as first:
        yield first


async def test_words_of_a_session_that_ended_come_back(town: Town, visitor: Visitor) -> None:
    """The browser's script carries them, sealed; after signing in at the provider they stand on the page, nothing was
    sent, and the browser has a new form token."""
    path = await _approver(town, visitor)
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    told = await _sent(visitor, page, f"{path}/return", comment=WORDS)
    before = visitor.cookies["__Host-form"]
    shown = await _carried_by(visitor, told, "/sign-in/provider")
    assert (200, True) == (shown.status, WORDS in unescape(shown.text))
    assert path == _kept(shown)["page"]
    assert before != visitor.cookies["__Host-form"]
    assert AlertState.PENDING is await state_of(town, path)
    assert 303 == (await visitor.sends(shown, f"{path}/return", comment=WORDS)).status


async def test_what_was_sent_too_late_comes_back_after_confirming(town: Town, visitor: Visitor) -> None:
    """A form that needs a recent sign-in, and came without one, comes back whole."""
    path = await _approver(town, visitor)
    town.clock.pass_by(minutes=11)
    page = await visitor.get(path)
    told = await visitor.sends(page, f"{path}/approve", grounds="wpg20")
    assert 409 == told.status
    shown = await _carried_by(visitor, told, "/account/provider")
    assert {"page": path, "action": f"{path}/approve", "fields": [["grounds", "wpg20"]]} == {
        name: _kept(shown)[name] for name in ("page", "action", "fields")
    }
    assert 303 == (await visitor.sends(shown, f"{path}/approve", grounds="wpg20")).status


async def test_a_colleague_who_signs_in_gets_none_of_it(town: Town, visitor: Visitor, provider: StandIn) -> None:
    """What was typed opens for its writer only, whoever signs in at the provider."""
    path = await _approver(town, visitor)
    provider.subject = "colleague"
    await binds(visitor.beside(), await link_of(await town.coordinator(3)))
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    told = await _sent(visitor, page, f"{path}/return", comment=WORDS)
    before = visitor.cookies["__Host-form"]
    answer = await _carried_by(visitor, told, "/sign-in/provider")
    assert (303, "/today") == (answer.status, answer.headers["Location"])
    assert before != visitor.cookies["__Host-form"]


async def _approver(town: Town, visitor: Visitor) -> str:
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await binds(visitor, await link_of(colleague))
    return await submitted(author)


async def _sent(visitor: Visitor, page: Answer, path: str, **fields: str) -> Answer:
    answer = await visitor.sends(page, path, **fields)
    assert 307 == answer.status
    return await visitor.sends(page, answer.headers["Location"], **fields)


async def _carried_by(visitor: Visitor, told: Answer, path: str) -> Answer:
    """Sign in at the provider from this page, and bring back what the browser's script carries."""
    [form] = re.findall(rf'action="{path}".*?</form>', told.text, re.DOTALL)
    fields = dict(re.findall(r'name="(back|kept)" value="([^"]+)"', form))
    leaving = await visitor.sends(told, path, **fields)
    assert 'http-equiv="refresh"' not in leaving.text
    [(sealed, address)] = re.findall(r'data-sealed="([^"]+)" data-address="([^"]+)"', leaving.text)
    assert fields["kept"] == sealed
    assert "straat" not in leaving.text
    back = await visitor.get(await signs_in_there(visitor, unescape(address)))
    assert (303, "/sign-in/kept") == (back.status, back.headers["Location"])
    page = await visitor.get("/sign-in/kept")
    return await visitor.sends(page, "/sign-in/kept", kept=sealed)


def _kept(page: Answer) -> dict[str, Any]:
    [carried] = re.findall(r'data-kept="([^"]+)"', page.text)
    told: dict[str, Any] = json.loads(unescape(carried))
    return told
