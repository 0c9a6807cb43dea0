"""Errors of the program, as a tree. An error carries the id of a text and its fields, never prose; the docstring of its
class is its default message.

AlertsError
├─ Rejected        the person can correct it
│  ├─ InvalidPostcode · InvalidText · InvalidInvite · InvalidCode · NotAllowed · IllegalTransition · LimitReached
│  ├─ InvalidShift · OutOfReach (a NotAllowed) · LabelTooNarrow · Blocked (an InvalidText, in alerts/typed_text.py)
├─ NotFound
├─ Conflict        a unique or version clash from storage, translated
├─ TableShrinks    a new postcode table lacks too much of the old one
├─ Unavailable     the storage cannot serve now; the failed operation changed nothing
└─ DeliveryError   RecipientGone · Migrated · TopicGone · Throttled · Temporary (Unreachable) · Undeliverable
                   (ChatRefuses) · Unknown (Garbled)
"""

from enum import StrEnum
from typing import ClassVar

from alerts.kvo_group import ChatTrouble

NOT_FOUND = "not-found"  # the same answer for an item that does not exist and one that is not for this person


class AlertsError(Exception):
    """An operation of Wees Alert failed."""

    def __str__(self) -> str:
        return super().__str__() or (self.__doc__ or "").strip().splitlines()[0]


class Rejected(AlertsError):
    """The input or action was refused, and the person can correct it; `text_id` says how, with `fields` filled in."""

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
    """The typed text is not a postcode of a visiting address."""

    text_prefix = "postcode"


class InvalidText(Rejected):
    """The text is empty, too long, or contains something that may not be shared."""

    text_prefix = "text"


class InvalidInvite(Rejected):
    """The invitation is unknown, used up, expired or revoked."""

    text_prefix = "invite"


class InvalidCode(Rejected):
    """The code that ties a chat to a KVO group is unknown, used or expired."""

    text_prefix = "code"


class InvalidShift(Rejected):
    """The shift cannot stand on the roster like this."""

    text_prefix = "shift"


class NotAllowed(Rejected):
    """The person has no right to this action, or not in this place."""

    text_prefix = "not-allowed"


class OutOfReach(NotAllowed):
    """The requested item is not for this person; the answer is the same as when it does not exist.

    The reason is for the audit record only (`alerts/refusal.py`), because a different answer would reveal what exists.
    """

    @property
    def text_id(self) -> str:
        """The Fluent id of the sentence for NotFound, so that the two look alike."""
        return NOT_FOUND


class IllegalTransition(Rejected):
    """The item is no longer in a state in which this action is possible."""

    text_prefix = "too-late"


class LimitReached(Rejected):
    """The limit on the number at once, or in a period, is reached."""

    text_prefix = "limit"


class LabelTooNarrow(Rejected):
    """The TLP label does not allow the text to leave by this route."""

    text_prefix = "label"


class NotFound(AlertsError):
    """The requested item does not exist."""

    text_id: ClassVar[str] = NOT_FOUND


class Conflict(AlertsError):
    """The row exists already, or somebody else changed it first."""


class WrongSchema(Conflict):
    """The schema of the database differs from that of its revision."""


class Trouble(StrEnum):
    """The cause for which a database cannot serve, by its error; for each the operator has to do something else."""

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
    """The database is unreachable, full or busy now; the same operation may succeed later."""

    def __init__(self, text: str = "", trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(text)
        self.trouble = trouble


class DeliveryError(AlertsError):
    """The message was not delivered, or it is unknown whether it was."""


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
    """Telegram limits the rate: no request may follow within `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__()
        self.retry_after = retry_after


class Temporary(DeliveryError):
    """The message was certainly not sent; a retry cannot repeat it."""


class Unreachable(Temporary):
    """There was no connection to the platform, so nothing is known about the address."""


class Undeliverable(DeliveryError):
    """The platform refused this message; a retry would be refused too."""


class ChatRefuses(Undeliverable):
    """The platform accepts no message for this group chat, whatever its text."""

    def __init__(self, trouble: ChatTrouble) -> None:
        super().__init__()
        self.trouble = trouble

    def __str__(self) -> str:
        return self.trouble


class Unknown(DeliveryError):
    """The answer was lost, so it is unknown whether the message was sent."""


class Garbled(Unknown):
    """The answer of the platform cannot be parsed."""
