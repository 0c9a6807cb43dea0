"""A pattern in words: why its reports may belong together, what does not fit, and its reports in the order of time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.patterns import Proposal, Sighting, Told, Trait, values_of
from alerts.reading import VehicleClass
from alerts.report import VEHICLES, Report
from alerts.services.pattern.read_pattern import SeenPattern
from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import distance, moment


def summary(seen: SeenPattern, t: Phrases) -> Html:
    """Say from how many shops the reports came, within which distance and how many days."""
    first, last = seen.sightings[0], seen.sightings[-1]
    return t(
        "pattern-summary",
        shops=len({one.premises for one in seen.sightings}),
        distance=distance(max(seen.explanation.widest_m, 1), t),
        days=(last.at - first.at).days + 1,
    )


def told_words(told: Told, seen: SeenPattern, t: Phrases) -> Html:
    """Say what several reports tell, and how many of them."""
    what = t.plain(f"pattern-trait-{told.trait}", value=_value(told, t))
    return t("pattern-told", what=what, count=len(told.reports), total=len(seen.sightings))


def differing_words(told: Told, seen: SeenPattern, t: Phrases) -> Html:
    """Say what some reports tell otherwise, and which."""
    what = t.plain(f"pattern-trait-{told.trait}", value=_value(told, t))
    return t("pattern-differs", what=what, numbers=", ".join(seen.reports[one].number for one in told.reports))


def notes(seen: SeenPattern, t: Phrases) -> list[Html]:
    """Say what a reader should know beside it: reports elsewhere, an earlier dismissal."""
    pattern = seen.pattern
    reason = t.plain(f"pattern-reason-{pattern.reason}") if pattern.reason else ""
    return [
        *([t("pattern-elsewhere", count=seen.elsewhere)] if seen.elsewhere else []),
        *([t(f"pattern-was-{pattern.state}", reason=reason)] if reason else []),
    ]


def timeline_words(sighting: Sighting, report: Report, t: Phrases, zone: ZoneInfo, now: datetime) -> Html:
    """Render a report as a line of the timeline: when, where, which branch, and its number."""
    return t(
        "pattern-line",
        moment=moment(sighting.at, t, zone, now),
        place=place_words(report, t),
        branch=t.plain(f"branch-{sighting.branch}"),
        number=report.number,
    )


def place_words(report: Report, t: Phrases) -> str:
    """Return the PC4 of a report; what stands for a shared place without one."""
    return report.place.pc4 or t.plain("place-shared")


def notice_words(proposal: Proposal, t: Phrases) -> tuple[str | None, str | None]:
    """Return the vehicle and the clothing of a notice, as its form keeps them."""
    vehicle = None
    if proposal.vehicle is not None and proposal.vehicle_colour is not None:
        colour = t.plain(f"colour-{proposal.vehicle_colour}-before")
        vehicle = t.plain("pattern-vehicle-of-colour", colour=colour, vehicle=_vehicle(proposal.vehicle, t))
    elif proposal.vehicle is not None:
        vehicle = proposal.vehicle if proposal.vehicle in VEHICLES else _vehicle(proposal.vehicle, t)
    colours = ", ".join(t.plain(f"colour-{one}-before") for one in proposal.clothing)
    return vehicle, t.plain("pattern-clothes", colours=colours) if colours else None


def sighting_words(sighting: Sighting, t: Phrases) -> str:
    """Return what one report tells, trait by trait, as one line."""
    told = sorted(values_of(sighting), key=lambda one: (list(Trait).index(one[0]), one[1]))
    values = (Told(trait, value, (sighting.report,)) for trait, value in told)
    return "; ".join(t.plain(f"pattern-trait-{one.trait}", value=_value(one, t)) for one in values)


def _value(told: Told, t: Phrases) -> str:
    match told.trait:
        case Trait.SIGNALS:
            words = t.plain(f"signal-{told.value}")
            return f"{words[0].lower()}{words[1:]}"
        case Trait.PERSONS:
            return t.plain(f"mo-offender_count-{told.value}")
        case Trait.APPROACH:
            return t.plain(f"mo-approach-{told.value}")
        case Trait.VEHICLE:
            return _vehicle(VehicleClass(told.value), t)
        case Trait.TIME_BAND:
            first, last = told.value.split("-")
            return t.plain("pattern-hours", first=str(int(first)), last=str(int(last)))
        case _:
            return t.plain(f"colour-{told.value}")


def _vehicle(vehicle: VehicleClass, t: Phrases) -> str:
    return t.plain(f"pattern-vehicle-{vehicle}")
