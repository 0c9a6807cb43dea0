"""The linker: the program's own search for patterns, given the reports of the city one after another."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from alerts.area import circle
from alerts.ids import ReportId
from alerts.patterns import Rules, Sighting, propose_notice, search_around, sighting_of
from alerts.targeting import Target
from alerts.tlp import DEFAULT_TLP
from bench.city.shops import Told

ZONE = ZoneInfo("Europe/Amsterdam")


class PatternLinker:
    """Puts reports together as `alerts/patterns/` does, in view of how many others there are."""

    def __init__(self, rules: Rules = Rules()) -> None:  # noqa: B008 - frozen
        self._rules = rules
        self._told: dict[ReportId, Told] = {}
        self._recent: list[Sighting] = []

    def add(self, one: Told) -> Sequence[Told]:
        """Return the reports of the best pattern that this new report belongs to; empty without one."""
        new = _sighting(one)
        others = [other for other in self._recent if new.at - other.at <= 2 * self._rules.within]
        around = sum(self._is_around(new, other) for other in others)
        clusters = search_around(new, others, self._rules.among(around))
        self._told[one.report.id] = one
        self._recent = [*others, new]
        return [self._told[each.report] for each in clusters[0].sightings] if clusters else []

    def _is_around(self, new: Sighting, other: Sighting) -> bool:
        is_near = new.point.squared_chord(other.point) <= self._rules.radius_m**2
        return is_near and abs(new.at - other.at) <= self._rules.within


def target_of_pattern(linked: Sequence[Told]) -> Target:
    """Return whom the notice reaches that is filled in for a pattern of these reports."""
    proposal = propose_notice(sorted((_sighting(one) for one in linked), key=lambda one: one.at))
    place = next(one.report.place for one in linked if one.report.id == proposal.centre.report)
    reach = circle(place, proposal.reach_km * 1_000)
    return Target(DEFAULT_TLP[proposal.severity], proposal.branches, place, reach)


def _sighting(one: Told) -> Sighting:
    return sighting_of(one.report, one.shop.branch, [one.shop.owner], ZONE)
