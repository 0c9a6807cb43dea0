"""`wees-alert read-text`: what typed text says, for operators: a line of text in and a line of JSON out."""

import json
import os
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alerts.guard import Verdict, find, verdict
from alerts.reading import Reading, read
from alerts.reading.as_json import as_json
from bot.cli.check_text import NOT_REPORTED

_ZONE = ZoneInfo("Europe/Amsterdam")


class WrongMoment(ValueError):
    """The moment of --now is not written as ISO 8601."""


def read_lines(now: str | None) -> None:
    """Read each line of standard input and print one JSON object for it; raises WrongMoment before the first line.

    `now` is the moment of typing in ISO 8601, in the Netherlands unless it has an offset; None is the machine's clock.
    Bytes that are not UTF-8 count as one unknown character each.
    """
    moment = None if now is None else moment_of(now)
    try:
        for line in sys.stdin.buffer:
            sys.stdout.write(reading_of(line, moment or datetime.now(UTC)) + "\n")
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of the answers is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(130)


def moment_of(now: str) -> datetime:
    """Return the moment as an aware time. Raises WrongMoment."""
    try:
        moment = datetime.fromisoformat(now)
        return (moment if moment.tzinfo else moment.replace(tzinfo=_ZONE)).astimezone(_ZONE)
    except (ValueError, OverflowError) as error:
        raise WrongMoment(f"--now: {now} is no moment; write one like 2026-11-29T17:00:00+01:00") from error


def reading_of(line: bytes, now: datetime) -> str:
    """Return the JSON object for one line, which may end in `\\n` or `\\r\\n`.

    What the guard blocks is not read, as in the chat: then `is_report` is null and everything else is empty.
    """
    text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
    if verdict(find(text, allowed=NOT_REPORTED)) is Verdict.BLOCK:
        return json.dumps(as_json(Reading()) | {"is_report": None})
    return json.dumps(as_json(read(text, now=now, zone=_ZONE)))
