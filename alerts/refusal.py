"""Refusals worth remembering: who may not, what comes too late, what is not there, what the guard stopped."""

from dataclasses import dataclass

from alerts.errors import (
    AlertsError,
    Conflict,
    IllegalTransition,
    InvalidCode,
    InvalidInvite,
    InvalidText,
    LabelTooNarrow,
    LimitReached,
    NotAllowed,
    NotFound,
)
from alerts.guard import Finding


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was asked for (a verb or command of ours, `step` of a form, the id on the button) and why it was refused.

    Keys only: nothing that somebody typed, and nothing of a button that is not ours.
    """

    request: str
    reason: str
    entity_id: int = 0
    step: str | None = None


def reason_of(error: AlertsError) -> str | None:
    """The key by which it is remembered; None for a slip of the hand, such as a postcode that is none."""
    match error:
        case NotAllowed() | IllegalTransition() | InvalidInvite() | InvalidCode() | LimitReached():
            return error.text_id
        case LabelTooNarrow():
            return error.text_id
        case InvalidText() if error.reason in set(Finding):
            return error.text_id
        case NotFound():
            return "not-found"
        case Conflict():
            return "conflict"
        case _:
            return None
