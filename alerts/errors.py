"""What can go wrong, as a tree; each error names a text and its fields, never prose.

AlertsError
├─ Rejected        the person can mend it
│  ├─ InvalidPostcode · InvalidText · InvalidInvite · InvalidCode · NotAllowed · IllegalTransition · LimitReached
│  ├─ OutOfReach (a NotAllowed) · LabelTooNarrow · Blocked (an InvalidText, in alerts/guard)
├─ NotFound
├─ Conflict        a unique or version clash from storage, translated
├─ TableShrinks    a new postcode table lacks too much of the old one
├─ Unavailable     the storage cannot serve now; nothing was changed by what failed
└─ DeliveryError   RecipientGone · Migrated · TopicGone · Throttled · Temporary (Unreachable) · Undeliverable
                   (ChatRefuses) · Unknown (Garbled)
"""

from enum import StrEnum
from typing import ClassVar

from alerts.kvo_group import ChatTrouble

NOT_FOUND = "not-found"  # the one answer to what is not there and to what is not for this person


class AlertsError(Exception):
    """Something in Wees Alert went wrong."""

    def __str__(self) -> str:
        return super().__str__() or (self.__doc__ or "").strip().splitlines()[0]


class Rejected(AlertsError):
    """The person can mend this; `text_id` says how, with `fields` filled in."""

    text_prefix: ClassVar[str] = "rejected"

    def __init__(self, reason: str, **fields: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fields = fields

    @property
    def text_id(self) -> str:
        """The Fluent id of the sentence that tells the person."""
        return f"{self.text_prefix}-{self.reason}"


class TableShrinks(AlertsError):
    """The new postcode table lacks more than a tenth of the postcodes of the old one."""

    def __init__(self, lost: int, old: int) -> None:
        super().__init__()
        self.lost = lost
        self.old = old


class InvalidPostcode(Rejected):
    """What was typed is not a postcode of a visiting address."""

    text_prefix = "postcode"


class InvalidText(Rejected):
    """A text is too long, empty, or holds what may not be shared."""

    text_prefix = "text"


class InvalidInvite(Rejected):
    """The invitation is unknown, used up, expired or revoked."""

    text_prefix = "invite"


class InvalidCode(Rejected):
    """The code that ties a chat to a KVO group is unknown, used or expired."""

    text_prefix = "code"


class NotAllowed(Rejected):
    """This person may not do this, or not here."""

    text_prefix = "not-allowed"


class OutOfReach(NotAllowed):
    """What was asked for by its number is not for this person; the answer is the same as when there is no such thing.

    The reason is for the audit record only (`alerts/refusal.py`): an answer that differs would tell what exists.
    """

    @property
    def text_id(self) -> str:
        """The Fluent id of the sentence for NotFound, so that the two look alike."""
        return NOT_FOUND


class IllegalTransition(Rejected):
    """The alert or approval is no longer in a state in which this can be done."""

    text_prefix = "too-late"


class LimitReached(Rejected):
    """More than is allowed at once or in this time."""

    text_prefix = "limit"


class LabelTooNarrow(Rejected):
    """The TLP label does not admit this way out."""

    text_prefix = "label"


class NotFound(AlertsError):
    """There is no such thing."""

    text_id: ClassVar[str] = NOT_FOUND


class Conflict(AlertsError):
    """Somebody else changed it first, or it exists already."""


class WrongSchema(Conflict):
    """The database is not what its revision says."""


class Trouble(StrEnum):
    """What keeps a database from serving, as far as its error tells: each asks something else of the operator."""

    UNREACHABLE = "unreachable"  # no server at this address, or the connection was cut
    LOGIN = "login"  # the server refuses the user, the password or the certificate
    MISSING = "missing"  # there is no such database, or its tables are gone
    CROWDED = "crowded"  # no connection is left
    READ_ONLY = "read_only"  # a standby, or a server that was told to take no changes
    FULL = "full"  # no room on the disk
    BUSY = "busy"  # another one holds the lock, or it took too long
    FORBIDDEN = "forbidden"  # the file or the table may not be read or written by this user
    DAMAGED = "damaged"
    GONE = "gone"  # the file is not the one that was opened, or an empty one where there was a database
    OTHER = "other"


class Unavailable(AlertsError):
    """The database is out of reach, full or taken for the moment; the same may succeed later."""

    def __init__(self, text: str = "", trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(text)
        self.trouble = trouble


class DeliveryError(AlertsError):
    """A message did not provably reach its address."""


class RecipientGone(DeliveryError):
    """The person blocked the bot, or the account or membership ended."""


class Migrated(DeliveryError):
    """The group became a supergroup with another address."""

    def __init__(self, new_ref: str) -> None:
        super().__init__()
        self.new_ref = new_ref


class TopicGone(DeliveryError):
    """The topic of the forum was removed."""


class Throttled(DeliveryError):
    """Too many requests: nothing before `retry_after` seconds have passed."""

    def __init__(self, retry_after: float) -> None:
        super().__init__()
        self.retry_after = retry_after


class Temporary(DeliveryError):
    """Certainly not sent; trying again is harmless."""


class Unreachable(Temporary):
    """There was no connection, which says nothing about the address."""


class Undeliverable(DeliveryError):
    """The platform refuses this message; trying again is useless."""


class ChatRefuses(Undeliverable):
    """The platform takes no message for this chat of a group, whatever it says."""

    def __init__(self, trouble: ChatTrouble) -> None:
        super().__init__()
        self.trouble = trouble

    def __str__(self) -> str:
        return self.trouble


class Unknown(DeliveryError):
    """Sent or not: nobody can tell."""


class Garbled(Unknown):
    """The platform answered what nobody can read."""
