"""Shop names and house numbers, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.errors import InvalidText
from alerts.premises import HOUSE_NUMBER_LENGTH, NAME_LENGTH
from alerts.shop_name import house_number, shop_name


@given(st.text())
def test_a_name_is_tidy_short_and_printable_or_refused(text: str) -> None:
    try:
        name = shop_name(text)
    except InvalidText:
        return
    assert name == " ".join(name.split())
    assert 1 <= len(name) <= NAME_LENGTH
    assert name.isprintable()
    assert shop_name(name) == name


@pytest.mark.parametrize(
    "name", ["De Parel", "Jansen & Zn", "’t Hoekje", "Café 1905", "C&A", "Shell 24/7", "De 1 Euro Winkel"]
)
def test_ordinary_names_are_fine(name: str) -> None:
    assert shop_name(f"  {name} ") == name


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "name-empty"),
        ("---", "name-empty"),
        ("\u200b\u3164", "name-empty"),
        ("x" * 61, "name-long"),
        ("zie t.me/winkel", "name-link"),
        ("volg @winkel", "name-link"),
        ("bel 0612345678", "phone"),
        ("mail ik@winkel.nl", "name-link"),
        ("zwarte Golf 12-ABC-3", "plate"),
        ("De Pаrel", "name-letters"),
        ("Gοud", "name-letters"),
    ],
)
def test_what_does_not_belong_in_a_name(typed: str, reason: str) -> None:
    with pytest.raises(InvalidText) as caught:
        shop_name(typed)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "typed",
    [
        "De Pa\u200brel",
        "De Parel\u3164",
        "De \u202eParel\u202c",
        "De Parel\ufe0f",
        "De P\u034farel",
        "\u2066De\u2069 Parel",
        "De\u00a0Parel",
        "\uff24\uff45 Parel",
        "De Parel\x00",
        "\U0001d403e Parel",
        "De Parel\ud800",
    ],
)
def test_no_name_looks_like_another_and_is_not(typed: str) -> None:
    """Whatever is hidden in it, turned around, or drawn with other signs."""
    assert shop_name(typed).replace(" ", "") == "DeParel"


@pytest.mark.parametrize("name", ["Αθηνά", "Столовая", "大 Wok", "مطعم", "Ça va", "Ångström"])
def test_names_of_another_alphabet_are_fine(name: str) -> None:
    assert shop_name(name)


@pytest.mark.parametrize(
    ("typed", "stored"), [("7", "7"), ("12 a", "12 A"), ("12-2", "12-2"), ("12a-hs", "12A-HS"), (" 101 ", "101")]
)
def test_house_numbers(typed: str, stored: str) -> None:
    assert house_number(typed) == stored


@pytest.mark.parametrize("typed", ["", "0", "A", "12345678901", "1 2 3 4", "Dorpsstraat 1", "٣"])
def test_no_house_numbers(typed: str) -> None:
    with pytest.raises(InvalidText):
        house_number(typed)


@given(st.text(max_size=14))
def test_a_house_number_is_short_or_refused(text: str) -> None:
    try:
        number = house_number(text)
    except InvalidText:
        return
    assert len(number) <= HOUSE_NUMBER_LENGTH
    assert house_number(number) == number
