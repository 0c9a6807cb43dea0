"""Crews: they scout some shops, rob one of them, and may go on. Harmless people only look as if they scouted."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from alerts.branch import Branch
from alerts.report import Signal
from bench.city.assumptions import Assumptions
from bench.city.looks import Look, chosen, clothing, look, signals
from bench.city.region import Region, Shop

_OPENS, _CLOSES = 9, 20  # hours, UTC: visits and robberies lie between them
_MONTHS = 12 / 365  # months in a day

# How often crews are after each branch; ours, as police publish no split (docs/domain.md §3).
_AFTER: Mapping[Branch, float] = {
    Branch.SUPERMARKET: 22,
    Branch.SNACKBAR: 22,
    Branch.PETROL_STATION: 12,
    Branch.TOBACCO_CONVENIENCE: 8,
    Branch.NIGHT_SHOP: 6,
    Branch.DRUGSTORE: 6,
    Branch.JEWELLER: 6,
    Branch.LIQUOR: 5,
    Branch.TELECOM: 5,
    Branch.OPTICIAN: 3,
    Branch.SECONDHAND_GOLD: 3,
    Branch.PHARMACY: 2,
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit of people who behave like scouts; `crew` is None for harmless people."""

    shop: Shop
    at: datetime
    look: Look
    signals: frozenset[Signal]
    crew: int | None = None


@dataclass(frozen=True, slots=True)
class Robbery:
    """A robbery by a crew."""

    shop: Shop
    at: datetime
    look: Look
    crew: int


@dataclass(slots=True)
class Year:
    """The visits and robberies of the simulated time, each in the order of time."""

    visits: list[Visit] = field(default_factory=list)
    robberies: list[Robbery] = field(default_factory=list)


def simulate_year(region: Region, assumed: Assumptions, begins: datetime, rng: random.Random) -> Year:
    """Return what happens in the region from this moment on."""
    year, ends = Year(), begins + timedelta(days=assumed.days)
    crews = assumed.robberies * (1 - assumed.goes_on) * assumed.days / 365
    for number in range(round(crews)):
        _Crew(number, region, assumed, rng).act(year, begins + rng.random() * (ends - begins))
    year.visits.extend(_harmless(region, assumed, begins, rng))
    year.visits = sorted((one for one in year.visits if one.at < ends), key=lambda one: one.at)
    year.robberies = sorted((one for one in year.robberies if one.at < ends), key=lambda one: one.at)
    return year


def _harmless(region: Region, assumed: Assumptions, begins: datetime, rng: random.Random) -> Iterator[Visit]:
    count = round(assumed.harmless * len(region.shops) * assumed.days * _MONTHS)
    for _ in range(count):
        at = _opened(begins + timedelta(days=rng.randrange(int(assumed.days))), rng)
        yield Visit(rng.choice(region.shops), at, look(rng), signals(rng.choice((1, 1, 2)), rng))


def _opened(moment: datetime, rng: random.Random) -> datetime:
    """Return some moment of that day at which shops are open."""
    return moment.replace(hour=0, minute=0) + timedelta(hours=rng.uniform(_OPENS, _CLOSES))


class _Crew:
    """A crew with its looks, its signals, and the branch that it is after."""

    def __init__(self, number: int, region: Region, assumed: Assumptions, rng: random.Random) -> None:
        self._number, self._region, self._assumed, self._rng = number, region, assumed, rng
        self._branch = chosen(_AFTER, rng)
        self._look = look(rng)
        self._repertoire = sorted(signals(assumed.repertoire, rng))

    def act(self, year: Year, begins: datetime) -> None:
        """Scout and rob, until the crew is caught or stops."""
        base = self._somewhere()
        while True:
            struck = self._scout_and_rob(base, year, begins)
            if self._rng.random() >= self._assumed.goes_on:
                return
            begins = struck + timedelta(days=self._rng.uniform(0, self._assumed.longest_rest))
            if self._rng.random() < self._assumed.moves:
                base = self._somewhere()

    def _somewhere(self) -> tuple[float, float]:
        shop = self._rng.choice(self._region.shops)
        return shop.east, shop.north

    def _scout_and_rob(self, base: tuple[float, float], year: Year, begins: datetime) -> datetime:
        """Add the visits and the robbery of one round, and return the moment of the robbery."""
        assumed, rng = self._assumed, self._rng
        scouted = self._choose(base)
        victim = rng.choice(scouted)
        lasts = rng.uniform(assumed.fewest_days, assumed.most_days)
        looks = [*scouted, *[victim] * assumed.second_looks]
        visits = [self._visit(shop, _opened(begins + timedelta(days=rng.uniform(0, lasts)), rng)) for shop in looks]
        year.visits += visits
        strikes = max(one.at for one in visits) + timedelta(hours=rng.uniform(1, assumed.strikes_after_most))
        if not _OPENS <= strikes.hour < _CLOSES:
            strikes = _opened(strikes + timedelta(hours=24 - _CLOSES), rng)
        year.robberies.append(Robbery(victim, strikes, self._seen(), self._number))
        return strikes

    def _choose(self, base: tuple[float, float]) -> list[Shop]:
        """Return the shops to scout: most of their branch, as far as there are any near the base."""
        assumed, rng = self._assumed, self._rng
        near = self._region.around(base, assumed.roams_m)
        own = [shop for shop in near if shop.branch is self._branch]
        other = [shop for shop in near if shop.branch is not self._branch]
        count = min(rng.randint(assumed.fewest_scouted, assumed.most_scouted), len(near))
        wanted = sum(rng.random() < assumed.same_branch for _ in range(count))
        picked = rng.sample(own, min(wanted, len(own)))
        return picked + rng.sample(other, min(count - len(picked), len(other)))

    def _visit(self, shop: Shop, at: datetime) -> Visit:
        shown = [one for one in self._repertoire if self._rng.random() < self._assumed.shows]
        return Visit(shop, at, self._seen(), frozenset(shown or [self._rng.choice(self._repertoire)]), self._number)

    def _seen(self) -> Look:
        """Return their look on a day, in other clothes perhaps."""
        changed = self._rng.random() < self._assumed.changes_clothes
        return replace(self._look, clothing=clothing(self._rng)) if changed else self._look
