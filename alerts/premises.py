"""Premises (vestiging): a shop at an address, and what a member follows from there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alerts.area import Area, Place
from alerts.branch import Branch
from alerts.ids import AreaId, MemberId, MunicipalityId, PremisesId
from alerts.opening_hours import OpeningHours
from alerts.point import Point
from alerts.public_holidays import is_public_holiday
from alerts.tlp import EXTRAS_UP_TO, Tlp

WIDER_CHOICES_M = (3_000, 5_000, 10_000)
NAME_LENGTH = 60
HOUSE_NUMBER_LENGTH = 20

ATTEST_EVERY = timedelta(days=182)  # half a year
ATTEST_AGAIN = timedelta(days=14)  # ours: who is on holiday is asked again afterwards
MOST_ASKINGS = 2

MOST_PEOPLE = 8  # ours: who is on a shop's roster; more takes a coordinator's tap, so many at a time
NEW_FOR = timedelta(hours=24)  # a colleague gets at most GREEN for so long, unless a coordinator vouches


class PointSource(StrEnum):
    """The source of a point."""

    LOCATION = "location"
    PC4 = "pc4"


def name_key(name: str) -> str:
    """Return the name without differences in capitals and spaces, to compare names of one shop."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Premises:
    """A shop. `needs_check`: no table has the PC4, so somebody should look before verifying it.

    `askings`: how often its owners were asked whether all is still so, without an answer yet. `municipality`: the one
    that its people chose where the PC4 does not tell. `people_allowed`: how many people a coordinator allowed (None: as
    the setting says). `hours`: its opening hours, where its owner told them; `opens_on_holidays`: on public holidays it
    is open as on any other day.
    """

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
    municipality: MunicipalityId | None = None
    people_allowed: int | None = None
    hours: OpeningHours | None = None
    opens_on_holidays: bool = False

    @property
    def place(self) -> Place:
        """The place of the shop."""
        return Place(self.pc4, self.pc6, self.point, self.municipality)

    def is_closed_on(self, day: date) -> bool:
        """Whether the shop is closed on a day because that is a public holiday."""
        return not self.opens_on_holidays and is_public_holiday(day)

    @property
    def is_verified(self) -> bool:
        """Whether somebody in scope vouched for it, at this place and in this branch."""
        return self.verified_at is not None

    @property
    def called(self) -> str:
        """The name in the form in which names are compared; empty without one."""
        return name_key(self.name or "")

    @property
    def can_be_verified(self) -> bool:
        """Whether name, postcode and house number are known, so that a coordinator can tell which shop it is."""
        return bool(self.name and self.house_number and self.pc6)


class Verification(StrEnum):
    """How a premises was verified."""

    VOUCH = "vouch"
    INVITE = "invite"


@dataclass(frozen=True, slots=True)
class NewPremises:
    """The facts of a shop that is not stored yet, as a subscriber told them."""

    branch: Branch
    pc4: str | None
    pc6: str | None
    point: Point | None
    point_source: PointSource | None
    name: str | None = None
    house_number: str | None = None
    needs_check: bool = False
    municipality: MunicipalityId | None = None

    @property
    def place(self) -> Place:
        """The place of the shop."""
        return Place(self.pc4, self.pc6, self.point, self.municipality)


@dataclass(frozen=True, slots=True)
class FollowedArea:
    """An area that a member follows besides their own; `words` describe it."""

    id: AreaId
    area: Area
    words: str


@dataclass(frozen=True, slots=True)
class Following:
    """A member's place at a premises, with what they chose for it; `extras_up_to` is the narrowest label that extras
    give."""

    premises: Premises
    member_id: MemberId
    is_owner: bool
    joined_at: datetime
    wider_m: int | None = None
    extra_branches: frozenset[Branch] = frozenset()
    extras_up_to: Tlp = EXTRAS_UP_TO
    new_until: datetime | None = None

    def is_new(self, now: datetime) -> bool:
        """Whether the member gets at most GREEN by this shop, as only colleagues know them yet."""
        return self.new_until is not None and now < self.new_until


@dataclass(frozen=True, slots=True)
class ShopFilter:
    """The shops of a list: at a postcode (`2903`, `2903AB`), with a name that begins so, and of a branch, where these
    are given; `is_waiting`: only sign-ups that have all that a verification needs, and people."""

    postcode: str = ""
    name: str = ""
    branch: Branch | None = None
    is_waiting: bool = False

    @property
    def called(self) -> str:
        """The name in the form in which names are compared."""
        return name_key(self.name)

    def mark(self, premises: Premises) -> "ShopMark":
        """The position of a shop in this list: sign-ups stand in the order in which they came, shops that a name finds
        in that of their names, others in that of their postcodes."""
        if self.is_waiting:
            return ShopMark("", premises.id)
        return ShopMark(premises.called if self.called else premises.pc4 or "", premises.id)


@dataclass(frozen=True, slots=True)
class ShopMark:
    """A position in a list of shops: what follows comes after the shop with this key and id."""

    key: str
    premises: PremisesId
