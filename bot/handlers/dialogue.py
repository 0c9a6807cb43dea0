"""Answers to a dialogue's question: button presses, typed text, a shared location."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.typed_text import tidied
from bot.conversation.dialogue import VERBS
from bot.conversation.form import Shared, Typed
from bot.conversation.replies import Replies
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.handlers.aftercare import has_aftercare, hear_distress
from bot.handlers.free_text import answer_location, answer_text, offers_after, told_in
from bot.handlers.matching import Handler, pressed

_PRIVATE_NEW = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


def handlers() -> list[Handler]:
    """List a handler for every way to answer a question."""
    return [
        *(pressed(verb, press) for verb in VERBS),
        MessageHandler(_PRIVATE_NEW & filters.TEXT & ~filters.COMMAND, typed),
        MessageHandler(_PRIVATE_NEW & filters.LOCATION, located),
    ]


async def press(update: Update, context: Context) -> Replies:
    """Handle a press of a question's button."""
    return await dialogues.press(context.press, context.request, told_in(update))


async def typed(update: Update, context: Context) -> Replies:
    """Take text as the answer to the open question, or without one as free text."""
    message = update.effective_message
    assert message is not None, "a text message has a message"
    text = tidied(message.text or "")
    answered = await dialogues.answer(Typed(text), context.request)
    if answered is None:
        return await answer_text(text, update, context)
    heard = await hear_distress(text, context.request) if await has_aftercare(context.request) else []
    return [*await offers_after(text, update, context.request), *answered, *heard]


async def located(update: Update, context: Context) -> Replies:
    """Take a location as the answer to the open question; without one, offer to report something."""
    message = update.effective_message
    assert message is not None, "a location message has a message"
    assert message.location is not None, "a location message has a location"
    answer = Shared(message.location.latitude, message.location.longitude)
    answered = await dialogues.answer(answer, context.request)
    return answered if answered is not None else [answer_location(context.request)]
