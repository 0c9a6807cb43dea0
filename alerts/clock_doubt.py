"""Doubt about a clock: whether its time is plausible, compared with others that know the time."""

from datetime import datetime, timedelta
from enum import StrEnum

TOLERANCE = timedelta(minutes=5)
LONGEST_QUIET = timedelta(days=3)  # between two looks at one database, where nobody else knows the time


class Doubt(StrEnum):
    """The source that contradicts the clock."""

    TELEGRAM = "telegram"
    SERVER = "server"  # the clock of the database server
    ROWS_AHEAD = "rows_ahead"  # the database has seen a later time
    ROWS_LONG_AGO = "rows_long_ago"  # the newest time is so long ago that the clock may have jumped ahead


def doubt_of(
    now: datetime, *, telegram: datetime | None, server: datetime | None, newest: datetime | None
) -> Doubt | None:
    """Return why `now` cannot be the time; None when nothing contradicts it.

    `newest` is the latest time that the database has seen. Telegram and the server know the time, so being behind
    `newest` only counts where neither gives a time; being days ahead always does, as they may be on the same machine.
    """
    if telegram is not None and abs(now - telegram) > TOLERANCE:
        return Doubt.TELEGRAM
    if server is not None and abs(now - server) > TOLERANCE:
        return Doubt.SERVER
    if newest is not None and now > newest + LONGEST_QUIET:
        return Doubt.ROWS_LONG_AGO
    if telegram is not None or server is not None or newest is None:
        return None
    return Doubt.ROWS_AHEAD if now < newest - TOLERANCE else None
