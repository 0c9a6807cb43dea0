"""Tests that a shop's name and place are part of its verification: its owner changes them, and it is verified again."""

import pytest

from alerts.role import Role
from tests.bot.handlers.test_my_overview import member_of
from tests.bot.handlers.test_people import pauses, staff
from tests.bot.handlers.test_verification import shop
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.recorded import acts, refusals
from tests.bot.town import Person, Town


async def opens_shop(person: Person) -> None:
    """Open the menu of the person's only shop."""
    await person.types("/mijn")
    await person.taps("Wijzig")


async def renames(person: Person, name: str | None = None, number: str | None = None) -> None:
    """Change these facts of the shop; None leaves one as it is."""
    await opens_shop(person)
    await person.taps(person.t.plain("shop-details"))
    for told, keep in ((name, "details-keep-name"), (number, "nav-skip")):
        if told is None:
            await person.taps(person.t.plain(keep))
        else:
            await person.types(told)


@pytest.fixture
async def els(town: Town) -> Person:
    """The owner of Goud 1, verified by the police at number 90."""
    els = await jeweller(town, 1, await town.coordinator(90))
    els.news()
    return els


async def test_staff_changes_nothing_about_the_shop(town: Town, els: Person) -> None:
    """Staff have no button to change the shop; forged ones are refused and recorded, and the menu says whom to ask."""
    [jan] = await staff(els, 2)
    before = await shop(els)
    await opens_shop(jan)
    labels = [one.label for one in jan.last.buttons]
    assert not {jan.t.plain("shop-details"), jan.t.plain("shop-move")} & set(labels)
    assert jan.t.plain("shop-wider") in labels, "what one follows is one's own"
    assert jan.t("shop-ask-owner") in jan.last.text
    for verb in ("details", "move"):
        await jan.presses(f"{verb}:{before.id}:{before.version}", jan.last)
        assert jan.t.plain("not-allowed-owner-only") == town.screens.toasts[-1]
        assert (verb, "not-allowed-owner-only", before.id) in await refusals(town)
    assert before == await shop(els)


@pytest.mark.parametrize(("name", "number"), [("Juwelier Anders", None), (None, "99"), ("Juwelier Anders", "99")])
async def test_a_verified_shop_with_another_name_or_number_is_looked_at_again(
    town: Town, els: Person, name: str | None, number: str | None
) -> None:
    """After another name or number, with a warning first, the shop is unverified, its people and the coordinators are
    told, and no link works."""
    police, marshal = town.person(90), await town.coordinator(91, Role.CITY_MARSHAL)
    [jan] = await staff(els, 2)
    link = await _colleague_link(els)
    await pauses(jan, "week")
    await to_preview(police)
    await send_alone(police)
    for person in (police, marshal, jan):
        person.news()
    await renames(els, name, number)
    assert any(els.t("details-drops") in one.text for one in els.bubbles), "warned before it was done"
    after = await shop(els)
    assert (after.name, after.house_number) == (name or "Goud 1", number or "1")
    assert not after.is_verified
    for person in (els, jan):
        news = person.news()
        assert person.t("moved") in news
        assert person.t("moved-lost") in news
        assert person.t("moved-links") in news
    for coordinator in (police, marshal):
        news = coordinator.news()
        assert coordinator.t("shop-moved", was="2903 AB 1") in news
        assert coordinator.t("signup-title") in news
    await town.person(3).types(f"/start {link}")
    assert town.person(3).t("invite-revoked") == town.person(3).last.text
    await pauses(jan, "none")
    assert [] == alerts_of(jan), "what was queued stays away"
    assert ("premises.renamed", (await member_of(els)).id) in await acts(town, "premises")
    await marshal.taps(marshal.t.plain("signup-verify"))
    assert (await shop(els)).is_verified


async def _colleague_link(els: Person) -> str:
    await opens_shop(els)
    await els.taps(els.t.plain("shop-people"))
    await els.taps(els.t.plain("shop-colleague"))
    return els.last.text.split("?start=")[1].split()[0]


async def test_capitals_and_spaces_are_no_other_name(town: Town, els: Person) -> None:
    """Other capitals and spaces, or no change at all, keep the verification."""
    police = town.person(90)
    police.news()
    for name, number in (("GOUD  1", None), ("Goud 1", "1"), (None, None)):
        await renames(els, name, number)
        assert (await shop(els)).is_verified
        assert els.t("shop-verified") in els.news()
    assert police.news() == ""


async def test_what_is_missing_is_asked_of_who_can_fill_it_in(town: Town, els: Person) -> None:
    """The owner is asked for missing facts; a colleague reads who that is."""
    [jan] = await staff(els, 2)
    await opens_shop(els)
    await els.taps(els.t.plain("shop-move"))
    await els.types("2904XY")
    await els.taps("Blijft Juwelier")
    jan.news(), els.news()
    await els.taps(els.t.plain("start-right"))
    missing = els.t.plain("shop-lacks-number")
    assert els.t("shop-incomplete", missing=missing) in els.news()
    assert jan.t("shop-incomplete-colleague", missing=missing) in jan.news()
    await jan.types("/mijn")
    assert jan.t("shop-incomplete-colleague", missing=missing) in jan.last.text
