"""Refusals that are recorded: not allowed, too late, not found, or stopped by the guard."""

from collections.abc import Mapping
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
    OutOfReach,
)
from alerts.guard import Finding

UNKNOWN_BUTTON, UNKNOWN_COMMAND, MESSAGE = "unknown-button", "unknown-command", "message"

_VERBS: Mapping[str, str] = {
    "alert": "seen act act-shop act-measure why map fewer fewer-do fewer-undo whole archived "
    "report approve grounds ungrounds return reject withdraw correct update extend allclear "
    "retract reuse follow-up agree object line tplfrom tip-send tip-stop tip-retract admin-stop admin-stopped",
    "report": "report-add report-back report-open report-read report-card report-take report-alert report-ring "
    "report-close report-outcome report-ask report-answer report-unknown report-reply report-double report-join "
    "report-number report-doubles report-release report-over helped helped-why helped-reopen "
    "robbery-board robbery-ask robbery-tell robbery-done robbery-words",
    "incident": "incident-open incident-read incident-card incident-sure incident-confirm incident-kind "
    "incident-recast incident-refute incident-refuted incident-join incident-close incident-release incident-draft "
    "task-new meeting-new cascade-seen cascade-take cascade-whole "
    "care care-how care-whom",
    "aftercare": "care-read care-others care-object care-allow care-arrest care-end care-out care-out-who",
    "pattern": "pattern-open pattern-card pattern-alert pattern-dismiss pattern-reason",
    "template": "tplok tplgrounds tplend tpluse tplsend",
    "premises": "signup verify vouch unverify unverified verified join join-other admit refuse people remove removed "
    "leave left left-to left-last colleague attest attest-no shop wider wide branches branch details move hours "
    "crowd crowd-vouch crowd-more robbery-report",
    "kvo_group": "group group-code group-look group-link group-manager group-change group-close group-closed "
    "look-here let-enter keep-out",
    "role": "admin-role admin-end admin-ended admin-date admin-stays deputy-name deputy-end",
    "roster": "roster roster-add roster-change",
    "task": "task task-done task-give",
    "meeting": "meeting meeting-yes meeting-no meeting-file",
    "grant": "grant-yes grant-no",
    "invite": "revoke",
    "municipality": "admin-duty admin-name admin-wait",  # by one of its PC4s
}
# What the id on a button is of, by the button's verb; those of other buttons are of nothing that has a place.
ASKED_ABOUT: Mapping[str, str] = {verb: entity for entity, verbs in _VERBS.items() for verb in verbs.split()}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused request (a verb or command of ours, the `step` of a form, the id on the button) and the reason.

    It holds keys only: nothing that somebody typed, and nothing of a button that is not ours.
    """

    request: str
    reason: str
    entity_id: int = 0
    step: str | None = None


def reason_of(error: AlertsError) -> str | None:
    """Return the key by which an error is recorded; None for a slip, such as a mistyped postcode."""
    match error:
        case OutOfReach():
            return f"{error.text_prefix}-{error.reason}"
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
