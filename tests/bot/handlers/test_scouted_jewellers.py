"""Story 2 of docs/domain.md in the chat: three shops in four days, one pattern, one notice about the method, and for
each branch three measures."""

from alerts.patterns import Rules
from alerts.services.pattern.find_patterns import find_patterns
from tests.bot.police import send_alone
from tests.bot.reporting import jeweller
from tests.bot.town import Person, Town


async def reported(town: Town, *shops: Person, days: float) -> None:
    """Have these shops report, one after another with so many days between, that two people filmed and looked round."""
    for number, shop in enumerate(shops):
        town.clock.pass_by(days=days if number else 0)
        await shop.types("/melding")
        for text in ("report-safety-safe", "report-kind-reconnaissance", "signal-photos", "signal-interest_layout"):
            await shop.taps(shop.t.plain(text))
        await shop.taps(shop.t.plain("report-send"))
        await find_patterns(town.storage, Rules(), town.clock.now())
        await town.deliver()


async def shop_of(town: Town, number: int, branch: str, police: Person, postcode: str = "2903AB") -> Person:
    """Return a verified shop of this branch."""
    shop = town.person(number)
    await shop.subscribes(postcode, branch, f"Zaak {number}", str(number))
    await police.taps("Verifiëren")
    shop.news()
    return shop


async def test_three_shops_four_days_one_pattern_one_notice_three_measures(town: Town) -> None:
    """After the third report police see one pattern and make one notice of it; jewellers and opticians in reach read it
    with three measures of their branch, a bakery does not, and all of them find it in the register."""
    police = await town.coordinator(90, scope="2900-3099")
    shops = [await jeweller(town, number, police) for number in (1, 2, 3)]
    lens = await shop_of(town, 4, "optician", police, "2922AB")
    bakery = await shop_of(town, 5, "bakery", police)
    far = await shop_of(town, 6, "jeweller", police, "3011AB")
    await reported(town, *shops, days=2)
    assert 1 == police.news().count("Mogelijk patroon (3)")
    assert not any("patroon" in one.news().casefold() for one in (*shops, lens, bakery, far))
    await police.taps(police.t.plain("pattern-alert"))
    await send_alone(police)
    await town.deliver()
    told = [shop.news() for shop in (*shops, lens)]
    for text in told:
        assert 1 == text.count("PATROON: voorverkenning")
        assert 3 == text.count("• ")
        assert "Laat één kostbaar stuk tegelijk zien." in text
        assert "Ben je" not in text
    assert "PATROON" in far.news()  # ten kilometres reach Rotterdam
    assert "" == bakery.news()
    for shop in shops:
        assert "is wees-alertbericht <b>2026-0001</b> gemaakt" in "".join(one.text for one in shop.bubbles)
    await lens.types("/mo")
    assert "1. Voorverkenning" in lens.last.text
    assert ["1", "Zoeken"] == [one.label for one in lens.last.buttons]
    await lens.taps("1")
    assert 3 == lens.last.text.count("• ")
    await bakery.types("/mo")
    assert bakery.t("mo-none") in bakery.last.text


async def test_one_shop_thrice_triggers_nothing(town: Town) -> None:
    """However often one shop reports, there is no pattern, no card, and nothing in the register."""
    police = await town.coordinator(90)
    els = await jeweller(town, 1, police)
    await reported(town, els, els, els, days=1)
    assert "Mogelijk patroon" not in police.news()
    await police.types("/patronen")
    assert police.t("patterns-none") in police.last.text
    await els.types("/mo")
    assert els.t("mo-none") in els.last.text
