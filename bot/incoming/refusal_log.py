"""The log of refusals: writes each into the audit record, in our own keys and never in the user's words."""

import re
from collections.abc import Iterable

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from alerts.refusal import MESSAGE, UNKNOWN_BUTTON, UNKNOWN_COMMAND, Refusal
from alerts.services.audit.record_refusal import record_refusal
from bot.conversation.callbacks import read_press, safe_id
from bot.conversation.request import Context, Request

_VERB = re.compile(r"\^([a-z0-9-]+):")


class RefusalLog:
    """Records refusals of what the bot can be asked: the verbs of its buttons and its commands, taken from its
    handlers."""

    def __init__(self, handlers: Iterable[BaseHandler[Update, Context, object]]) -> None:
        self._verbs: set[str] = set()
        self._commands: set[str] = set()
        for handler in handlers:
            if isinstance(handler, CallbackQueryHandler) and isinstance(handler.pattern, re.Pattern):
                self._verbs |= set(_VERB.findall(handler.pattern.pattern))
            elif isinstance(handler, CommandHandler):
                self._commands |= handler.commands

    async def note(self, update: Update, request: Request, reasons: Iterable[str]) -> None:
        """Record one refusal of this update's request for each of the reasons."""
        for reason in reasons:
            member = request.member.id if request.member else None
            await record_refusal(request.uow, member, await self._refusal(update, request, reason), request.now)

    async def _refusal(self, update: Update, request: Request, reason: str) -> Refusal:
        dialogue = await request.uow.dialogues.get(request.key)
        step = f"{dialogue.form}.{dialogue.step}" if dialogue else None
        if update.callback_query is not None:
            press = read_press(update.callback_query.data)
            if press is None or press.verb not in self._verbs:
                return Refusal(UNKNOWN_BUTTON, reason)
            return Refusal(press.verb, reason, safe_id(press.entity.partition(".")[0]), step)
        text = (update.effective_message.text if update.effective_message else None) or ""
        if not text.startswith("/"):
            return Refusal(MESSAGE, reason, step=step)
        command = text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].strip() else ""
        return Refusal(f"/{command}" if command in self._commands else UNKNOWN_COMMAND, reason)
