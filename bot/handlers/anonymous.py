"""Answers to people who write as the group or as a channel: their identity is unknown, so they have no rights, and are
told what to change (docs/architecture.md, rule 6)."""

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.conversation.chat import ANONYMOUS_ADMIN, STAND_INS
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say, Toast
from bot.conversation.request import Context
from bot.handlers.matching import GROUP_COMMAND, TIE_COMMANDS, TO_THE_BOT, Callback, Handler


class _Anonymous(filters.MessageFilter):
    """Match messages sent in the name of the group itself."""

    def filter(self, message: TelegramMessage) -> bool:
        in_its_name = message.sender_chat is not None and message.sender_chat.id == message.chat.id
        return in_its_name or (message.from_user is not None and message.from_user.id == ANONYMOUS_ADMIN)


class _AsChannel(filters.MessageFilter):
    """Match messages sent in the name of a channel or of another group."""

    def filter(self, message: TelegramMessage) -> bool:
        in_its_name = message.sender_chat is not None and message.sender_chat.id != message.chat.id
        return in_its_name or (message.from_user is not None and message.from_user.id in STAND_INS - {ANONYMOUS_ADMIN})


class _AnonymousPress(CallbackQueryHandler[Context, Replies]):
    """Match button presses by Telegram's stand-in accounts for anonymous senders."""

    def check_update(self, update: object) -> bool:
        query = update.callback_query if isinstance(update, Update) else None
        return query is not None and query.from_user.id in STAND_INS


def handlers() -> list[Handler]:
    """Refuse presses, commands that tie a chat, and commands that name the bot; other group messages are ignored."""
    return [
        _AnonymousPress(refuse_press),
        *_refusing(_Anonymous(), "unexpected-anonymous", "tie-anonymous"),
        *_refusing(_AsChannel(), "unexpected-channel", "tie-channel"),
    ]


def _refusing(sender: filters.MessageFilter, why: str, why_no_tie: str) -> list[Handler]:
    """Refuse this kind of sender; the audit reason is one, but the text about tying does not suggest a private chat."""
    tie, command = _refuse(why_no_tie, reason=why), _refuse(why, reason=why)
    return [
        CommandHandler(TIE_COMMANDS, tie, filters=GROUP_COMMAND & sender),
        CommandHandler("start", tie, filters=TO_THE_BOT & sender),
        MessageHandler(TO_THE_BOT & sender, command),
    ]


async def refuse_press(_update: Update, context: Context) -> Replies:
    """Refuse the press: the presser's identity is unknown."""
    context.request.refuse("unexpected-anonymous")
    return [Toast(context.request.t.plain("unexpected-anonymous"), is_alert=True)]


def _refuse(text: str, *, reason: str) -> Callback:
    async def refuse(_update: Update, context: Context) -> Replies:
        """Refuse the command: the writer's identity is unknown."""
        context.request.refuse(reason)
        return [Say(Message(context.request.t(text)))]

    return refuse
