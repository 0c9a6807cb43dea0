"""Tests that peoples of the whole world are found as origin, and words that only look like one are no finding."""

import pytest

from alerts.guard import Finding, find
from alerts.guard.states import ADJECTIVES, COUNTED, COUNTRIES, PEOPLES

# Members of the United Nations and others, as people here write them; small ones of each continent too.
_ONE_TEXT = """
    Est Ier Fin Noor Deen Zweed Rus Griek Belg Ethiopiër Eritreeër Keniaan Oegandees Soedanees Malinees Senegalees
    Kameroener Ivoriaan Togolees Rwandees Zambiaan Namibiër Malagassiër Tsjadiër Kazach Oezbeek Kirgies Tadzjiek
    Turkmeen Mongool Nepalees Birmaan Laotiaan Cambodjaan Maleisiër Singaporees Samoaan Fijiër Australiër Canadees
    Cubaan Haïtiaan Jamaicaan Trinidadder Hondurees Guatemalteek Nicaraguaan Salvadoraan Panamees Peruaan
    Paraguayaan Uruguayaan Guyanees Omaniet Jordaniër Libanees Koeweiti Monegask IJslander Luxemburger Sloveen
    Montenegrijn Noord-Koreaan Nieuw-Zeelander
"""
ONE = _ONE_TEXT.split()
_MANY_TEXT = """
    Letten Esten Ieren Finnen Noren Denen Zweden Schotten Polen Ethiopiërs Kenianen Rwandezen Malinezen Ivorianen
    Kazachen Oezbeken Nepalezen Laotianen Cubanen Guatemalteken Peruanen Jordaniërs Kosovaren Albanezen Georgiërs
    Zuid-Koreanen Ethiopians Latvians Estonians Lithuanians Kazakhs Uzbeks Ugandans Rwandans Malawians Ivorians
    Peruvians Jordanians
"""
MANY = _MANY_TEXT.split()
_BESIDE_PERSONS_TEXT = """
    Letse Estse Ierse Finse Noorse Deense Zweedse Ethiopische Keniaanse Oegandese Malinese Kazachse Oezbeekse
    Nepalese Cubaanse Haïtiaanse Peruaanse Jordaanse Omanitische Sloveense Australische Canadese Indiase
    Zuid-Koreaanse Irish Danish Finnish Swedish Norwegian Latvian Estonian Ethiopian Ugandan Kenyan Kazakh
    Peruvian Jordanian Welsh
"""
BESIDE_PERSONS = _BESIDE_PERSONS_TEXT.split()


def _told(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Finding.DESCENT]


@pytest.mark.parametrize("word", ONE)
def test_one_of_a_people_is_found(word: str) -> None:
    """A word for one person of a people is found, also in small letters and without accents."""
    for written in (word, word.lower(), word.lower().replace("ë", "e").replace("ï", "i")):
        assert [written] == _told(f"Er liep een {written} met een rugzak langs de kassa")


@pytest.mark.parametrize("word", MANY)
def test_several_are_found(word: str) -> None:
    """A word for several people is found when they are counted, named so, or doing something."""
    assert [word] == _told(f"Het waren {word}, vier stuks")
    assert [word] == _told(f"{word} renden de winkel uit")
    assert [word.lower()] == _told(f"twee {word.lower()} stonden bij de deur")


@pytest.mark.parametrize("word", BESIDE_PERSONS)
def test_what_persons_are_is_found_and_what_things_are_is_not(word: str) -> None:
    """An adjective of origin is found when it is said of persons (`Ierse mannen`), and not of things (Irish
    whiskey)."""
    assert [word] == _told(f"twee {word} mannen liepen weg")
    assert [] == _told(f"Uit het rek is {word} kaas gestolen")


@pytest.mark.parametrize(
    "text", ["an Ethiopian", "a Latvian stole a bike", "an Irishwoman in a red coat", "some Danes"]
)
def test_english_ones_are_found(text: str) -> None:
    """English words for a people are found with an article and without a word for a person."""
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("man sprak Zweeds", "Zweeds"),
        ("de daders spraken Oezbeeks met elkaar", "Oezbeeks"),
        ("the men were talking Latvian", "Latvian"),
        ("Verdachte had een Iers accent", "Iers"),
        ("hij had een Britse tongval", "Britse"),
        ("twee Brits in a van", "Brits"),
    ],
)
def test_languages_and_accents_of_who_is_described_are_found(text: str, word: str) -> None:
    """Languages and accents of the person described are found."""
    assert [word] == _told(text)


@pytest.mark.parametrize("country", ["Letland", "Ierland", "Ethiopië", "ethiopie", "Sri Lanka", "Oezbekistan", "Kenya"])
def test_where_people_come_from_is_found(country: str) -> None:
    """A country is found as the origin of persons, not of goods."""
    assert [country] == _told(f"de mannen komen uit {country}")
    assert [] == _told(f"Een partij kleding uit {country} is gestolen")


@pytest.mark.parametrize(
    "text",
    [
        "Letten op de winkel, en let goed op de deur",
        "Mannen die letten op de camera's, en deze letten op de ingang",
        "Er viel een schot in de winkel. Er klonk een schot op straat.",
        "Twee schoten gehoord, de schotten staan nog op de stoep",
        "In Polen waren de winkels dicht, in Zweden reden de bussen niet",
        "Noren en schaatsen weg uit het rek, ook een deens zakmes",
        "De Ierse pub is dicht, de Griek op de hoek ook, de thai op het plein is open",
        "Zweedse gehaktballen, Deense koeken, Cubaanse sigaren, een Perzisch tapijt",
        "Een fin van de surfplank is stuk, est. 1998 op de pui",
        "Brits merk gestolen, auto met een Brits kenteken, een kazak en een broek",
        "Wie spreekt Deens en kan tolken? De gids sprak Fins met de toeristen. De dader sprak Engels.",
        "Hij sprak over de Deense winkel en Cubaanse sigaren. De omroeper sprak Noors.",
        "Polish the floor, Swiss knives, a Danish with coffee, Turkey for Christmas",
    ],
)
def test_words_that_look_like_a_people_are_left_alone(text: str) -> None:
    """Verbs, shots, skates, countries, pubs and food that look like a people are no finding."""
    assert [] == _told(text)


def test_the_words_of_each_list_are_apart() -> None:
    """The lists do not overlap: a word with another meaning counts as a people only where it is counted or follows a
    demonstrative."""
    assert not PEOPLES & (COUNTED | ADJECTIVES)
    assert len(COUNTRIES) > 193, "the United Nations have as many members"
    assert "let" not in COUNTED
