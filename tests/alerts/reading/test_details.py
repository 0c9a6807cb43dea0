"""Tests of small words and deeds in sentences as people type them: *nu*, *they*, locks, and one's own vehicle."""

from datetime import datetime

import pytest

from alerts.report import ReportKind, Signal
from alerts.time_of_day import TimeOfDay
from tests.alerts.reading.typed_now import NOW, ZONE, read_now

EVENING = datetime(2026, 11, 27, 20, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("overval vannacht, kassa leeg. De politie is nu hier", "2026-11-27T03:00"),
        ("overval vannacht, de recherche is er nu", "2026-11-27T03:00"),
        ("overval vannacht, politie is net weg", "2026-11-27T03:00"),
        ("inbraakpoging vannacht, bezig met schoonmaken nu", "2026-11-27T03:00"),
        ("overval gisteren om 3 uur 's middags, collega is nu thuis", "2026-11-26T15:00"),
        ("Gisteravond overvallen door een man met een mes. Hij ligt nu in het ziekenhuis", "2026-11-26T20:00"),
        ("overval vanochtend, we zijn nu weer open", "2026-11-27T09:00"),
        ("overval vanochtend, nu weer open", "2026-11-27T09:00"),
        ("overval vanmorgen om 10 uur, ze zijn nu voortvluchtig", "2026-11-27T10:00"),
        ("robbery yesterday afternoon, police are here right now", "2026-11-26T15:00"),
        ("overval om 3 uur vannacht, de recherche is bezig", "2026-11-27T03:00"),
    ],
)
def test_now_loses_from_the_time_that_is_told(text: str, at: str) -> None:
    """How things are since is not when it happened."""
    occurred_at = read_now(text).occurred_at
    assert occurred_at is not None
    assert occurred_at.strftime("%Y-%m-%dT%H:%M") == at


@pytest.mark.parametrize(
    "text",
    [
        "ik zie dat er jongens nu voor de deur staan",
        "twee mannen staan nu voor de deur te filmen",
        "overval, ze zijn nu binnen",
        "overval, bel nu de politie",
        "net overvallen, politie is er nu",
        "overval is nu bezig bij de buren",
        "vanmiddag zag ik twee mannen, ze staan nu voor de deur",
        "vanochtend stonden er twee gasten, nu staan ze er weer",
    ],
)
def test_now_counts_for_offenders(text: str) -> None:
    """Where nothing else tells when, or they are back."""
    assert read_now(text).occurred_at == NOW


@pytest.mark.parametrize(
    "text",
    [
        "overval bij ons, de politie is nu hier",
        "overval, collega is nu thuis",
        "overval, winkel is nu dicht",
        "overval vannacht, ik zag het net op de camera",
        "gisteren stonden er twee gasten, nu staan ze er weer",
    ],
)
def test_what_is_unclear_has_no_time(text: str) -> None:
    """Nothing is read, rather than this moment."""
    reading = read_now(text)
    assert (reading.is_report, reading.occurred_at) == (True, None)


def test_last_night_is_no_now_of_the_next_evening() -> None:
    """*Right now* is nothing beside a night that is over: the night stands."""
    reading = read_now("robbery last night, it is a mess right now", EVENING)
    assert (reading.occurred_at, reading.time_of_day) == (EVENING.replace(hour=3, minute=0), TimeOfDay.NIGHT)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("One guy robbed us with a knife. they took cash", "1"),
        ("1 man heeft ons overvallen. ze hebben geld meegenomen", "1"),
        ("one guy kept me talking while they emptied the till, robbery", None),
        ("They came in and one guy had a knife, robbery", None),
        ("overval door 3 personne", "3"),
        ("3 personnen met een mes, overval", "3"),
        ("twee personne staan te filmen", "2"),
        ("een mevrouw en een meneer filmen de kassa", "2"),
        ("overval in mijn taxi, man met mes pakte geld", "1"),
    ],
)
def test_persons(text: str, persons: str | None) -> None:
    """Whoever was counted stays one; `personne` are persons."""
    assert read_now(text).persons == persons


@pytest.mark.parametrize(
    "text",
    [
        "ons adres klopt niet meer",
        "adres klopt niet",
        "het adres van de winkel klopt niet meer",
        "we zijn verhuisd naar de Kerklaan, adres klopt niet meer",
        "de postcode klopt niet",
        "klant had een mes gekocht",
        "mijn collega sprong over de toonbank en pakte zijn telefoon",
    ],
)
def test_what_is_ones_own_is_no_report(text: str) -> None:
    """The shop's address, what staff do, and what is bought."""
    assert not read_now(text).is_report


@pytest.mark.parametrize("text", ["bezorger met pakketje, adres klopt niet", "klopt niks van, vage man aan de deur"])
def test_what_is_not_right_is_a_report(text: str) -> None:
    """Of a courier or a visitor it is odd."""
    assert read_now(text).is_report


@pytest.mark.parametrize(
    ("text", "is_closing"),
    [
        ("twee mannen voelden aan de deur, de sloten zitten nog", False),
        ("man rommelt aan de deur, er zitten nieuwe sloten op", False),
        ("twee jongens staan bij de deur, de sloten zijn nieuw", False),
        ("ze stonden hier toen we sloten", True),
        ("jongens hingen rond toen we afsloten", True),
    ],
)
def test_locks_are_no_closing_time(text: str, is_closing: bool) -> None:
    """*Sloten* is a verb as well."""
    assert (Signal.CLOSING_TIME in read_now(text).signals) is is_closing


@pytest.mark.parametrize(
    "text",
    [
        "zat in mijn witte bus, man met mes, pakketten mee",
        "I was sitting in the van when two men pulled a knife and took the parcels",
        "overval in mijn taxi, man met mes pakte geld",
        "guy in the back of my cab pulled a knife, took cash",
    ],
)
def test_the_reporters_vehicle_is_not_the_offenders(text: str) -> None:
    """Whoever types was in it."""
    reading = read_now(text)
    assert (reading.kind, reading.vehicle) == (ReportKind.ROBBERY, None)


@pytest.mark.parametrize(
    "text",
    ["passenger in a taxi holding a knife", "klant met een mes in de winkel", "passagier met een mes in de taxi"],
)
def test_a_customer_with_a_weapon_is_a_report(text: str) -> None:
    """A passenger too."""
    reading = read_now(text)
    assert (reading.is_report, reading.weapon, reading.persons) == (True, "knife", "1")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ze trokken mijn bus open en pakten drie pakketten, ik ben bezorger", ReportKind.ROBBERY),
        ("pulled open the door of my van and grabbed two parcels, I'm a courier", ReportKind.ROBBERY),
        ("over de balie gesprongen en medicijnen gepakt", ReportKind.ROBBERY),
        ("a guy jumped over the counter and grabbed cigarettes", ReportKind.ROBBERY),
        ("man kwam achter de toonbank, wilde de kassa pakken, heb hem weggejaagd", ReportKind.ROBBERY_ATTEMPT),
        ("hij wou de la pakken en is weg zonder iets", ReportKind.ROBBERY_ATTEMPT),
        ("man with an axe at opening, he walked out again without anything", ReportKind.ROBBERY_ATTEMPT),
        ("vanmorgen bij openen een man met een bijl, weer weg zonder iets", ReportKind.ROBBERY_ATTEMPT),
        ("two lads tried forcing the back door", ReportKind.ROBBERY_ATTEMPT),
        ("two lads tried to force the back door", ReportKind.ROBBERY_ATTEMPT),
        ("they tried forcing the shutter last night", ReportKind.RECONNAISSANCE),
        ("ik wilde de kassa openen, hij ging weg", ReportKind.RECONNAISSANCE),
    ],
)
def test_deeds(text: str, kind: ReportKind) -> None:
    """What was done tells the kind."""
    assert read_now(text).kind is kind


def test_a_door_that_is_pulled_open_is_no_violence() -> None:
    """Nobody was pulled out of the vehicle."""
    reading = read_now("ze trokken de deur van mijn bestelbus open en pakten pakketjes")
    assert (reading.kind, reading.violence) == (ReportKind.ROBBERY, None)


@pytest.mark.parametrize("verb", ["gevlogen", "ervandoor"])
def test_who_flew_is_gone(verb: str) -> None:
    """On what they rode."""
    assert read_now(f"overval, {verb} op een omafiets").exit_mode == "bicycle"
