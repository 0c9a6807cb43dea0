"""Answers to the question of a dialogue: buttons, typed text, a shared location."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.written import tidied
from bot.context import Context
from bot.dialogue import VERBS
from bot.form import Shared, Typed
from bot.forms import dialogues
from bot.handlers.matching import Handler, pressed
from bot.message import Message
from bot.replies import Replies, Say

_PRIVATE_NEW = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


def handlers() -> list[Handler]:
    """Every way to answer a question."""
    return [
        *(pressed(verb, press) for verb in VERBS),
        MessageHandler(_PRIVATE_NEW & filters.TEXT & ~filters.COMMAND, typed),
        MessageHandler(_PRIVATE_NEW & filters.LOCATION, located),
    ]


async def press(_update: Update, context: Context) -> Replies:
    """A button of a question."""
    return await dialogues.press(context.press, context.scene)


async def typed(update: Update, context: Context) -> Replies:
    """Text: the answer to a question, or nothing that was asked for."""
    message = update.effective_message
    assert message is not None, "a text message has a message"
    answered = await dialogues.answer(Typed(tidied(message.text or "")), context.scene)
    return answered if answered is not None else [Say(Message(context.scene.t("nothing-asked")))]


async def located(update: Update, context: Context) -> Replies:
    """A location: the answer to a question, or nothing that was asked for."""
    message = update.effective_message
    assert message is not None, "a location message has a message"
    assert message.location is not None, "a location message has a location"
    answer = Shared(message.location.latitude, message.location.longitude)
    answered = await dialogues.answer(answer, context.scene)
    return answered if answered is not None else [Say(Message(context.scene.t("nothing-asked")))]
