"""What goes wrong inside: one bad update, row or moment of the database does not take the rest along."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from alerts.delivery import Sent
from alerts.ports import DialogueKey
from bot.message import Message
from bot.receive import ATTEMPTS
from tests.bot.conversation import Person, Town


def _key(person: Person) -> DialogueKey:
    return DialogueKey(str(person.id), str(person.id))


async def test_an_update_that_cannot_be_read_is_set_aside_and_the_chat_goes_on(town: Town) -> None:
    """After three tries its body is erased, and the next message in the chat is answered."""
    person = town.person(1)
    poll: dict[str, Any] = {"id": "1", "question": "?", "options": "no list at all", "total_voter_count": "x"}
    await person.sends(poll=poll)
    await person.types("/hulp")
    assert "0900-8844" in person.last.text
    async with town.storage.reading() as uow:
        assert [] == await uow.updates.lanes()


async def test_what_fails_again_and_again_is_said(town: Town, monkeypatch: Any) -> None:
    """Three failures, one sentence, and the body is gone."""
    person, tries = town.person(1), 0

    async def fail(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError

    monkeypatch.setattr(town.receiver._stage, "play", fail)
    await person.types("iets dat misgaat")
    assert ATTEMPTS == tries
    assert 1 == len(person.bubbles)
    assert "mis" in person.last.text
    async with town.storage.reading() as uow:
        assert [] == await uow.updates.lanes()


async def test_a_step_that_a_new_release_does_not_know_is_forgotten(town: Town) -> None:
    """At a restart and at the next answer; the person begins anew instead of being stuck."""
    person = town.person(1)
    await person.types("/start")
    for change in ({"step": "renamed"}, {"form": "gone"}, {"draft": {"branch": ["not", "one"]}}):
        async with town.storage.transaction() as uow:
            dialogue = await uow.dialogues.get(_key(person))
            assert dialogue is not None
            await uow.dialogues.put(replace(dialogue, prompt_due=True, **change))
        await town.receiver._ask_again()
        async with town.storage.reading() as uow:
            assert await uow.dialogues.get(_key(person)) is None
        await person.types("/start")
    await person.types("2903AB")
    assert person.last.buttons


async def test_a_locked_database_stops_nothing_for_good(town: Town, tmp_path: Path) -> None:
    """Updates that could not be stored were not acknowledged, so they come again and are handled then."""
    polls: asyncio.Queue[list[dict[str, Any]]] = asyncio.Queue()
    offsets: list[int | None] = []
    second_try, stored, said = asyncio.Event(), asyncio.Event(), asyncio.Event()
    store = town.receiver._store
    tries = 0

    async def poll(offset: int | None) -> list[dict[str, Any]]:
        offsets.append(offset)
        return await polls.get()

    async def sometimes(raw: list[dict[str, Any]]) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            second_try.set()
            raise sqlite3.OperationalError("database is locked")
        await store(raw)
        stored.set()

    send = town.screens.send

    async def say(ref: str, message: Message, **more: Any) -> Sent:
        sent = await send(ref, message, **more)
        said.set()
        return sent

    town.screens.send = say  # type: ignore[method-assign]
    town.receiver._get_updates = poll  # type: ignore[method-assign]
    town.receiver._store = sometimes  # type: ignore[method-assign]
    running = asyncio.create_task(town.receiver.run())
    update = {"update_id": 500, "message": _message(town, "/hulp")}
    try:
        async with asyncio.timeout(10):
            await polls.put([update])
            await second_try.wait()
            await polls.put([update])
            await stored.wait()
            await polls.put([])
            await said.wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert [None, None, 501] == offsets[:3]
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        assert [("done",)] == database.execute("SELECT state FROM updates WHERE update_id = 500").fetchall()


def _message(town: Town, text: str) -> dict[str, Any]:
    person = {"id": town.person(1).id, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}
    return {
        "message_id": 1,
        "date": int(town.clock.now().timestamp()),
        "chat": {"id": town.person(1).id, "type": "private", "first_name": "Iemand"},
        "from": person,
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }


async def test_a_question_that_could_not_be_asked_does_not_keep_others_waiting(town: Town) -> None:
    """At a restart everybody is asked in their own chat's time, and the receiver polls at once."""
    slow, other = town.person(1), town.person(2)
    await slow.types("/start")
    async with town.storage.transaction() as uow:
        dialogue = await uow.dialogues.get(_key(slow))
        assert dialogue is not None
        await uow.dialogues.put(replace(dialogue, prompt_due=True))
    send, stuck, polled = town.screens.send, asyncio.Event(), asyncio.Event()

    async def hang(ref: str, message: Message, **more: Any) -> Sent:
        if ref == str(slow.id):
            stuck.set()
            await asyncio.Event().wait()
        return await send(ref, message, **more)

    async def poll(offset: int | None) -> list[dict[str, Any]]:
        polled.set()
        await asyncio.Event().wait()
        return []

    town.screens.send = hang  # type: ignore[method-assign]
    town.receiver._get_updates = poll  # type: ignore[method-assign]
    running = asyncio.create_task(town.receiver.run())
    try:
        async with asyncio.timeout(10):
            await stuck.wait()
            await polled.wait()
            await other.types("/hulp")
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert "0900-8844" in other.last.text
