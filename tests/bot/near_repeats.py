"""Robberies that follow each other or do not, for the tests of rings."""

from datetime import date, timedelta

from bot.jobs.ring_measurement import RingMeasurement
from tests.bot.town import BEGIN, TABLE, Town

PC4S = [pc4 for pc4, *_ in TABLE]


def in_pairs(many: int) -> list[tuple[str, date]]:
    """Return so many robberies: each second one three days after the first, in the same PC4; two months between."""
    found = []
    for number in range(many // 2):
        day = BEGIN.date() - timedelta(days=60 * number + 60)
        found += [(PC4S[number % len(PC4S)], day), (PC4S[number % len(PC4S)], day + timedelta(days=3))]
    return found


def apart(many: int) -> list[tuple[str, date]]:
    """Return so many robberies of which none follows another within a month."""
    return [(PC4S[number % len(PC4S)], BEGIN.date() - timedelta(days=40 * number + 40)) for number in range(many)]


async def measured(town: Town) -> None:
    """Measure what own data say, if that is due."""
    await RingMeasurement(town.storage, town.clock).measure_if_due()
