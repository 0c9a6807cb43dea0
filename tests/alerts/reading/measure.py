"""`python -m tests.alerts.reading.measure FILE...` measures reading against labelled sentences and prints JSON.

For each field it prints how many values are labelled, read, and both, with precision and recall. Signals, branches and
garments count one by one, the vehicle as class and colour, the place as its four parts. `--misses` lists what differs.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alerts.reading import read
from alerts.reading.as_json import as_json

ZONE = ZoneInfo("Europe/Amsterdam")
PLAIN_FIELDS = (
    "kind",
    "persons",
    "approach",
    "weapon",
    "violence",
    "face_cover",
    "loot_type",
    "exit_mode",
    "exit_direction",
)
FIELDS = (
    *PLAIN_FIELDS,
    "occurred_at",
    "signals",
    "branches",
    "clothing",
    "vehicle_class",
    "vehicle_colour",
    "pc4",
    "pc6",
    "town",
    "here",
)
_EXACT, _PART_OF_DAY = timedelta(minutes=15), timedelta(hours=3)
_PARTS = {"09:00", "12:00", "15:00", "20:00", "03:00"}  # times that stand for a part of the day, or for a day

Values = dict[str, set[str]]


@dataclass
class Figures:
    """The counts of one or more files."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    reports: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def precision(self, name: str) -> float:
        """The share of the values read that is right; 1 where nothing was read."""
        return self.right[name] / self.found[name] if self.found[name] else 1.0

    def recall(self, name: str) -> float:
        """The share of the labelled values that was read; 1 where nothing is labelled."""
        return self.right[name] / self.labelled[name] if self.labelled[name] else 1.0

    def share_of_reports(self, is_report: bool) -> float:
        """The share of the reports, or of the other texts, that was recognised as such."""
        total = self.reports[is_report, True] + self.reports[is_report, False]
        return self.reports[is_report, is_report] / total if total else 1.0

    def as_json(self) -> dict[str, Any]:
        """The figures as they are printed."""
        return {
            "sentences": self.reports.total(),
            "is_report": {
                "reports": self.reports[True, True] + self.reports[True, False],
                "reports_read_as_such": round(self.share_of_reports(True), 4),
                "others": self.reports[False, True] + self.reports[False, False],
                "others_read_as_such": round(self.share_of_reports(False), 4),
            },
            "fields": {
                name: {
                    "precision": round(self.precision(name), 4),
                    "recall": round(self.recall(name), 4),
                    "labelled": self.labelled[name],
                    "read": self.found[name],
                    "right": self.right[name],
                }
                for name in FIELDS
            },
        }


def measured(lines: Iterable[str]) -> Figures:
    """Return the figures of these labelled sentences."""
    figures = Figures()
    for line in lines:
        _measure(json.loads(line), figures)
    return figures


def _measure(sentence: Mapping[str, Any], figures: Figures) -> None:
    labels = sentence["labels"]
    now = datetime.fromisoformat(sentence["now"])
    reading = as_json(read(sentence["text"], now=now, zone=ZONE))
    figures.reports[labels["is_report"], bool(reading["is_report"])] += 1
    if labels["is_report"] != reading["is_report"]:
        figures.misses.append(f"is_report {reading['is_report']}: {sentence['text']!r}")
    wanted, got = _values_of(labels), _values_of(reading)
    for name in FIELDS:
        right = _right(name, wanted[name], got[name])
        figures.labelled[name] += len(wanted[name])
        figures.found[name] += len(got[name])
        figures.right[name] += right
        if right < max(len(wanted[name]), len(got[name])):
            there, read_as = sorted(wanted[name]), sorted(got[name])
            figures.misses.append(f"{name}: {there} read as {read_as}: [{sentence['now']}] {sentence['text']!r}")


def _values_of(told: Mapping[str, Any]) -> Values:
    """Return the values of each field, of labels or of a reading."""
    place, vehicle = told.get("place") or {}, told.get("vehicle") or {}
    clothing = told.get("clothing") or []
    values: dict[str, Any] = {name: [told.get(name)] for name in (*PLAIN_FIELDS, "occurred_at")}
    values |= {name: told.get(name) or [] for name in ("signals", "branches")}
    values |= {name: [place.get(name)] for name in ("pc4", "pc6", "town", "here")}
    values["clothing"] = clothing.split(", ") if isinstance(clothing, str) else clothing
    values["vehicle_class"], values["vehicle_colour"] = [vehicle.get("class")], [vehicle.get("colour")]
    return {name: {str(one) for one in several if one} for name, several in values.items()}


def _right(name: str, wanted: set[str], got: set[str]) -> int:
    if name == "occurred_at" and wanted and got:
        return int(_is_same_moment(*wanted, *got))
    return len(wanted & got)


def _is_same_moment(wanted: str, got: str) -> bool:
    there, read_as = datetime.fromisoformat(wanted), datetime.fromisoformat(got)
    leeway = _PART_OF_DAY if f"{there:%H:%M}" in _PARTS else _EXACT
    return abs(there - read_as) <= leeway


def _lines(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from Path(name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    figures = measured(_lines(name for name in sys.argv[1:] if name != "--misses"))
    if "--misses" in sys.argv:
        sys.stderr.write("\n".join(figures.misses) + "\n")
    sys.stdout.write(json.dumps(figures.as_json(), indent=2) + "\n")
