"""Channels beside the chat: a member's e-mail address, and the services of organisations that the operator names."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.delivery import FOR_DIGEST, DeliveryState, OnUnknown, Outcome, Retry, Settled
from alerts.errors import DeliveryError, RecipientGone, Temporary, Undeliverable, Unknown, Unreachable
from alerts.ids import AlertId, MemberId
from alerts.member import Member

MAIL = "mail"  # the channel of e-mail; that of a service is its name with `SERVICE` before it
SERVICE = "service:"
MAIL_FACT = "mail_sender"  # the sender's address while e-mail is set up; empty or missing: there is no e-mail
UNSEEN_AFTER = timedelta(minutes=5)  # after a P1 arrived in the chat
LATEST = timedelta(hours=10)  # what happened longer ago is not sent by another channel any more
_FIRST_WAIT = timedelta(seconds=30)  # servers that do not know us yet ask to come back after a while
_LONGEST_WAIT = timedelta(minutes=10)


class ChannelView(StrEnum):
    """What is sent by a channel: the code that verifies an address, or the text of a notice."""

    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ChannelDelivery:
    """A delivery by a channel beside the chat, in state `sending`. `member_id`: None for a service, which has no
    person. `attempts` counts the tries that failed or were cut off."""

    id: int
    effect_key: str
    channel: str
    view: ChannelView
    member_id: MemberId | None
    alert_id: AlertId | None
    revision_number: int
    on_unknown: OnUnknown
    attempts: int
    deadline: datetime


def after_failure(error: DeliveryError, claimed: ChannelDelivery, now: datetime) -> Outcome:
    """Decide what to do after a try failed: again (doubling waits up to ten minutes), or not any more. A server that is
    out of reach costs no attempt."""
    wait = min(_FIRST_WAIT * (1 << min(claimed.attempts, 6)), _LONGEST_WAIT)
    match error:
        case Unreachable():
            return Retry(now, is_fault=False)
        case Temporary():
            return Retry(now + wait)
        case Unknown():
            if claimed.on_unknown is OnUnknown.GIVE_UP:
                return Settled(DeliveryState.UNKNOWN, "no-answer")
            return Retry(now + wait, is_last=True)
        case RecipientGone():
            return Settled(DeliveryState.FAILED, "gone", str(error))
        case Undeliverable():
            return Settled(DeliveryState.FAILED, "refused", str(error))
        case _:
            raise error


def is_unwanted(member: Member, severity: str, now: datetime) -> bool:
    """Whether the member wants no such notice now: it is muted or for the digest, or there is a pause or a stop."""
    is_paused = member.paused_until is not None and now < member.paused_until
    is_for_digest = member.digest_hour is not None and severity in FOR_DIGEST
    return member.stopped_at is not None or is_paused or is_for_digest or severity in member.muted
