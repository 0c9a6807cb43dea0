"""Tests of what is read from families of words: signals anywhere in a sentence, kinds only on sure evidence, nights."""

from datetime import datetime

import pytest

from alerts.reading import Reading
from alerts.report import ReportKind, Signal
from alerts.time_of_day import TimeOfDay
from tests.alerts.reading.typed_now import NOW, ZONE, read_now

SIGNALS: dict[Signal, tuple[str, ...]] = {
    Signal.INTEREST_LAYOUT: (
        "twee vrouwen hadden alleen maar oog voor de kluis achter in de winkel",
        "he couldn't take his eyes off the till",
        "a woman was sketching the floor plan of our shop in a notebook",
    ),
    Signal.QUESTIONS_SECURITY: ("the lad from the window cleaning firm wanted to know who sets the alarm",),
    Signal.NO_PURCHASE_LOOP: (
        "jongen kwam telkens terug zonder wat af te rekenen",
        "a man spent forty minutes in the shop and left empty-handed",
    ),
    Signal.PHOTOS: (
        "gast legde de hele winkel vast op video",
        "a cyclist stopped, zoomed in on our shutters with a long lens and rode on",
    ),
    Signal.WATCHING_FROM_VEHICLE: ("man in a parked car has had his eye on the entrance all morning",),
    Signal.LOOKOUT: ("derde jongen stond buiten te bellen en om zich heen te kijken",),
    Signal.CLOSING_TIME: ("two guys hang around every night when we lock up",),
    Signal.TESTING_DOOR: (
        "onbekende zat met een schroevendraaier aan het slot te prutsen",
        "guy pushed against the staff door to see if it was open",
    ),
    Signal.FACE_HIDDEN: ("she walked round the whole shop with a magazine held up to her nose",),
    Signal.HIGH_VALUE_REQUEST: ("hij vroeg welke ketting het meeste waard is",),
    Signal.ROUTE_CHECK: ("two lads were exploring the passage at the back",),
    Signal.STARTLE: ("ik vroeg wat hij zocht en hij droop meteen af", "as soon as the guard showed up they drove off"),
    Signal.MULTI_SHOP: ("vrouw ging van winkel naar winkel", "he had already been to the shop next door"),
}
KINDS: dict[ReportKind | None, tuple[str, ...]] = {
    ReportKind.ROBBERY: (
        "drie jongens bedreigden mij en hebben het hele tabaksrek geplunderd",
        "they threatened the clerk and loaded up on cigarettes",
        "our food courier got knocked off his bike and they rode away on it",
    ),
    ReportKind.ROBBERY_ATTEMPT: (
        "hij wilde mijn tas afpakken maar ik hield vast, niks kwijt",
        "two lads tried to mug our courier but he rode off",
        "Three of them tried to get behind the bar. Regulars blocked them and they drove away. Nothing taken",
        "drie gasten wilden naar binnen stormen maar ik deed de deur net op tijd op slot",
    ),
    ReportKind.SUSPICIOUS_SITUATION: (
        "onder de balie zat een klein microfoontje geplakt",
        "someone rang pretending to be our card machine company and wanted remote access",
    ),
    None: (
        "heard screaming from the shop next door and a guy ran down the street, no clue what happened in there",
        "Een man met een helm op kwam de kledingzaak in, riep iets en liep weer weg. Mislukte overval of een grap",
        "A bang and shouting from the phone shop. Could be a raid, could be a row between customers.",
        "hij keek een paar keer om zich heen en liep weer door",
        "er was een man met een pet in de winkel, hij vroeg iets",
    ),
}
OTHERS = (
    "Stel nou dat er twee gasten met helmen binnenkomen, moet ik dat dan hier typen",
    "deze bot is echt waardeloos, hij vraagt drie keer waar het is",
    "We got robbed by the energy company again, 400 a month lol",
    "Als die vent nog eens komt bel ik meteen 112, dat beloof ik",
    "Het was een grap van mijn neef met die bivakmuts, excuses voor de melding",
    "ik zag op Facebook dat er een overval was in Almelo, weten jullie meer?",
    "De cursus agressie was nuttig, vooral het rollenspel met de overvaller",
    "Denk je dat overvallers ooit zouden kiezen voor een bloemenzaak?",
    "My husband thinks the bot is a real person",
    "Twee klanten hebben een 10 gegeven in de enquete!",
)


@pytest.mark.parametrize(("text", "signal"), [(text, signal) for signal, texts in SIGNALS.items() for text in texts])
def test_signals_are_read_from_families_of_words(text: str, signal: Signal) -> None:
    """Whoever did it with what, also in words that no pattern names together."""
    reading = read_now(text)
    assert signal in reading.signals
    assert ReportKind.RECONNAISSANCE == reading.kind


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for kind, texts in KINDS.items() for text in texts])
def test_a_kind_is_read_on_sure_evidence_only(text: str, kind: ReportKind | None) -> None:
    """None where it may be one thing or another, or where too little is told."""
    reading = read_now(text)
    assert (reading.is_report, reading.kind) == (True, kind)


@pytest.mark.parametrize("text", OTHERS)
def test_jokes_news_and_plans_are_no_reports(text: str) -> None:
    """Neither is what people are said to think or to be."""
    assert Reading() == read_now(text)


@pytest.mark.parametrize(
    "words",
    ["vannacht", "afgelopen nacht", "gisternacht", "last night", "overnight", "vorige nacht", "midden in de nacht"],
)
def test_a_night_is_a_time(words: str) -> None:
    """Three o'clock stands for the night that is over."""
    reading = read_now(f"overval {words}")
    assert (reading.occurred_at, reading.time_of_day) == (NOW.replace(hour=3, minute=0), TimeOfDay.NIGHT)


def test_a_night_between_two_days_is_that_of_the_second() -> None:
    """`In de nacht van woensdag op donderdag` is on Thursday."""
    at = read_now("overval in de nacht van woensdag op donderdag").occurred_at
    assert datetime(2026, 11, 26, 3, tzinfo=ZONE) == at


@pytest.mark.parametrize(
    ("text", "violence"),
    [("hij duwde haar door de winkel, kassa leeg", "physical"), ("he kicked the door and left, till empty", None)],
)
def test_a_word_of_the_other_language_is_not_meant(text: str, violence: str | None) -> None:
    """In Dutch `door` is no door."""
    assert violence == read_now(text).violence


@pytest.mark.parametrize(
    ("text", "approach"),
    [
        ("overval: hij vroeg een pakje kauwgom, boog over de balie en pakte het geld", "as_customer"),
        (
            "toen ik het rolluik omhoog deed stond er een man op me te wachten, hij duwde me, kluis leeg",
            "waiting_staff",
        ),
        ("auto door de pui van de juwelier, drie man bedreigden iedereen en graaiden kettingen", "vehicle"),
    ],
)
def test_how_a_robbery_was_gone_about(text: str, approach: str) -> None:
    """How they came in stands before what they did then."""
    assert approach == read_now(text).approach


@pytest.mark.parametrize(
    "text",
    ["overval op het wisselkantoor, aantal daders niet bekend bij mij", "pizzakoerier van onze vestiging is beroofd"],
)
def test_whoever_knows_it_is_no_place(text: str) -> None:
    """Neither is where somebody who was robbed elsewhere works."""
    assert not read_now(text).place.is_here
