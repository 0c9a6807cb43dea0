"""The last step of a drill: that it is one is confirmed once more, in words of its own."""

from alerts.errors import InvalidText
from alerts.ids import AlertId
from alerts.services.alert.publish_alert import copies_of
from alerts.targeting import target_of
from bot.conversation.form import Answer, Choice, Picked, Question
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft

_YES = "drill"


async def ask_drill(draft: AlertDraft, request: Request) -> Question:
    """Say what a drill is, and how many people it reaches."""
    assert draft.alert_id is not None, "the preview gave it a number"
    alert = await request.uow.alerts.get(AlertId(draft.alert_id))
    copies = await copies_of(request.uow, alert, request.now)
    reach = await request.uow.deliveries.reach(target_of(alert.content), copies, now=request.now)
    return Question(request.t("drill-ask", count=reach.members), ((Choice(request.t.plain("drill-yes"), _YES),),))


async def take_drill(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft:
    """Take the tap. Raises InvalidText for anything else."""
    if not isinstance(answer, Picked) or answer.value != _YES:
        raise InvalidText("tap-a-button")
    return draft
