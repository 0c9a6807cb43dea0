"""Tests of several messages for one chat at the same moment."""

import asyncio

import pytest

from tests.bot.town import Person, Town


async def test_it_arrives_in_the_order_in_which_it_was_queued(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages arrive in the order in which they were queued, also when the first one takes longer to write."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    agent.news()
    late = [str(agent.id)]

    async def acquire_slot(ref: str, _send_class: object) -> float:
        if ref in late:
            late.remove(ref)
            task = asyncio.current_task()
            await asyncio.wait(town.outbox.under_way - {task}, timeout=0.2)
        return 0.0

    monkeypatch.setattr(town.screens, "acquire_slot", acquire_slot)
    await _moves(els)
    moved, card = agent.bubbles[-2:]
    assert not late
    assert agent.t("shop-moved", was="2903 AB 7") in moved.text
    assert agent.t.plain("signup-verify") in [one.label for one in card.buttons]


async def test_what_has_to_come_again_ends_before_what_is_under_way(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second message for a chat is put back while the first still waits, both arrive."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    agent.news()
    unseen: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: unseen.append(context))
    calls = 0

    async def acquire_slot(ref: str, _send_class: object) -> float:
        nonlocal calls
        calls += ref == str(agent.id)
        if ref != str(agent.id) or calls > 2:
            return 0.0
        if calls == 2:
            return 0.01
        second = town.outbox.under_way - {asyncio.current_task()}
        await asyncio.wait(second, timeout=0.2)
        return 0.0

    monkeypatch.setattr(town.screens, "acquire_slot", acquire_slot)
    await _moves(els)
    town.clock.pass_by(seconds=1)
    await town.deliver()
    moved, card = agent.bubbles[-2:]
    assert 4 == calls, "what changed, the card, the card of before that is renewed, and one of them again"
    assert [] == unseen
    assert agent.t("shop-moved", was="2903 AB 7") in moved.text
    assert agent.t.plain("signup-verify") in [one.label for one in card.buttons]


async def _moves(els: Person) -> None:
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.taps(els.t.plain("move-keep-place"))
    await els.taps("Opticien")
    await els.taps(els.t.plain("start-right"))
