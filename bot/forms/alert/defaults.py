"""The fields of an alert that nobody chose: they are set by default, and stay so until somebody chooses."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from alerts.alert_defaults import usual_branches, usual_reach_km, usual_severity
from alerts.tlp import DEFAULT_TLP
from bot.conversation.form import Answer, Stay
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft

Taken = AlertDraft | Stay[AlertDraft]
Take = Callable[[AlertDraft, Answer, Request], Awaitable[Taken]]


def with_defaults(draft: AlertDraft, now: datetime) -> AlertDraft:
    """Return the draft with every open field set by default, in view of those that were chosen. It has a kind."""
    kind, names = draft.kind, draft.by_default | _open(draft)
    assert kind is not None, "the kind is asked before"
    heard = (draft.heard_at or now).replace(second=0, microsecond=0)
    at = heard if "when" in names or draft.occurred_at is None else draft.occurred_at
    severity = usual_severity(kind, at, now) if "severity" in names or draft.severity is None else draft.severity
    values: dict[str, object] = {"occurred_at": at, "severity": severity, "by_default": names}
    if "reach" in names:
        values["reach_km"] = usual_reach_km(kind, severity)
    if "branches" in names:
        own = frozenset({draft.own_branch}) if draft.own_branch else usual_branches(kind, draft.hit)
        values |= {"branches": own, "all_branches": not own}
    if "tlp" in names:
        values["tlp"] = DEFAULT_TLP[severity]
    if "until" in names:
        values["until"] = (now + severity.lasts).replace(second=0, microsecond=0)
    return draft.changed(**values)


def as_chosen(line: str, take: Take) -> Take:
    """Return a step's `take` after whose answer this line of the preview is no default any more."""

    async def taken(draft: AlertDraft, answer: Answer, request: Request) -> Taken:
        result = await take(draft, answer, request)
        after = result.draft if isinstance(result, Stay) else result
        if isinstance(result, Stay) and _branches(after) == _branches(draft):
            return result
        chosen = after.changed(by_default=after.by_default - {line})
        return Stay(chosen) if isinstance(result, Stay) else chosen

    return taken


def _branches(draft: AlertDraft) -> tuple[object, ...]:
    return draft.branches, draft.all_branches


def _open(draft: AlertDraft) -> frozenset[str]:
    values = {
        "when": draft.occurred_at,
        "reach": draft.kvo_group_id or draft.reach_km,
        "branches": draft.branches or draft.all_branches,
        "severity": draft.severity,
        "tlp": draft.tlp,
        "until": draft.until,
    }
    return frozenset(name for name, value in values.items() if not value)
