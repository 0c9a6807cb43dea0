"""/hulp: the emergency card, for anybody."""

from telegram import Update

from bot.context import Context
from bot.handlers.matching import Handler, command
from bot.message import Message, paragraphs
from bot.replies import Replies, Say


def handlers() -> list[Handler]:
    """The one command that needs nothing."""
    return [command("hulp", "help", card)]


async def card(_update: Update, context: Context) -> Replies:
    """Whom to call, and what to do (DOMAIN §4)."""
    t = context.scene.t
    return [Say(Message(paragraphs(t("help-numbers"), t("help-saar"), t("help-raak"), t("help-bot"))))]
