"""The step for an alert that the author sends alone: the reason, and the grounds on which it may be shared."""

from alerts.approval_comment import REASON_LENGTH, REASONS
from alerts.errors import InvalidText
from alerts.ids import AlertId
from alerts.services.approval.find_grounds import all_grounds, chosen_grounds
from alerts.typed_text import checked
from bot.conversation.form import Answer, Choice, Picked, Question, Stay
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.typed_text import typed

_GROUNDS = "grounds"


async def ask_reason(draft: AlertDraft, request: Request) -> Question:
    """Ask why nobody else approved it; the grounds stand below, and a tap switches to the next ones."""
    t = request.t
    rows = tuple((Choice(t.plain(f"alert-reason-{reason}"), reason),) for reason in REASONS)
    chosen = await chosen_grounds(request.uow, AlertId(draft.alert_id or 0), draft.grounds)
    grounds = Choice(t.plain("approval-grounds", grounds=chosen.label), _GROUNDS)
    return Question(t("alert-ask-reason"), (*rows, (grounds,)))


async def take_reason(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take a ready-made or typed reason, or switch the grounds."""
    if not isinstance(answer, Picked):
        return draft.changed(reason=await checked(typed(answer), REASON_LENGTH))
    if answer.value in REASONS:
        return draft.changed(reason=answer.value)
    if answer.value != _GROUNDS:
        raise InvalidText("type-or-tap")
    listed = await all_grounds(request.uow)
    chosen = await chosen_grounds(request.uow, AlertId(draft.alert_id or 0), draft.grounds)
    return Stay(draft.changed(grounds=listed[(listed.index(chosen) + 1) % len(listed)].key))
