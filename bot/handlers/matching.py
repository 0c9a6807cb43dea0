"""The ways to match an update: a command in private, a press of one of our buttons."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from bot.context import Context
from bot.replies import Replies

Callback = Callable[[Update, Context], Coroutine[Any, Any, Replies]]
Handler = BaseHandler[Update, Context, Any]


def command(dutch: str, english: str, callback: Callback) -> Handler:
    """A command in a private chat, by both of its names."""
    return CommandHandler({dutch, english}, callback, filters=filters.ChatType.PRIVATE & ~filters.UpdateType.EDITED)


def pressed(verb: str, callback: Callback) -> Handler:
    """A press of a button with this verb, in any chat: the callback asks who may."""
    return CallbackQueryHandler(callback, pattern=rf"^{verb}:")
