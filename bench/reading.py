"""Reading: CPU time to read what a sentence says, by its length and content."""

import json
import time
from collections.abc import Sequence
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from alerts.reading import LONGEST, read
from bench.figure import Figure, progress

SIGNS = 300  # characters: the length with a promised time
ROUNDS = 400
_ZONE = ZoneInfo("Europe/Amsterdam")
_NOW = datetime(2026, 11, 29, 17, 0, tzinfo=_ZONE)
_SENTENCES = Path(__file__).parents[1] / "tests" / "alerts" / "reading"
# Each text has many candidates for one of the searches.
_DENSE = (
    "twee mannen ",
    "om 20.45 gisteren ",
    "camera kijken kassa ",
    "zwarte Golf langzaam langs de winkel ",
    "niet geen zonder ",
    "zwarte jas grijze broek ",
    "geld weg mee ",
    "Alphen aan den ",
    "een ander een ander ",
    "deur voelt deur trekt ",
    "vroeg hoe laat geld alarm ",
    "hij rende weg naar ",
)


def bench_reading(_folder: Path, *, rounds: int = ROUNDS) -> None:
    """Measure reading and print its figures."""
    progress("reading: natural texts")
    natural = [_filled([text + " "], SIGNS) for text in _texts()]
    _tell(f"natural texts of {SIGNS} characters", _milliseconds(natural, max(rounds, 1)))
    progress("reading: texts that are dense of one thing")
    dense = {part: _milliseconds([_filled([part], SIGNS)], max(rounds // 10, 1)) for part in _DENSE}
    slowest = max(dense, key=lambda part: _share(dense[part], 50))
    _tell(f"the slowest of {len(_DENSE)} dense texts of {SIGNS} characters", dense[slowest])
    progress("reading: texts by length")
    for name, parts in (("natural", _texts()[:5]), ("dense", [slowest])):
        short, long = (_share(_milliseconds([_filled(parts, n)], rounds // 4), 50) / n for n in (SIGNS, LONGEST))
        Figure(
            "reading", f"time per character, {LONGEST:_} characters to {SIGNS}, {name}", long / short, "ratio"
        ).tell()


def _texts() -> list[str]:
    """Return the labelled sentences, as people type them."""
    files = sorted(_SENTENCES.glob("reading_set_*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _filled(parts: Sequence[str], length: int) -> str:
    return "".join(islice(cycle(parts), length))[:length]


def _milliseconds(texts: Sequence[str], rounds: int) -> list[float]:
    for text in texts[:5]:
        _timed(text)  # words are looked up once
    return sorted(_timed(text) * 1e3 for text in islice(cycle(texts), max(rounds, 1)))


def _timed(text: str) -> float:
    """Return the CPU seconds of this thread; other processes on the machine do not count."""
    begun = time.thread_time()
    read(text, now=_NOW, zone=_ZONE)
    return time.thread_time() - begun


def _share(sorted_values: Sequence[float], percent: int) -> float:
    return sorted_values[min(len(sorted_values) - 1, len(sorted_values) * percent // 100)]


def _tell(case: str, milliseconds: Sequence[float]) -> None:
    for percent in (50, 99):
        Figure("reading", f"{case}, p{percent}", _share(milliseconds, percent), "ms").tell()
