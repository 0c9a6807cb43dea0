"""The Dutch public holidays on which a shop may be closed, by the library holidays."""

from datetime import date
from functools import cache

GOOD_FRIDAY = "Good Friday"  # shops are open then


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays  # takes a tenth of a second to load, and most never ask

    found = country_holidays("NL", years=year, language="en_US")
    return frozenset(day for day, name in found.items() if name != GOOD_FRIDAY)


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday in the Netherlands; Liberation Day only every fifth year."""
    return day in _holidays(day.year)
