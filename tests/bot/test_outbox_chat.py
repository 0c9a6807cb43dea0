"""What goes to one chat at the same moment."""

import asyncio

import pytest

from tests.bot.conversation import Town


async def test_it_arrives_in_the_order_in_which_it_was_queued(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when what was queued first takes longer to write."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    agent.news()
    late = [str(agent.id)]

    async def depart(ref: str) -> float:
        if ref in late:
            late.remove(ref)
            task = asyncio.current_task()
            await asyncio.wait(town.outbox.under_way - {task}, timeout=0.2)
        return 0.0

    monkeypatch.setattr(town.screens, "depart", depart)
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.taps(els.t.plain("move-keep-place"))
    await els.taps("Opticien")
    await els.taps(els.t.plain("start-right"))
    moved, card = agent.bubbles[-2:]
    assert not late
    assert agent.t("shop-moved", was="2903 AB") in moved.text
    assert agent.t.plain("signup-verify") in [one.label for one in card.buttons]
