"""Patterns: which planted crews are found among other reports, how soon, and how many patterns are about one."""

import random
import time
from collections import Counter
from datetime import timedelta
from math import pi
from pathlib import Path
from statistics import median

from alerts.ids import ReportId
from alerts.patterns import Rules, Sighting, Window
from bench.figure import Figure, progress
from bench.planted import COUNTRY_KM2, DAYS, TOWN_KM, Town

NOISE = (1, 4, 10, 20)  # other reports for each report about a crew
CREWS, TOWNS = 20, 5
MANY, ONE_BY_ONE = 100_000, 200
_SHARED = 2  # a cluster that has so many reports of one that was shown goes on with it


def bench_patterns(_folder: Path, *, many: int = MANY, towns: int = TOWNS) -> None:
    """Measure the search for patterns and print its figures."""
    for noise in NOISE:
        progress(f"patterns: {noise} other reports for each about a crew")
        _tell_found(noise, [_Watch(random.Random(seed), noise) for seed in range(towns)])
    progress(f"patterns: {many:_} reports in one week")
    _tell_many(many)


class _Watch:
    """One town, watched report by report: the patterns shown, and when each crew was found."""

    def __init__(self, chance: random.Random, noise: int) -> None:
        town = Town(chance)
        self.shown: list[set[ReportId]] = []
        self.delays: dict[int, tuple[float, float]] = {}  # hours from the first report of a crew, and from the third
        self._planted = town.planted
        self._seen: dict[int, list[Sighting]] = {}
        reports = town.reports(CREWS, noise)
        window = Window(_rules(len(reports) / DAYS / TOWN_KM**2))
        for report in reports:
            crew = self._planted.get(report.report)
            if crew is not None:
                self._seen.setdefault(crew, []).append(report)
            for cluster in window.add(report):
                self._show({one.report for one in cluster.sightings}, report)

    @property
    def real(self) -> int:
        """How many of the patterns are about one crew."""
        return sum(self._crew_of(one) is not None for one in self.shown)

    def _show(self, reports: set[ReportId], newest: Sighting) -> None:
        earlier = [one for one in self.shown if len(one & reports) >= _SHARED]
        self.shown = [one for one in self.shown if one not in earlier] + [reports.union(*earlier)]
        crew = self._crew_of(self.shown[-1])
        if crew is not None and crew not in self.delays:
            first, _, third = self._seen[crew][:3]
            self.delays[crew] = _hours(newest.at - first.at), _hours(newest.at - third.at)

    def _crew_of(self, reports: set[ReportId]) -> int | None:
        """Return the crew that at least three, and most, of these reports are about."""
        counted = Counter(self._planted[one] for one in reports if one in self._planted)
        crew, count = max(counted.items(), key=lambda one: one[1], default=(0, 0))
        return crew if count >= 3 and 2 * count > len(reports) else None


def _rules(per_day_and_km2: float) -> Rules:
    """Return the rules for so many reports."""
    usual = Rules()
    around = per_day_and_km2 * usual.within.days * pi * (usual.radius_m / 1_000) ** 2
    return usual.among(round(around))


def _tell_found(noise: int, watched: list[_Watch]) -> None:
    shown, real = sum(len(one.shown) for one in watched), sum(one.real for one in watched)
    delays = [hours for one in watched for hours in one.delays.values()] or [(0.0, 0.0)]
    found, case = sum(len(one.delays) for one in watched), f"{noise} other reports for each about a crew"
    Figure("patterns", f"{case}, precision", real / max(shown, 1), "share").tell()
    Figure("patterns", f"{case}, recall", found / (CREWS * len(watched)), "share").tell()
    for name, hours in zip(("first", "third"), zip(*delays, strict=True), strict=True):
        Figure("patterns", f"{case}, time from its {name} report, median", median(hours), "h").tell()


def _hours(time_passed: timedelta) -> float:
    return time_passed.total_seconds() / 3_600


def _tell_many(many: int) -> None:
    town = Town(random.Random(1))
    reports, window = town.country(many), Window(_rules(many / 7 / COUNTRY_KM2))
    begun = time.perf_counter()
    window.take_in(reports)
    taken = time.perf_counter()
    window.clusters()
    done = time.perf_counter()
    Figure("patterns", f"{many:_} reports", done - taken, "s").tell()
    Figure("patterns", f"{many:_} reports, taking them in", taken - begun, "s").tell()
    times = []
    for report in town.country(ONE_BY_ONE):
        begun = time.perf_counter()
        window.add(report)
        times.append((time.perf_counter() - begun) * 1e3)
    for percent in (50, 99):
        share = sorted(times)[len(times) * percent // 100]
        Figure("patterns", f"one report beside {many:_} others, p{percent}", share, "ms").tell()
