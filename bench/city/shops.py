"""What shops tell: the reports of those who notice a visit, and of every robbery."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.ids import ReportId
from alerts.reading import Colour, VehicleClass
from alerts.report import Report, ReportContent, ReportKind, ReportState, Signal
from bench.city.assumptions import Assumptions
from bench.city.crews import Robbery, Visit, Year
from bench.city.looks import Look, look
from bench.city.region import Shop

_AFTER_ROBBERY = timedelta(minutes=10)  # 112 comes first

_WORD: Mapping[Colour, str] = {
    Colour.BLACK: "zwarte",
    Colour.GREY: "grijze",
    Colour.BLUE: "blauwe",
    Colour.WHITE: "witte",
    Colour.GREEN: "groene",
    Colour.RED: "rode",
    Colour.BROWN: "bruine",
    Colour.SILVER: "zilveren",
}
_GARMENTS = ("jas", "broek")
_VEHICLE: Mapping[VehicleClass, str] = {
    VehicleClass.CAR: "auto",
    VehicleClass.SCOOTER: "scooter",
    VehicleClass.VAN: "bestelbus",
    VehicleClass.BICYCLE: "fiets",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A report, the shop that made it, and whom it is about: the number of a crew, or None for harmless people."""

    report: Report
    shop: Shop
    crew: int | None

    @property
    def at(self) -> datetime:
        """When the report came in."""
        return self.report.created_at


def tell(year: Year, p: float, assumed: Assumptions, rng: random.Random) -> list[Told]:
    """Return the reports in the order in which they come in; a visit is noticed, and reported, with probability `p`.

    Every visit takes the same random numbers, noticed or not: with a higher `p` the same reports come, and more.
    """
    told = [*_noticed(year, p, assumed, rng)]
    for number, robbery in enumerate(year.robberies):
        told.append(_of_robbery(-1 - number, robbery, assumed, rng))
    return sorted(told, key=lambda one: one.at)


def _noticed(year: Year, p: float, assumed: Assumptions, rng: random.Random) -> Iterator[Told]:
    for number, visit in enumerate(year.visits):
        chance, after = rng.random(), timedelta(minutes=rng.expovariate(1 / assumed.reports_after))
        report = _of_visit(number, visit, visit.at + after, assumed, rng)
        if chance < p:
            yield Told(report, visit.shop, visit.crew)


def _of_visit(number: int, visit: Visit, at: datetime, assumed: Assumptions, rng: random.Random) -> Report:
    ticked = frozenset(one for one in sorted(visit.signals) if rng.random() < assumed.ticked)
    kind = rng.choice((ReportKind.RECONNAISSANCE, ReportKind.SUSPICIOUS_SITUATION))
    content = _described(visit.look, ticked, assumed, rng)
    return _report(number, kind, content, visit.shop, visit.at, at)


def _of_robbery(number: int, robbery: Robbery, assumed: Assumptions, rng: random.Random) -> Told:
    content = _described(robbery.look, frozenset(), assumed, rng)
    at = robbery.at + _AFTER_ROBBERY
    return Told(_report(number, ReportKind.ROBBERY, content, robbery.shop, robbery.at, at), robbery.shop, robbery.crew)


def _described(seen: Look, ticked: frozenset[Signal], assumed: Assumptions, rng: random.Random) -> ReportContent:
    """Return what a shop says of people: not all of it, and not all of it right."""
    wrong = look(rng)
    told = [rng.random() < one for one in (assumed.persons_told, assumed.clothing_told, assumed.vehicle_told)]
    persons, wears, came = (wrong if rng.random() < assumed.mistaken else seen for _ in range(3))
    return ReportContent(
        signals=ticked,
        persons=persons.persons if told[0] else None,
        clothing=_clothing(wears) if told[1] else None,
        vehicle=_vehicle(came) if told[2] else None,
    )


def _clothing(seen: Look) -> str:
    """Return the clothing in words, as it is typed: `zwarte jas, grijze broek`."""
    pairs = zip(sorted(seen.clothing), _GARMENTS, strict=False)
    return ", ".join(f"{_WORD[colour]} {garment}" for colour, garment in pairs)


def _vehicle(seen: Look) -> str | None:
    if seen.vehicle is None or seen.paint is None:
        return None
    return f"{_WORD[seen.paint]} {_VEHICLE[seen.vehicle]}"


def _report(
    number: int, kind: ReportKind, content: ReportContent, shop: Shop, occurred: datetime, at: datetime
) -> Report:
    return Report(
        id=ReportId(number),
        number=f"M-{number}",
        kind=kind,
        state=ReportState.RECEIVED,
        content=content,
        place=shop.place,
        member_id=shop.owner,
        premises_id=shop.premises,
        is_confirmed=True,
        occurred_at=occurred,
        created_at=at,
        version=1,
    )
