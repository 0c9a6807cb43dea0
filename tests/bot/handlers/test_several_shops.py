"""Tests of one notice to somebody with several shops: one message, which names those for which it came."""

import pytest

from tests.bot.handlers.test_delivery_rules import warns
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def another_shop(person: Person, code: str, name: str, police: Person, *, branch: str = "Juwelier") -> None:
    """Sign one more shop up, and have it verified."""
    await person.types("/mijn")
    await person.taps("Nog een zaak")
    await person.types(code)
    await person.taps(branch)
    await person.taps("Ja, klopt")
    await person.types(name)
    await person.types("4")
    await police.taps("Verifiëren")


async def test_one_message_names_the_shops_for_which_it_came(town: Town, police: Person) -> None:
    """Nearest first, with distances, and only those within reach; whoever has one shop reads no name."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await another_shop(els, "2904AC", "Zilver & <zo>", police)
    await another_shop(els, "3011AC", "Ver weg", police)
    await warns(police)
    [text] = alerts_of(els)
    line = next(one for one in text.split("\n") if "Goud 1" in one)
    assert line.startswith("Voor Goud 1 (minder dan 250 m), Zilver &amp; &lt;zo&gt; (")
    assert "Ver weg" not in text
    [other] = alerts_of(bob)
    assert "Goud" not in other
    assert "\n\n\n" not in other
    assert other.split("\n")[0] == text.split("\n")[0]


async def test_meer_an_update_and_actueel_name_them_too(town: Town, police: Person) -> None:
    """Every text of the notice says for which shops it is; a shop that was left meanwhile is no longer named."""
    els = await jeweller(town, 1, police)
    await another_shop(els, "2904AC", "Zilver", police)
    await warns(police)
    await els.taps(els.t.plain("seen-button"), next(one for one in els.bubbles if one.text in alerts_of(els)))
    await els.types("/actueel")
    assert "Zilver (" in els.last.text
    await police.types("/lopend")
    await police.taps("Aanvullen")
    await police.types("De dader droeg een rode jas.")
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert "rode jas" in alerts_of(els)[-1]
    assert "Voor Goud 1 (" in alerts_of(els)[-1]
    assert "Zilver (" in alerts_of(els)[-1]


async def test_many_shops_are_counted_and_a_long_name_is_cut(town: Town, police: Person) -> None:
    """Three are named; the rest is a number, so that the message stays one glance."""
    els = await jeweller(town, 1, police)
    for at in range(4):
        await another_shop(els, "2903AC", f"Filiaal {at} {'x' * 40}", police)
    await warns(police)
    [text] = alerts_of(els)
    assert "en nog 2 zaken van je" in text
    assert "x" * 40 not in text


async def test_a_tip_names_no_shop_and_the_sender_reads_none(town: Town, police: Person) -> None:
    """The names are for their owner: the preview has none."""
    els = await jeweller(town, 1, police)
    await another_shop(els, "2904AC", "Zilver", police)
    await to_preview(police, tlp="GREEN ·")
    assert all("Zilver (" not in one.text for one in police.bubbles)
    await send_alone(police)
    assert all("Zilver (" not in one.text for one in police.bubbles)
