"""Premises (vestiging): one shop at one address, and what a member follows from there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.area import Area, Place
from alerts.branch import Branch
from alerts.ids import AreaId, MemberId, PremisesId
from alerts.point import Point
from alerts.severity import EXTRAS_UP_TO, Tlp

WIDER_CHOICES_M = (3_000, 5_000, 10_000)
NAME_LENGTH = 60
HOUSE_NUMBER_LENGTH = 10

ATTEST_EVERY = timedelta(days=182)  # half a year
ATTEST_AGAIN = timedelta(days=14)  # ours: who is on holiday is asked again afterwards
MOST_ASKINGS = 2


class PointSource(StrEnum):
    """Where a point came from."""

    LOCATION = "location"
    PC4 = "pc4"


def name_key(name: str) -> str:
    """What is the same for names of one shop: capitals and spaces aside."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Premises:
    """One shop. `needs_check`: the PC4 is in no table, so somebody should look before verifying it; `askings`: how
    often its owners were asked whether all is still so, without an answer yet."""

    id: PremisesId
    branch: Branch
    pc4: str | None
    pc6: str | None
    point: Point | None
    point_source: PointSource | None
    name: str | None
    house_number: str | None
    needs_check: bool
    verified_at: datetime | None
    closed_at: datetime | None
    version: int
    askings: int = 0

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.pc4, self.pc6, self.point)

    @property
    def is_verified(self) -> bool:
        """Whether somebody in scope vouched for it, at this place and in this branch."""
        return self.verified_at is not None

    @property
    def called(self) -> str:
        """The name by which it is known in its street; empty without one."""
        return name_key(self.name or "")

    @property
    def can_be_verified(self) -> bool:
        """Whether a coordinator could know which shop it is: name, postcode and house number are there."""
        return bool(self.name and self.house_number and self.pc6)


class Verification(StrEnum):
    """How a premises came to be verified."""

    VOUCH = "vouch"
    INVITE = "invite"


@dataclass(frozen=True, slots=True)
class NewPremises:
    """What a subscriber told about a shop."""

    branch: Branch
    pc4: str | None
    pc6: str | None
    point: Point | None
    point_source: PointSource | None
    name: str | None = None
    house_number: str | None = None
    needs_check: bool = False


@dataclass(frozen=True, slots=True)
class FollowedArea:
    """An area that a member follows besides their own."""

    id: AreaId
    area: Area
    words: str


@dataclass(frozen=True, slots=True)
class Following:
    """One member at one premises, with what the member added for it; `extras_up_to` is the most that extras give."""

    premises: Premises
    member_id: MemberId
    is_owner: bool
    joined_at: datetime
    wider_m: int | None = None
    extra_branches: frozenset[Branch] = frozenset()
    extras_up_to: Tlp = EXTRAS_UP_TO
