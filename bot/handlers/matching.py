"""The ways to match an update: a command in private, a press of one of our buttons."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from alerts.errors import NotAllowed
from bot.context import Context
from bot.replies import Replies

Callback = Callable[[Update, Context], Coroutine[Any, Any, Replies]]
Handler = BaseHandler[Update, Context, Any]


def command(dutch: str, english: str, callback: Callback) -> Handler:
    """A command in a private chat, by both of its names."""
    return CommandHandler({dutch, english}, callback, filters=filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE)


class _ToTheBot(filters.MessageFilter):
    """A command with the bot's name behind it: `/alert@bot`."""

    def filter(self, message: TelegramMessage) -> bool:
        command = (message.text or "").split(maxsplit=1)[:1]
        return bool(command) and command[0].lower().endswith(f"@{message.get_bot().username}".lower())


TIE_COMMANDS = ("koppel", "tie")
GROUP_COMMAND = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & filters.COMMAND
TO_THE_BOT = GROUP_COMMAND & _ToTheBot()


def group_command(dutch: str, english: str, callback: Callback) -> Handler:
    """A command in a group, by both of its names; no other bot has these, so the bot's name may be left out."""
    return CommandHandler({dutch, english}, callback, filters=GROUP_COMMAND)


def pressed(verb: str, callback: Callback) -> Handler:
    """A press of a button with this verb in a private chat; elsewhere others would read the answer along."""

    async def in_private(update: Update, context: Context) -> Replies:
        if not context.scene.is_private:
            raise NotAllowed("in-private")
        return await callback(update, context)

    return pressed_anywhere(verb, in_private)


def pressed_anywhere(verb: str, callback: Callback) -> Handler:
    """The same in any chat: the callback says nothing there that is not meant for all."""
    return CallbackQueryHandler(callback, pattern=rf"^{verb}:")
