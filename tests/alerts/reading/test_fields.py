"""Tests of the ways in which persons, moments, vehicles, flight and violence are told, and of what is none of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.branch import Branch
from alerts.reading import Reading, read

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 26, 17, 12, tzinfo=ZONE)  # a Thursday


def _read(text: str) -> Reading:
    return read(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("er stonden er twee voor de deur te wachten, capuchons op", "2"),
        ("ze waren met drie, alle kettingen weg na overval", "3"),
        ("those two from yesterday are back, filming the shop again", "2"),
        ("een man binnen, twee anderen wachtten in een zwarte golf, filmden de winkel", "3"),
        ("een jongen met mes en twee vrienden op de uitkijk, overval", "3"),
        ("koppel liet zich dure ringen zien, hun vriend stond buiten te bellen", "3"),
        ("een dame en twee heren bekeken de camera's in de winkel", "3"),
        ("tiental jongeren met capuchons filmt bij de avondwinkel", "4_plus"),
        ("overval, beide daders droegen een masker", "2"),
        ("couldn't tell how many there were, till emptied, robbed", "unknown"),
        ("we staan vandaag met 2 man op de winkel en er hangt een jongen rond bij de deur", "1"),
        ("3 klanten in de winkel, overvaller met pistool wilde de kassa", "1"),
        ("twee vrouwen beroofd door drie jongens bij de juwelier", "3"),
        ("een 17-jarige jongen filmde de kassa", "1"),
        ("Hoofdstraat 12 man filmt de winkel", "1"),
        ("al 2 dagen jongens bij de deur die naar binnen loeren", None),
        ("kassa 3 mannen met capuchon kijken naar camera's", None),
        ("verdachte scooter zonder kenteken achtergelaten", None),
        ("iemand heeft aan het slot van de achterdeur gerommeld", None),
        ("iemand filmde de kassa, hij droeg een pet", "1"),
    ],
)
def test_numbers_count_offenders_only(text: str, persons: str | None) -> None:
    """With and without a noun; not staff, customers, victims, ages, days, addresses or tills."""
    assert persons == _read(text).persons


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("overval 1645u slijterij, mes", "2026-11-26T16:45"),
        ("overval om 16 uur 30", "2026-11-26T16:30"),
        ("man filmde een minuut of tien geleden de winkel", "2026-11-26T17:02"),
        ("man filmde vanacht de kassa", "2026-11-26T03:00"),
        ("man filmde rond het middaguur de kassa", "2026-11-26T12:00"),
        ("twee weken geleden filmde een man de kassa", "2026-11-12T12:00"),
        ("man vroeg of hij morgen om 10 uur terug kon komen en filmde de kluis", None),
        ("man staat elke avond rond 9 uur bij de deur naar binnen te loeren", None),
        ("man wilde ketting van 12.50 zien en filmde de kassa", None),
        ("overval tussen 4 en half 5", None),
        ("two to three men filming the shop", None),
        ("24/7 hangt hier een groep jongens te filmen", None),
        ("deur was gisteren nog dicht en nu opengebroken, verdacht", None),
    ],
)
def test_a_time_is_when_it_happened(text: str, at: str | None) -> None:
    """Not an appointment, a habit, a price, a span, a number of people, or when all was still well."""
    expected = None if at is None else datetime.fromisoformat(at).replace(tzinfo=ZONE)
    assert expected == _read(text).occurred_at


def test_a_time_without_a_half_of_the_day_may_be_just_now_at_night() -> None:
    """Whoever types at five to three means half past two at night."""
    now = datetime(2026, 11, 29, 2, 55, tzinfo=ZONE)
    reading = read("om half drie stond er een man met een mes", now=now, zone=ZONE)
    assert datetime(2026, 11, 29, 2, 30, tzinfo=ZONE) == reading.occurred_at


@pytest.mark.parametrize(
    ("text", "vehicle", "way"),
    [
        ("overval, dader nam de benen", None, "on_foot"),
        ("overval, ze sprongen achterop een scooter en weg waren ze", "scooter", "scooter"),
        ("robbery, he fled with the cash in a blue golf", "car", "car"),
        ("robbery, he cycled away", "bicycle", "bicycle"),
        ("overval, dader reed weg in de auto van mijn collega", None, "car"),
        ("overval, ze stapten in een donkere bus en reden weg", "van", "car"),
        ("overval, ging er met niks vandoor op een omafiets", "bicycle", "bicycle"),
        ("overval, ik ben weggerend naar de buren", None, None),
        ("overval, collega rende naar buiten achter de dader aan", None, None),
        ("jongen stond tussen de geparkeerde auto's naar binnen te kijken", None, None),
        ("overval, ze stalen de scooter van de bezorger", None, None),
        ("man op een zwarte kawasaki filmt", "motorcycle", None),
    ],
)
def test_whose_vehicle_and_whose_flight_it_is(text: str, vehicle: str | None, way: str | None) -> None:
    """Those of offenders, and not of staff, customers or victims."""
    reading = _read(text)
    assert (vehicle, way) == (reading.vehicle and reading.vehicle.vehicle_class, reading.exit_mode)


@pytest.mark.parametrize(
    ("text", "violence"),
    [
        ("overval, ze gaven de kassière een knietje", "physical"),
        ("robbed, they locked us in the freezer", "physical"),
        ("overval, collega heeft een blauw oog", "injury"),
        ("overval, hield een mes voor mijn gezicht", "threat"),
        ("man heeft lijm in het slot van de deur geduwd", None),
        ("robbed, he hit the alarm button", None),
    ],
)
def test_violence_is_against_people(text: str, violence: str | None) -> None:
    """What is pushed into a lock, or hit to raise the alarm, is none."""
    assert violence == _read(text).violence


@pytest.mark.parametrize(
    ("shop", "branch"),
    [
        *(("telefoonwinkeltje", Branch.TELECOM), ("juwelierszaak", Branch.JEWELLER), ("wijnhandel", Branch.LIQUOR)),
        *(
            ("gsm winkel", Branch.TELECOM),
            ("speelgoedzaak", Branch.OTHER_RETAIL),
            ("benzinepomp", Branch.PETROL_STATION),
        ),
        ("geldautomaat in de supermarkt", Branch.SUPERMARKET),
    ],
)
def test_compounds_name_a_branch(shop: str, branch: Branch) -> None:
    """In one word or in two; a cash machine in a shop is that shop."""
    assert {branch} == _read(f"man filmt bij de {shop}").branches
