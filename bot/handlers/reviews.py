"""Review after sending: /nakijken with alerts sent without a second person's approval; nobody reviews their own."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.approval.review_approval import review_approval, to_review
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.review_objection import OBJECTION
from bot.handlers.matching import Handler, command, pressed
from bot.render.review import review_card, reviewed_words

AT_ONCE = 10  # messages at once; the rest comes when these are done


def handlers() -> list[Handler]:
    """List the handlers for police who review."""
    return [command("nakijken", "reviews", show_unreviewed), pressed("agree", agree), pressed("object", disagree)]


async def show_unreviewed(_update: Update, context: Context) -> Replies:
    """Show each unreviewed alert with its reason, the oldest first."""
    request, view = context.request, context.request.view()
    await request.check_may(Action.APPROVE_ALERT)
    waiting = await to_review(request.uow, request.person().id, request.now)
    cards = [Say(await review_card(alert, approval, view)) for alert, approval in waiting[:AT_ONCE]]
    left = len(waiting) - AT_ONCE
    more = [Say(Message(request.t("reviews-more", count=left)))] if left > 0 else []
    return [*cards, *more] or [Say(Message(request.t("reviews-none")))]


async def agree(_update: Update, context: Context) -> Replies:
    """Record that sending it was right."""
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    member = request.person().id
    try:
        alert, approval = await review_approval(
            request.uow, AlertId(press.entity_id), press.version, member, request.now
        )
    except IllegalTransition as error:
        request.refuse(error)
        said = request.t(error.text_id)
        return [Toast(request.t.plain(error.text_id), is_alert=True), Edit(Message(said))]
    return [Edit(Message(reviewed_words(alert, approval, request.view())))]


async def disagree(_update: Update, context: Context) -> Replies:
    """Begin the form that asks for the objection."""
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    return await dialogues.begin(OBJECTION.name, request, f"{press.entity_id}.{press.version}")
