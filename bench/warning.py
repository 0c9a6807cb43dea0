"""Warning: whether notices come in time, in a simulated city, beside three ways of today."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, stdev

from bench.city.assumptions import ASSUMED, Assumptions
from bench.city.life import OURS, WAYS, live
from bench.city.message import Worth
from bench.figure import Figure, progress

NOTICED = (0.05, 0.2, 0.4)  # how likely a shop is to notice a visit, and to report it
CITIES = 20

_FIGURES: tuple[tuple[str, str, Callable[[Worth], float | None]], ...] = (
    ("warned before", "share of robberies", lambda one: one.warned),
    ("notices per shop and month", "notices", lambda one: one.per_shop_and_month),
    ("about a real crew", "share of notices", lambda one: one.about_real),
)


def bench_warning(_folder: Path, *, cities: int = CITIES, assumed: Assumptions = ASSUMED) -> None:
    """Simulate a year of so many cities for each probability, and print the figures with their spread."""
    for p in NOTICED:
        progress(f"warning: {cities} cities, p={p:g}")
        lived = [live(seed, p, assumed) for seed in range(cities)]
        for name, unit, value in _FIGURES:
            _tell(f"p={p:g}, {name}", unit, {way: _values(lived, way, value) for way in WAYS})


def _values(lived: Sequence[dict[str, Worth]], way: str, value: Callable[[Worth], float | None]) -> list[float]:
    return [found for one in lived if (found := value(one[way])) is not None]


def _tell(case: str, unit: str, values: dict[str, list[float]]) -> None:
    """Print the mean over the cities beside each way of today, and our spread over the cities."""
    ours = values.pop(OURS)
    for way, theirs in values.items():
        Figure("warning", case, mean(ours), unit, peer=way, peer_value=mean(theirs) if theirs else None).tell()
    if len(ours) > 1:
        Figure("warning", f"{case}, standard deviation over the cities", stdev(ours), unit).tell()
