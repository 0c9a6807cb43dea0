"""A kill at any moment loses no question, no answer and no recipient."""

import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from alerts.branch import Branch
from bot.demo.neighbourhood import concerned
from bot.demo.phone import Phone
from tests.patience import PATIENCE
from tests.scenarios.steps import WHAT, alerts_on, begin_alert, compose, finish_composing, number_in, send
from tests.scenarios.world import DATABASE, World

SOME = 8  # of the 23 recipients
SLOWLY = "5"  # a second: slow enough that the kill hits the middle on a busy machine


async def test_a_draft_goes_on_after_a_kill(world: World) -> None:
    """Answers from before a kill are still there, and a button from before it still works.

    The audit record verifies against the head that the second start kept.
    """
    police = await world.coordinator()
    await begin_alert(world, police)
    await police.type(WHAT)
    await police.expect(world.words("alert-ask-when"))
    await world.restart()
    preview = await _finish_after_when(world, police)
    assert WHAT in preview
    assert "audit_head" in world.log()
    assert "1 of 1 kept heads agree" in await world.command("audit", "verify")


async def _finish_after_when(world: World, police: Phone) -> str:
    await police.tap(world.words("nav-skip"))
    await police.expect(world.words("alert-ask-mo"))
    await police.tap(world.words("nav-back"))
    return (await finish_composing(world, police)).text


async def test_what_is_typed_while_the_bot_is_down_is_answered_after_it(world: World) -> None:
    """Telegram keeps what is typed while the bot is down; it is answered afterwards, in the same dialogue."""
    phone = await world.playground.person("Nieuw")
    await phone.type("/start")
    await phone.expect(world.words("start-postcode"))
    await world.kill()
    await phone.type("2903ab")
    await world.start()
    await phone.expect(world.words("start-branch"))


async def test_a_question_that_was_not_sent_is_asked_after_the_restart(world: World) -> None:
    """When an answer was committed and the next question was not sent, a restart sends the question."""
    phone = await world.playground.person("Nieuw")
    await phone.type("/start")
    await phone.expect(world.words("start-postcode"))
    await world.playground.faults({"fault": "refuse", "method": "sendMessage", "chat": phone.user_id})
    since = world.playground.seq
    await phone.type("2903ab")
    await world.playground.called("sendMessage", chat=phone.user_id, after=since)
    await world.kill()
    assert not [seen for seen in await phone.received() if world.words("start-branch") in seen.text]
    await world.playground.faults()
    await world.start()
    await phone.expect(world.words("start-branch"))
    await phone.type("Juwelier")
    summary = await phone.expect("Klopt dit?")
    assert "2903 AB" in summary.text


@pytest.mark.main
async def test_a_kill_in_the_middle_of_a_fan_out_loses_nobody(empty_world: World) -> None:
    """After a kill in a fan-out everybody has the notice; only recipients whose message was under way may have it
    twice."""
    phones = await empty_world.settle_neighbourhood()
    empty_world.settings["BROADCAST_RATE"] = SLOWLY
    await empty_world.start()
    police = await empty_world.coordinator()
    preview = await compose(empty_world, police, branches=(Branch.JEWELLER, Branch.OPTICIAN))
    number = number_in(preview)
    await empty_world.playground.faults(latency_ms=500)
    since = empty_world.playground.seq
    await send(empty_world, police)
    first = concerned("2903", 5, (Branch.JEWELLER, Branch.OPTICIAN))[0]
    await empty_world.playground.called("sendMessage", chat=first.user_id, after=since)
    await empty_world.playground.called("sendMessage", after=since, times=SOME)
    await empty_world.kill()
    under_way = _under_way(empty_world)
    reached = [name for name, phone in phones.items() if number in await alerts_on(phone)]
    await empty_world.playground.faults()
    await empty_world.start()
    await police.expect(empty_world.words("report-head", number=number, state="live"), within=PATIENCE)

    expected = {shop.name for shop in concerned("2903", 5, (Branch.JEWELLER, Branch.OPTICIAN))}
    got = Counter({name: (await alerts_on(phone)).count(number) for name, phone in phones.items()})
    assert expected == set(+got)
    assert 0 < len(reached) < len(expected), "the kill was in the middle"
    assert sum((got - Counter(expected)).values()) <= under_way


def _under_way(world: World) -> int:
    with closing(sqlite3.connect(world.directory / DATABASE)) as database:
        ((count,),) = database.execute("SELECT count(*) FROM deliveries WHERE state = 'sending'")
    assert isinstance(count, int)
    return count
