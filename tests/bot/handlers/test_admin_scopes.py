"""Tests of an administrator's scope: what lies in it, and the municipality whose names its roles have."""

import pytest

from alerts.kvo_group import NewKvoGroup
from alerts.municipality import Municipality
from alerts.place_names import named_id
from alerts.role import Role, parse_scope
from alerts.services.place.set_municipality import label_of
from alerts.services.scope.cover_scope import covers_scope, municipality_of
from tests.bot.administering import CAPELLE
from tests.bot.town import Town


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("national", "branch:jeweller", True),
        ("national", "national", True),
        ("national", "kvo_group:1", True),
        ("2900-2999", "2903", True),
        ("2900-2999", "2903-3000", False),
        ("2903", "2903-2904", False),
        ("2900-2999", CAPELLE, True),
        ("2903", CAPELLE, False),
        (CAPELLE, "2903-2904", True),
        (CAPELLE, "2900-2999", False),  # a part of it is in Krimpen
        (CAPELLE, "3011", False),
        (CAPELLE, "municipality:Rotterdam", False),
        (CAPELLE, "municipality:Nergens", False),
        ("2900-2999", "municipality:Nergens", False),
        (CAPELLE, "national", False),
        (CAPELLE, "branch:jeweller", False),
        ("branch:jeweller", "branch:optician", False),
        (CAPELLE, "kvo_group:1", False),  # a part of its area is in Krimpen
        (CAPELLE, "kvo_group:2", True),
        ("2900-2999", "kvo_group:1", True),
        ("3011", "kvo_group:2", False),
        ("3011", "kvo_group:3", False),
        (CAPELLE, "kvo_group:3", False),
        ("national", "kvo_group:3", True),
    ],
)
async def test_what_lies_in_a_scope(town: Town, outer: str, inner: str, expected: bool) -> None:
    """A scope contains another one only with all of its postcodes, by the postcode table."""
    await _with_groups(town)
    async with town.storage.reading() as uow:
        assert expected == await covers_scope(uow, parse_scope(outer), parse_scope(inner))


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (CAPELLE, "Capelle aan den IJssel"),
        ("2903-2904", "Capelle aan den IJssel"),
        ("3011", "Rotterdam"),
        ("2900-2999", None),
        ("9999", None),
        ("kvo_group:1", None),
        ("kvo_group:2", "Capelle aan den IJssel"),
        ("branch:jeweller", None),
        ("national", None),
    ],
)
async def test_where_a_scope_lies(town: Town, scope: str, name: str | None) -> None:
    """A scope lies in one municipality, or in none that could name its roles."""
    await _with_groups(town)
    async with town.storage.transaction() as uow:
        await uow.municipalities.save(Municipality("Capelle aan den IJssel", labels={Role.POLICE: "wijkteam"}))
        assert (name and named_id(name)) == await municipality_of(uow, parse_scope(scope))
        expected = "wijkteam" if name == "Capelle aan den IJssel" else None
        assert expected == await label_of(uow, Role.POLICE, parse_scope(scope))


async def _with_groups(town: Town) -> None:
    """Insert groups, of which the first crosses the border of two municipalities and the third has no area."""
    await town.coordinator(1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1000001")
        assert member is not None
        for codes in ({"2903", "2922AB"}, {"2904"}, set[str]()):
            await uow.kvo_groups.add(
                NewKvoGroup("Een groep", frozenset(codes), frozenset()), member.id, town.clock.now()
            )
