"""Description of a report as a sighting: its fields, and the vehicle and colours of clothing that its words tell."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.branch import Branch
from alerts.ids import MemberId
from alerts.patterns.sighting import Sighting
from alerts.premises import Premises
from alerts.reading import LONGEST, Colour, VehicleClass
from alerts.reading.clothing import clothing
from alerts.reading.negation import with_denials
from alerts.reading.tokens import Tokens
from alerts.reading.vehicles import vehicles
from alerts.reading.words import COLOURS
from alerts.report import Outcome, Report
from alerts.tally import HourBand, local_time

_COLOUR_OF = {word: Colour(name) for name, words in COLOURS.items() if name for word in words.split()}
NO_GROUND = (Outcome.UNFOUNDED, Outcome.DUPLICATE, Outcome.WITHDRAWN)


def may_be_compared(report: Report, shop: Premises | None) -> bool:
    """Whether a report takes part in patterns: somebody who is still known made it, about a shop that is verified and
    at a known point, and it was neither taken back nor closed as unfounded or as a duplicate."""
    if shop is None or not shop.is_verified or shop.closed_at is not None or report.place.point is None:
        return False
    if report.main_id is not None or report.outcome in NO_GROUND:
        return False
    return report.is_confirmed and report.member_id is not None


def sighting_of(
    report: Report, branch: Branch, owners: Iterable[MemberId], zone: ZoneInfo, *, additions: Sequence[str] = ()
) -> Sighting:
    """Return what is compared of a report for which `may_be_compared` holds; `branch` and `owners` are of its shop. It
    reads the words, which takes some ms."""
    assert report.place.point is not None
    assert report.member_id is not None
    assert report.premises_id is not None
    told = report.content
    vehicle, colour = _vehicle([told.vehicle, told.what, *additions])
    at, band = _when(report, zone)
    return Sighting(
        report=report.id,
        premises=report.premises_id,
        people=frozenset({*owners, report.member_id}),
        point=report.place.point,
        at=at,
        kind=report.kind,
        branch=branch,
        signals=told.signals,
        persons=told.persons,
        vehicle=vehicle,
        vehicle_colour=colour,
        clothing=frozenset(_clothing([told.clothing, told.what, *additions])),
        approach=told.approach,
        time_band=band,
    )


def _vehicle(texts: Iterable[str | None]) -> tuple[VehicleClass | None, Colour | None]:
    """Return the class and colour of the vehicle in the first text that tells of one; nothing where it tells of two."""
    for text in texts:
        if text in set(VehicleClass):
            return VehicleClass(text), None
        seen = vehicles(_read(text))
        if seen:
            classes, colours = {one.vehicle_class for one in seen}, {one.colour for one in seen if one.colour}
            is_one = len(classes) == 1 and len(colours) <= 1
            return (classes.pop(), next(iter(colours), None)) if is_one else (None, None)
    return None, None


def _clothing(texts: Iterable[str | None]) -> set[Colour]:
    garments = [one.value for text in texts for one in clothing(_read(text))]
    return {_COLOUR_OF[word] for garment in garments for word in garment.casefold().split() if word in _COLOUR_OF}


def _read(text: str | None) -> Tokens:
    return with_denials(Tokens.of((text or "")[:LONGEST]))


def _when(report: Report, zone: ZoneInfo) -> tuple[datetime, HourBand | None]:
    """Return when it happened (not known: when it was reported), with no hour band where only a part of the day was
    told."""
    at = report.occurred_at or report.created_at
    return at, None if report.occurred_at and report.content.time_of_day else local_time(at, zone)[1]
