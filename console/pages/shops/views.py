"""What the pages of shops show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from alerts.member import Language
from alerts.services.shop.find_twin import Twin
from console.choice import Choice
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
class ShopsView:
    """One page of the shops that fit a search, with what was typed. `wrong`: what is wrong with the postcode."""

    template: ClassVar[str] = "pages/shops/shops.html"
    postcode: str
    name: str
    branches: tuple[Choice, ...]
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
    invite: str
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


@dataclass(frozen=True, slots=True)
class Part:
    """One of the places of a postcode, to choose from, in the order of the table from 1 on."""

    number: int
    place: str
    municipality: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class InviteView:
    """The form for a link, with what was typed, and what is wrong by field.

    `parts`: the places of a postcode that has several; `doubt`: why the postcode `code` has to be confirmed.
    """

    template: ClassVar[str] = "pages/shops/invite.html"
    postcode: str
    number: str
    name: str
    branches: tuple[Choice, ...]
    is_for_counter: bool
    parts: tuple[Part, ...]
    doubt: Html | None
    code: str
    is_sure: bool
    wrong: Mapping[str, Html]


@dataclass(frozen=True, slots=True)
class CounterCard:
    """A card for behind the counter, in one language."""

    language: Language
    title: Html
    what: Html
    how: Html
    behind: Html
    until: Html
    emergency: Html


@dataclass(frozen=True, slots=True)
class InvitedView:
    """A new link: its secret is in `told` and in the QR code, and nowhere else from now on."""

    template: ClassVar[str] = "pages/shops/invited.html"
    name: str
    told: Html
    gives: Html
    has_twin: bool
    path: str
    qr: Html
    cards: tuple[CounterCard, ...]
