"""Undisturbed forms: while somebody fills in a form about a P1, reminders wait."""

from datetime import datetime, timedelta

from alerts.alert import IncidentKind
from alerts.delivery import Claimed
from alerts.ports import Dialogue, DialogueKey, UnitOfWork
from alerts.severity import Severity
from bot.conversation.dialogue import LASTS

REMINDERS = frozenset(
    {"approval-reminder", "approval-late", "attest", "reviews-due", "reviews-nobody", "report-unsent"}
)
ACTIVE = timedelta(minutes=10)  # a form that was left longer ago holds nothing up
_FORMS = frozenset({"alert", "correction", "report"})


async def is_busy_with_p1(uow: UnitOfWork, claimed: Claimed, now: datetime) -> bool:
    """Tell whether this is a reminder, and its reader is filling in a form about a P1 in that chat."""
    if claimed.notice is None or claimed.notice.view not in REMINDERS or claimed.member_id is None:
        return False
    dialogue = await uow.dialogues.get(DialogueKey(claimed.ref, claimed.ref))
    return dialogue is not None and _is_of_p1(dialogue) and dialogue.expires_at - LASTS > now - ACTIVE


def _is_of_p1(dialogue: Dialogue) -> bool:
    """Tell whether the form is about a P1: by its severity, and before that is chosen by a robbery."""
    severity, kind = dialogue.draft.get("severity"), dialogue.draft.get("kind")
    is_robbery = kind == IncidentKind.ROBBERY and severity is None
    return dialogue.form in _FORMS and (severity == Severity.P1 or is_robbery)
