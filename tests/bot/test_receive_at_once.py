"""An update that comes alone is handled at once: its effect is what is stored."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.receive import ATTEMPTS
from tests.bot.conversation import Town
from tests.bot.test_receive import bubbles_of, inbox_of, running, says


def _rows(directory: Path) -> list[tuple[int, str, str | None]]:
    with closing(sqlite3.connect(directory / "town.db")) as database:
        return database.execute("SELECT update_id, state, body FROM updates ORDER BY id").fetchall()


async def _caught_up(town: Town) -> None:
    """Until the receiver has looked at what waited before."""
    while town.receiver._is_behind:  # noqa: ASYNC110 -- has no event
        await asyncio.sleep(0)


async def test_it_is_done_when_telegram_hears_of_it(town: Town, tmp_path: Path) -> None:
    """With its number, so that it is known when it comes again; what was written was in no row."""
    said, inbox = bubbles_of(town), inbox_of(town)
    async with running(town.receiver):
        await _caught_up(town)
        await inbox.put([says(town, 7, "/start")])
        assert [(7, "done", None)] == _rows(tmp_path)
        await said.get()
        bubbles = len(town.person(1).bubbles)
        await inbox.put([says(town, 7, "/start")])
        await inbox.put([says(town, 8, "/hulp", town.person(2))])
        while str(town.person(2).id) != await said.get():
            pass
        assert bubbles == len(town.person(1).bubbles)
    assert [(7, "done", None), (8, "done", None)] == _rows(tmp_path)


async def test_what_follows_in_the_chat_waits_for_its_answer(town: Town, tmp_path: Path) -> None:
    """The second is stored, and handled when the first has been answered."""
    send, sending, may_go = town.screens.send, asyncio.Event(), asyncio.Event()

    async def slowly(ref: str, *args: Any, **more: Any) -> Any:
        sending.set()
        await may_go.wait()
        return await send(ref, *args, **more)

    town.screens.send = slowly  # type: ignore[method-assign]
    inbox = inbox_of(town)
    async with running(town.receiver):
        await _caught_up(town)
        await inbox.put([says(town, 1, "/start")])
        await sending.wait()
        await inbox.put([says(town, 2, "/hulp")])
        assert ["done", "pending"] == [state for _, state, _ in _rows(tmp_path)]
        may_go.set()
        while _rows(tmp_path)[1][1] != "done":  # noqa: ASYNC110 -- a row has no event
            await asyncio.sleep(0.01)


async def test_what_goes_wrong_is_stored_and_tried_again(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts from there, and the person hears of it; nothing of the first try is left."""
    said, tries = bubbles_of(town), 0

    async def fail(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError

    monkeypatch.setattr(town.receiver._stage, "play", fail)
    async with running(town.receiver):
        await _caught_up(town)
        await inbox_of(town).put([says(town, 7, "iets")])
        await said.get()
    assert 1 + ATTEMPTS == tries
    assert [(7, "set_aside", None)] == _rows(tmp_path)


async def test_a_process_that_does_not_lead_only_stores(town: Town, tmp_path: Path) -> None:
    """As behind a webhook that several processes share."""
    await inbox_of(town).put([says(town, 7, "/hulp")])
    [(number, state, _)] = _rows(tmp_path)
    assert (7, "pending") == (number, state)
    assert [] == town.person(1).bubbles
