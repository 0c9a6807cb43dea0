"""Pins: a live notice stands pinned in a group's chat until it is over, where the bot may pin.

A pin is a step beside the delivery and not a delivery: it follows the message once, without a sound, and what refuses
it is left at that (docs/decisions/, number 115).
"""

from typing import Protocol

from alerts.alert import AlertState, RevisionKind
from alerts.delivery import Claimed, Operation, Sent
from alerts.errors import DeliveryError
from alerts.severity import Severity
from bot.logs import logger

CHAT_ENDED = "chat-ended"  # the notice that an alert reached its end time
_PINNED = frozenset({Severity.P1, Severity.P2, Severity.P3})  # P4, and so every tip, is for reading once
_LIVE = frozenset(one for one in RevisionKind if not one.ends)

log = logger()


class PinMessenger(Protocol):
    """Pins and unpins messages. Every failure is raised as a DeliveryError."""

    async def pin(self, ref: str, message_ref: str) -> None:
        """Pin a message without a sound."""

    async def unpin(self, ref: str, message_ref: str) -> None:
        """Unpin a message; one that is not pinned is no failure."""


async def follow_pin(messenger: PinMessenger, claimed: Claimed, sent: Sent) -> None:
    """Pin the text of a live notice that arrived in a group's chat, in place of the earlier one; unpin that when the
    notice is over. Raises nothing."""
    if claimed.kvo_group_id is None or claimed.operation is not Operation.SEND:
        return
    is_live, is_over = _is_live(claimed), _is_over(claimed)
    try:
        if is_live:
            await messenger.pin(sent.chat_ref, sent.message_ref)
        if (is_live or is_over) and claimed.within_reach is not None:
            await messenger.unpin(claimed.ref, claimed.within_reach)
    except DeliveryError as error:  # the bot may not, or not now
        log.info("not_pinned", delivery=claimed.id, error=type(error).__name__, detail=str(error))


def _is_live(claimed: Claimed) -> bool:
    is_text = claimed.revision_kind in _LIVE and claimed.alert_state is AlertState.LIVE
    return is_text and claimed.severity in _PINNED


def _is_over(claimed: Claimed) -> bool:
    is_last = claimed.revision_kind is not None and claimed.revision_kind not in _LIVE
    return is_last or (claimed.notice is not None and claimed.notice.view == CHAT_ENDED)
