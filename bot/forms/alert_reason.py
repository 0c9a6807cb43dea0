"""Why nobody else looked at a text before it left, and on what grounds it may be shared."""

from alerts.errors import InvalidText
from alerts.ids import AlertId
from alerts.services.find_grounds import all_grounds, chosen_grounds
from bot.form import Answer, Choice, Picked, Question, Stay
from bot.forms.alert_draft import AlertDraft
from bot.forms.alert_what import checked, typed
from bot.render.review import REASONS
from bot.scene import Scene

REASON_LENGTH = 200
_GROUNDS = "grounds"


async def ask_reason(draft: AlertDraft, scene: Scene) -> Question:
    """Why nobody else looked at it; the grounds stand below, and a tap takes the next ones."""
    t = scene.t
    rows = tuple((Choice(t.plain(f"alert-reason-{reason}"), reason),) for reason in REASONS)
    chosen = await chosen_grounds(scene.uow, AlertId(draft.alert_id or 0), draft.grounds)
    grounds = Choice(t.plain("approval-grounds", grounds=chosen.label), _GROUNDS)
    return Question(t("alert-ask-reason"), (*rows, (grounds,)))


async def take_reason(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft | Stay[AlertDraft]:
    """A ready reason, or a typed one; or other grounds."""
    if not isinstance(answer, Picked):
        return draft.changed(reason=checked(typed(answer), REASON_LENGTH))
    if answer.value in REASONS:
        return draft.changed(reason=answer.value)
    if answer.value != _GROUNDS:
        raise InvalidText("type-or-tap")
    listed = await all_grounds(scene.uow)
    chosen = await chosen_grounds(scene.uow, AlertId(draft.alert_id or 0), draft.grounds)
    return Stay(draft.changed(grounds=listed[(listed.index(chosen) + 1) % len(listed)].key))
