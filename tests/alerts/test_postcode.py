"""Tests of the postcodes that people type, and of the one fault that is reported."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.errors import InvalidPostcode
from alerts.postcode import looks_like_post_boxes, only_pc4, parse_pc4, parse_postcode, shown

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NEVER = ("SA", "SD", "SS")
pc4s = st.integers(1000, 9999).map(str)
pairs = st.text(LETTERS, min_size=2, max_size=2).filter(lambda pair: pair not in NEVER)


@given(pc4s, pairs, st.sampled_from(["", " ", "  ", "\t", "\N{NO-BREAK SPACE}"]), st.booleans())
def test_a_postcode_is_read_however_it_is_spaced_and_capitalised(
    pc4: str, pair: str, between: str, lower: bool
) -> None:
    """A postcode is read with any spaces and capitals."""
    typed = f" {pc4}{between}{pair.lower() if lower else pair} "
    assert parse_postcode(typed) == pc4 + pair


MARKS = ["-", "–", "—", "−", ".", ",", "/", "_", "·", ":", " - ", " – ", ". ", ", "]


@given(pc4s, pairs, st.sampled_from(MARKS), st.sampled_from(["{}.", "({})", "“{}”", "- {}", "<{}>!", "'{}',", "NL-{}"]))
def test_marks_in_it_and_around_it_change_nothing(pc4: str, pair: str, between: str, around: str) -> None:
    """Marks in and around a postcode are ignored, as phones, letters and lists write it: `2903-AB`, `2903AB.`, `NL-2903
    AB`."""
    assert pc4 + pair == parse_postcode(around.format(f"{pc4}{between}{pair}"))
    assert pc4 == parse_pc4(around.format(f"{pc4}{between}{pair.lower()}"))
    assert pc4 == only_pc4(around.format(pc4))
    assert only_pc4(around.format(f"{pc4}{between}{pair}")) is None


@pytest.mark.parametrize("typed", ["Postcode: 2903 AB", "postcode 2903ab", "PC 2903AB", "nl 2903 ab", "NL-2903-AB"])
def test_what_it_is_called_may_stand_before_it(typed: str) -> None:
    """A word for a postcode may stand before it."""
    assert "2903AB" == parse_postcode(typed)


@pytest.mark.parametrize(
    "typed", ["29-03 AB", "2903 A-B", "AB-2903", "12-34-AB", "2903@AB", "2903&AB", "2903+AB", "2903AB-2904AB", "NLAB"]
)
def test_marks_elsewhere_make_it_something_else(typed: str) -> None:
    """Text with marks in other places is something else: a plate, an address of a mailbox, two postcodes."""
    with pytest.raises(InvalidPostcode):
        parse_postcode(typed)


def test_a_long_row_of_marks_costs_nothing() -> None:
    """A long row of marks is refused at once, without a search from each of them."""
    with pytest.raises(InvalidPostcode):
        parse_postcode("2903" + "-" * 100_000 + "1")


@given(pc4s, pairs)
def test_what_is_shown_is_read_back(pc4: str, pair: str) -> None:
    """A postcode as it is shown is read back as the same postcode."""
    assert parse_postcode(shown(pc4 + pair)) == pc4 + pair
    assert parse_pc4(shown(pc4 + pair)) == pc4


@given(st.text())
def test_any_text_is_a_stored_postcode_or_refused(text: str) -> None:
    """Any text is read as a postcode in the stored form, or refused."""
    try:
        stored = parse_postcode(text)
    except InvalidPostcode:
        return
    assert re.fullmatch(r"[1-9][0-9]{3}[A-Z]{2}", stored)
    assert stored[4:] not in NEVER


@given(st.text(st.sampled_from("0123456789ABSD ²٣é"), max_size=10))
def test_near_misses_never_slip_through(text: str) -> None:
    """A text that is nearly a postcode is refused; digits of other scripts are not digits here."""
    try:
        stored = parse_postcode(text)
    except InvalidPostcode:
        return
    assert stored.isascii()
    assert stored == "".join(text.split()).upper()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("0903AB", "starts-with-zero"),
        ("2903SS", "never-issued"),
        ("2903 sa", "never-issued"),
        ("2903A", "one-letter"),
        ("2903", "letters-missing"),
        ("12345", "too-many-digits"),
        ("29034AB", "too-many-digits"),
        ("2903ABC", "too-many-letters"),
        ("290AB", "too-few-digits"),
        ("", "not-a-postcode"),
        ("Capelle", "not-a-postcode"),
        ("AB2903", "not-a-postcode"),
        ("2903-A.", "one-letter"),
        ("2903-", "letters-missing"),
        ("(0903-AB)", "starts-with-zero"),
        ("2903-SS.", "never-issued"),
    ],
)
def test_each_mistake_has_its_own_reason(typed: str, reason: str) -> None:
    """Each mistake in a postcode has a reason of its own."""
    with pytest.raises(InvalidPostcode) as caught:
        parse_postcode(typed)
    assert caught.value.reason == reason


@pytest.mark.parametrize("pair", ["FI", "OQ", "UY", "IO"])
def test_letters_that_came_in_2005_are_fine(pair: str) -> None:
    """The letters that are in use since 2005 are accepted."""
    assert parse_postcode(f"2903{pair}") == f"2903{pair}"


@pytest.mark.parametrize(("pc4", "is_likely"), [("2900", True), ("3001", True), ("2910", True), ("2911", False)])
def test_post_boxes_are_recognised_by_their_digits(pc4: str, is_likely: bool) -> None:
    """A PC4 that is probably of post boxes is recognised by its digits."""
    assert looks_like_post_boxes(pc4) is is_likely
