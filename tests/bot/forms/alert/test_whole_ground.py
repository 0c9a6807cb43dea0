"""Tests that sending alone is checked for the whole area of a notice, and not only for its point."""

from dataclasses import replace
from pathlib import Path

import pytest

from alerts.alert import AlertState
from alerts.ids import AlertId
from alerts.role import Role
from tests.bot.police import alerts_of, change, jeweller, send_alone, to_place
from tests.bot.recorded import acts
from tests.bot.town import Person, Town, open_town

CAPELLE, KRIMPEN, ROTTERDAM = "Capelle aan den IJssel", "Krimpen aan den IJssel", "Rotterdam"


async def to_preview(police: Person, *, at: str = "2903", reach: str = "5 km") -> None:
    """Go to the preview of a P2 at that place."""
    await to_place(police)
    await police.types(at)
    await police.taps(reach)
    for label in ("Juwelier", "Verder met", "P2 ·", "AMBER ·", "✓ "):
        await police.taps(label)


async def agrees(town: Town, *names: str) -> None:
    """Let these municipalities, and no others, agree to sending alone."""
    async with town.storage.transaction() as uow:
        for one in await uow.postcodes.municipalities("1000", "9999"):
            settings = await uow.municipalities.get(one.id)
            await uow.municipalities.save(replace(settings, sole_on_duty=one.name in names))


async def state(town: Town) -> AlertState:
    """Return the state of the first alert."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(1))).state


@pytest.mark.parametrize(
    ("agreed", "reach", "refused_by"),
    [
        ((CAPELLE,), "1 km", None),
        ((CAPELLE,), "5 km", KRIMPEN),
        ((CAPELLE, KRIMPEN), "5 km", None),
        ((CAPELLE, KRIMPEN), "10 km", ROTTERDAM),
        ((KRIMPEN, ROTTERDAM), "1 km", CAPELLE),
        ((CAPELLE, KRIMPEN, ROTTERDAM), "10 km", None),
    ],
)
async def test_every_municipality_in_reach_has_to_agree(
    tmp_path: Path, agreed: tuple[str, ...], reach: str, refused_by: str | None
) -> None:
    """Every municipality in reach has to agree: the preview names those that did not, and a press is refused without
    sending."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        police = await town.coordinator(1, scope="national")
        await agrees(town, *agreed)
        await to_preview(police, reach=reach)
        if refused_by is None:
            await send_alone(police)
            assert AlertState.LIVE is await state(town)
        else:
            assert f"in {refused_by} mag de politie niet alleen versturen" in police.last.text
            await police.taps("Vraag akkoord")
            assert AlertState.DRAFT is await state(town)


async def test_a_shop_reached_beyond_the_middle_of_its_postcode_counts(tmp_path: Path) -> None:
    """A shop in reach counts although the middle of its postcode is out of reach."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        police = await town.coordinator(1, scope="national")
        await agrees(town, CAPELLE)
        shop = await jeweller(town, 2, police)
        async with town.storage.transaction() as uow:
            member = await uow.members.by_ref("telegram", str(shop.id))
            assert member is not None
            [following] = await uow.premises.followings(member.id)
            await uow.premises.save(replace(following.premises, pc4="2922", pc6="2922AB", verified_at=town.clock.now()))
        await to_preview(police, reach="1 km")
        assert f"in {KRIMPEN} mag de politie niet alleen versturen" in police.last.text


async def test_alone_is_only_as_far_as_the_own_scope(town: Town) -> None:
    """When all municipalities agree but the reach exceeds the sender's scope, sending alone is refused; with a smaller
    reach it works."""
    police = await town.coordinator(1, scope="2903")
    await to_preview(police)
    assert police.t("not-allowed-alone-beyond") in police.last.text
    await police.taps("Vraag akkoord")
    assert AlertState.DRAFT is await state(town)


async def test_police_of_each_place_looks_at_it_and_can_retract_it(town: Town) -> None:
    """Police of each reached place review and can retract it, also without its point in scope; police out of reach and
    a marshal cannot."""
    police = await town.coordinator(1, scope="national")
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    assert 1 == len(alerts_of(shop))
    krimpen, rotterdam = await town.coordinator(3, scope="2922"), await town.coordinator(4, scope="3011")
    marshal = await town.coordinator(5, Role.CITY_MARSHAL, "2922")
    await rotterdam.types("/nakijken")
    assert "niets na te kijken" in rotterdam.last.text
    for person in (rotterdam, marshal):
        await person.presses("retract:1:0", person.last)
        assert person.t.plain("not-found") == town.screens.toasts[-1]
    await krimpen.types("/nakijken")
    assert "Alleen verstuurd door" in krimpen.last.text
    await krimpen.presses("correct:1:0", krimpen.last)
    assert krimpen.t.plain("not-found") == town.screens.toasts[-1]
    await krimpen.taps(krimpen.t.plain("change-retract"))
    assert krimpen.t("closing-everywhere") in krimpen.last.text
    await krimpen.taps(krimpen.last.buttons[0].label)
    assert AlertState.RETRACTED is await state(town)
    assert "INGETROKKEN" in shop.last.text.upper()
    assert ("alert.changed_alone", None) not in await acts(town, "alert")


async def test_it_can_be_retracted_from_elsewhere_after_a_correction_with_other_eyes(town: Town) -> None:
    """A notice that was sent alone can be retracted from another place after an approved correction, without a text
    about that other place."""
    police = await town.coordinator(1, scope="national")
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    colleague, krimpen = await town.coordinator(5, scope="2903"), await town.coordinator(3, scope="2922")
    await police.presses("correct:1:0", police.last)
    await change(police, "Tekst")
    await police.types("Een winkel is overvallen, de dader vluchtte te voet.")
    await police.taps("Vraag akkoord")
    await colleague.taps("Akkoord")
    assert "te voet" in shop.last.text
    await colleague.presses("retract:1:0", colleague.last)
    assert colleague.t("closing-everywhere") not in colleague.last.text
    await krimpen.presses("retract:1:0", krimpen.last)
    await krimpen.taps(krimpen.last.buttons[0].label)
    assert AlertState.RETRACTED is await state(town)


async def test_what_had_other_eyes_is_not_for_elsewhere_to_retract(town: Town) -> None:
    """A notice approved by police of the place cannot be retracted by police elsewhere."""
    police, colleague = await town.coordinator(1, scope="national"), await town.coordinator(2, scope="2903")
    krimpen = await town.coordinator(3, scope="2922")
    await to_preview(police)
    await police.taps("Vraag akkoord")
    await colleague.taps("Akkoord")
    assert AlertState.LIVE is await state(town)
    await krimpen.presses("retract:1:0", krimpen.last)
    assert krimpen.t.plain("not-found") == town.screens.toasts[-1]
