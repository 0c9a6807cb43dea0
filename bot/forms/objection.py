"""The form behind *Niet akkoord*: why something should not have gone out without other eyes."""

from alerts.errors import InvalidText
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.review_approval import find_unreviewed, review_approval
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.forms.alert_what import checked, typed
from bot.message import Message, paragraphs
from bot.render.change import change_buttons
from bot.render.review import OBJECTIONS, reviewed_words
from bot.replies import Replies, Say
from bot.scene import Scene

NAME = "objection"
LENGTH = 300


class ObjectionDraft(Draft):
    """About which version of which alert, and why."""

    alert_id: int
    version: int
    objection: str = ""


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.APPROVE_ALERT)


async def _open(argument: str, scene: Scene) -> ObjectionDraft:
    """`5.3` is about version 3 of alert 5."""
    await _check(scene)
    alert, _, version = argument.partition(".")
    draft = ObjectionDraft(alert_id=safe_id(alert), version=safe_id(version))
    await find_unreviewed(scene.uow, AlertId(draft.alert_id), draft.version, scene.person().id, scene.now)
    return draft


async def _ask(draft: ObjectionDraft, scene: Scene) -> Question:
    t = scene.t
    number = (await scene.uow.alerts.get(AlertId(draft.alert_id))).number or ""
    rows = tuple((Choice(t.plain(f"objection-{one}"), one),) for one in OBJECTIONS)
    return Question(t("review-ask-objection", number=number), rows)


async def _take(draft: ObjectionDraft, answer: Answer, _scene: Scene) -> ObjectionDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"objection": checked(typed(answer), LENGTH)})
    if answer.value in OBJECTIONS:
        return draft.model_copy(update={"objection": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: ObjectionDraft, scene: Scene) -> Replies:
    """What can still be done about the text stands under the answer."""
    alert, approval = await review_approval(
        scene.uow,
        AlertId(draft.alert_id),
        draft.version,
        scene.person().id,
        scene.now,
        objection=draft.objection,
    )
    buttons = change_buttons(alert, scene.t)
    said = paragraphs(reviewed_words(alert, approval, scene.view()), scene.t("review-mend") if buttons else "")
    return [Say(Message(said, is_protected=alert.content.tlp.is_protected).with_keyboard(*buttons))]


OBJECTION = Form(
    name=NAME,
    model=ObjectionDraft,
    steps=(Step("objection", _ask, _take),),
    open=_open,
    finish=_finish,
    check=_check,
)
