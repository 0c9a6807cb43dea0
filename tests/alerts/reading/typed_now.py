"""The moment at which the sentences of these tests are typed, unless a test says otherwise."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.reading import Reading, read

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 27, 16, 0, tzinfo=ZONE)  # a Friday


def read_now(text: str, now: datetime = NOW) -> Reading:
    """Read the text as typed at that moment."""
    return read(text, now=now, zone=ZONE)
