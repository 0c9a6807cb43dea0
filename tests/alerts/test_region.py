"""Tests of regions: who covers a notice without a circle, whom it touches, and how people write one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Rejected
from alerts.extent import Extent
from alerts.ids import KvoGroupId, MunicipalityId
from alerts.postcode import parse_postcode_range
from alerts.reading.regions import told_region
from alerts.region import COUNTRY, check_region, region_of, touches
from alerts.role import Matter, Scope, ScopeKind, municipality_scope, parse_scope
from alerts.severity import Severity
from alerts.tlp import Tlp

ROTTERDAM, CAPELLE, KRIMPEN = MunicipalityId("0599"), MunicipalityId("0502"), MunicipalityId("0542")
JEWELLERS, TWO = frozenset({Branch.JEWELLER}), frozenset({Branch.JEWELLER, Branch.OPTICIAN})
HERE = Place("2903")


def in_country(branches: frozenset[Branch] = JEWELLERS) -> Matter:
    """Return the matter of a notice to the country about 2903 in Capelle."""
    return Matter(HERE, frozenset({CAPELLE}), branches, region=COUNTRY, extent=Extent(is_country=True))


def in_capelle(branches: frozenset[Branch] = JEWELLERS) -> Matter:
    """Return the matter of a notice to all of Capelle, of which one PC4 lies in Krimpen too."""
    pc4s, both = frozenset({"2901", "2903", "2909"}), frozenset({CAPELLE, KRIMPEN})
    extent = Extent("2901", "2909", pc4s, frozenset({CAPELLE}), touched=both)
    return Matter(HERE, frozenset({CAPELLE}), branches, region=municipality_scope(CAPELLE, "Capelle"), extent=extent)


def in_range(branches: frozenset[Branch] = JEWELLERS) -> Matter:
    """Return the matter of a notice to 2900-2949, which lies in Capelle and Krimpen."""
    both = frozenset({CAPELLE, KRIMPEN})
    extent = Extent("2900", "2949", municipalities=both, touched=both)
    return Matter(HERE, frozenset({CAPELLE}), branches, region=parse_scope("2900-2949"), extent=extent)


@pytest.mark.parametrize(
    ("scope", "country", "capelle", "range_"),
    [
        ("national", True, True, True),
        ("2900-2999", False, True, True),
        ("2901-2909", False, True, False),
        ("2902-2999", False, False, False),
        ("municipality:0502 Capelle", False, True, False),
        ("municipality:0542 Krimpen", False, False, False),
        ("branch:jeweller", True, True, True),
        ("branch:jeweller:2900-2999", False, True, True),
        ("branch:jeweller:2903-2999", False, False, False),
        ("branch:optician", False, False, False),
        ("kvo_group:1", False, False, False),
    ],
)
def test_a_scope_covers_a_notice_with_all_of_its_region(scope: str, country: bool, capelle: bool, range_: bool) -> None:
    """Whoever has all of the region in scope, or all of its one branch there, may deal with the notice; the place of
    what happened is not enough."""
    found = [parse_scope(scope).covers(one) for one in (in_country(), in_capelle(), in_range())]
    assert [country, capelle, range_] == found


def test_a_branch_scope_covers_no_notice_for_another_branch_too() -> None:
    """A trade association covers what is for its branch and no other."""
    assert not any(parse_scope("branch:jeweller").covers(one) for one in (in_country(TWO), in_capelle(TWO)))


def test_nobody_covers_a_region_that_was_not_looked_up() -> None:
    """Before the table was asked only the country counts."""
    matter = Matter(HERE, frozenset({CAPELLE}), JEWELLERS, region=parse_scope("2903"))
    assert not parse_scope("2900-2999").covers(matter)
    assert not municipality_scope(CAPELLE, "Capelle").covers(matter)
    assert COUNTRY.covers(matter)


def test_a_municipality_that_the_table_lacks_lies_in_no_range() -> None:
    """A municipality without a postcode is covered by its own scope and the country only, and touches no range."""
    extent = Extent(municipalities=frozenset({CAPELLE}))
    matter = Matter(HERE, branches=JEWELLERS, region=municipality_scope(CAPELLE, "Capelle"), extent=extent)
    assert not parse_scope("1000-9999").covers(matter)
    assert not touches(parse_scope("1000-9999"), matter)


@pytest.mark.parametrize(
    ("scope", "country", "capelle", "range_"),
    [
        ("national", True, True, True),
        ("2949-2999", True, False, True),
        ("2909", True, True, True),
        ("2904-2908", True, False, True),
        ("3000-3099", True, False, False),
        ("municipality:0502 Capelle", True, True, True),
        ("municipality:0542 Krimpen", True, True, True),
        ("municipality:0599 Rotterdam", True, False, False),
        ("branch:jeweller", True, True, True),
        ("branch:optician", False, False, False),
        ("branch:jeweller:2909-3000", True, True, True),
        ("branch:jeweller:3000-3099", True, False, False),
        ("branch:optician:2900-2999", False, False, False),
    ],
)
def test_a_scope_is_touched_by_a_notice_with_some_of_its_region(
    scope: str, country: bool, capelle: bool, range_: bool
) -> None:
    """Whoever has some of the region in scope gets a copy and can read it; so does a municipality that shares a
    postcode."""
    found = [touches(parse_scope(scope), one) for one in (in_country(), in_capelle(), in_range())]
    assert [country, capelle, range_] == found


def test_a_group_is_touched_where_the_notice_is_for_it() -> None:
    """The manager of a group is touched where the group's chat gets the notice; a notice with a circle touches
    nobody."""
    manager = Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(3))
    assert not touches(manager, in_country())
    assert touches(manager, replace(in_country(), kvo_groups=frozenset({KvoGroupId(3)})))
    assert not touches(COUNTRY, Matter(HERE))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2900-2999", ("2900", "2999")),
        (" 2900 – 2999 ", ("2900", "2999")),
        ("2900 t/m 2999", ("2900", "2999")),
        ("2900 tot en met 2999", ("2900", "2999")),
        ("postcodes 2900 to 2999", ("2900", "2999")),
        ("29xx", ("2900", "2999")),
        ("29..", ("2900", "2999")),
        ("29**", ("2900", "2999")),
        ("290X", ("2900", "2909")),
        ("28xx-29xx", ("2800", "2999")),
        ("2903", ("2903", "2903")),
        ("2999-2900", None),
        ("0100-0200", None),
        ("29x9", None),
        ("xxxx", None),
        ("2903 AB", None),
        ("29", None),
        ("Rotterdam", None),
    ],
)
def test_a_range_is_read_as_people_write_it(typed: str, meant: tuple[str, str] | None) -> None:
    """A range of postcodes is written with a dash, with words, or with its last digits open."""
    assert meant == parse_postcode_range(typed)


def content(**more: object) -> AlertContent:
    """Return a P3 for the jewellers of the country, with these changes."""
    plain = AlertContent(
        kind=IncidentKind.RECONNAISSANCE,
        what="x",
        place=HERE,
        place_words="",
        reach_m=0,
        branches=JEWELLERS,
        severity=Severity.P3,
        tlp=Tlp.GREEN,
        until=datetime(2026, 12, 1, tzinfo=UTC),
        region=COUNTRY,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_a_region_needs_a_branch_and_no_haste() -> None:
    """A notice without a circle names a branch and is no P1; with a circle both are free."""
    for severity in (Severity.P2, Severity.P3, Severity.P4):
        check_region(content(severity=severity))
    check_region(content(region=None, severity=Severity.P1, branches=frozenset()))
    for changed, reason in (
        ({"severity": Severity.P1}, "region-acute"),
        ({"branches": frozenset()}, "region-branches"),
    ):
        with pytest.raises(Rejected) as refused:
            check_region(content(**changed))
        assert reason == refused.value.reason


@pytest.mark.parametrize("text", ["branch:jeweller", "branch:jeweller:2900-2999", "kvo_group:1", "", "<b>"])
def test_only_ground_is_a_region(text: str) -> None:
    """A stored text that is no ground is refused as a region."""
    with pytest.raises(Rejected):
        region_of(text)


@pytest.mark.parametrize(
    ("text", "name", "branches"),
    [
        ("Waarschuw alle juweliers in heel Nederland. Twee mannen filmden.", "landelijk", JEWELLERS),
        ("Voor alle juweliers en opticiens in 29xx: let op.", "29xx", TWO),
        ("Waarschuw alle juweliers in de postcodes 2900-2999.", "postcodes 2900-2999", JEWELLERS),
        ("Waarschuw alle juweliers in de hele gemeente.", "", JEWELLERS),
        ("Warn all jewellers in the whole country. Two men.", "landelijk", JEWELLERS),
    ],
)
def test_a_request_in_a_sentence_is_read(text: str, name: str, branches: frozenset[Branch]) -> None:
    """A sentence that says whom to warn names the branches and the region, and the rest of the text stays."""
    told = told_region(text)
    assert told is not None
    assert (name, branches) == (told.name, told.branches)
    assert told.rest == text.partition(": " if ":" in text else ". ")[2].strip()


@pytest.mark.parametrize(
    "text",
    [
        "De daders zijn bekend in heel Nederland.",
        "Zij overvallen juweliers in heel Nederland.",
        "Waarschuw alle winkels in heel Nederland.",
        "Waarschuw alle juweliers. De daders reden door heel Nederland.",
    ],
)
def test_what_is_no_request_names_no_region(text: str) -> None:
    """That offenders are known all over the country, or that every shop must hear of it, is no request."""
    assert told_region(text) is None
