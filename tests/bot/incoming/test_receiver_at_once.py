"""Tests that an update that comes alone is handled at once, without its body being stored."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from alerts.errors import Unavailable
from alerts.ports import RawUpdate, UnitOfWork
from bot.conversation.replies import Replies
from bot.incoming.inbox import Inbox
from bot.incoming.receiver import ATTEMPTS
from tests.bot.incoming.test_receiver import bubbles_of, inbox_of, running, says
from tests.bot.town import Mailbox, Town, open_flood_control
from tests.patience import PATIENCE


def _rows(directory: Path) -> list[tuple[int, str, str | None]]:
    with closing(sqlite3.connect(directory / "town.db")) as database:
        return database.execute("SELECT update_id, state, body FROM updates ORDER BY id").fetchall()


async def _caught_up(town: Town) -> None:
    """Wait until the receiver has checked what waited before."""
    while town.receiver._is_behind:  # noqa: ASYNC110 -- has no event
        await asyncio.sleep(0)


async def test_it_is_done_when_telegram_hears_of_it(town: Town, tmp_path: Path) -> None:
    """The update is done when Telegram hears of it: its number is stored, so that a repeat is recognised, and its text
    is in no row."""
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
    """A second update of the chat is stored, and handled after the first was answered."""
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
    """An update whose handling fails is stored and retried, its failures count from there, and nothing of the first try
    is left."""
    said, tries = bubbles_of(town), 0

    async def fail(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError

    monkeypatch.setattr(town.receiver._dispatcher, "dispatch", fail)
    async with running(town.receiver):
        await _caught_up(town)
        await inbox_of(town).put([says(town, 7, "iets")])
        await said.get()
    assert 1 + ATTEMPTS == tries
    assert [(7, "set_aside", None)] == _rows(tmp_path)


async def test_a_process_that_does_not_lead_only_stores(town: Town, tmp_path: Path) -> None:
    """A process that does not lead only stores, as behind a webhook that several processes share."""
    await inbox_of(town).put([says(town, 7, "/hulp")])
    [(number, state, _)] = _rows(tmp_path)
    assert (7, "pending") == (number, state)
    assert [] == town.person(1).bubbles


async def test_where_others_store_too_the_database_knows_the_order(town: Town, tmp_path: Path) -> None:
    """When several processes store the updates of one chat, they are handled in the order of the database."""
    order, dispatch = list[int](), town.receiver._dispatcher.dispatch

    async def noted(update: Update, uow: UnitOfWork) -> Replies:
        order.append(update.update_id)
        return await dispatch(update, uow)

    town.receiver._dispatcher.dispatch = noted  # type: ignore[method-assign]
    here = inbox_of(town)
    elsewhere = Inbox(
        town.storage,
        town.clock,
        bot_id=123456789,
        handler=Mailbox(),
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    async with running(town.receiver):
        town.receiver.share(with_others=True)
        await _caught_up(town)
        for number in range(1, 7):
            await (here if number % 2 == 0 else elsewhere).put([says(town, number, "/hulp")])
        await elsewhere.put([says(town, 7, "/hulp")])
        town.receiver.share(with_others=False)  # the other process has just ended
        await here.put([says(town, 8, "/hulp")])
        while len(order) < 8:  # noqa: ASYNC110 -- a handler has no event
            await asyncio.sleep(0.01)
    assert list(range(1, 9)) == order


async def test_who_is_alone_again_handles_at_once(town: Town) -> None:
    """A process that is alone again handles updates at once, after it read what the others left."""
    update = RawUpdate(7, "1", json.dumps(says(town, 7, "/hulp")))
    async with running(town.receiver):
        for with_others in (True, False):
            town.receiver.share(with_others=with_others)
            await _caught_up(town)
            assert (not with_others) == await town.receiver.handle_at_once(1, update)


async def test_a_standing_that_cannot_be_read_leaves_nobody_without_an_answer(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the sender's standing cannot be read, which happens before the commit, the update is stored, and handled and
    answered later."""
    said, learn, failures = bubbles_of(town), town.strangers.learn, 0

    async def fails_once(people: Any, uow: UnitOfWork | None = None) -> None:
        nonlocal failures
        if uow is None and not failures:
            failures += 1
            raise Unavailable("the server went away")
        await learn(people, uow)

    async with running(town.receiver):
        await _caught_up(town)
        inbox = inbox_of(town)
        monkeypatch.setattr(town.receiver._strangers, "learn", fails_once)
        assert not await town.receiver.handle_at_once(1, RawUpdate(7, "1", json.dumps(says(town, 7, "/hulp"))))
        assert 1 == failures
        assert [] == _rows(tmp_path)
        await inbox.put([says(town, 7, "/hulp")])
        await said.get()
    assert [(7, "done", None)] == _rows(tmp_path)


async def test_after_a_start_a_backlog_of_members_is_none_of_strangers(town: Town) -> None:
    """After a start the backlog of members is not counted as strangers', because their standing is read first."""
    agent, eve = await town.coordinator(90), town.person(2)
    for person, first in ((agent, 100), (eve, 200)):
        await inbox_of(town).put([says(town, first + each, "/hulp", person) for each in range(3)])
    town.receiver._is_ending = False
    town.strangers._established.clear()  # the state after a start
    lined_up = town.receiver._line_up
    counted = list[int]()

    def noted(stored: Any) -> None:
        lined_up(stored)
        counted.append(town.receiver.strangers_waiting())

    town.receiver._line_up = noted  # type: ignore[method-assign]
    await town.receiver._load()
    await town.receiver.finish()
    assert [3] == counted


async def test_a_slow_answer_shows_that_the_bot_is_typing(town: Town) -> None:
    """The answer is held up here until the hint came, in the chat of the person who waits."""
    agent = await town.coordinator(1)
    send, is_typing, shown = town.screens.send, asyncio.Event(), list[str]()

    async def shows(ref: str) -> None:
        shown.append(ref)
        is_typing.set()

    async def slowly(ref: str, *args: Any, **more: Any) -> Any:
        await is_typing.wait()
        return await send(ref, *args, **more)

    town.screens.show_typing = shows  # type: ignore[method-assign]
    town.screens.send = slowly  # type: ignore[method-assign]
    before = len(agent.bubbles)
    async with running(town.receiver):
        await _caught_up(town)
        assert await town.receiver.handle_at_once(1, RawUpdate(7, str(agent.id), json.dumps(says(town, 7, "/hulp"))))
        await asyncio.wait_for(is_typing.wait(), PATIENCE)
        while len(agent.bubbles) == before:  # noqa: ASYNC110 -- a screen has no event
            await asyncio.sleep(0.01)
    assert [str(agent.id)] == shown
