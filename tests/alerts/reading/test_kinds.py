"""Tests of what tells the kinds of a report apart, how a robbery was gone about, and what is no report."""

import pytest

from alerts.report import ReportKind, Signal
from tests.alerts.reading.typed_now import read_now


@pytest.mark.parametrize(
    "text",
    [
        "geprobeerd met een auto door het rolluik te rijden, niet gelukt",
        "attempted ram raid on our jewellery shop, a Volvo drove into the front but they got nothing",
        "grenade placed at the door of the jeweller, did not go off, attempt failed",
        "mislukte overval, ze hadden het slot geforceerd maar het alarm ging af",
        "Man eiste de kassa, collega weigerde en hij is gevlucht",
        "he demanded the till money but I shouted and he ran away with nothing",
        "Twee jongens wachtten de caissière op, ze wilden de dagopbrengst, niets buitgemaakt",
    ],
)
def test_a_robbery_that_failed_is_an_attempt_and_no_reconnaissance(text: str) -> None:
    """What is tried on a door with a car, an explosive or tools is no testing of doors."""
    reading = read_now(text)
    assert (reading.kind, reading.signals) == (ReportKind.ROBBERY_ATTEMPT, frozenset())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vannacht heeft iemand aan het slot van de achterdeur zitten wrikken, niks weg", ReportKind.RECONNAISSANCE),
        ("gast probeerde de nooddeur open te duwen en liep weg toen ik riep", ReportKind.RECONNAISSANCE),
        ("man vroeg aan de balie wanneer de kassa geleegd wordt", ReportKind.RECONNAISSANCE),
        ("onbekende grijze bus staat al twee dagen op ons parkeerterrein", ReportKind.SUSPICIOUS_SITUATION),
        ("vannacht is er een ruit ingegooid bij de bakker", ReportKind.SUSPICIOUS_SITUATION),
        ("man eiste zijn geld terug en rende weg", ReportKind.SUSPICIOUS_SITUATION),
    ],
)
def test_what_is_no_attempt_keeps_its_kind(text: str, kind: ReportKind) -> None:
    """Nobody was threatened and nothing was rammed or blown up."""
    assert read_now(text).kind is kind


@pytest.mark.parametrize(
    ("text", "approach"),
    [
        ("Vent griste een gouden ketting uit de handen van mijn collega en zette het op een lopen", "hit_and_run"),
        ("dader deed een greep in de kassa en rende weg", "hit_and_run"),
        ("Three lads ran in, swiped the cash from the till and were gone within half a minute", "hit_and_run"),
        ("vrouw paste eerst een bril, haalde daarna een mes tevoorschijn en eiste geld", "as_customer"),
        ("robber queued up like everybody else, then showed a knife and took the money", "as_customer"),
        ("collega werd bij het openen opgewacht door 2 mannen en beroofd van de sleutels", "waiting_staff"),
        ("they ambushed our manager while she was locking up and took the takings", "waiting_staff"),
        ("overval via de leveranciersingang, twee mannen met bivakmuts, kluis leeg", "back_door"),
        ("They got in through the rear entrance and held a knife to the cook, took the cash", "back_door"),
        ("overvallers sloegen de ruit van de winkeldeur in en dreigden met een bijl", "break_in"),
        ("Robbers kicked in the front door and threatened us with bats, cash stolen", "break_in"),
        ("met een gestolen auto de winkel binnengereden en de sieraden meegenomen", "vehicle"),
        ("They reversed a van into our shopfront and stole all the phones", "vehicle"),
        ("een vuurwerkbom bij de deur van de goudzaak afgegaan, daarna sieraden weg", "explosive"),
        ("they blew up the cash machine and took the cash", "explosive"),
    ],
)
def test_each_approach_is_read_in_dutch_and_english(text: str, approach: str) -> None:
    """Each of the seven, in words that people use for it."""
    reading = read_now(text)
    assert (reading.kind, reading.approach) == (ReportKind.ROBBERY, approach)


@pytest.mark.parametrize(
    "text",
    [
        "ik ga vandaag naar twee winkels",
        "Vanmiddag moet ik nog langs drie zaken om posters op te hangen",
        "I am going to three shops today to hand out flyers",
        "ik was gisteren in twee winkels maar kon geen cadeau vinden",
        "zondag zijn alle winkels in de straat open",
        "Ik film morgen een promo in onze etalage",
        "Ik kijk nog even naar de camera en laat het weten",
        "Als ze mij ooit overvallen geef ik alles mee",
        "ik zou soms mijn eigen winkel wel willen overvallen",
        "i could rob a bank right now",
        "straks pleeg ik zelf een overval op die automaat 😂",
        "haha die collega van mij filmt weer alles",
        "Onze kassa doet het niet, iemand een idee",
        "Heeft iemand een goede camera voor in de winkel?",
    ],
)
def test_plans_jokes_and_hypotheticals_are_no_report(text: str) -> None:
    """Whoever types tells of nobody else, or of nothing that happened."""
    assert not read_now(text).is_report


@pytest.mark.parametrize(
    "text",
    [
        "Ik ga even melden: twee mannen filmden net onze etalage",
        "we gaan zo sluiten en er staat al een uur een zwarte auto voor de deur",
        "ik wil een overval melden, slijterij in Breda, man met mes",
        "we willen iets melden, er is vannacht een ruit ingegooid",
        "als we afsluiten staat er steeds een gast bij de deur",
        "hoeveel het er waren weet ik niet maar de winkel is overvallen",
        "In tien seconden waren ze met een handvol horloges vertrokken",
    ],
)
def test_what_begins_like_a_plan_or_a_question_but_tells_of_others_is_a_report(text: str) -> None:
    """The words at the beginning do not decide alone."""
    assert read_now(text).is_report


def test_shops_count_as_visited_where_somebody_visits_them() -> None:
    """A word of order tells that it was not the first shop."""
    assert read_now("dit is al de derde zaak waar hij naar binnen gaat").signals == {Signal.MULTI_SHOP}
    assert read_now("gast gaat de ene winkel na de andere in").signals == {Signal.MULTI_SHOP}


def test_things_on_both_sides_are_no_two_persons() -> None:
    """`beide kanten` counts sides."""
    assert read_now("een man keek de steeg aan beide kanten af").persons == "1"


def test_a_helmet_that_is_kept_on_hides_a_face() -> None:
    """Also where a comma stands between."""
    assert Signal.FACE_HIDDEN in read_now("man met helm, wilde hem niet afdoen, keek naar de camera's").signals
