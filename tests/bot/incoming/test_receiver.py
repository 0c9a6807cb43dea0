"""Tests of incoming updates: stored before they are acknowledged, once, and handled in the order of their chat."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from alerts.delivery import Sent
from bot.conversation.message import Message
from bot.incoming.flood_control import Arrival
from bot.incoming.inbox import Inbox
from bot.incoming.polling import Poller
from tests.bot.bot_api import running_bot_api
from tests.bot.town import Mailbox, Person, Town, open_flood_control
from tests.patience import PATIENCE


def says(town: Town, number: int, text: str, person: Person | None = None) -> dict[str, Any]:
    """Return an update as Telegram sends it."""
    who = person or town.person(1)
    message = {
        "message_id": number,
        "date": int(town.clock.now().timestamp()),
        "chat": {"id": who.id, "type": "private", "first_name": "Iemand"},
        "from": {"id": who.id, "is_bot": False, "first_name": "Iemand", "language_code": "nl"},
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}] if text[0] == "/" else [],
    }
    return {"update_id": number, "message": message}


@asynccontextmanager
async def running(*parts: Any) -> AsyncIterator[None]:
    """Run these during the block."""
    tasks = [asyncio.create_task(part.run()) for part in parts]
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def inbox_of(town: Town, kind: type[Inbox] = Inbox) -> Inbox:
    """Return an inbox in front of the receiver."""
    return kind(
        town.storage,
        town.clock,
        bot_id=123456789,
        handler=town.receiver,
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )


def bubbles_of(town: Town) -> asyncio.Queue[str]:
    """Yield the chats to which messages are sent, as it happens."""
    send, said = town.screens.send, asyncio.Queue[str]()

    async def say(ref: str, message: Message, **more: Any) -> Sent:
        sent = await send(ref, message, **more)
        said.put_nowait(ref)
        return sent

    town.screens.send = say  # type: ignore[method-assign]
    return said


class _Stumbling(Inbox):
    """An inbox whose database is locked the first time."""

    tries = 0

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        self.tries += 1
        if self.tries == 1:
            raise sqlite3.OperationalError("database is locked")
        await super().store(arrivals)


async def test_a_locked_database_stops_nothing_for_good(town: Town) -> None:
    """After the database was locked, the updates that were not acknowledged come again and are handled."""
    said = bubbles_of(town)
    async with running_bot_api() as (api, bot, transport):
        poller = Poller(bot, transport, inbox_of(town, _Stumbling))
        async with running(town.receiver, poller):
            for _ in range(2):
                api.answers.put_nowait([says(town, 500, "/hulp")])
            await said.get()
            assert [None, None, 501] == [await api.polls.get() for _ in range(3)]


async def test_updates_that_arrive_at_once_share_a_commit(town: Town) -> None:
    """A hundred updates that arrive at once are stored in a few commits, and each is acknowledged only afterwards."""
    commits = 0
    begin = town.storage.transaction

    @asynccontextmanager
    async def counted(**how: bool) -> AsyncIterator[Any]:
        nonlocal commits
        async with begin(**how) as uow:
            yield uow
        commits += 1

    town.storage.transaction = counted  # type: ignore[method-assign]
    inbox = Inbox(
        town.storage,
        town.clock,
        bot_id=1,
        handler=Mailbox(),
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    await asyncio.gather(*(inbox.put([says(town, number, "hallo")]) for number in range(100)))
    assert commits <= 2
    async with town.storage.reading() as uow:
        assert list(range(100)) == [one.update_id for one in await uow.updates.waiting(1000)]


@pytest.mark.parametrize("update", [{}, {"update_id": "7"}, {"update_id": -1}, {"update_id": 1 << 63}])
async def test_what_is_no_update_spoils_no_other(town: Town, update: dict[str, Any]) -> None:
    """An invalid update is refused, and those that arrived at the same moment are stored."""
    inbox = Inbox(
        town.storage,
        town.clock,
        bot_id=1,
        handler=Mailbox(),
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    bad, good = await asyncio.gather(
        inbox.put([update]), inbox.put([says(town, 1, "hallo \ud800")]), return_exceptions=True
    )
    assert isinstance(bad, ValueError)
    assert good is None
    async with town.storage.reading() as uow:
        assert [1] == [one.update_id for one in await uow.updates.waiting(1000)]


async def test_a_burst_that_does_not_fit_waits_on_disk_and_keeps_its_order(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A burst that exceeds the memory waits on disk, from before and after a start, and everybody is answered in order
    and once."""
    monkeypatch.setattr("bot.incoming.receiver.LOADED_AT_ONCE", 50)
    said = bubbles_of(town)
    inbox, people = inbox_of(town), [town.person(number) for number in range(10)]
    burst = [says(town, number, "/hulp", people[number % 10]) for number in range(150)]
    await inbox.put(burst[:90])
    handled: list[int] = []
    handle = town.receiver.handle

    async def watched(stored: Any) -> None:
        handled.append(stored.update_id)
        await handle(stored)

    town.receiver.handle = watched  # type: ignore[method-assign]
    async with running(town.receiver):
        await inbox.put(burst[90:])
        for _ in burst:
            await said.get()
    first_time = list(dict.fromkeys(handled))  # an update that was read just before its end is read again, and is
    assert list(range(len(burst))) == sorted(first_time)
    lanes = [[one for one in first_time if one % 10 == lane] for lane in range(10)]
    assert [sorted(lane) for lane in lanes] == lanes
    assert said.empty()
    assert {len(burst) // 10} == {len(person.bubbles) for person in people}


async def test_what_another_process_handled_meanwhile_is_not_handled_again(town: Town) -> None:
    """An update that another process handled meanwhile has no second effect, because mark and effect are one commit."""
    person = town.person(1)
    inbox = Inbox(
        town.storage,
        town.clock,
        bot_id=1,
        handler=town.mailbox,
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    await inbox.put([says(town, 1, "/start")])
    [stored] = town.mailbox.updates
    await town.receiver.handle(stored)
    said = len(person.bubbles)
    await town.receiver.handle(stored)
    assert 0 < said == len(person.bubbles)


async def test_what_another_process_stored_is_found(town: Town) -> None:
    """The receiver finds an update that another process stored."""
    said = bubbles_of(town)
    async with running(town.receiver):
        await Inbox(
            town.storage,
            town.clock,
            bot_id=1,
            handler=Mailbox(),
            flood_control=open_flood_control(),
            strangers=town.strangers,
        ).put([says(town, 1, "/hulp")])
        town.receiver.poll_database()
        assert str(town.person(1).id) == await said.get()


async def test_chats_whose_answer_hangs_keep_nobody_else_waiting(town: Town) -> None:
    """Twenty chats whose answers hang do not delay the answer to the next one."""
    send, stuck = town.screens.send, asyncio.Semaphore(0)

    async def hang(ref: str, message: Message, **more: Any) -> Sent:
        if ref != str(town.person(99).id):
            stuck.release()
            await asyncio.Event().wait()
        return await send(ref, message, **more)

    town.screens.send = hang  # type: ignore[method-assign]
    said, inbox = bubbles_of(town), inbox_of(town)
    async with running(town.receiver):
        await inbox.put([says(town, number, "/hulp", town.person(number)) for number in range(20)])
        for _ in range(20):
            await stuck.acquire()
        await inbox.put([says(town, 99, "/hulp", town.person(99))])
        assert str(town.person(99).id) == await said.get()
    for task in list(town.receiver._busy.values()):
        task.cancel()
