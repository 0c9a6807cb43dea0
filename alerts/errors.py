"""What can go wrong, as a tree; each error names a text and its fields, never prose.

AlertsError
├─ Rejected        the person can mend it
│  ├─ InvalidPostcode · InvalidText · InvalidInvite · InvalidCode · NotAllowed · IllegalTransition · LimitReached
│  ├─ LabelTooNarrow
├─ NotFound
├─ Conflict        a unique or version clash from storage, translated
├─ Unavailable     the storage cannot serve now; nothing was changed by what failed
└─ DeliveryError   RecipientGone · Migrated · TopicGone · Throttled · Temporary (Unreachable) · Undeliverable ·
                   Unknown
"""

from typing import ClassVar


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
        """The Fluent id of the sentence."""
        return f"{self.text_prefix}-{self.reason}"


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


class Conflict(AlertsError):
    """Somebody else changed it first, or it exists already."""


class Unavailable(AlertsError):
    """The database is out of reach, full or taken for the moment; the same may succeed later."""


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


class Unknown(DeliveryError):
    """Sent or not: nobody can tell."""
