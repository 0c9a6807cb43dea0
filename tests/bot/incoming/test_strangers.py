"""Tests of who counts as a stranger: one query for a batch, and short memory of a negative answer."""

from contextlib import AbstractAsyncContextManager

import pytest

from alerts.ports import Storage, UnitOfWork
from bot.conversation.chat import CHANNEL
from bot.incoming.strangers import Strangers
from tests.bot.town import Town


class Counting:
    """A storage that counts its reads."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.reads = 0

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        self.reads += 1
        return self._storage.reading()


async def test_who_has_a_role_or_a_verified_shop_is_no_stranger(town: Town) -> None:
    """A person with a role or a verified shop is no stranger; a sign-up alone makes nobody a member."""
    agent, els, eve = await town.coordinator(90), town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await eve.types("hallo")

    async def strangers() -> list[bool]:
        strangers = Strangers(town.storage, CHANNEL)
        await strangers.learn([str(one.id) for one in (agent, els, eve)])
        return [strangers.is_stranger(str(one.id)) for one in (agent, els, eve)]

    assert await strangers() == [False, True, True]
    await agent.taps(agent.t.plain("signup-verify"))
    assert await strangers() == [False, False, True]
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-leave"))
    await els.taps(els.t.plain("leave-close"))
    assert await strangers() == [False, True, True]


async def test_a_batch_is_one_question_and_is_remembered(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch needs one query; a stranger is queried again after two seconds, a member after five minutes."""
    agent = await town.coordinator(90)
    storage, now = Counting(town.storage), [1000.0]
    monkeypatch.setattr("bot.incoming.strangers.monotonic", lambda: now[0])
    strangers = Strangers(storage, CHANNEL)  # type: ignore[arg-type]
    people = [str(agent.id), *map(str, range(500))]
    for _ in range(3):
        await strangers.learn(people)
    assert storage.reads == 1
    now[0] += 3
    await strangers.learn([str(agent.id)])
    assert storage.reads == 1
    await strangers.learn(people)
    assert storage.reads == 2
    strangers.forget("7")
    await strangers.learn(people)
    assert storage.reads == 3


async def test_what_is_remembered_is_bounded(town: Town) -> None:
    """The memory of who is a stranger is bounded."""
    strangers = Strangers(town.storage, CHANNEL)
    for first in range(0, 50_000, 500):
        await strangers.learn([str(one) for one in range(first, first + 500)])
    assert len(strangers._strangers) <= 20_000
