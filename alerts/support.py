"""Support register: subsidies, funds and help after a robbery, of a municipality or for the country, and the cards that
a victim reads (docs/domain.md §4, "Support")."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from alerts.errors import InvalidText
from alerts.ids import MunicipalityId, SupportId
from alerts.member import Language

NAME_LENGTH = 60  # UTF-16 units: a heading, and a button of the chat
LINE_LENGTH = 160  # UTF-16 units: three lines on a phone at most
SOURCE_LENGTH = 80  # UTF-16 units
LINK_LENGTH = 300  # characters
CHECKED_ON = date(2026, 11, 29)  # when the sources of `STANDARD` were read last


class Validity(StrEnum):
    """Whether a scheme counts on a day. Readers see only those that do."""

    VALID = "valid"
    NOT_YET = "not_yet"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class SchemeWords:
    """A scheme in one language: its name, what it is for, and who can get it."""

    name: str
    purpose: str
    audience: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme (regeling): a subsidy, a fund or another kind of help. Without `municipality` it is for the whole
    country.

    `standard` names the scheme of the program that this is, or in whose place it stands; without `words`
    those of the program count. `first` and `last` are the days on which it begins and ends, inclusive;
    None: none is known. `checked_on`: the day on which somebody last looked whether the source still says so.
    """

    municipality: MunicipalityId | None
    link: str
    source: str
    checked_on: date
    first: date | None = None
    last: date | None = None
    words: Mapping[Language, SchemeWords] | None = None
    standard: str | None = None

    def validity(self, today: date) -> Validity:
        """Return whether the scheme counts on this day."""
        if self.last is not None and self.last < today:
            return Validity.EXPIRED
        return Validity.NOT_YET if self.first is not None and today < self.first else Validity.VALID


@dataclass(frozen=True, slots=True)
class SupportEntry:
    """An entry of the register: a scheme as it was stored, or (without an id, in version 0) one of the program."""

    scheme: Scheme
    id: SupportId | None = None
    version: int = 0
    changed_at: datetime | None = None

    @property
    def key(self) -> str:
        """The key of the entry in addresses and notices: the program's, or the number."""
        return self.scheme.standard or str(self.id)


class SupportCard(StrEnum):
    """The cards for a victim, in the order in which help is needed. Each has a text of at most four lines."""

    VICTIM_SUPPORT = "victim-support"
    VIOLENCE_FUND = "violence-fund"
    POLICE_REPORT = "police-report"
    INSURANCE = "insurance"
    COMPENSATION = "compensation"
    JOINING = "joining"
    PROSECUTOR_TALK = "prosecutor-talk"
    RIGHT_TO_SPEAK = "right-to-speak"


# The cards that stand for a scheme: who reads the card need not read the entry too, and without the scheme there is no
# card.
CARD_OF_SCHEME = {one.value: one for one in (SupportCard.VICTIM_SUPPORT, SupportCard.VIOLENCE_FUND)}
RIGHTS = tuple(one for one in SupportCard if one not in CARD_OF_SCHEME.values())

STANDARD = (
    Scheme(None, "https://www.slachtofferhulp.nl/", "slachtofferhulp.nl", CHECKED_ON, standard="victim-support"),
    Scheme(
        None,
        "https://www.schadefonds.nl/kom-ik-in-aanmerking/",
        "schadefonds.nl, voorwaarden",
        CHECKED_ON,
        standard="violence-fund",
    ),
)


def register_with(stored: Iterable[SupportEntry]) -> list[SupportEntry]:
    """Return the register: what is stored, a municipality's own before those for the country and the oldest first, and
    each scheme of the program in whose place nothing is stored."""
    found = list(stored)
    replaced = {one.scheme.standard for one in found}
    unchanged = [SupportEntry(one) for one in STANDARD if one.standard not in replaced]
    return sorted([*unchanged, *found], key=lambda one: one.scheme.municipality is None)


def checked_link(typed: str) -> str:
    """Return an address that a reader can open safely. Raises InvalidText unless it is https with the name of a host,
    without a login, a port or characters that an address does not have."""
    link = typed.strip()
    if len(link) > LINK_LENGTH:
        raise InvalidText("too-long", length=str(LINK_LENGTH), typed=str(len(link)))
    try:
        parts = urlsplit(link)
        is_plain = parts.scheme == "https" and parts.netloc.lower() == parts.hostname and "." in (parts.hostname or "")
    except ValueError:
        is_plain = False
    if not is_plain or not link.isascii() or not link.isprintable() or any(sign in link for sign in " \"'<>\\`"):
        raise InvalidText("no-https-link")
    return link
