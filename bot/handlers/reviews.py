"""Looking afterwards: /nakijken with what went out without other eyes, never one's own."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.review_approval import review_approval, to_review
from bot.context import Context
from bot.forms import dialogues
from bot.forms.objection import OBJECTION
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.review import review_card, reviewed_words
from bot.replies import Edit, Replies, Say, Toast

AT_ONCE = 10  # messages at once; the rest comes when these are done


def handlers() -> list[Handler]:
    """What police do afterwards."""
    return [command("nakijken", "reviews", show_unreviewed), pressed("agree", agree), pressed("object", disagree)]


async def show_unreviewed(_update: Update, context: Context) -> Replies:
    """Each text with its reason, the oldest first."""
    scene, view = context.scene, context.scene.view()
    await scene.check_may(Action.APPROVE_ALERT)
    waiting = await to_review(scene.uow, scene.person().id, scene.now)
    cards = [Say(await review_card(alert, approval, view)) for alert, approval in waiting[:AT_ONCE]]
    left = len(waiting) - AT_ONCE
    more = [Say(Message(scene.t("reviews-more", count=left)))] if left > 0 else []
    return [*cards, *more] or [Say(Message(scene.t("reviews-none")))]


async def agree(_update: Update, context: Context) -> Replies:
    """It was right to send it."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    member = scene.person().id
    try:
        alert, approval = await review_approval(scene.uow, AlertId(press.entity_id), press.version, member, scene.now)
    except IllegalTransition as error:
        scene.refuse(error)
        said = scene.t(error.text_id)
        return [Toast(scene.t.plain(error.text_id), is_alert=True), Edit(Message(said))]
    return [Edit(Message(reviewed_words(alert, approval, scene.view())))]


async def disagree(_update: Update, context: Context) -> Replies:
    """It was not, and why."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    return await dialogues.begin(OBJECTION.name, scene, f"{press.entity_id}.{press.version}")
