"""A member's e-mail address: how it is written, the code that verifies it, and what becomes of it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.errors import Rejected
from alerts.ids import MemberId

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=30)
MOST_TRIES = 5  # wrong codes, after which another is asked for
MOST_CODES = 5  # in `CODES_WITHIN`: nobody sends others mail by this
CODES_WITHIN = timedelta(days=1)
# Narrower than RFC 5321: without comments, quotes and literals, which nobody has.
_FORM = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}")
_LONGEST = 254


class WhyInactive(StrEnum):
    """Why nothing is sent to an address that was verified."""

    BOUNCED = "bounced"  # the server of the address refuses it for good
    UNSUBSCRIBED = "unsubscribed"  # by the link in a mail


@dataclass(frozen=True, slots=True)
class MailAddress:
    """The e-mail address of a member. `on_unseen`: also mail a P1 that was not seen in the chat. `token`: the secret in
    the link by which mail is stopped; it gives no other right."""

    member_id: MemberId
    address: str
    token: str
    verified_at: datetime | None
    why_inactive: WhyInactive | None
    on_unseen: bool

    @property
    def is_usable(self) -> bool:
        """Whether notices may be sent to it."""
        return self.verified_at is not None and self.why_inactive is None


@dataclass(frozen=True, slots=True)
class MailCode:
    """The code that was sent last: its hash, until when it counts, and how often a wrong one was given."""

    code_hash: str
    expires_at: datetime
    tries: int


def parse_address(text: str) -> str:
    """Return the address, with its domain in small letters. Raises Rejected."""
    address = text.strip()
    name, _, domain = address.rpartition("@")
    if len(address) > _LONGEST or not _FORM.fullmatch(address) or ".." in address or name[0] == "." or name[-1] == ".":
        raise Rejected("mail-address")
    return f"{name}@{domain.lower()}"
