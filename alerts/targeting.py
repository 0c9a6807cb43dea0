"""Targeting: who gets an alert, as a pure predicate. `storage/targeting.py` has the same in SQL; a property test
compares."""

from dataclasses import dataclass
from enum import StrEnum

from alerts.alert import AlertContent
from alerts.area import Area, AreaKind, Place, is_within
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MunicipalityId
from alerts.role import Matter, Scope
from alerts.tlp import EXTRAS_UP_TO, NEW_UP_TO, Route, Tlp


class Cause(StrEnum):
    """The causes for which an alert finds a member at a premises."""

    REACH = "reach"  # it reaches the shop, and is for its branch
    BRANCH = "branch"  # it reaches the shop, and is for a branch that the member added
    WIDER = "wider"  # it happened within the wider radius that the member chose
    AREA = "area"  # it happened in another area that the member follows


@dataclass(frozen=True, slots=True)
class Target:
    """The audience of an alert. No `branches` means all; `place`: where it happened; `area`: the ground that the sender
    reaches, unless that is a `region`; `is_widened`: a member's wider radius and followed areas count."""

    tlp: Tlp
    branches: frozenset[Branch]
    place: Place
    area: Area
    is_widened: bool = True
    region: Scope | None = None


def target_of(content: AlertContent) -> Target:
    """Return the audience of an alert with this content; an alert to a KVO group or in a region is never widened."""
    group = content.kvo_group_id
    if content.region is not None:
        place = content.place
        return Target(content.tlp, content.branches, place, content.area, is_widened=False, region=content.region)
    area = content.area if group is None else Area(AreaKind.KVO_GROUP, centre=content.place, kvo_group_id=group)
    return Target(content.tlp, content.branches, content.place, area, is_widened=group is None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member at a premises, with the extras that they chose for it (metres, branches, areas).

    `is_new`: a colleague of less than a day, for whom no coordinator vouches. `municipalities`: those in which the
    place may lie.
    """

    place: Place
    branch: Branch
    is_verified: bool
    wider_m: int | None = None
    extra_branches: frozenset[Branch] = frozenset()
    extras_up_to: Tlp = EXTRAS_UP_TO
    followed: tuple[Area, ...] = ()
    kvo_groups: frozenset[KvoGroupId] = frozenset()
    is_new: bool = False
    municipalities: frozenset[MunicipalityId] = frozenset()


def concerns(target: Target, candidate: Candidate) -> bool:
    """Whether the alert is for this member because of this premises (docs/architecture.md, "Who gets an alert")."""
    cause = cause_of(target, candidate)
    if cause is Cause.REACH:
        return _admits(target.tlp, candidate)
    return cause is not None and _admits_extra(target.tlp, candidate)


def cause_of(target: Target, candidate: Candidate) -> Cause | None:
    """Return by what the alert finds this member at this premises, whatever its label admits; None if it does not."""
    own_branch = _includes(target.branches, {candidate.branch})
    if not own_branch and not _includes(target.branches, candidate.extra_branches):
        return None
    if _reaches(target, candidate):
        return Cause.REACH if own_branch else Cause.BRANCH
    return _cause_beyond(target, candidate) if target.is_widened else None


def _reaches(target: Target, candidate: Candidate) -> bool:
    if target.region is not None:
        return target.region.covers(Matter(candidate.place, candidate.municipalities))
    return target.area.covers(candidate.place, candidate.kvo_groups)


def _includes(wanted: frozenset[Branch], has: set[Branch] | frozenset[Branch]) -> bool:
    return not wanted or not wanted.isdisjoint(has)


def _admits(tlp: Tlp, candidate: Candidate) -> bool:
    if tlp.admits(Route.EVERYBODY):
        return True
    is_within = not candidate.is_new or tlp.rank <= NEW_UP_TO.rank
    return candidate.is_verified and tlp.admits(Route.CONCERNED) and is_within


def _admits_extra(tlp: Tlp, candidate: Candidate) -> bool:
    is_within = tlp.admits(Route.EVERYBODY) or tlp.rank <= candidate.extras_up_to.rank
    return is_within and _admits(tlp, candidate)


def _cause_beyond(target: Target, candidate: Candidate) -> Cause | None:
    if candidate.wider_m is not None and is_within(target.place, candidate.place, candidate.wider_m):
        return Cause.WIDER
    return Cause.AREA if any(area.covers(target.place) for area in candidate.followed) else None
