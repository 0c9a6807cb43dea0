"""Tests of a municipality's settings: its names of roles, and whether police may send alone."""

from dataclasses import replace

import pytest

from alerts.municipality import Municipality
from alerts.place_names import named_id
from alerts.role import Role
from tests.bot.administering import CAPELLE, administrator, to_place
from tests.bot.town import Town

NAME = "Capelle aan den IJssel"


async def _settings(town: Town, name: str = NAME) -> Municipality:
    async with town.storage.reading() as uow:
        return await uow.municipalities.get(named_id(name))


async def _forbid(town: Town, name: str) -> None:
    async with town.storage.transaction() as uow:
        await uow.municipalities.save(replace(await uow.municipalities.get(named_id(name)), sole_on_duty=False))


@pytest.mark.parametrize("typed", ["2903", "2903 AB", "capelle aan den  IJSSEL"])
async def test_a_municipality_is_found_by_its_name_or_a_postcode(town: Town, typed: str) -> None:
    """A municipality is found by its name, as people write it, or by a postcode; the screen explains the setting."""
    admin = await administrator(town)
    await to_place(admin, typed)
    assert admin.t("admin-place-title", name=NAME) in admin.last.text
    assert admin.t("admin-duty-means") in admin.last.text


async def test_what_is_not_known_is_asked_again(town: Town) -> None:
    """An unknown municipality is asked again; without a table there is no question."""
    admin = await administrator(town)
    await to_place(admin, "Nergenshuizen")
    assert admin.last.text.startswith(admin.t("text-no-municipality"))
    await admin.taps("Stoppen")
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    await admin.types("/beheer")
    await admin.taps("Een gemeente instellen")
    assert admin.t("text-no-table") == town.screens.toasts[-1]


async def test_sending_alone_is_allowed_and_forbidden(town: Town) -> None:
    """Sending alone is allowed and forbidden for one municipality, without an effect on others."""
    admin = await administrator(town)
    for name in (NAME, "Rotterdam"):
        await _forbid(town, name)
    await to_place(admin)
    await admin.taps("Versturen zonder collega toestaan")
    assert (await _settings(town)).sole_on_duty
    assert not (await _settings(town, "Rotterdam")).sole_on_duty
    assert admin.t("admin-duty-is-on") in admin.last.text
    await admin.taps("niet meer toestaan")
    assert not (await _settings(town)).sole_on_duty


async def test_a_role_has_another_name_in_one_municipality(town: Town) -> None:
    """A role's own name in a municipality is shown everywhere for holders there, by municipality or by postcodes in
    it."""
    admin = await administrator(town, scope=CAPELLE)
    marshal = await town.coordinator(1, Role.CITY_MARSHAL, "2903-2904")
    other = await town.coordinator(2, Role.CITY_MARSHAL, "3011")
    wide = await town.coordinator(3, Role.CITY_MARSHAL, "2900-2999")
    await admin.types("/beheer")
    await admin.taps("Een gemeente instellen")
    await admin.taps("Naam: stadsmarinier")
    await admin.types("coördinator <nazorg>")
    assert "stadsmarinier: coördinator &lt;nazorg&gt;" in admin.last.text
    for person, name in ((marshal, "coördinator &lt;nazorg&gt;"), (other, "stadsmarinier"), (wide, "stadsmarinier")):
        await person.types("/mijn")
        assert f"Je bent <b>{name}</b>" in person.last.text
    await marshal.types("/vervanger")
    assert "coördinator &lt;nazorg&gt;" in marshal.last.text
    await admin.types("/beheer")
    await admin.taps("Mensen en rollen")
    assert "coördinator &lt;nazorg&gt;</b> voor de postcodes" in admin.last.text
    await admin.taps("Een gemeente instellen")
    await admin.taps("Naam: stadsmarinier")
    await admin.taps("De gewone naam")
    assert {} == (await _settings(town)).labels


@pytest.mark.parametrize("typed", ["x" * 41, "@naam", "06-12345678", "\u202e\u202e"])
async def test_a_name_of_a_role_is_checked(town: Town, typed: str) -> None:
    """The name of a role is checked like other names."""
    admin = await administrator(town, scope=CAPELLE)
    await admin.types("/beheer")
    await admin.taps("Een gemeente instellen")
    await admin.taps("Naam: stadsmarinier")
    await admin.types(typed)
    assert {} == (await _settings(town)).labels


async def test_a_municipality_is_set_up_by_who_looks_after_it(town: Town) -> None:
    """A municipality's settings are for its own administrators; one of another municipality cannot reach them by text
    or button."""
    admin = await administrator(town, scope="municipality:Rotterdam")
    local = await administrator(town, 81, scope="2903")
    await _forbid(town, NAME)
    for person in (admin, local):
        await person.presses("admin-duty:2903.1:0")
        await person.presses("admin-name:2903.city_marshal:0")
        assert [person.t.plain("not-allowed-outside-scope")] * 2 == town.screens.toasts[-2:]
    await to_place(local)
    assert local.last.text.startswith(local.t("not-allowed-outside-scope"))
    assert not (await _settings(town)).sole_on_duty
    for wrong in ("9999.1", "2903.7", "x"):
        await admin.presses(f"admin-duty:{wrong}:0")


async def test_how_long_reports_wait_is_set_in_the_chat(town: Town) -> None:
    """An administrator sees how long reports wait, sets another number of minutes, and a number that there is not is
    asked again."""
    admin = await administrator(town, scope=CAPELLE)
    await admin.types("/beheer")
    await admin.taps("Een gemeente instellen")
    assert "Overval of poging: meteen naar iedereen" in admin.last.text
    assert "De rest: na 15 minuten" in admin.last.text
    await admin.taps("Wachttijd van meldingen")
    await admin.taps("De rest")
    await admin.types("1441")
    assert "Dat is geen aantal minuten" in admin.last.text
    await admin.taps("30 min")
    assert any("De rest: na 30 minuten" in one.text for one in admin.bubbles)
