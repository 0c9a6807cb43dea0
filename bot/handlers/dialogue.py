"""Answers to a dialogue's question: button presses, typed text, a shared location."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.typed_text import tidied
from bot.conversation.dialogue import VERBS
from bot.conversation.form import Shared, Typed
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.handlers.matching import Handler, pressed

_PRIVATE_NEW = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


def handlers() -> list[Handler]:
    """List a handler for every way to answer a question."""
    return [
        *(pressed(verb, press) for verb in VERBS),
        MessageHandler(_PRIVATE_NEW & filters.TEXT & ~filters.COMMAND, typed),
        MessageHandler(_PRIVATE_NEW & filters.LOCATION, located),
    ]


async def press(_update: Update, context: Context) -> Replies:
    """Handle a press of a question's button."""
    return await dialogues.press(context.press, context.request)


async def typed(update: Update, context: Context) -> Replies:
    """Take text as the answer to the open question; without one, say that nothing was asked."""
    message = update.effective_message
    assert message is not None, "a text message has a message"
    answered = await dialogues.answer(Typed(tidied(message.text or "")), context.request)
    return answered if answered is not None else [Say(Message(context.request.t("nothing-asked")))]


async def located(update: Update, context: Context) -> Replies:
    """Take a location as the answer to the open question; without one, say that nothing was asked."""
    message = update.effective_message
    assert message is not None, "a location message has a message"
    assert message.location is not None, "a location message has a location"
    answer = Shared(message.location.latitude, message.location.longitude)
    answered = await dialogues.answer(answer, context.request)
    return answered if answered is not None else [Say(Message(context.request.t("nothing-asked")))]
