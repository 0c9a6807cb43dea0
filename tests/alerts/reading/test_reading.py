"""Tests of the fields that are read from a sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.guard.plain import Plain
from alerts.reading import ReadField, Reading, read
from alerts.report import ReportKind, Signal

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 29, 17, 0, tzinfo=ZONE)


def _read(text: str, now: datetime = NOW) -> Reading:
    return read(text, now=now, zone=ZONE)


def test_one_sentence_fills_a_report() -> None:
    """One sentence, as a shop types it, fills a report."""
    reading = _read("net 2 jongens die de etalage filmden, zwarte golf met draaiende motor")
    assert reading.is_report
    assert (ReportKind.RECONNAISSANCE, "2", NOW) == (reading.kind, reading.persons, reading.occurred_at)
    assert {Signal.PHOTOS, Signal.WATCHING_FROM_VEHICLE} == reading.signals
    assert reading.vehicle is not None
    assert ("car", "black") == (reading.vehicle.vehicle_class, reading.vehicle.colour)


@pytest.mark.parametrize(
    "text",
    [
        "goedemorgen",
        "dank je wel!",
        "hoe zet ik dit uit?",
        "wat als er een overval is?",
        "what if two men rob us?",
        "",
        "  ",
        "🙂",
    ],
)
def test_what_is_no_report_has_no_fields(text: str) -> None:
    """Greetings, thanks, questions and suppositions are no report and have no fields."""
    assert Reading() == _read(text)


def test_passages_are_places_in_the_text_as_it_was_typed() -> None:
    """Passages are places in the typed text, in its order, also after characters that are replaced by plain ones."""
    text = "é😀 ﬁlmpje: twee mannen met een mes"
    reading = _read(text)
    typed = {one.field: text[one.start : one.end] for one in reading.passages}
    assert "twee mannen" == typed[ReadField.PERSONS]
    assert "mes" == typed[ReadField.WEAPON]
    assert sorted(one.start for one in reading.passages) == [one.start for one in reading.passages]
    assert text != Plain.of(text).text


def test_only_the_first_thousand_characters_are_read() -> None:
    """Text after the first thousand characters is not read."""
    assert _read("twee mannen " + "x " * 500 + " met een mes").weapon is None
