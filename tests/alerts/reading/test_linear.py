"""What reading does for each character does not grow with the length of the text."""

import sys
from datetime import datetime
from types import FrameType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.reading import LONGEST, read

pytestmark = pytest.mark.sweep

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 29, 17, 0, tzinfo=ZONE)
SHORT = LONGEST // 4
PARTS = [
    *(
        "twee mannen ",
        "een ander ",
        "om 20.45 ",
        "gisteren ",
        "half ",
        "kwart voor ",
        "2 uur ",
        "10 min geleden ",
        "net ",
    ),
    *(
        "geen ",
        "niet ",
        "zonder ",
        "camera ",
        "kijkt ",
        "winkel ",
        "deur ",
        "voelt ",
        "zwarte ",
        "jas ",
        "auto ",
        "van ",
    ),
    *(
        "langzaam ",
        "langs ",
        "geld ",
        "weg ",
        "mes ",
        "hij ",
        "rende ",
        "naar ",
        "noord ",
        "te ",
        "aan den ",
        "in ",
        "de ",
    ),
    *(
        "1 ",
        "2903 ",
        "2903ab ",
        ". ",
        ", ",
        "? ",
        "wat als ",
        "hoe ",
        "a",
        "1",
        "-",
        "'",
        "é ",
        "\n",
        "\u200b",
        "foto's ",
    ),
]


def _steps(text: str) -> int:
    """How many functions are called, ours and those of Python, until the text is read."""
    steps = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text, now=NOW, zone=ZONE)
    finally:
        sys.setprofile(before)
    return steps


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5))
def test_the_steps_per_character_do_not_grow(parts: list[str]) -> None:
    """Whatever a text is made of: four times the length is four times the steps, and a little for its edges."""
    once = "".join(parts)
    short, long = (once * max(length // len(once), 1) for length in (SHORT, LONGEST))
    read(long, now=NOW, zone=ZONE)  # each word is looked up once
    assert _steps(long) <= len(long) / len(short) * 1.4 * _steps(short) + 400
