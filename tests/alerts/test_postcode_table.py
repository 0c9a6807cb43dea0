"""Tests of the municipality of a row of a postcode table, and of the comparison of names."""

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.area import Place
from alerts.ids import MunicipalityId
from alerts.place_names import slug, spelled, without_addition
from alerts.point import Point, point_at
from alerts.postcode import Pc4Place
from alerts.postcode_table import NAMESAKES_M, identified, is_ambiguous
from alerts.role import Matter, Scope, ScopeKind, municipality_scope, parse_scope

COUNTRY = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "pc4.csv"
BY_SEA, IN_GRONINGEN = point_at(52.2322, 4.4445), point_at(53.1684, 6.2553)


def _found(*rows: Pc4Place) -> list[tuple[str, str]]:
    return [(one.municipality_id, one.municipality_name) for one in identified(rows)]


def test_namesakes_are_told_apart_by_code() -> None:
    """Municipalities with one name are distinguished by their codes, however near they are; the name shows how else
    they differ."""
    rows = [
        Pc4Place("2201", "Noordwijk", BY_SEA, "Noordwijk", "0575", "Zuid-Holland"),
        Pc4Place("2203", "Noordwijk", BY_SEA, "Noordwijk", "0575", "Zuid-Holland"),
        Pc4Place("9824", "Noordwijk", IN_GRONINGEN, "Westerkwartier", "1969", "Groningen"),
        Pc4Place("2204", "Noordwijk", BY_SEA, "Noordwijk", "9999", "Groningen"),
    ]
    assert [
        ("0575", "Noordwijk (Zuid-Holland)"),
        ("0575", "Noordwijk (Zuid-Holland)"),
        ("1969", "Westerkwartier"),
        ("9999", "Noordwijk (Groningen)"),
    ] == _found(*rows)


def test_without_a_code_the_province_tells() -> None:
    """Without codes the province distinguishes municipalities; the place's name is used where there is no
    municipality."""
    rows = [
        Pc4Place("2201", "Noordwijk", BY_SEA, None, None, "Zuid-Holland"),
        Pc4Place("9824", "Noordwijk", IN_GRONINGEN, None, None, "Groningen"),
        Pc4Place("9825", "Niebert", IN_GRONINGEN, None, None, "Groningen"),
    ]
    assert [
        ("noordwijk/zuid-holland", "Noordwijk (Zuid-Holland)"),
        ("noordwijk/groningen", "Noordwijk (Groningen)"),
        ("niebert/groningen", "Niebert"),
    ] == _found(*rows)


def test_without_either_the_ground_tells() -> None:
    """Without codes and provinces the position decides: places far from all others of their name are another
    municipality, and adjacent parts are one."""
    rows = [
        Pc4Place("2201", "Noordwijk", BY_SEA),
        Pc4Place("2204", "Noordwijk", point_at(52.29, 4.50)),
        Pc4Place("2206", "noordwijk", point_at(52.35, 4.55)),
        Pc4Place("9824", "Noordwijk", IN_GRONINGEN),
        Pc4Place("9825", "Niebert", IN_GRONINGEN),
    ]
    south, north = ("noordwijk@2201", "Noordwijk (2201)"), ("noordwijk@9824", "Noordwijk (9824)")
    assert [south, south, south, north, ("niebert", "Niebert")] == [
        *_found(*rows)[:2],
        (_found(*rows)[2][0], south[1]),
        *_found(*rows)[3:],
    ]


@given(
    st.lists(st.tuples(st.integers(0, 90_000), st.integers(0, 30_000), st.integers(0, 9_000)), min_size=1, max_size=25)
)
def test_namesakes_are_those_that_no_chain_of_neighbours_joins(spots: list[tuple[int, int, int]]) -> None:
    """Places are different municipalities when no chain of neighbours joins them, in any order of the rows, as a
    comparison of every pair says."""
    rows = [Pc4Place(f"{1000 + number}", "X", Point(*spot)) for number, spot in enumerate(spots)]
    joined = {row.pc4: {row.pc4} for row in rows}
    for one, other in combinations(rows, 2):
        if one.point.squared_chord(other.point) <= NAMESAKES_M**2 and joined[one.pc4] is not joined[other.pc4]:
            joined[one.pc4] |= joined[other.pc4]
            for pc4 in joined[other.pc4]:
                joined[pc4] = joined[one.pc4]
    first = {row.pc4: min(joined[row.pc4]) for row in rows}
    is_alone = len(set(first.values())) == 1
    expected = {pc4: "x" if is_alone else f"x@{least}" for pc4, least in first.items()}
    assert expected == {row.pc4: row.municipality_id for row in identified(rows)}


@pytest.mark.skipif(not COUNTRY.exists(), reason="../shared/data/pc4.csv is not there")
def test_the_namesakes_of_a_whole_country_are_told_apart() -> None:
    """Municipalities with one name in a whole country are distinguished, and the parts of one place stay together."""
    with COUNTRY.open(encoding="utf-8", newline="") as file:
        rows = [
            Pc4Place(row["pc4"], row["place"], point_at(float(row["lat"]), float(row["lon"])))
            for row in csv.DictReader(file)
        ]
    found = identified(rows)
    by_place: dict[str, set[str]] = {}
    for one in found:
        by_place.setdefault(one.place, set()).add(one.municipality_id)
    assert {"noordwijk@2201", "noordwijk@9824"} == by_place["Noordwijk"]
    assert {"rozenburg@1437", "rozenburg@3181"} == by_place["Rozenburg"]
    assert all(len(by_place[name]) == 1 for name in ("Amsterdam", "Rotterdam", "Zeewolde", "Lelystad", "Den Haag"))
    names = {one.municipality_id: one.municipality_name for one in found}
    assert len(set(names.values())) == len(names)


def test_what_does_not_say_where_something_is() -> None:
    """A postcode is ambiguous with rows in two municipalities or over a kilometre apart, not within a few streets."""
    here = Pc4Place("1222", "Hilversum", point_at(52.2386, 5.1823), "Hilversum", "0402")
    others = {
        Pc4Place("1222", "Hilversum", point_at(52.2390, 5.1830), "Laren", "0417"): True,
        Pc4Place("1222", "Anna's Hoeve", point_at(52.2500, 5.1900), "Hilversum", "0402"): True,
        Pc4Place("1222", "Over 't Spoor", point_at(52.2390, 5.1830), "Hilversum", "0402"): False,
    }
    assert not is_ambiguous([])
    assert not is_ambiguous(identified([here]))
    for other, expected in others.items():
        assert expected == is_ambiguous(identified([here, other])), other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Capelle aan den IJssel", "capelle aan den ijssel"),
        ("Capelle aan den IJssel", "CAPELLE A/D IJSSEL"),
        ("Capelle aan den IJssel", "Gemeente Capelle-aan-den-Yssel"),
        ("'s-Gravenzande", "s gravenzande"),
        ("'s-Gravenhage", "Den Haag"),
        ("’s-Hertogenbosch", "den bosch"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("De Bilt", "de gemeente Bilt"),
        ("Sint Anthonis", "St. Anthonis"),
        ("Nieuw-Vennep", "nieuwvennep"),
        ("Alphen aan den Rijn", "Alphen a.d. Rijn"),
        ("Noordwijk (Zuid-Holland)", "noordwijk, zuid-holland"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    """Ways of writing one name compare as equal, and another name does not."""
    assert spelled(one) == spelled(other)
    assert spelled(one) != spelled(f"{other} Noord")


def test_an_addition_is_no_part_of_a_name() -> None:
    """An addition is not part of a name, and a name that is only an addition compares as empty."""
    assert ["Bergen", "Bergen op Zoom", "()", ""] == [
        without_addition(name) for name in ("Bergen (NH.)", "Bergen op Zoom", "()", "")
    ]
    assert "s-gravenzande" == slug("'s-Gravenzande")
    assert "" == slug("’!")


def test_a_municipality_is_its_code_in_a_scope() -> None:
    """A scope stores a municipality by its code; as text the code stands before the name, where the name is
    ambiguous."""
    scope = municipality_scope(MunicipalityId("0575"), "Noordwijk (Zuid-Holland)")
    assert "municipality:0575 Noordwijk (Zuid-Holland)" == str(scope)
    assert (
        scope
        == parse_scope(str(scope))
        == parse_scope("municipality:0575 Noordwijk")
        == parse_scope("municipality:0575")
    )
    assert scope != municipality_scope(MunicipalityId("1969"), "Noordwijk (Zuid-Holland)")
    plain = parse_scope("municipality:Capelle aan den IJssel")
    assert "municipality:Capelle aan den IJssel" == str(plain)
    assert plain == parse_scope("municipality: capelle  aan den ijssel")
    for text in ("municipality:noordwijk@9824 Noordwijk (9824)", "municipality:noordwijk/groningen Noordwijk"):
        assert text == str(parse_scope(text))


def test_each_municipality_that_a_place_may_lie_in_covers_it() -> None:
    """A scope of each municipality in which a place may lie covers it; other scopes, and those without a code, do
    not."""
    here, there, elsewhere = (MunicipalityId(code) for code in ("0402", "0417", "0575"))
    matter = Matter(Place("1222"), municipalities=frozenset({here, there}))
    assert [True, True, False] == [municipality_scope(one, "x").covers(matter) for one in (here, there, elsewhere)]
    assert not Scope(ScopeKind.MUNICIPALITY, name="Hilversum").covers(matter)
    assert not Scope(ScopeKind.MUNICIPALITY).covers(Matter(Place("1222")))
