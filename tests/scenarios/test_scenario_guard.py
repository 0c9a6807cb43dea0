"""Text that the guard refused is in no file afterwards: not in the database, its logs, or the bot's own log."""

import asyncio
from collections.abc import Iterable

import pytest

from bot.demo.phone import Phone
from tests.scenarios.steps import WHAT, begin_alert, finish_composing, send
from tests.scenarios.world import World

REFUSED = {
    "VX-482-K": "kenteken",
    "06-12345678": "telefoonnummer",
    "jan@voorbeeld.nl": "e-mailadres",
    "111222333": "burgerservicenummer",
    "€ 4.500": "bedrag",
}
ERASED_WITHIN = 20.0  # seconds; a reader may delay the truncation of the log for a moment


async def test_what_the_guard_refused_is_kept_nowhere(world: World) -> None:
    """Each refusal comes at once, with what to change; the notice is then sent without the refused text."""
    police = await world.coordinator()
    await begin_alert(world, police)
    await _try_all(police)
    await _gone_from_files(world, REFUSED)
    await police.type(WHAT)
    await finish_composing(world, police)
    await send(world, police)
    await _gone_from_files(world, REFUSED)


async def test_what_the_guard_refused_does_not_survive_a_kill(world: World) -> None:
    """After a kill right after the refusal, the next start erases the refused text."""
    police = await world.coordinator()
    await begin_alert(world, police)
    await _try_all(police)
    await world.restart()
    await police.type(WHAT)
    await police.expect(world.words("alert-ask-when"))
    await _gone_from_files(world, REFUSED)


async def test_a_draft_is_erased_when_it_is_dropped(world: World) -> None:
    """The text of a dropped draft is erased."""
    police = await world.coordinator()
    await begin_alert(world, police)
    await police.type("Een bijzonder woord: kwikzilverwind.")
    await police.expect(world.words("alert-ask-when"))
    assert b"kwikzilverwind" in world.bytes_kept(), "a draft is kept while it is under way"
    await police.tap(world.words("nav-cancel"))
    await police.expect(world.words("dialogue-cancelled"))
    await _gone_from_files(world, ["kwikzilverwind"])


async def _try_all(police: Phone) -> None:
    for typed, said in REFUSED.items():
        await police.type(f"Dader reed weg, {typed} is bekend.")
        refusal = await police.expect(said)
        assert typed in refusal.text


async def _gone_from_files(world: World, words: Iterable[str]) -> None:
    try:
        async with asyncio.timeout(ERASED_WITHIN):
            while left := [word for word in words if word.encode() in world.bytes_kept()]:  # noqa: ASYNC110 -- a file
                await asyncio.sleep(0.02)
    except TimeoutError:
        pytest.fail(f"still in a file: {left}")
