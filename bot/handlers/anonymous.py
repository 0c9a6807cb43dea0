"""Who writes as the group itself: an admin without a name has no rights here, and is told so (DESIGN, rule 6)."""

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.context import Context
from bot.handlers.matching import Handler
from bot.message import Message
from bot.replies import Replies, Say, Toast
from bot.stage import ANONYMOUS_ADMIN


class _Anonymous(filters.MessageFilter):
    """Sent in the name of the group."""

    def filter(self, message: TelegramMessage) -> bool:
        in_its_name = message.sender_chat is not None and message.sender_chat.id == message.chat.id
        return in_its_name or (message.from_user is not None and message.from_user.id == ANONYMOUS_ADMIN)


class _ToTheBot(filters.MessageFilter):
    """A command with the bot's name behind it: `/alert@bot`."""

    def filter(self, message: TelegramMessage) -> bool:
        command = (message.text or "").split(maxsplit=1)[:1]
        return bool(command) and command[0].lower().endswith(f"@{message.get_bot().username}".lower())


class _AnonymousPress(CallbackQueryHandler[Context, Replies]):
    """A press of whoever stands in for the admins without a name."""

    def check_update(self, update: object) -> bool:
        query = update.callback_query if isinstance(update, Update) else None
        return query is not None and query.from_user.id == ANONYMOUS_ADMIN


_COMMAND = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & filters.COMMAND & _ToTheBot() & _Anonymous()


def handlers() -> list[Handler]:
    """A press, and a command that names the bot; what else is said in a group is not for the bot."""
    return [_AnonymousPress(refuse_press), MessageHandler(_COMMAND, refuse_command)]


async def refuse_press(_update: Update, context: Context) -> Replies:
    """Nobody can tell who pressed."""
    return [Toast(context.scene.t.plain("unexpected-anonymous"), is_alert=True)]


async def refuse_command(_update: Update, context: Context) -> Replies:
    """Nobody can tell who wrote."""
    return [Say(Message(context.scene.t("unexpected-anonymous")))]
