"""The fields of an alert that nobody chose: they are set by default, and stay so until somebody chooses."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.form import Answer, Detour, Stay
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft

Taken = AlertDraft | Stay[AlertDraft] | Detour[AlertDraft]
Take = Callable[[AlertDraft, Answer, Request], Awaitable[Taken]]


def as_chosen(line: str, take: Take) -> Take:
    """Return a step's `take` after whose answer this line of the preview is no default any more."""

    async def taken(draft: AlertDraft, answer: Answer, request: Request) -> Taken:
        result = await take(draft, answer, request)
        after = result if isinstance(result, AlertDraft) else result.draft
        if isinstance(result, Stay) and _branches(after) == _branches(draft):
            return result
        chosen = after.changed(by_default=after.by_default - {line})
        return chosen if isinstance(result, AlertDraft) else replace(result, draft=chosen)

    return taken


def _branches(draft: AlertDraft) -> tuple[object, ...]:
    return draft.branches, draft.all_branches
