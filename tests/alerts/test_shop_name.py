"""Tests of shop names and house numbers, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.errors import InvalidText
from alerts.premises import HOUSE_NUMBER_LENGTH, NAME_LENGTH
from alerts.shop_name import house_number, shop_name


@given(st.text())
def test_a_name_is_tidy_short_and_printable_or_refused(text: str) -> None:
    """Any text becomes a tidy, short and printable name, or is refused."""
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
    """Ordinary names of shops are accepted."""
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
        ("De Pɑrel", "name-letters"),
        ("ꜱhop", "name-letters"),
        ("ᴅᴇ ᴘᴀʀᴇʟ", "name-letters"),
        ("ꓐꓳꓪ Shop", "name-letters"),
    ],
)
def test_what_does_not_belong_in_a_name(typed: str, reason: str) -> None:
    """A name with characters or data that do not belong in it is refused."""
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
    """A name that looks like another one is refused, whatever is hidden in it, reversed, or drawn with other
    characters."""
    assert shop_name(typed).replace(" ", "") == "DeParel"


@pytest.mark.parametrize(
    "name",
    [
        "Сосо",
        "АВС",
        "АВС 24",
        "А.В.С.",
        "Ёё",
        "Її",
        "Ѕһор",
        "ΑΒΒΑ",
        "ΚΟΜΟ",
        "Μονο 1",
        "ԼՍՕ",
        "ᎪᏴᏟ",
        "ꓐꓳꓪ",
        "大 АВС",
        "ТОМ & ΤΟΜ",
    ],
)
def test_a_name_wholly_in_letters_that_only_look_latin_is_refused_like_a_mixed_one(name: str) -> None:
    """A name wholly in letters that only look Latin is refused like a mixed one, with accents, digits or punctuation in
    it too."""
    with pytest.raises(InvalidText) as caught:
        shop_name(name)
    assert "name-letters" == caught.value.reason


@pytest.mark.parametrize(
    "name", ["Αθηνά", "Столовая", "Москва", "Ресторан", "Κόκκινο", "Հայաստան", "大 Wok", "مطعم", "Ça va", "Ångström"]
)
def test_names_of_another_alphabet_are_fine(name: str) -> None:
    """A name wholly in another alphabet is accepted."""
    assert shop_name(name)


@pytest.mark.parametrize(
    ("typed", "stored"), [("7", "7"), ("12 a", "12 A"), ("12-2", "12-2"), ("12a-hs", "12A-HS"), (" 101 ", "101")]
)
def test_house_numbers(typed: str, stored: str) -> None:
    """Valid house numbers are accepted."""
    assert house_number(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12 - A", "12-A"),
        ("12 – a", "12-A"),
        ("12 / 14", "12/14"),
        ("101 - 103", "101-103"),
        ("12 t/m 16", "12 T/M 16"),
        ("12t/m16", "12 T/M 16"),
        ("12 t.m. 16", "12 T/M 16"),
        ("12 tm 16", "12 T/M 16"),
        ("12 tot en met 16a", "12 T/M 16A"),
        ("12 a t/m c", "12 A T/M C"),
        ("12 en 14", "12 EN 14"),
        ("12 & 14", "12 EN 14"),
        ("12+14", "12 EN 14"),
        ("12, 14", "12 EN 14"),
        ("12 A en B", "12 A EN B"),
        ("12 winkel 3", "12 WINKEL 3"),
        ("12, winkel 3a", "12 WINKEL 3A"),
        ("12 winkel 3 t/m 5", "12 WINKEL 3 T/M 5"),
        ("12 unit B", "12 UNIT B"),
        ("12 standplaats 4", "12 STANDPLAATS 4"),
        ("12 begane grond", "12 BEGANE GROND"),
        ("12 (achter)", "12 ACHTER"),
        ("12 zwart", "12 ZWART"),
        ("12 bis", "12 BIS"),
        ("12 A 3", "12 A 3"),
        ("12 1 hoog", "12 1 HOOG"),
        ("12-II", "12-II"),
        ("12.", "12"),
        ("12a.", "12A"),
        ("12, A", "12 A"),
        ("nr. 12", "12"),
        ("Huisnummer: 12 A", "12 A"),
        ("no 12", "12"),
        ("#12", "12"),
        ("“12”", "12"),
    ],
)
def test_house_numbers_as_people_write_them_are_kept_in_one_way(typed: str, stored: str) -> None:
    """House numbers with dashes, ranges, more than one number, units and words around them are stored in one form."""
    assert stored == house_number(typed)
    assert stored == house_number(stored)


@pytest.mark.parametrize(
    "typed",
    [
        "12 Dorpsstraat",
        "12 Jan de Vries",
        "12 achter het station",
        "12 en",
        "12 t/m",
        "12 -",
        "12 en 14 en 16",
        "12 t/m 16 t/m 20",
        "12 winkel 3 winkel 4",
        "1-2-3-4",
        "0612345678",
        "06-12345678",
        "12-AB-34",
        "12 " * 2_000,
        "12" + "." * 100_000,
    ],
)
def test_what_is_longer_than_a_house_number_is_none(typed: str) -> None:
    """Streets, sentences, telephone numbers, plates and lists are not house numbers."""
    with pytest.raises(InvalidText):
        house_number(typed)


@given(st.text(st.sampled_from("012 aAnrte/m-.,&()·winkel"), max_size=24))
def test_a_house_number_is_kept_as_it_would_be_typed_again(text: str) -> None:
    """A stored house number is unchanged when it is typed again."""
    try:
        number = house_number(text)
    except InvalidText:
        return
    assert number == house_number(number)
    assert len(number) <= HOUSE_NUMBER_LENGTH


@pytest.mark.parametrize("typed", ["", "0", "A", "12345678901", "1 2 3 4", "Dorpsstraat 1", "٣"])
def test_no_house_numbers(typed: str) -> None:
    """Texts that are no house number are refused."""
    with pytest.raises(InvalidText):
        house_number(typed)


@given(st.text(max_size=14))
def test_a_house_number_is_short_or_refused(text: str) -> None:
    """Any text becomes a short house number, or is refused."""
    try:
        number = house_number(text)
    except InvalidText:
        return
    assert len(number) <= HOUSE_NUMBER_LENGTH
    assert house_number(number) == number
