"""Tests of robberies that are told by their deeds, without the word, and of what is read as weaker, or as nothing."""

import pytest

from alerts.report import ReportKind
from tests.alerts.reading.typed_now import read_now


@pytest.mark.parametrize(
    "text",
    [
        "man met een mes, ik moest alle sigaretten inpakken en hij liep ermee weg",
        "hij hield een pistool op me gericht en ik moest het kassageld in een tas doen",
        "Onze koerier is van zijn scooter geduwd door twee gasten, de tas met pakketten is weg",
        "bezorger van zn fiets gesleurd en zijn telefoon afgepakt",
        "maaltijdkoerier van haar brommer getrapt door drie jongens, portemonnee kwijt",
        "Two boys pulled our rider off his moped and took his phone",
        "they dragged the driver out of the van and emptied the load",
        "een vent met schroevendraaier, ik gaf hem 200 euro en hij rende weg",
        "ik bang, man met mes, ik geef hem geld uit kassa, hij weg",
        "he pointed a gun at my colleague, she gave him 300 euro from the till",
        "someone with a hammer said he would smash my head, I handed over the watches",
        "drie gemaskerde mannen houden personeel onder schot en graaien telefoons uit de vitrine",
        "ze sloegen de verkoper neer en namen de kettingen mee",
        "vrouw spoot pepperspray en pakte het geld uit de la",
        "hij zei dat hij me kapot zou maken als ik de kassa niet opende, geld meegenomen",
        "man riep dat ie ging steken als hij geen geld kreeg, hij kreeg 80 euro mee",
        "Nachtportier vastgebonden, kluis leeg, twee daders met bivakmutsen",
        "kassiere kreeg een klap en de dagopbrengst is weg",
        "they tied up the cashier with tape and cleared the safe",
        "bestelbus door de pui gereden, eigenaar geslagen, sieraden weg",
        "de taxichauffeur is uit zijn auto getrokken, ze zijn er met zijn geld vandoor",
        "jongen duwde oma opzij en griste de geldkist mee",
        "two men in masks came in, one held a knife to my throat, phones taken",
        "masked man forced me to hand over the cigarettes, then he ran",
        "ze dreigden met een hamer en ik heb de horloges afgegeven",
        "koerier met mes bedreigd, lading weggenomen",
        "with a gun in his hand he made me fill a bag with cash",
        "twee types met een bijl, medicijnen moesten mee, apotheker bedreigd",
        "pizzabezorger in elkaar geslagen en wisselgeld afgepakt",
        "they punched the clerk and grabbed the perfume",
    ],
)
def test_force_and_something_taken_is_a_robbery(text: str) -> None:
    """Nothing needs to be called by its name."""
    assert read_now(text).kind is ReportKind.ROBBERY


@pytest.mark.parametrize(
    "text",
    [
        "twee jongens probeerden onze bezorger van zijn fiets te trekken om de tas, hij reed door, niets buitgemaakt",
        "three lads tried to hold up our courier, he drove on and they got nothing",
        "gast met mes eiste geld, collega drukte op de alarmknop en hij is zonder iets vertrokken",
        "man with a bat demanded the till, I ran to the back and he left with nothing",
        "ze drongen via het dak binnen en riepen dat ze haar iets zouden aandoen, niets buitgemaakt",
        "onbekende met pistool bij de slijter, hij is zonder buit weggerend toen het alarm ging",
        "He threatened me with a screwdriver for money, I shut the drawer, he bolted with nothing",
        "twee mannen wilden me beroven toen ik afsloot, ik kon naar binnen vluchten, ze kregen niks",
        "someone tried to rob me when I unlocked, didn't get anything",
        "dader sloeg met een hamer op de vitrine en dreigde, maar kreeg niks mee",
    ],
)
def test_force_without_loot_is_an_attempt(text: str) -> None:
    """It says that nothing was taken."""
    assert read_now(text).kind is ReportKind.ROBBERY_ATTEMPT


@pytest.mark.parametrize(
    "text",
    [
        "misschien was het een overval of een vechtpartij, veel politie bij de Albert Heijn",
        "maybe a robbery, maybe a fight, no idea, lots of police near the petrol station",
        "vechtpartij of misschien overval bij de snackbar, ik weet het niet",
        "mogelijk overval, mogelijk ongeluk, straat is afgezet",
        "inbraak of overval bij de kiosk, onduidelijk",
        "collega werd met een mes bedreigd door een man, daarna ging hij weg",
        "man sloeg de winkelbediende en liep weg, geen idee waarom",
    ],
)
def test_what_may_be_either_has_no_kind(text: str) -> None:
    """A guess is never made."""
    reading = read_now(text)
    assert (reading.is_report, reading.kind) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "onder de bestelbus van onze koerier zat een tracker",
        "found a small device with a magnet under the delivery van",
        "er zit een airtag onder mijn auto geplakt bij de winkel",
        "kastje met een draadje gevonden in de wielkast van het busje",
        "krijttekens op de gevel van de slijterij, buren hebben het ook",
        "er staat sinds vanochtend een krijtkruis op de stoep voor de deur",
        "chalk arrow on the wall next to the shop door",
        "raar stickertje op de brievenbus van de apotheek geplakt",
        "al drie keer gebeld vandaag, alleen gehijg en dan wordt er opgehangen",
        "someone keeps calling the shop, only breathing, then they hang up",
        "telefoontje waarbij niemand iets zegt, vijf keer vanmiddag",
        "onbekende zei dat hij monteur was maar had geen pasje",
        "man zegt dat hij de meterstand komt opnemen, klopt niks van, verhuurder weet van niks",
        "klusjesman aan de deur zonder legitimatie, wij hebben niemand gebeld",
        "a man in overalls said he came to fix the till, we never ordered anyone",
        "iemand van de beveiliging zei hij, pasje had hij niet en wij hebben niemand besteld",
        "deur van de kapper staat op een kier terwijl ze met vakantie zijn",
        "licht brandt bij de buurwinkel terwijl die gesloten is",
        "the back door of the bakery was ajar this morning",
        "tas met bivakmutsen en een breekijzer gevonden bij de container",
        "bij het leeghalen van de kelder vonden we tie-wraps en een koevoet in een sporttas",
        "scooter zonder plaat achtergelaten achter de winkel, sleutel zit er nog in",
        "witte bus zonder kenteken staat al de hele dag op het terrein",
        "klant viel het personeel lastig en weigerde weg te gaan",
        "op weg naar de bank werd ik gevolgd door een grijze auto",
    ],
)
def test_odd_finds_and_visitors_are_suspicious(text: str) -> None:
    """They are reports, and neither robberies nor reconnaissance."""
    reading = read_now(text)
    assert (reading.is_report, reading.kind) == (True, ReportKind.SUSPICIOUS_SITUATION)


@pytest.mark.parametrize(
    "text",
    [
        "iemand voelde vannacht om 3 uur aan de achterdeur van de slijterij",
        "vrouw belde naar het hotel of er 's nachts maar een receptionist werkt",
        "a man phoned and asked whether anyone is alone at closing time",
        "hij bleef doorvragen over het alarm en wie de sleutel heeft",
        "man vroeg me het hemd van het lijf over de camera's",
        "vrouw wilde weten welk merk alarm er hangt",
        "ze vroeg met hoeveel man er 's avonds gewerkt wordt",
        "BMW op de parkeerplaats, drie gasten stappen niet uit, zitten alleen naar de winkel te kijken",
        "a Golf parked across the road for an hour, two lads inside staring at the shop window",
        "man liep langs alle vitrines, foto na foto met zijn mobiel",
        "koppel liet zich de duurste ring brengen maar wilde niks kopen",
        "group of boys at the door every evening, they scatter as soon as I step outside",
        "man liep de ene na de andere juwelier in en maakte foto's",
        "jongen stond bij het rolluik te voelen, toen het licht aanging nam hij de benen",
        "he richtte zijn telefoon op de kluis en filmde",
    ],
)
def test_who_looks_around_is_a_reconnaissance(text: str) -> None:
    """By what is asked, tried, watched or photographed."""
    assert read_now(text).kind is ReportKind.RECONNAISSANCE


@pytest.mark.parametrize(
    "text",
    [
        "Iemand nog een goed adres voor een nieuw slot? die van de winkel is op",
        "iemand een tip voor een goede slotenmaker?",
        "Anyone know a decent locksmith for the shop door?",
        "kan ik ook een filmpje sturen in plaats van typen? gaat nu lastig haha",
        "mag dit ook via de telefoon? met handschoenen aan is typen lastig",
        "dat was gewoon mijn zoon in die zwarte auto hahaha",
        "nee hoor het was mn collega bij de achterdeur",
        "it was just my husband in that grey van, sorry",
        "loos alarm, het was de schoonmaker",
        "was niks aan de hand",
        "false alarm everybody",
        "wat vinden jullie een verdachte situatie? ik vind het lastig te bepalen",
        "Wie heeft ervaring met een nieuw rolluik?",
        "anybody got a tip for a good camera system?",
        "hebben jullie ook een goed adres voor beveiligingscamera's",
        "hoe lang blijft een melding staan? ik kan het lastig vinden",
        "dat is onze leverancier, die staat daar elke week",
        "it turned out it was my neighbour, all fine",
        "wat moet ik doen als iemand een mes trekt?",
        "haha mooi die foto's van de kassa",
    ],
)
def test_questions_and_small_talk_are_no_report(text: str) -> None:
    """A word for a shop, a door or a camera makes none of them a report."""
    assert not read_now(text).is_report


@pytest.mark.parametrize(
    ("text", "violence"),
    [
        ("hij zei dat hij me dood zou slaan", "threat"),
        ("ze riepen dat ze haar iets zouden aandoen", "threat"),
        ("man told me he would break my legs", "threat"),
        ("geld geven of er vallen klappen stond op het briefje", "threat"),
        ("ik schiet jou als je niet opendoet, zei de man", "threat"),
        ("collega heeft een klap gehad van de dader", "physical"),
        ("koerier werd van zijn bakfiets gerukt door een man", "physical"),
        ("they knocked him off his bike", "physical"),
        ("two lads hauled the driver out of the cab", "physical"),
        ("de bakker werd om 12 uur door een man geslagen", "physical"),
    ],
)
def test_force_is_told_by_what_was_said_and_done(text: str, violence: str) -> None:
    """Who speaks of blows threatens; who deals them hurts."""
    assert read_now(text).violence == violence


@pytest.mark.parametrize(
    ("text", "exit_mode"),
    [
        ("overval slijter, dader zonder buit weggerend", "on_foot"),
        ("overval, hij sprintte ermee het talud op", "on_foot"),
        ("robbery, he bolted down the street", "on_foot"),
        ("overval, dader holde naar het station", "on_foot"),
        ("overval, op welke wijze hij is gevlucht is onbekend", "unknown"),
        ("overval, onbekend hoe ze zijn weggekomen", "unknown"),
        ("overval door twee man, waarmee ze gevlucht zijn is niet bekend", "unknown"),
        ("ramkraak met een grijze Audi, zelfde auto gebruikt als vluchtauto", "car"),
    ],
)
def test_ways_of_flight_in_other_words(text: str, exit_mode: str) -> None:
    """On foot by the verb, and what nobody knows."""
    assert read_now(text).exit_mode == exit_mode


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("er zijn er twee door het dakraam gekomen, overval", "2"),
        ("overval, een van de daders had een mes en de ander een pistool", "2"),
        ("om 13.30 stonden er opeens twee kerels in de keuken, overval", "2"),
        ("overval, no info yet on how many there were", "unknown"),
        ("er stonden een paar gasten te filmen", None),
        ("onbekende met mes bij de drogist, geld weg", "1"),
        ("verd. omstandigheid, witte Skoda rijdt zonder licht rond", None),
        ("courier says a yellow van followed him all the way", None),
    ],
)
def test_who_is_counted(text: str, persons: str | None) -> None:
    """Neither times of the clock nor victims."""
    assert read_now(text).persons == persons
