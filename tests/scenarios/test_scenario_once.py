"""The same update delivered twice has one effect, before and after a restart."""

import re

from tests.scenarios.steps import subscribe, verify, warn
from tests.scenarios.world import World


async def test_an_answer_delivered_twice_is_taken_once(world: World) -> None:
    """An answer that is delivered twice is taken once; taken twice, the shop's name would become its house number
    too."""
    words, phone = world.words, await world.playground.person("Nieuw")
    await phone.type("/start")
    await phone.expect(words("start-postcode"))
    await phone.type("2903AB")
    await phone.expect(words("start-branch"))
    await phone.type("Juwelier")
    await phone.expect("Klopt dit?")
    await phone.tap(words("start-right"))
    await phone.expect(words("details-name"))
    update = await phone.type("12")
    await phone.expect("huisnummer")
    await world.playground.post("redeliver", update_id=update)
    await world.restart()
    await world.playground.post("redeliver", update_id=update)
    await phone.type("34")
    done = await phone.expect("Dank je.")
    assert re.search(r"2903\sAB,?\s34\b", done.text)
    assert len([seen for seen in await phone.received() if "Dank je." in seen.text]) == 1


async def test_a_press_delivered_twice_sends_and_counts_once(world: World) -> None:
    """A press that is delivered twice sends one alert, and a repeated *Gelezen* counts one shop."""
    words, police = world.words, await world.coordinator()
    shop = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, shop)
    number = await warn(world, police)
    await shop.expect(number)
    since = world.playground.seq
    await world.playground.post("redeliver", update_id=await shop.tap(words("seen-button")))
    await shop.expect_toast(words("seen-thanks"))
    await shop.expect(lambda seen: words("seen-done") in seen.labels)
    again = await shop.tap(words("seen-done"))
    await shop.expect_toast(words("seen-before"))
    await world.playground.post("redeliver", update_id=again)
    await police.expect(lambda seen: "Gelezen: 1" in seen.text)
    await shop.type("/actueel")
    await shop.expect(number)
    assert not [seen for seen in await police.received() if "Gelezen: 2" in seen.text]
    answered = await world.playground.calls("answerCallbackQuery", since)
    assert len(answered) == 2, "a tap is answered once, however often it is delivered"
