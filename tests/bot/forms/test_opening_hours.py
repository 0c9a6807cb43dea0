"""Tests of the form for opening hours: typed, read back, corrected, stored and forgotten, by the owner alone."""

from alerts.ids import PremisesId
from alerts.premises import Premises
from tests.bot.reporting import jeweller
from tests.bot.town import Person, Town


async def shop_of(town: Town, number: int = 1) -> Premises:
    """Return a shop as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.premises.get(PremisesId(number))


async def begins(owner: Person) -> None:
    """Begin the form from the shop's menu."""
    await owner.types("/mijn")
    await owner.taps("Wijzig")
    await owner.taps(owner.t.plain("shop-hours"))


async def test_hours_are_read_back_before_they_are_kept(town: Town) -> None:
    """What is typed is shown as it was read; typed again there it counts instead; one tap keeps it."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await begins(els)
    await els.types("ma-za van 9 tot laat")
    assert els.t("text-hours", part="laat") in els.last.text
    await els.types("ma-za 9-18")
    assert "ma-za: 9:00-18:00" in els.last.text
    await els.types("ma-za 9-18, do tot 21")
    assert "do: 9:00-21:00" in els.last.text
    assert (await shop_of(town)).hours is None
    await els.taps(els.t.plain("hours-holidays-closed"))
    shop = await shop_of(town)
    assert "540-1080|540-1080|540-1080|540-1260|540-1080|540-1080|" == str(shop.hours)
    assert not shop.opens_on_holidays
    assert shop.is_verified
    await els.types("/mijn")
    await els.taps("Wijzig")
    assert els.t("hours-closed-then") in els.last.text


async def test_hours_can_be_forgotten(town: Town) -> None:
    """The question shows what is kept, and a tap forgets it."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await begins(els)
    await els.types("dagelijks 10-22")
    await els.taps(els.t.plain("hours-holidays-open"))
    assert (await shop_of(town)).opens_on_holidays
    await begins(els)
    assert "ma-zo: 10:00-22:00" in els.last.text
    await els.taps(els.t.plain("hours-forget"))
    assert els.t("hours-forgotten") in els.last.text
    assert (await shop_of(town)).hours is None


async def test_in_english(town: Town) -> None:
    """The same in English."""
    ann = town.person(1, "en")
    await ann.subscribes("2903AB", "jeweller", "Pearl", "2")
    await ann.types("/mine")
    await ann.taps("Change Pearl")
    await ann.taps(ann.t.plain("shop-hours"))
    await ann.types("Mon-Sat 9am-6pm, Sun closed")
    assert "9:00-18:00" in ann.last.text
    assert "closed" in ann.last.text
