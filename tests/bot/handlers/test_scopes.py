"""Tests of scopes that would cover nothing: matched leniently or refused with suggestions, at every way in."""

import pytest

from alerts.errors import InvalidText
from alerts.ids import MunicipalityId
from alerts.point import point_at
from alerts.postcode import Pc4Place
from alerts.postcode_table import PostcodeTable
from alerts.role import Role, Scope, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.place.import_postcodes import import_postcodes
from alerts.services.scope.find_scope import find_municipality, find_scope
from tests.bot.administering import administrator, to_place
from tests.bot.confirming import second_administrator
from tests.bot.town import Town

NL = (
    ("1222", 52.2386, 5.1823, "Hilversum", "Hilversum", "0402", "Noord-Holland"),
    ("1222", 52.2400, 5.1900, "Laren", "Laren", "0417", "Noord-Holland"),
    ("1251", 52.2560, 5.2240, "Laren", "Laren", "0417", "Noord-Holland"),
    ("2201", 52.2322, 4.4445, "Noordwijk", "Noordwijk", "0575", "Zuid-Holland"),
    ("2513", 52.0780, 4.3050, "Den Haag", "'s-Gravenhage", "0518", "Zuid-Holland"),
    ("2903", 51.9290, 4.5780, "Capelle aan den IJssel", "Capelle aan den IJssel", "0502", "Zuid-Holland"),
    ("2922", 51.9170, 4.5890, "Krimpen aan den IJssel", "Krimpen aan den IJssel", "0542", "Zuid-Holland"),
    ("3262", 51.8250, 4.4060, "Oud-Beijerland", "Hoeksche Waard", "1963", "Zuid-Holland"),
    ("3273", 51.8170, 4.4660, "Westmaas", "Hoeksche Waard", "1963", "Zuid-Holland"),
    ("8601", 53.0320, 5.6560, "Sneek", "Súdwest-Fryslân", "1900", "Friesland"),
    ("9824", 53.1684, 6.2553, "Noordwijk", "Westerkwartier", "1969", "Groningen"),
    ("1861", 52.6670, 4.7002, "Bergen", "Bergen (NH.)", "0373", "Noord-Holland"),
    ("5854", 51.6028, 6.0524, "Bergen", "Bergen (L.)", "0893", "Limburg"),
)


def _table(*rows: tuple[str, float, float, str, str, str, str]) -> PostcodeTable:
    return PostcodeTable(
        [
            Pc4Place(pc4, place, point_at(lat, lon), municipality, code, province)
            for pc4, lat, lon, place, municipality, code, province in rows
        ],
        former=[("Cromstrijen", "3262"), ("Capelle", "2922")],
    )


@pytest.fixture
async def country(town: Town) -> Town:
    """A country with a few municipalities of the real table."""
    await import_postcodes(town.storage, _table(*NL), town.clock.now(), is_forced=True)
    return town


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("municipality:capelle aan den ijssel", "0502"),
        ("municipality:CAPELLE A/D IJSSEL", "0502"),
        ("municipality:gemeente Capelle-aan-den-Yssel", "0502"),
        ("municipality:0502", "0502"),
        ("municipality:GM0502", "0502"),
        ("municipality:0502 Cappelle", "0502"),
        ("municipality:sudwest fryslan", "1900"),
        ("municipality:Den Haag", "0518"),
        ("municipality:s-gravenhage", "0518"),
        ("municipality:bergen nh", "0373"),
        ("municipality:Cromstrijen", "1963"),
        ("municipality:noordwijk", "0575"),
        ("Hoeksche waard", "1963"),
    ],
)
async def test_a_municipality_is_found_as_people_write_it(country: Town, text: str, code: str) -> None:
    """A municipality is found in any case, with or without accents, hyphens and articles, by its code, and by a name
    from before a merger."""
    async with country.storage.reading() as uow:
        assert code == (await find_scope(uow, text)).municipality


@pytest.mark.parametrize(
    ("text", "reason", "suggested"),
    [
        ("municipality:Bergen", "municipality-which", "Bergen (L.), Bergen (NH.)"),
        ("municipality:Capele aan den IJsel", "municipality-alike", "Capelle aan den IJssel"),
        ("municipality:Krimpen", "municipality-alike", "Krimpen aan den IJssel"),
        ("municipality:Nergenshuizen", "no-municipality", ""),
        ("municipality:9999", "no-municipality", ""),
        ("2800-2899", "postcodes-nowhere", "2513, 2903"),
        ("9900-9999", "postcodes-nowhere", "9824"),
        ("1000", "postcodes-nowhere", "1222"),
    ],
)
async def test_what_covers_nothing_is_refused_with_what_is_like_it(
    country: Town, text: str, reason: str, suggested: str
) -> None:
    """A scope that covers nothing is refused with similar names, and never guessed among several."""
    async with country.storage.reading() as uow:
        with pytest.raises(InvalidText) as refused:
            await find_scope(uow, text)
    assert reason == refused.value.reason
    assert [suggested] == list(refused.value.fields.values()) or not suggested


async def test_without_a_table_a_name_says_nothing(town: Town) -> None:
    """Without a table a name is refused, and postcodes are accepted."""
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
        with pytest.raises(InvalidText, match="no-table"):
            await find_scope(uow, "municipality:Rotterdam")
        assert parse_scope("2800-2899") == await find_scope(uow, "2800-2899")


async def test_the_role_form_takes_a_name_as_people_write_it(country: Town) -> None:
    """The role form accepts a name as people write it and shows the result; an unknown name gets suggestions, and
    earlier answers stay."""
    admin = await administrator(country)
    await second_administrator(country)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps("overvalcoördinator")
    for typed, said in (
        ("Bergen", admin.t("text-municipality-which", names="Bergen (L.), Bergen (NH.)")),
        ("krimpen", admin.t("text-municipality-alike", names="Krimpen aan den IJssel")),
        ("2800-2899", admin.t("text-postcodes-nowhere", near="2513, 2903")),
        ("Nergenshuizen", admin.t("text-role-scope")),
    ):
        await admin.types(typed)
        assert admin.last.text.startswith(said)
    await admin.types("gemeente s gravenhage")
    await admin.taps("Overslaan")
    await admin.taps("Overslaan")
    assert "de gemeente 's-Gravenhage" in admin.last.text


async def test_the_settings_are_found_as_people_write_the_name(country: Town) -> None:
    """The settings of a municipality are found by any spelling; a postcode in two municipalities asks which."""
    admin = await administrator(country)
    await to_place(admin, "1222")
    assert admin.last.text.startswith(admin.t("text-municipality-which", names="Hilversum, Laren"))
    await admin.types("bergen")
    assert admin.last.text.startswith(admin.t("text-municipality-which", names="Bergen (L.), Bergen (NH.)"))
    await admin.types("GEMEENTE LAREN")
    assert admin.t("admin-place-title", name="Laren") in admin.last.text


async def test_a_button_keeps_its_municipality(country: Town) -> None:
    """A button contains the municipality's code, for a postcode in two of them; an older button without a code changes
    nothing there."""
    admin = await administrator(country)
    await to_place(admin, "Hilversum")
    await admin.taps("Versturen zonder collega toestaan")
    await admin.presses("admin-duty:1222.1:0")
    await admin.presses("admin-duty:1222.1.00000000:0")
    async with country.storage.reading() as uow:
        allowed = {code: (await uow.municipalities.get(MunicipalityId(code))).sole_on_duty for code in ("0402", "0417")}
    assert {"0402": True, "0417": False} == allowed


async def test_a_link_for_ground_that_is_gone_gives_nothing(country: Town) -> None:
    """A link for a municipality that no longer exists gives nothing, like a link to a closed group."""
    async with country.storage.transaction() as uow:
        made = await create_role_invite(uow, Role.POLICE, parse_scope("municipality:Nergens"), now=country.clock.now())
    stranger = country.person(50)
    await stranger.types(f"/start {made.secret}")
    assert stranger.t("invite-no-ground") in stranger.last.text
    assert [] == await _roles(country)


async def _roles(town: Town) -> list[Scope]:
    async with town.storage.reading() as uow:
        return [one.scope for one in await uow.roles.active(town.clock.now())]


async def test_a_former_name_never_hides_one_of_today(country: Town) -> None:
    """A former name does not hide a municipality of today whose name begins like it."""
    async with country.storage.reading() as uow:
        assert "0542" == (await find_municipality(uow, "Capelle")).id
        assert "0502" == (await find_municipality(uow, "Capelle aan den IJssel")).id


async def test_a_group_gets_no_ground_that_is_not_there(country: Town) -> None:
    """A group with a missing postcode is refused with its neighbours; one in two municipalities is accepted."""
    police = await country.coordinator(3, Role.POLICE, "national")
    await police.types("/groepen")
    await police.taps("Nieuwe groep")
    await police.types("De Koperwiek")
    await police.types("1222, 2911")
    assert police.t.plain("postcode-unknown-near", code="2911", near="2903, 2922") in police.last.text
    await police.types("1222, 2903")
    assert "Dit staat er nu: 1222, 2903" in police.last.text
