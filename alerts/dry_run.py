"""Dry run: what would happen if a draft were sent now, and what its text lacks. The sender decides; nothing is
stopped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertContent
from alerts.branch import Branch
from alerts.plain_language import HardWord, hard_words, long_sentences
from alerts.policies import is_silent
from alerts.severity import Severity

WEEK = timedelta(days=7)
FEWEST_WORDS = 3  # of a description that tells something


class Ring(StrEnum):
    """The rings around the place in which a recipient's nearest shop lies; `NONE` for who has no shop there, such as a
    coordinator, or no known distance."""

    ONE = "1"
    THREE = "3"
    FIVE = "5"
    BEYOND = "beyond"
    NONE = "none"


RING_M = {Ring.ONE: 1_000, Ring.THREE: 3_000, Ring.FIVE: 5_000}


class Objection(StrEnum):
    """The policies (`alerts/policies.py`) that would hold or drop the notice for a recipient now, in their order."""

    UNREACHABLE = "unreachable"
    MUTED = "muted"
    PAUSED = "paused"
    DIGEST = "digest"
    CLOSED = "closed"
    QUIET = "quiet"


class Arrival(StrEnum):
    """How the notice would arrive now where no policy objects."""

    SOUND = "sound"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Recipients who are alike: their branch (None: coordinators), their ring, the first objection of the policies
    (None: there is none), whether they let a P1 sound at night, and whether they have quiet hours now."""

    branch: Branch | None
    ring: Ring
    objection: Objection | None
    hears_p1: bool
    members: int
    is_quiet: bool = False


class Had(StrEnum):
    """How many notices a recipient had in the last seven days."""

    NONE = "0"
    FEW = "1-2"
    SOME = "3-5"
    MANY = "6+"


MOST_HAD = {Had.NONE: 0, Had.FEW: 2, Had.SOME: 5}


class Part(StrEnum):
    """What a notice tells: when, where, what, and what to do."""

    WHEN = "when"
    WHERE = "where"
    WHAT = "what"
    TO_DO = "to_do"


@dataclass(frozen=True, slots=True)
class Overlap:
    """A live notice that `members` of the recipients have. `can_be_updated`: the sender may begin an update of it."""

    alert: Alert
    members: int
    can_be_updated: bool


@dataclass(frozen=True, slots=True)
class DryRun:
    """The dry run of a draft. `arrivals` counts who would get it by how; `held` those for whom a policy objects.
    `had` and `overlaps` are empty in a glance, which leaves them out."""

    crowds: tuple[Crowd, ...]
    arrivals: dict[Arrival, int]
    held: dict[Objection, int]
    missing: tuple[Part, ...]
    long_sentences: tuple[str, ...]
    hard_words: tuple[HardWord, ...]
    had: dict[Had, int]
    overlaps: tuple[Overlap, ...]

    @property
    def members(self) -> int:
        """The number of all recipients."""
        return sum(one.members for one in self.crowds)

    def by_ring(self) -> dict[Ring, int]:
        """Return the recipients in each ring that has any, the nearest first."""
        found = Counter[Ring]()
        for one in self.crowds:
            found[one.ring] += one.members
        return {ring: found[ring] for ring in Ring if found[ring]}

    def by_branch(self) -> dict[Branch | None, dict[Ring, int]]:
        """Return the recipients of each branch by ring, the branch with most first; None for coordinators."""
        found: dict[Branch | None, Counter[Ring]] = {}
        for one in self.crowds:
            found.setdefault(one.branch, Counter())[one.ring] += one.members
        largest_first = sorted(found, key=lambda one: (one is None, -found[one].total(), one or ""))
        return {branch: dict(found[branch]) for branch in largest_first}


def dry_run_of(
    content: AlertContent,
    crowds: Iterable[Crowd],
    now: datetime,
    zone: ZoneInfo,
    *,
    had: dict[Had, int] | None = None,
    overlaps: Iterable[Overlap] = (),
) -> DryRun:
    """Put a dry run together from what was counted."""
    counted, arrivals, held = tuple(crowds), Counter[Arrival](), Counter[Objection]()
    for one in counted:
        if one.objection is not None:
            held[one.objection] += one.members
        else:
            is_night = is_silent(content.goes_as, one.hears_p1, now, zone)
            is_quiet = is_night or (one.is_quiet and (content.goes_as is not Severity.P1 or not one.hears_p1))
            arrivals[Arrival.SILENT if is_quiet else Arrival.SOUND] += one.members
    return DryRun(
        crowds=counted,
        arrivals={one: arrivals[one] for one in Arrival if arrivals[one]},
        held={one: held[one] for one in Objection if held[one]},
        missing=missing_parts(content),
        long_sentences=tuple(long_sentences(content.what)),
        hard_words=tuple(hard_words(content.what)),
        had=had or {},
        overlaps=tuple(overlaps),
    )


def missing_parts(content: AlertContent) -> tuple[Part, ...]:
    """Return what the notice does not tell. What to do never lacks, as the program adds it for each kind; a tip tells
    neither when nor where."""
    is_vague = len(content.what.split()) < FEWEST_WORDS and not content.mo
    lacks = {
        Part.WHEN: content.occurred_at is None and not content.is_tip,
        Part.WHERE: not content.place_words.strip() and not content.is_tip,
        Part.WHAT: is_vague,
    }
    return tuple(part for part, is_missing in lacks.items() if is_missing)
