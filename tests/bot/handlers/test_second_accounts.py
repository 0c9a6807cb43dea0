"""Tests that police of the place are told of what an administrator could do by a second account, and can undo it."""

from pathlib import Path

from alerts.ids import PremisesId
from alerts.role import Role
from tests.bot.administering import administrator, to_place
from tests.bot.confirming import second_administrator
from tests.bot.handlers.test_grants import held
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.police import data, jeweller
from tests.bot.town import Town, open_town


async def is_verified(town: Town) -> bool:
    """Return whether the first shop is verified."""
    async with town.storage.reading() as uow:
        return (await uow.premises.get(PremisesId(1))).is_verified


async def test_police_hear_of_a_shop_that_an_administrator_let_in(town: Town) -> None:
    """Police are told of a shop that an administrator invited, and can withdraw its verification in two taps."""
    police, marshal = await town.coordinator(1), await town.coordinator(2, Role.CITY_MARSHAL)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    admin, second = await administrator(town), town.person(5)
    for person in (police, marshal, elsewhere):
        person.news()
    await second.types(f"/start {await counter_qr(admin)}")
    assert await is_verified(town)
    heard = ["Een beheerder heeft deze zaak geverifieerd" in one.news() for one in (police, marshal, elsewhere)]
    assert [True, True, False] == heard
    await police.taps("Verificatie intrekken")
    await police.taps("Ja, trek in")
    assert not await is_verified(town)


async def test_police_hear_of_a_shop_that_an_administrator_verifies(town: Town) -> None:
    """Police are told of a shop that an administrator verifies, also one that signed up itself, and not of those that
    their colleagues verify."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    admin = await administrator(town)
    await jeweller(town, 5, police, verified=False)
    pressed = data(police.last, "Verifiëren")
    police.news()
    await admin.presses(pressed, admin.last)
    assert await is_verified(town)
    assert "Een beheerder heeft deze zaak geverifieerd" in police.news()
    colleague.news()
    await jeweller(town, 6, police)
    assert "Een beheerder" not in colleague.news()


async def test_police_hear_that_somebody_may_send_alone(tmp_path: Path) -> None:
    """Police and other administrators there are told once for each change of sending alone."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        police, elsewhere = await town.coordinator(1), await town.coordinator(3, scope="3000-3099")
        admin, other = await administrator(town), await second_administrator(town)
        people = (police, other, elsewhere, admin)
        for person in people:
            person.news()
        await to_place(admin)
        card = admin.last
        press = data(card, "Versturen zonder collega toestaan")
        admin.news()
        for expected in ([True, True, False, False], [False] * 4):
            await admin.presses(press, card)
            assert expected == ["Een beheerder heeft dat zojuist ingesteld" in one.news() for one in people]


async def test_nobody_is_dismissed_in_silence(town: Town) -> None:
    """When an administrator ends the role of police, colleagues and other administrators are told."""
    admin, other = await administrator(town), await second_administrator(town)
    police, wider = await town.coordinator(1), await town.coordinator(2, scope="national")
    elsewhere = await town.coordinator(3, scope="3000-3099")
    people = (wider, other, police, elsewhere, admin)
    for person in people:
        person.news()
    [grant] = await held(police)
    await admin.types("/beheer")
    await admin.presses(f"admin-ended:{grant.id}:0", admin.last)
    told = "Een beheerder heeft de rol beëindigd"
    assert [True, True, False, False, False] == [told in one.news() for one in people]
    assert "Je bent niet langer" in police.last.text
