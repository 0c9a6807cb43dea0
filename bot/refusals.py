"""Refusals on their way into the audit record: what was asked for, in keys of ours and never in words of theirs."""

import re
from collections.abc import Iterable

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from alerts.refusal import Refusal
from alerts.services.note_refusal import note_refusal
from bot.callbacks import read_press, safe_id
from bot.context import Context
from bot.scene import Scene

UNKNOWN_BUTTON, UNKNOWN_COMMAND, MESSAGE = "unknown-button", "unknown-command", "message"
_VERB = re.compile(r"\^([a-z0-9-]+):")


class Requests:
    """What the bot can be asked: the verbs of its buttons and its commands, as its handlers know them."""

    def __init__(self, handlers: Iterable[BaseHandler[Update, Context, object]]) -> None:
        self._verbs: set[str] = set()
        self._commands: set[str] = set()
        for handler in handlers:
            if isinstance(handler, CallbackQueryHandler) and isinstance(handler.pattern, re.Pattern):
                self._verbs |= set(_VERB.findall(handler.pattern.pattern))
            elif isinstance(handler, CommandHandler):
                self._commands |= handler.commands

    async def note(self, update: Update, scene: Scene, reasons: Iterable[str]) -> None:
        """Each reason is one refusal of what this update asks for."""
        for reason in reasons:
            member = scene.member.id if scene.member else None
            await note_refusal(scene.uow, member, await self._refusal(update, scene, reason), scene.now)

    async def _refusal(self, update: Update, scene: Scene, reason: str) -> Refusal:
        dialogue = await scene.uow.dialogues.get(scene.key)
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
