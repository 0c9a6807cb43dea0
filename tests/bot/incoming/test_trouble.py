"""Tests that one bad update, row or moment of the database does not affect the rest."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from alerts.delivery import Sent
from alerts.ports import DialogueKey
from bot.conversation.message import Message
from bot.incoming.receiver import ATTEMPTS
from bot.logs import set_up_logs
from tests.bot.town import Person, Town
from tests.patience import PATIENCE


def _key(person: Person) -> DialogueKey:
    return DialogueKey(str(person.id), str(person.id))


@pytest.mark.usefixtures("own_logs")
async def test_an_update_that_cannot_be_read_is_set_aside_and_the_chat_goes_on(town: Town) -> None:
    """An invalid update is set aside after three tries with its body erased, and the next message is answered. The log
    shows where it failed, without local values such as the token."""
    set_up_logs("console", "info")
    person = town.person(1)
    poll: dict[str, Any] = {"id": "1", "question": "?", "options": "no list at all", "total_voter_count": "x"}
    await person.sends(poll=poll)
    await person.types("/hulp")
    assert "0900-8844" in person.last.text
    async with town.storage.reading() as uow:
        assert [] == await uow.updates.waiting(1)


async def test_what_fails_again_and_again_is_said(town: Town, monkeypatch: Any) -> None:
    """After three failures the person reads one sentence, and the body is erased."""
    person, tries = town.person(1), 0

    async def fail(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError

    monkeypatch.setattr(town.receiver._dispatcher, "dispatch", fail)
    await person.types("iets dat misgaat")
    assert ATTEMPTS == tries
    assert 1 == len(person.bubbles)
    assert "mis" in person.last.text
    async with town.storage.reading() as uow:
        assert [] == await uow.updates.waiting(1)


async def test_a_step_that_a_new_release_does_not_know_is_forgotten(town: Town) -> None:
    """A dialogue at a step that the new release does not know is dropped at a restart or at the next answer, and the
    person starts again."""
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


async def test_a_question_that_could_not_be_asked_does_not_keep_others_waiting(town: Town) -> None:
    """After a restart everybody is asked in their own chat's time, also when one question cannot be sent."""
    slow, other = town.person(1), town.person(2)
    await slow.types("/start")
    async with town.storage.transaction() as uow:
        dialogue = await uow.dialogues.get(_key(slow))
        assert dialogue is not None
        await uow.dialogues.put(replace(dialogue, prompt_due=True))
    send, stuck = town.screens.send, asyncio.Event()

    async def hang(ref: str, message: Message, **more: Any) -> Sent:
        if ref == str(slow.id):
            stuck.set()
            await asyncio.Event().wait()
        return await send(ref, message, **more)

    town.screens.send = hang  # type: ignore[method-assign]
    running = asyncio.create_task(town.receiver.run())
    try:
        async with asyncio.timeout(PATIENCE):
            await stuck.wait()
            await other.types("/hulp")
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert "0900-8844" in other.last.text
