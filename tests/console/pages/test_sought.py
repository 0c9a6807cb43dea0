"""Tests of what a typed search may mean."""

import pytest

from alerts.premises import NAME_LENGTH
from console.pages.search.sought import MOST_CHARACTERS, Sought, sought


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-0012", Sought("2026-0012", alert="2026-0012")),
        (" 2025 \u2013  12 ", Sought("2025 \u2013 12", alert="2025-0012")),
        ("M-2025-0003", Sought("M-2025-0003", report="M-2025-0003")),
        ("m 2025 3", Sought("m 2025 3", report="M-2025-0003")),
        ("m3", Sought("m3", report="M-2026-0003", name="m3")),
        ("12", Sought("12", alert="2026-0012", name="12")),
        ("0012", Sought("0012", alert="2026-0012", name="0012")),
        ("12345", Sought("12345", alert="2026-12345", name="12345")),
        ("2903", Sought("2903", alert="2026-2903", postcode="2903")),
        ("2903 ab", Sought("2903 ab", postcode="2903AB")),
        ("De  Ring", Sought("De Ring", name="De Ring")),
        ("12 Ringen", Sought("12 Ringen", name="12 Ringen")),
        ("m", Sought("m", name="m")),
        ("\u0661\u0662", Sought("\u0661\u0662", name="\u0661\u0662")),
        ("De\x00Ring", Sought("De Ring", name="De Ring")),
        (" \t", Sought("")),
    ],
)
def test_what_was_typed_may_mean(text: str, wanted: Sought) -> None:
    """Numbers may lack their year, capitals and dashes; four digits may be a postcode too, and the rest is a name."""
    assert wanted == sought(text, 2026)


def test_a_long_text_is_cut_off() -> None:
    """Whatever is typed, no more is looked for than a name can have."""
    found = sought("x" * 1000, 2026)
    assert (MOST_CHARACTERS, NAME_LENGTH) == (len(found.typed), len(found.name))
