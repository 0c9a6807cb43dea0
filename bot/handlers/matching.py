"""Ways to match an update: a command in private, a command in a group, a button press."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from alerts.errors import NotAllowed
from bot.conversation.pasted_link import payload_of
from bot.conversation.replies import Replies
from bot.conversation.request import Context

Callback = Callable[[Update, Context], Coroutine[Any, Any, Replies]]
Handler = BaseHandler[Update, Context, Any]


class PrivateCommand(CommandHandler[Context, Replies]):
    """The handler of a command in a private chat, which a button can call too."""


def command(dutch: str, english: str, callback: Callback) -> Handler:
    """Match a command in a private chat, by its Dutch or English name."""
    return PrivateCommand({dutch, english}, callback, filters=filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE)


class _ToTheBot(filters.MessageFilter):
    """Match a command with the bot's name behind it: `/alert@bot`."""

    def filter(self, message: TelegramMessage) -> bool:
        command = (message.text or "").split(maxsplit=1)[:1]
        return bool(command) and command[0].lower().endswith(f"@{message.get_bot().username}".lower())


class _Pasted(filters.MessageFilter):
    """Match a message that contains a deep link to this bot, or the code of one."""

    def filter(self, message: TelegramMessage) -> bool:
        return payload_of(message) is not None


PASTED = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.COMMAND & _Pasted()
TIE_COMMANDS = ("koppel", "tie")
GROUP_COMMAND = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & filters.COMMAND
TO_THE_BOT = GROUP_COMMAND & _ToTheBot()


def group_command(dutch: str, english: str, callback: Callback) -> Handler:
    """Match a command in a group by either name; no other bot has these names, so the bot's name may be left out."""
    return CommandHandler({dutch, english}, callback, filters=GROUP_COMMAND)


def pressed(verb: str, callback: Callback) -> Handler:
    """Match a press of a button with this verb in a private chat; elsewhere refuse, because others could read along."""

    async def in_private(update: Update, context: Context) -> Replies:
        if not context.request.is_private:
            raise NotAllowed("in-private")
        return await callback(update, context)

    return pressed_anywhere(verb, in_private)


def pressed_anywhere(verb: str, callback: Callback) -> Handler:
    """Match a press of a button with this verb in any chat; its callback must only say what everybody may read."""
    return CallbackQueryHandler(callback, pattern=rf"^{verb}:")
