"""Tests of what the guard refuses in fields that are read together, and in a field about a language."""

import pytest

from alerts.errors import InvalidText
from alerts.guard import Finding, find
from alerts.typed_text import check_language, check_together


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Reed weg in een Golf, GT-48", "2-R, sprak Engels"),
        ("Kenteken begint met GT", "dan 482, eindigt op R"),
        ("Bel 06-1234", "5678 voor meer"),
        ("zijn bsn is 11122", "2333"),
    ],
)
def test_what_is_split_over_two_fields_is_found(first: str, second: str) -> None:
    """Personal data that is split over two fields is found, although neither field contains it."""
    assert [] == [one for one in find(first) + find(second) if not one.kind.is_warning]
    with pytest.raises(InvalidText):
        check_together(first, None, "", second)


def test_fields_that_have_nothing_together_pass() -> None:
    """Fields without a common finding pass: numbers in one and words in the other do not combine."""
    check_together("Twee mannen, om 12.30 uur bij kassa 3", "spraken Engels", "zwarte jassen, maat 42")


@pytest.mark.parametrize("notes", ["Pools", "sprak Arabisch", "Roemeens tegen elkaar"])
def test_a_language_by_itself_tells_origin(notes: str) -> None:
    """In a field about the language spoken, the name of a language tells origin."""
    with pytest.raises(InvalidText) as refused:
        check_language(notes)
    assert Finding.DESCENT == refused.value.reason


def test_english_tells_nothing() -> None:
    """English tells no origin, because everybody speaks it."""
    check_language("Engels, zonder accent")
