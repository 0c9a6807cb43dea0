"""What a sentence is read as."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.branch import Branch
from alerts.guard.plain import Plain
from alerts.reading import LONGEST, ReadField, Reading, ReadPlace, Towns, VehicleClass, read
from alerts.report import ReportKind, Signal
from alerts.time_of_day import TimeOfDay

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 26, 17, 12, tzinfo=ZONE)  # a Thursday


def _read(text: str) -> Reading:
    return read(text, now=NOW, zone=ZONE)


def test_one_sentence_fills_a_report() -> None:
    """The sentence of the shop that types as it talks."""
    reading = _read("net 2 jongens die de etalage filmden, zwarte golf met draaiende motor")
    assert reading.is_report
    assert (ReportKind.RECONNAISSANCE, "2", NOW) == (reading.kind, reading.persons, reading.occurred_at)
    assert {Signal.PHOTOS, Signal.WATCHING_FROM_VEHICLE} == reading.signals
    assert reading.vehicle is not None
    assert ("car", "black") == (reading.vehicle.vehicle_class, reading.vehicle.colour)


def test_one_sentence_fills_a_robbery() -> None:
    """The one-liner of the police."""
    reading = _read(
        "Overval slijterij Goes 16.40u, 1 dader met mes, geld mee, weg op rode scooter ri noordoost, zw jas"
    )
    assert (ReportKind.ROBBERY, "1", "knife", "cash") == (
        reading.kind,
        reading.persons,
        reading.weapon,
        reading.loot_type,
    )
    assert ("scooter", "north_east", ("zw jas",)) == (reading.exit_mode, reading.exit_direction, reading.clothing)
    assert ("Goes", frozenset({Branch.LIQUOR})) == (reading.place.town, reading.branches)


@pytest.mark.parametrize(
    "text",
    [
        *("goedemorgen", "dank je wel!", "hoe zet ik dit uit?", "kan mijn collega ook meelezen", "", "  ", "🙂"),
        *(
            "wat als er een overval is?",
            "what if two men rob us?",
            "stel dat er een man met een mes staat",
            "grapje hoor",
        ),
        *("stuur me alleen meldingen over overvallen", "ik las dat er minder overvallen zijn", "alles rustig hier"),
    ],
)
def test_what_is_no_report_has_no_fields(text: str) -> None:
    """Greetings, thanks, questions, settings, news, and what is only supposed."""
    assert Reading() == _read(text)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        *(("net", "2026-11-26T17:12"), ("20 min geleden", "2026-11-26T16:52"), ("an hour ago", "2026-11-26T16:12")),
        *(
            ("anderhalf uur geleden", "2026-11-26T15:42"),
            ("om 20.45", "2026-11-25T20:45"),
            ("16:05", "2026-11-26T16:05"),
        ),
        *(("om half zes", "2026-11-25T17:30"), ("om kwart voor 5", "2026-11-26T16:45"), ("at 5pm", "2026-11-26T17:00")),
        *(
            ("tien voor half vijf", "2026-11-26T16:20"),
            ("at half past four", "2026-11-26T16:30"),
            ("13.20u", "2026-11-26T13:20"),
        ),
        *(("gisteren rond half zes", "2026-11-25T17:30"), ("eergisteren om 14:00", "2026-11-24T14:00")),
        *(("vanmorgen", "2026-11-26T09:00"), ("gisteravond", "2026-11-25T20:00"), ("vannacht", "2026-11-26T03:00")),
        *(
            ("gisteren", "2026-11-25T12:00"),
            ("vanavond", "2026-11-26T17:12"),
            ("vannacht om 1 uur", "2026-11-26T01:00"),
        ),
        *(("maandag om 10 uur", "2026-11-23T10:00"), ("donderdag om 18:00", "2026-11-19T18:00")),
        *(("op 12 november om 14:00", "2026-11-12T14:00"), ("13/11 om 17.50u", "2026-11-13T17:50")),
        *(("last night at 11.30 pm", "2026-11-25T23:30"), ("on saturday at 4pm", "2026-11-21T16:00")),
        *(("klokslag 4 uur", "2026-11-26T16:00"), ("quarter to four this morning", "2026-11-26T03:45")),
        *(("vorige week dinsdag om 14:00", "2026-11-17T14:00"), ("3 uur 's nachts", "2026-11-26T03:00")),
    ],
)
def test_a_moment_is_read(words: str, at: str) -> None:
    """As it is said, in either language; never one after now."""
    assert datetime.fromisoformat(at).replace(tzinfo=ZONE) == _read(f"{words} twee mannen met een mes").occurred_at


@pytest.mark.parametrize(
    ("words", "time_of_day"),
    [
        *(("gistermiddag", TimeOfDay.AFTERNOON), ("yesterday morning", TimeOfDay.MORNING)),
        *(("maandagavond", TimeOfDay.EVENING), ("vannacht", TimeOfDay.NIGHT), ("gisteren", TimeOfDay.DAY)),
        *(("12 november", TimeOfDay.DAY), ("twee dagen geleden", TimeOfDay.DAY)),
        *(("gistermiddag om half vier", None), ("net", None), ("een uur geleden", None), ("om 16.00", None)),
    ],
)
def test_a_part_of_a_day_is_told_as_such(words: str, time_of_day: TimeOfDay | None) -> None:
    """The moment only stands for it, where no time of the clock was told."""
    reading = _read(f"{words} twee mannen met een mes")
    assert reading.occurred_at is not None
    assert time_of_day == reading.time_of_day


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("overval, twee daders gevlucht richting het station", "het station"),
        ("overval, dader is richting de A20 gevlucht op een scooter", "de A20"),
        ("overval, ze vluchtten naar winkelcentrum De Koperwiek op een scooter", "winkelcentrum De Koperwiek"),
        ("robbed at gunpoint, they fled towards the train station in a black car", "the train station"),
        ("robbery, he drove off toward the ring road", "the ring road"),
        ("overval, gevlucht in noordelijke richting", None),
        ("overval, gevlucht richting noord, daarna richting het station", None),
        ("man met een mes liep richting de kassa", None),
        ("hij rende richting de kassa en trok een mes", None),
        ("twee mannen met een mes, ze gingen richting mijn collega", None),
        ("overval, de een vluchtte richting het station, de ander richting het park", None),
        ("overval, niet gevlucht richting het station", None),
    ],
)
def test_where_offenders_went_in_words(text: str, goal: str | None) -> None:
    """As it was typed, where no direction of the compass was told, and one goal."""
    assert goal == _read(text).exit_goal


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("overval met een mes of een pistool", {ReadField.WEAPON: ("firearm", "knife")}),
        ("overval, geld en sigaretten mee", {ReadField.LOOT_TYPE: ("cash", "tobacco")}),
        ("overval met een mes, geld mee", {}),
        ("hallo allemaal", {}),
    ],
)
def test_what_can_be_read_in_two_ways_is_told(text: str, either: dict[ReadField, tuple[str, ...]]) -> None:
    """The field stays empty, and whoever shows the reading knows that it is open."""
    assert either == dict(_read(text).either)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "om 16.00 of om 16.30",
            "elke dag",
            "gisteren om 8 uur",
            "gisteren en eergisteren",
            "vroeg of we om 18.00 sluiten",
            "vroeg wie er vanavond moet afsluiten",
            "gaan winkels een voor een af",
        ),
        *("zaterdag", "van 1.80 m", "al 20 minuten"),
    ],
)
def test_two_moments_or_none_are_none(words: str) -> None:
    """Two times, a habit, half a day that may be either, the hours of the shop, and what is no time."""
    assert _read(f"twee mannen met een mes {words}").occurred_at is None


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        *(
            ("een man met een mes", "1"),
            ("2 jongens", "2"),
            ("3 man erin, zwarte auto", "3"),
            ("groep van zes jongens", "4_plus"),
        ),
        *(("met z'n drieën stonden ze te filmen", "3"), ("een stel filmde ons", "2"), ("overval, dd. 2", "2")),
        *(("onbekend hoeveel daders, overval", "unknown"), ("man filmt, zijn maat staat op de uitkijk", "2")),
        *(("twee mannen, een derde wacht buiten", "3"), ("four or five boys", "4_plus"), ("hij filmde de kassa", "1")),
        *(
            ("een paar jongens", None),
            ("2 of 3 mannen", None),
            ("groepje jongeren", None),
            ("overval door daders", None),
        ),
        *(("twee jongens en een meisje filmen ons", "3"), ("man en vrouw filmden de kassa", "2")),
        *(("een man en zijn zoon filmden de kassa", "2"), ("eigenaar en zijn vrouw bedreigd door man met mes", "1")),
        *(("one man filming three shops one after another", "1"), ("a guest found a knife in the lobby", None)),
        *(
            ("mijn man zag dat een jongen filmde", "1"),
            ("mijn man zag dat er iemand filmde", None),
            ("dader 1 rode trui, dader 2 zwarte jas", "2"),
        ),
    ],
)
def test_offenders_are_counted(text: str, persons: str | None) -> None:
    """Not customers, not one's own husband; nothing where it is left open."""
    assert persons == _read(text).persons


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        *(
            ("2 mannen, niet gefilmd", "signals", frozenset()),
            ("2 mannen, geen foto's gemaakt", "signals", frozenset()),
        ),
        *(("overval, geen wapen gezien", "weapon", "none_seen"), ("overval, wapen niet gezien", "weapon", "none_seen")),
        *(("overval met mes en pistool", "weapon", None), ("overval, niemand gewond", "violence", None)),
        *(
            ("man duwde tegen de achterdeur", "violence", None),
            ("overval, gezicht goed zichtbaar", "face_cover", "none"),
        ),
        *(("overval, man met trui met capuchon", "face_cover", None), ("overval, niets weg", "loot_type", "none")),
        *(
            ("overval, geld en sigaretten mee", "loot_type", None),
            ("overval, vlucht richting Groningen", "exit_direction", None),
        ),
        *(
            ("overval, niets weg", "kind", ReportKind.ROBBERY_ATTEMPT),
            ("overval, geen idee hoe ze weg zijn", "exit_mode", "unknown"),
        ),
        *(("man zonder pet en zonder jas", "clothing", ()), ("twee mannen stalen een arm vol jassen", "clothing", ())),
    ],
)
def test_what_is_denied_or_doubtful_is_not_read(text: str, field: str, value: object) -> None:
    """A denial is no sighting, and of two readings there is none."""
    assert value == getattr(_read(text), field)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("overval slijterij 2903 ab", ReadPlace(pc6="2903AB")),
        ("overval in 2903", ReadPlace(pc4="2903")),
        ("overval om 2030 uur, buit 2500 euro", ReadPlace()),
        ("overval krimpen ad ijssel", ReadPlace(town="Krimpen aan den IJssel")),
        ("overval in Den Bosch", ReadPlace(town="'s-Hertogenbosch")),
        ("man filmt in Best de kassa", ReadPlace(town="Best")),
        ("Best gek, man filmt de kassa", ReadPlace()),
        ("overval in Gouda, vlucht ri Utrecht", ReadPlace(town="Gouda")),
        ("3072 overval, twee daders", ReadPlace(pc4="3072")),
        ("overval 3072, twee daders", ReadPlace(pc4="3072")),
        ("1500 sigaretten weg na overval", ReadPlace()),
        ("1640 overval, buit: 2500", ReadPlace()),
        ("overval apotheek leiden", ReadPlace(town="Leiden")),
        ("overval in het centrum van Gouda", ReadPlace(town="Gouda")),
        ("man filmt bij ons", ReadPlace(is_here=True)),
        ("man filmt in onze winkel", ReadPlace(is_here=True)),
        ("man filmt hiernaast", ReadPlace()),
    ],
)
def test_a_place_is_read(text: str, place: ReadPlace) -> None:
    """Postcodes, towns by their official names, and here; names that are words count behind *in* only."""
    assert place == _read(text).place


def test_towns_may_come_from_a_table() -> None:
    """Then these are known, and no others; an addition in brackets is left out."""
    towns = Towns.of(["Hengelo (Gld)", "Capelle aan den IJssel"])
    there, elsewhere = (
        read(f"overval in {name}", now=NOW, zone=ZONE, towns=towns).place.town for name in ("hengelo", "Gouda")
    )
    assert ("Hengelo", None) == (there, elsewhere)


@pytest.mark.parametrize(
    ("text", "kind", "colour"),
    [
        *(("man in grijze VW Golf kijkt naar de winkel", "car", "grey"), ("auto kleur wit filmt ons", "car", "white")),
        *(
            ("zwarte Mercedes Vito voor de deur, man filmt", "van", "black"),
            ("white van outside, man filming", "van", "white"),
        ),
        *(("man filmt op een motor", "motorcycle", None), ("man filmt op een zwarte fatbike", "bicycle", "black")),
        *(
            ("man filmt, motor aan", None, None),
            ("een van de mannen filmt", None, None),
            ("man trapte mij van mijn fiets", None, None),
        ),
        *(("man filmt uit rode auto, een ander uit witte bus", None, None), ("iemand volgt mijn bus", None, None)),
    ],
)
def test_a_vehicle_is_read(text: str, kind: VehicleClass | None, colour: str | None) -> None:
    """By its class, make or model; an engine is none, nor is a victim's, and of two different ones there is none."""
    vehicle = _read(text).vehicle
    assert (kind, colour) == ((vehicle.vehicle_class, vehicle.colour) if vehicle else (None, None))


@pytest.mark.parametrize(
    ("text", "approach"),
    [
        *(
            ("twee mannen deden alsof ze schoenen wilden passen, trok een van hen een mes, kassa leeg", "as_customer"),
            ("he pretended to be looking for wine and then pulled a gun, took the cash", "as_customer"),
            ("de dief vroeg om wisselgeld en trok ineens een pistool", "as_customer"),
        ),
        *(
            ("ze wachtten me op toen ik de zaak opende, overval", "waiting_staff"),
            ("two men were hiding by the staff door when we opened up, robbed at knifepoint", "waiting_staff"),
        ),
        *(
            ("overval, daders kwamen via de keuken binnen", "back_door"),
            ("they got in through the loading bay, tied us up and took the cash", "back_door"),
        ),
        *(
            ("poging overval, wilden de voordeur open trappen", "break_in"),
            ("overval, binnengekomen via het dak", "break_in"),
            ("men kicked in the front door and threatened us with a bat, took phones", "break_in"),
        ),
        *(
            ("vier jongens renden de winkel in, trokken telefoons los en sprintten weg", "hit_and_run"),
            ("overval, dader rende in noordelijke richting weg", None),
            ("overval, dader vroeg hoe laat het was en rende weg", None),
        ),
    ],
)
def test_how_offenders_went_about_it(text: str, approach: str | None) -> None:
    """By the words for each approach; running away is none."""
    assert approach == _read(text).approach


@pytest.mark.parametrize("text", ["bivakmutsn op, 2 mannen", "2 mannen met bivakmuutsen", "2 mannen met bviakmutsen"])
def test_a_letter_may_be_wrong_in_a_long_word(text: str) -> None:
    """Missing, doubled or changed about."""
    assert "balaclava" == _read(text).face_cover


def test_passages_are_places_in_the_text_as_it_was_typed() -> None:
    """Also behind signs that are made plain, and in the order of the text."""
    text = "é😀 ﬁlmpje: twee mannen met een mes"
    reading = _read(text)
    typed = {one.field: text[one.start : one.end] for one in reading.passages}
    assert "twee mannen" == typed[ReadField.PERSONS]
    assert "mes" == typed[ReadField.WEAPON]
    assert sorted(one.start for one in reading.passages) == [one.start for one in reading.passages]
    assert text != Plain.of(text).text


def test_only_the_first_thousand_characters_are_read() -> None:
    """What follows is not looked at."""
    assert "knife" == _read("twee mannen " + "x " * 400 + " met een mes").weapon
    assert _read("twee mannen " + "x " * (LONGEST // 2) + " met een mes").weapon is None
