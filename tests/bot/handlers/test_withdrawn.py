"""Tests that a shop whose verification was withdrawn is recognised when its people erase themselves and come back."""

from pathlib import Path

import pytest

from alerts.role import Scope, ScopeKind
from storage.privacy.withdrawn_verifications import KEPT
from tests.bot.police import jeweller
from tests.bot.town import Person, Town
from tests.security.stored import rows

NOTE = "de verificatie ingetrokken"


async def withdrawn_and_erased(town: Town) -> tuple[Person, Person]:
    """Return the police, and the owner of a shop that was verified, withdrawn and then erased."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    await police.presses("unverify:1:" + str(await version(town)), police.last)
    await police.taps(police.t.plain("unverify-yes"))
    await owner.types("/verwijder")
    await owner.taps("Ja, wis")
    police.news()
    return police, owner


async def version(town: Town) -> int:
    """Return the version of the newest shop."""
    async with town.storage.reading() as uow:
        return (
            await uow.premises.unverified()
            or [p for p, _ in await uow.premises.crowded(0, [Scope(ScopeKind.NATIONAL)], 9)]
        )[-1].version


@pytest.mark.parametrize(
    ("number", "shop", "is_known"),
    [
        (1, ("2903AB", "jeweller", "Goud 1", "1"), True),
        (1, ("2904AB", "bakery", "Brood", "9"), True),  # the same account with another shop
        (2, ("2903AB", "jeweller", "  goud  1 ", "8"), True),  # another account with the same name in that street
        (2, ("2903AB", "jeweller", "Zilver", "1"), True),  # and with the same number
        (2, ("2904AB", "jeweller", "Goud 1", "1"), False),
        (2, ("2903AB", "jeweller", "Zilver", "2"), False),
    ],
)
async def test_who_comes_back_is_shown_as_such(
    town: Town, number: int, shop: tuple[str, str, str, str], *, is_known: bool
) -> None:
    """A sign-up with the same account, or with the shop's name or number in that street, is marked on the card and in
    the list."""
    police, _ = await withdrawn_and_erased(town)
    town.clock.pass_by(days=3)
    await town.person(number).subscribes(*shop)
    assert is_known == ("3 dagen geleden" in police.news())
    await police.types("/aanmeldingen")
    assert is_known == (NOTE in police.last.text)


async def test_it_is_forgotten_after_ninety_days(town: Town, tmp_path: Path) -> None:
    """After ninety days the mark is gone; until then only a keyed hash is stored."""
    police, owner = await withdrawn_and_erased(town)
    kept = rows(tmp_path, "SELECT name, value FROM facts WHERE name LIKE 'withdrawn:%'")
    assert 3 == len(kept)
    assert not any(str(owner.id) in name or "Goud" in name or "2903" in name for name, _ in kept)
    town.clock.pass_by(days=KEPT.days, seconds=1)
    await owner.subscribes("2903AB", "jeweller", "Goud 1", "1")
    assert NOTE not in police.news()
    async with town.storage.transaction() as uow:
        await uow.expired.forget_leftovers(town.clock.now())
    assert [] == rows(tmp_path, "SELECT name FROM facts WHERE name LIKE 'withdrawn:%'")
