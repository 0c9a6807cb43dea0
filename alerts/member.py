"""Member (deelnemer): one person, with addresses and a few choices."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.ids import AddressId, MemberId
from alerts.severity import Severity


class Language(StrEnum):
    """The languages of the screens; Dutch is first."""

    DUTCH = "nl"
    ENGLISH = "en"


def language_of(code: str | None) -> Language:
    """The language for a BCP 47 code as Telegram gives it; Dutch unless the code says English or another tongue."""
    if code is None or code.split("-")[0] == "nl":
        return Language.DUTCH
    return Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Address:
    """Where a member or a group can be written to: a channel (`telegram`) and its own reference (a chat id)."""

    id: AddressId
    channel: str
    ref: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Member:
    """One person. `p1_at_night` is None until asked; `muted` may hold P3 and P4 only."""

    id: MemberId
    address: Address
    language: Language
    p1_at_night: bool | None
    muted: frozenset[Severity]
    paused_until: datetime | None
    stopped_at: datetime | None
    created_at: datetime
