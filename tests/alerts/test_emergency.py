"""Emergency words are told from answers, names and reports of earlier days."""

import pytest

from alerts.emergency import is_cry_of_robbery, is_emergency

DANGER = (
    "help",
    "HELP!!",
    "hulp",
    "112",
    "overval!!",
    "overval",
    "mes",
    "politie",
    "Hij heeft een mes",
    "hij heeft een groot mes in zijn hand",
    "er staat iemand met een pistool in de winkel",
    "we worden overvallen",
    "ik word nu bedreigd",
    "er wordt hier geschoten!",
    "ze schieten",
    "bel de politie",
    "stuur snel politie",
    "help me",
    "mijn collega is gewond",
    "er is brand",
    "ik heb hulp nodig",
    "he has a knife",
    "we are being robbed",
    "robbery",
    "call the police please",
    "somebody is hurt",
    "they pulled a gun",
)
NONE = (
    "",
    "2903 AB",
    "112a",
    "1120 AB",
    "Eerste Hulp bij Computers",
    "Computer Help",
    "SOS Telecom",
    "112 Sloten",
    "De Messenslijper",
    "Knife & Fork",
    "The Brand Store",
    "Wapenhandel Jansen",
    "De Parel",
    "slager",
    "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor",
    "hoe zet ik dit uit?",
    "dank je wel!",
    "gisteren 20:45",
    "zwarte jas met capuchon, lang en slank",
    "De dader is gevlucht.",
    "hoi!",
)


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", NONE)
def test_an_answer_or_a_name_is_no_danger(text: str) -> None:
    assert not is_emergency(text)


@pytest.mark.parametrize(
    "text",
    [
        *("overval", "Overval!!", "help overval", "we worden overvallen", "we are being robbed", "robbery!"),
        *("ramkraak", "er is een plofkraak!", "straatroof!!"),
    ],
)
def test_a_cry_of_robbery_tells_nothing_else(text: str) -> None:
    """Only what says no more than that a robbery goes on is such a cry."""
    assert is_cry_of_robbery(text)


@pytest.mark.parametrize(
    "text",
    [
        "overval bij Jansen!",
        "we worden overvallen door twee mannen",
        "poging tot overval",
        "gisteren overvallen",
        "hulp",
        "mes",
        "ik wil een overval melden",
        "",
    ],
)
def test_what_tells_more_is_a_report(text: str) -> None:
    """A place, a number, an earlier day or another danger is no mere cry of robbery."""
    assert not is_cry_of_robbery(text)
