"""What the pages of shops show."""

from dataclasses import dataclass
from typing import ClassVar

from alerts.services.shop.find_twin import Twin
from console.moments import Moment
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Line:
    """One shop in a list: `notes` are what to know before vouching for it (empty in a search)."""

    path: str
    name: str
    where: str
    branch: str
    is_verified: bool
    notes: Html | str


@dataclass(frozen=True, slots=True)
class SignupsView:
    """One page of the sign-ups that wait, oldest first. `onwards` and `from_start` are paths; empty where there is
    nothing."""

    template: ClassVar[str] = "pages/shops/signups.html"
    lines: tuple[Line, ...]
    onwards: str
    from_start: str


@dataclass(frozen=True, slots=True)
class BranchChoice:
    """A branch to choose: its key, its words, and whether it is chosen."""

    key: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShopsView:
    """One page of the shops that fit a search, with what was typed. `wrong`: what is wrong with the postcode."""

    template: ClassVar[str] = "pages/shops/shops.html"
    postcode: str
    name: str
    branches: tuple[BranchChoice, ...]
    lines: tuple[Line, ...]
    onwards: str
    from_start: str
    wrong: Html | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of this person's own that somebody can still use."""

    number: int
    left: int
    until: Moment


@dataclass(frozen=True, slots=True)
class People:
    """How many people belong to a shop and may, by their function there; `allow`: the number to allow next (0: there is
    room)."""

    owners: int
    colleagues: int
    new: int
    came: int
    most: int
    allow: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A shop beside others that look like it: `path` is empty for the one on whose page it stands."""

    path: str
    facts: Html
    state: Html
    people: int


@dataclass(frozen=True, slots=True)
class ShopView:
    """One shop: its facts, and the forms that its state allows.

    `entries`: this shop and those that look like it, side by side (empty: there are none in scope); `twin` is the kind
    that the form names. `problem`: why the last form changed nothing.
    """

    template: ClassVar[str] = "pages/shops/shop.html"
    path: str
    name: str
    version: int
    facts: Html
    check: Html | str
    state: Html
    verified: Moment | None
    may_verify: bool
    notes: Html
    twin: Twin | str
    entries: tuple[Entry, ...]
    people: People
    links: tuple[Link, ...]
    problem: Html | None = None
