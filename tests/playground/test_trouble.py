"""Tests of faults on request, and of the rate limits."""

import asyncio
from typing import Any

import aiohttp
import pytest

from playground.faults import Faults
from playground.limits import RateLimits
from playground.state import Chat

from .conftest import Clock, Playground, Refused


async def order(playground: Playground, *rules: dict[str, Any], **fields: Any) -> Any:
    return await playground.post("faults", rules=list(rules), **fields)


@pytest.mark.parametrize(
    ("rule", "code", "description", "parameters"),
    [
        ({"fault": "429", "retry_after": 7}, 429, "Too Many Requests: retry after 7", {"retry_after": 7}),
        ({"fault": "500"}, 500, "Internal Server Error: restart", {}),
        ({"fault": "403"}, 403, "Forbidden: bot was blocked by the user", {}),
        ({"fault": "403", "description": "user is deactivated"}, 403, "Forbidden: user is deactivated", {}),
        ({"fault": "400", "description": "Bad Request: PEER_ID_INVALID"}, 400, "Bad Request: PEER_ID_INVALID", {}),
    ],
)
async def test_faults_that_answer(
    playground: Playground, rule: dict[str, Any], code: int, description: str, parameters: dict[str, int]
) -> None:
    """A fault that answers does so before the call has an effect."""
    anna = await playground.person()
    await order(playground, {**rule, "times": 1})
    with pytest.raises(Refused) as refused:
        await playground.api("sendMessage", chat_id=anna, text="a")
    got = (refused.value.code, refused.value.description, refused.value.parameters)
    assert got == (code, description, parameters)
    assert await playground.seen(anna) == []
    await playground.api("sendMessage", chat_id=anna, text="a")


@pytest.mark.parametrize(("fault", "effect"), [("refuse", 0), ("drop_before", 0), ("drop_after", 1)])
async def test_broken_connections(playground: Playground, fault: str, effect: int) -> None:
    """A connection can break before or after the effect."""
    anna = await playground.person()
    await order(playground, {"fault": fault, "times": 1})
    with pytest.raises(aiohttp.ClientError):
        await playground.api("sendMessage", chat_id=anna, text="a")
    assert len(await playground.seen(anna)) == effect
    [call] = (await playground.get("calls", method="sendMessage"))["calls"]
    assert (call["ok"], call["error_code"], call["chat_id"]) == (False, 0, anna)
    await playground.api("sendMessage", chat_id=anna, text="a")


async def test_a_dropped_answer_may_be_a_refusal(playground: Playground) -> None:
    """A dropped answer may be a refusal: the bot cannot tell."""
    await order(playground, {"fault": "drop_after", "times": 1})
    with pytest.raises(aiohttp.ClientError):
        await playground.api("sendMessage", chat_id=5, text="a")
    assert (await playground.get("state"))["faults"]["rules"] == []


async def test_rules_choose_method_and_chat(playground: Playground) -> None:
    """Rules select a method and a chat, and spare getUpdates and getMe unless they are named."""
    anna, bram = await playground.person(), await playground.person()
    await order(playground, {"fault": "500", "chat": anna}, {"fault": "403", "method": "SENDLOCATION"})
    await playground.api("sendMessage", chat_id=bram, text="a")
    with pytest.raises(Refused, match="restart"):
        await playground.api("sendMessage", chat_id=anna, text="a")
    with pytest.raises(Refused, match="blocked"):
        await playground.api("sendLocation", chat_id=bram, latitude=1, longitude=1)
    await order(playground, {"fault": "500"})
    await playground.api("getMe")
    await playground.api("getUpdates")
    await order(playground, {"fault": "500", "method": "getUpdates"})
    with pytest.raises(Refused, match="restart"):
        await playground.api("getUpdates")


async def test_used_up_rules_disappear(playground: Playground) -> None:
    """Rules are used up in order and disappear, and the page is told."""
    anna = await playground.person()
    rules = [{"fault": "429", "times": 2, "retry_after": 1}, {"fault": "500", "times": 1}]
    assert (await order(playground, *rules))["rules"][0]["times"] == 2
    codes = []
    for _ in range(3):
        with pytest.raises(Refused) as refused:
            await playground.api("sendMessage", chat_id=anna, text="a")
        codes.append(refused.value.code)
    assert codes == [429, 429, 500]
    assert (await playground.get("state"))["faults"] == {"latency_ms": 0, "rules": []}
    events = (await playground.get("events"))["events"]
    assert [e["faults"]["rules"] for e in events if e["type"] == "faults"][-1] == []


async def test_a_share_hits_some(playground: Playground) -> None:
    """A share of 0 hits no call, a share of 1 all of them, and shares in between some."""
    faults = Faults.parse({"rules": [{"fault": "500", "share": 0.5}]})
    hits = sum(faults.strike("sendMessage", 1) is not None for _ in range(2000))
    assert 800 < hits < 1200
    assert Faults.parse({"rules": [{"fault": "500", "share": 0}]}).strike("sendMessage", 1) is None


@pytest.mark.parametrize(
    "faults",
    [{"rules": [{"fault": "flood"}]}, {"rules": [{}]}, {"rules": [{"fault": "500", "methd": "x"}]}, {"latency_ms": -1}],
)
async def test_wrong_faults_are_refused(playground: Playground, faults: dict[str, Any]) -> None:
    """An invalid fault is refused instead of ignored."""
    await playground.post("faults", **faults, expect=400)


async def test_latency_spares_polling(playground: Playground) -> None:
    """Latency delays every call except polling."""
    await playground.post("faults", latency_ms=500)
    slow, poll = [asyncio.create_task(playground.api(method)) for method in ("getMe", "getUpdates")]
    await asyncio.wait([slow, poll], return_when=asyncio.FIRST_COMPLETED)
    assert (False, True) == (slow.done(), poll.done())
    await slow


async def test_limits_are_enforced(strict_playground: Playground) -> None:
    """The limits allow three messages at once to one person, then answer 429 with the seconds to wait."""
    anna = await strict_playground.person()
    for _ in range(3):
        await strict_playground.api("sendMessage", chat_id=anna, text="a")
    with pytest.raises(Refused) as refused:
        await strict_playground.api("sendMessage", chat_id=anna, text="a")
    assert (refused.value.code, refused.value.parameters) == (429, {"retry_after": 1})
    assert len(await strict_playground.seen(anna)) == 3


def sent_within(limits: RateLimits, clock: Clock, seconds: int, chats: list[Chat], *, paid: bool = False) -> int:
    """Return how many of very many attempts are accepted."""
    sent = 0
    for _ in range(seconds * 10):
        for chat in chats:
            sent += limits.retry_after(1, chat, paid=paid) == 0
        clock.now += 0.1
    return sent


def test_thirty_a_second_overall() -> None:
    """After the first burst thirty messages a second are accepted, a thousand for a paid bot."""
    clock = Clock(0)
    people = [Chat(i, "private", bot_id=1) for i in range(1, 200)]
    assert 30 * 10 <= sent_within(RateLimits(clock), clock, 10, people) <= 30 * 11
    assert sent_within(RateLimits(clock), clock, 2, people, paid=True) == 199 * (3 + 1)


def test_one_a_second_to_a_person_and_twenty_a_minute_to_a_group() -> None:
    """A person gets one message a second after a burst of 3, a group twenty a minute after a burst of 20."""
    clock = Clock(0)
    assert 59 <= sent_within(RateLimits(clock), clock, 58, [Chat(1, "private", bot_id=1)]) <= 62
    assert 38 <= sent_within(RateLimits(clock), clock, 60, [Chat(-1, "supergroup")]) <= 40


def test_a_group_waits_three_seconds() -> None:
    """`retry_after` of a group is in whole seconds, rounded up: three."""
    clock, group = Clock(0), Chat(-1, "group")
    limits = RateLimits(clock)
    assert [limits.retry_after(1, group) for _ in range(21)] == [0] * 20 + [3]
    clock.now += 2.5
    assert limits.retry_after(1, group) == 1
    clock.now += 0.5
    assert limits.retry_after(1, group) == 0
