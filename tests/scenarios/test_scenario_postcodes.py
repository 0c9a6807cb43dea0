"""docs/domain.md §6, scenario 8: each wrong postcode gets its own sentence, and nothing else is lost or changed."""

import re

from bot.demo.phone import Phone
from tests.scenarios.steps import alerts_on, subscribe, verify, warn
from tests.scenarios.world import World

WRONG = {
    "0903AB": "begint nooit met een 0",
    "2903SS": "De letters SS komen in geen enkele postcode voor",
    "2903A": "Er ontbreekt een letter",
    "12345": "te veel cijfers",
}


async def test_each_mistake_has_its_own_sentence(world: World) -> None:
    """Four mistakes get four sentences; the right postcode then goes on as usual."""
    phone = await _asked_for_postcode(world)
    for typed, sentence in WRONG.items():
        await phone.type(typed)
        await phone.expect(sentence)
    await phone.type("2903ab")
    await phone.expect(world.words("start-branch"))
    await phone.type("Juwelier")
    summary = await phone.expect("Klopt dit?")
    assert "2903 AB" in summary.text
    assert len(set(WRONG.values())) == len(WRONG)


async def test_post_boxes_ask_for_the_visiting_address(world: World) -> None:
    """`2900AA` is well formed, but only post boxes have it, so the visiting address is asked."""
    phone = await _asked_for_postcode(world)
    await phone.type("2900AA")
    await phone.expect("lijkt van een postbus. Typ de postcode van het bezoekadres")
    await phone.type("2903AB")
    await phone.expect(world.words("start-branch"))


async def test_an_unknown_postcode_is_asked_again_and_put_on_manual_check(world: World) -> None:
    """A well-formed PC4 that is in no table has to be confirmed, and the coordinator is told to check it."""
    police = await world.coordinator(scope="national")
    phone = await _asked_for_postcode(world)
    await phone.type("1234AB")
    doubt = await phone.expect("Klopt hij echt?")
    await phone.tap(world.words("place-is-right"), on=doubt)
    await phone.expect(world.words("start-branch"))
    await phone.type("Juwelier")
    await phone.expect("Klopt dit?")
    await phone.tap(world.words("start-right"))
    await phone.expect(world.words("details-name"))
    await phone.type("Juwelier Nergens")
    await phone.expect("huisnummer")
    await phone.type("1")
    await phone.expect("Dank je.")
    card = await police.expect("Juwelier Nergens")
    assert world.words("signup-check") in card.text


async def test_without_a_table_any_well_formed_postcode_is_taken(empty_world: World) -> None:
    """Without a table every well-formed postcode is accepted."""
    await empty_world.start()
    phone = await _asked_for_postcode(empty_world)
    await phone.type("1234AB")
    await phone.expect(empty_world.words("start-branch"))


async def test_three_failures_change_nothing(world: World) -> None:
    """A shop whose move failed on three wrong postcodes is still verified at its address."""
    police = await world.coordinator()
    shop = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, shop)
    before = await _profile(shop)
    await shop.tap("Juwelier Vuurlelie")
    await shop.expect(lambda seen: world.words("shop-move") in seen.labels)
    await shop.tap(world.words("shop-move"))
    await shop.expect(world.words("move-place"))
    for typed in ("0903AB", "2903SS", "12345"):
        await shop.type(typed)
        await shop.expect(WRONG[typed])
    await shop.tap(world.words("nav-cancel"))
    await shop.expect(world.words("dialogue-cancelled"))
    assert await _profile(shop) == before
    number = await warn(world, police)
    await shop.expect(number)
    assert await alerts_on(shop) == [number]


async def _asked_for_postcode(world: World) -> Phone:
    phone = await world.playground.person("Nieuw")
    await phone.type("/start")
    await phone.expect(world.words("start-postcode"))
    return phone


async def _profile(phone: Phone) -> str:
    await phone.type("/mijn")
    seen = await phone.expect(lambda message: bool(re.search(r"2903 ?AB", message.text)))
    return seen.text
