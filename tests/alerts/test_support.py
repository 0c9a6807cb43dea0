"""Tests of the support register: which schemes count on a day, and which links are safe."""

from datetime import date, timedelta

import pytest

from alerts.errors import InvalidText
from alerts.ids import MunicipalityId, SupportId
from alerts.support import CARD_OF_SCHEME, STANDARD, Scheme, SupportEntry, Validity, checked_link, register_with

DAY = date(2026, 12, 1)
LINK = "https://www.capelle.example/fonds"
NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, Validity.VALID),
        (DAY, DAY, Validity.VALID),
        (NEXT, None, Validity.NOT_YET),
        (None, BEFORE, Validity.EXPIRED),
        (BEFORE, NEXT, Validity.VALID),
    ],
)
def test_a_scheme_counts_from_its_first_day_to_its_last(
    first: date | None, last: date | None, expected: Validity
) -> None:
    """Both days count; without one there is no limit on that side."""
    assert expected is Scheme(None, LINK, "Gemeente", BEFORE, first, last).validity(DAY)


def test_the_program_begins_with_help_that_did_not_end() -> None:
    """Each scheme of the program counts, is for the whole country, has a safe link, a source and the day on which that
    was read; none has ended (docs/domain.md, rule 5), and each has a card."""
    for one in STANDARD:
        assert Validity.VALID is one.validity(DAY)
        assert one.municipality is None
        assert one.link == checked_link(one.link)
        assert one.source
        assert one.checked_on <= DAY
    assert set(CARD_OF_SCHEME) == {one.standard for one in STANDARD}


def test_a_stored_entry_takes_the_place_of_a_scheme_of_the_program() -> None:
    """What a municipality has of its own comes first."""
    changed = SupportEntry(Scheme(None, LINK, "Fonds", DAY, standard="violence-fund"), SupportId(1), 1)
    own = SupportEntry(Scheme(MunicipalityId("0502"), LINK, "Gemeente", DAY), SupportId(2), 1)
    assert ["2", "victim-support", "violence-fund"] == [one.key for one in register_with([changed, own])]
    assert changed in register_with([changed, own])


@pytest.mark.parametrize("link", [LINK, "https://xn--fnds-5qa.nl/a?b=c#d", " https://a.nl "])
def test_an_address_is_kept(link: str) -> None:
    """Spaces around it go."""
    assert link.strip() == checked_link(link)


@pytest.mark.parametrize(
    "link",
    [
        *(
            "  ",
            "http://a.nl/",
            "javascript:alert(1)",
            "https://",
            "https://localhost/x",
            "https://a.nl:8443/",
            "//a.nl",
        ),
        *("https://gebruiker:geheim@a.nl/", "https://a.nl@b.nl/", 'https://a.nl/"onclick=', "https://a.nl/ b"),
        *("https://а.nl/", "https://[::1", "https://a.nl/\u202e", "ftp://a.nl", "https:\\\\a.nl"),
    ],
)
def test_an_address_that_may_mislead_is_refused(link: str) -> None:
    """Only https, the plain name of a host, and the characters that an address has."""
    with pytest.raises(InvalidText, match="no-https-link"):
        checked_link(link)


def test_an_address_is_not_endless() -> None:
    """The field says so."""
    with pytest.raises(InvalidText, match="too-long"):
        checked_link(LINK + "x" * 300)
