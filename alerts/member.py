"""Member (deelnemer): a person with an address and a few choices."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alerts.ids import AddressId, MemberId
from alerts.quiet_hours import QuietHours
from alerts.severity import Severity

CONSOLE = "console"  # the channel of members without a chat: nothing is sent there, they sign in
ERASED = "erased-"  # the beginning of the reference of an erased address


class Language(StrEnum):
    """The languages of the screens; Dutch is first."""

    DUTCH = "nl"
    ENGLISH = "en"


def language_of(code: str | None) -> Language:
    """Return the language for a BCP 47 code from Telegram: Dutch for `nl` or no code, English for all others."""
    if code is None or code.split("-")[0] == "nl":
        return Language.DUTCH
    return Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a member or a group: a channel (`telegram`) and its own reference (a chat id)."""

    id: AddressId
    channel: str
    ref: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A person who takes part. `p1_at_night` is None until asked; `muted` may hold P3 and P4 only.

    `at_opening`: severities that wait until a shop of theirs is open. `digest_hour`: the hour of the day at which P3
    and P4 come together in one message, beyond `most_singles` a day; None: each comes by itself.
    """

    id: MemberId
    address: Address
    language: Language
    p1_at_night: bool | None
    muted: frozenset[Severity]
    paused_until: datetime | None
    stopped_at: datetime | None
    created_at: datetime
    at_opening: frozenset[Severity] = frozenset()
    digest_hour: int | None = None
    most_singles: int = 0
    quiet: QuietHours | None = None

    @property
    def has_open_chat(self) -> bool:
        """Whether a message can be sent to the member: there is a chat, and it was not blocked."""
        return self.address.is_active

    @property
    def is_in_console_only(self) -> bool:
        """Whether the member has no chat at all, and works by the console."""
        return self.address.channel == CONSOLE

    @property
    def is_erased(self) -> bool:
        """Whether the member's personal data was erased."""
        return self.address.ref.startswith(ERASED)
