"""Faults of Telegram: the bot recovers from refused, broken and closed requests, and reports the outcome truthfully."""

import asyncio
from datetime import UTC, datetime

import aiohttp

from alerts.branch import Branch
from alerts.ports import Storage
from bot.demo.neighbourhood import concerned
from bot.demo.playground import TOKEN
from bot.telegram_api.rate_limiter import EVERYTHING
from tests.patience import PATIENCE
from tests.scenarios.steps import alerts_on, compose, number_in, send, subscribe, verify, warn
from tests.scenarios.world import World

BOTH = (Branch.JEWELLER, Branch.OPTICIAN)
TROUBLE = (
    {"fault": "429", "times": 2, "retry_after": 1},
    {"fault": "500", "times": 2},
    {"fault": "drop_before", "times": 2},
    {"fault": "refuse", "times": 2},
    {"fault": "drop_after", "times": 2},
)


async def test_a_fan_out_gets_over_every_kind_of_trouble(empty_world: World) -> None:
    """After refused, throttled and broken requests everybody has the notice; only those whose answer was lost have it
    twice."""
    phones = await empty_world.settle_neighbourhood()
    await empty_world.start()
    police = await empty_world.coordinator()
    number = number_in(await compose(empty_world, police, branches=BOTH))
    words = empty_world.words
    await police.tap(words("alert-send"))
    await police.expect(words("alert-ask-reason"))
    shops = concerned("2903", 5, BOTH)
    rules = [
        {**rule, "method": "sendMessage", "chat": shop.user_id, "times": 1}
        for rule, shop in zip([*TROUBLE, *TROUBLE], shops, strict=False)
    ]
    await empty_world.playground.faults(*rules)
    await police.tap(words("alert-reason-nobody_on_duty"))
    report = await police.expect(words("progress-head", number=number, state="delivered"), within=PATIENCE)
    assert words("count-sent", count=len(shops)) in report.text
    heard = {shop.name: (await alerts_on(phones[shop.name])).count(number) for shop in shops}
    lost_answer = {shop.name for shop, rule in zip(shops, rules, strict=False) if rule["fault"] == "drop_after"}
    assert {name for name, times in heard.items() if times > 1} == lost_answer
    assert min(heard.values()) == 1


async def test_a_dialogue_gets_over_trouble(world: World) -> None:
    """Questions that Telegram refuses for a while are asked later."""
    phone, words = await world.playground.person("Nieuw"), world.words
    for rule in TROUBLE:
        await world.playground.faults({**rule, "times": 1, "method": "sendMessage", "chat": phone.user_id})
        await phone.type("/start")
        await phone.expect(words("start-postcode"))


async def test_another_poller_is_outlived(world: World) -> None:
    """While another program polls with the same token (409), the bot waits and then goes on."""
    phone, words = await world.playground.person("Nieuw"), world.words
    await phone.type("/start")
    await phone.expect(words("start-postcode"))
    async with aiohttp.ClientSession() as session:
        url = f"{world.playground.url}/bot{TOKEN}/getUpdates"
        async with session.get(url, params={"timeout": 0, "limit": 1}) as response:
            await response.read()
    polls = await world.playground.calls("getUpdates")
    assert [poll for poll in polls if poll["error_code"] == 409]
    await phone.type("2903AB")
    await phone.expect(words("start-branch"))


async def test_who_blocked_the_bot_is_told_apart_and_comes_back(world: World) -> None:
    """A recipient who blocked the bot counts as failed, later as unreachable, and gets messages again after /start."""
    words, police = world.words, await world.coordinator()
    there = await subscribe(world, "Juwelier Vuurlelie 1")
    await verify(world, police, there)
    gone = await subscribe(world, "Juwelier Vuurlelie 2")
    await verify(world, police, gone)
    rule = {"fault": "403", "method": "sendMessage", "chat": gone.user_id, "times": 1}
    await world.playground.faults(rule)
    first = await warn(world, police)
    report = await police.expect(words("progress-head", number=first, state="delivered"))
    assert words("count-failed", count=1, reason=words("reason-gone")) in report.text
    assert words("count-sent", count=1) in report.text

    second = await warn(world, police)
    await there.expect(second)
    await police.expect(words("report-head", number=second, state="live"))
    assert await alerts_on(gone) == []

    await gone.type("/start")
    await gone.expect("Juwelier Vuurlelie 2")
    third = await warn(world, police)
    await gone.expect(third)
    assert await alerts_on(gone) == [third]


async def test_a_block_that_telegram_tells_of_is_believed(world: World) -> None:
    """When `my_chat_member` says that a person blocked the bot, nothing is sent to them until they are back."""
    words, police = world.words, await world.coordinator()
    shop = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, shop)
    await shop.block()
    number = number_in(await compose(world, police))
    since = world.playground.seq
    await send(world, police)
    report = await police.expect(words("progress-head", number=number, state="delivered"))
    assert words("count-sent", count=0) in report.text
    assert not [call for call in await world.playground.calls("sendMessage", since) if _is_to(call, shop.user_id)]
    await shop.type("/start")
    await shop.expect("Juwelier Vuurlelie")
    again = await warn(world, police)
    await shop.expect(again)


def _is_to(call: object, user_id: int) -> bool:
    return isinstance(call, dict) and str(call["chat_id"]) == str(user_id)


async def test_a_429_for_a_day_is_ended_by_an_administrator(world: World) -> None:
    """With two chats closed for a day everything is closed; an administrator's command works although no answer can be
    sent, and all waiting messages are sent."""
    police, admin = await world.coordinator(), await world.administrator()
    shops = []
    for name in ("Juwelier Vuurlelie 1", "Juwelier Vuurlelie 2", "Juwelier Vuurlelie 3"):
        shops.append(await subscribe(world, name))
        await verify(world, police, shops[-1])
    number = number_in(await compose(world, police))
    day = {"fault": "429", "method": "sendMessage", "retry_after": 86_400, "times": 1}
    await world.playground.faults(*({**day, "chat": shop.user_id} for shop in shops[:2]))
    await send(world, police)
    async with asyncio.timeout(PATIENCE), world.database(owner=False) as storage:
        while EVERYTHING not in await _closed(storage):  # noqa: ASYNC110 -- another process
            await asyncio.sleep(0.1)
    assert "closed_for_long" in world.log()
    assert [[]] * len(shops) == [await alerts_on(shop) for shop in shops]
    await admin.type("/hervat")
    for shop in shops:
        await shop.expect(number, within=PATIENCE)
        assert [number] == await alerts_on(shop)


async def _closed(storage: Storage) -> set[str]:
    async with storage.reading() as uow:
        return {ref for ref, _ in await uow.closures.left(datetime.now(UTC))}
