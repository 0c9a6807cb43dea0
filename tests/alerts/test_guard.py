"""The guard finds what may not be broadcast, and leaves alone what only looks like it."""

import pytest

from alerts.errors import InvalidText
from alerts.guard import Finding, check, find


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Weggereden in een zwarte Golf met 12-AB-34", Finding.PLATE),
        ("kenteken AB-123-C gezien", Finding.PLATE),
        ("kenteken 1-abc-23", Finding.PLATE),
        ("een busje met 12ABC3 erop", Finding.PLATE),
        ("G-001-BB staat er al uren", Finding.PLATE),
        ("bel mij op 06-12345678", Finding.PHONE),
        ("bel mij op 06 12 34 56 78", Finding.PHONE),
        ("bel 010 123 45 67", Finding.PHONE),
        ("bel +31 6 12345678", Finding.PHONE),
        ("mail naar jan.jansen@voorbeeld.nl", Finding.EMAIL),
        ("zijn nummer is 111222333", Finding.BSN),
        ("zijn nummer is 1112.22.333", Finding.BSN),
        ("er is € 2.500 meegenomen", Finding.AMOUNT),
        ("er is 2500 euro meegenomen", Finding.AMOUNT),
        ("voor duizenden euro's aan sieraden", Finding.AMOUNT),
    ],
)
def test_finds(text: str, kind: Finding) -> None:
    """Personal data and amounts are found and named."""
    assert [kind] == [one.kind for one in find(text)]
    with pytest.raises(InvalidText) as caught:
        check(text)
    assert kind == caught.value.reason
    assert str(caught.value.fields["found"]) in text


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112, 0900-8844, 0800-7000 of 0900-0101.",
        "Om 20:45 uur op 21-11-2026 in postcodegebied 2903 AB",
        "Twee mannen, ongeveer 1.80 lang, zwarte jas, op een scooter",
        "Bestelling 123456789 is niet opgehaald",
        "Een BMW X5 en een Peugeot 308",
        "Kanaalweg 12-14, tussen 17-18 uur",
        "Drie mensen, maat 42, spijkerbroek",
    ],
)
def test_leaves_alone(text: str) -> None:
    """Times, postcodes, public numbers, models and sizes are no personal data."""
    assert find(text) == []


def test_says_where() -> None:
    """The finding has the place of exactly the words to leave out."""
    text = "Zwarte auto met 12-AB-34 reed weg"
    (found,) = find(text)
    assert text[found.start : found.end] == "12-AB-34"
