"""Who writes as the group itself: an admin without a name has no rights here, and is told so (DESIGN, rule 6)."""

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.context import Context
from bot.handlers.matching import GROUP_COMMAND, TIE_COMMANDS, TO_THE_BOT, Handler
from bot.message import Message
from bot.replies import Replies, Say, Toast
from bot.stage import ANONYMOUS_ADMIN


class _Anonymous(filters.MessageFilter):
    """Sent in the name of the group."""

    def filter(self, message: TelegramMessage) -> bool:
        in_its_name = message.sender_chat is not None and message.sender_chat.id == message.chat.id
        return in_its_name or (message.from_user is not None and message.from_user.id == ANONYMOUS_ADMIN)


class _AnonymousPress(CallbackQueryHandler[Context, Replies]):
    """A press of whoever stands in for the admins without a name."""

    def check_update(self, update: object) -> bool:
        query = update.callback_query if isinstance(update, Update) else None
        return query is not None and query.from_user.id == ANONYMOUS_ADMIN


_ANONYMOUS = _Anonymous()


def handlers() -> list[Handler]:
    """A press, what ties a chat, and a command that names the bot; what else is said in a group is not for the bot."""
    return [
        _AnonymousPress(refuse_press),
        CommandHandler(TIE_COMMANDS, refuse_tie, filters=GROUP_COMMAND & _ANONYMOUS),
        CommandHandler("start", refuse_tie, filters=TO_THE_BOT & _ANONYMOUS),
        MessageHandler(TO_THE_BOT & _ANONYMOUS, refuse_command),
    ]


async def refuse_press(_update: Update, context: Context) -> Replies:
    """Nobody can tell who pressed."""
    context.scene.refuse("unexpected-anonymous")
    return [Toast(context.scene.t.plain("unexpected-anonymous"), is_alert=True)]


async def refuse_tie(_update: Update, context: Context) -> Replies:
    """Nobody can tell who may; and it cannot be done in private."""
    context.scene.refuse("unexpected-anonymous")
    return [Say(Message(context.scene.t("tie-anonymous")))]


async def refuse_command(_update: Update, context: Context) -> Replies:
    """Nobody can tell who wrote."""
    context.scene.refuse("unexpected-anonymous")
    return [Say(Message(context.scene.t("unexpected-anonymous")))]
