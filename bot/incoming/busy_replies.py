"""Busy replies: tell the sender of a limited update, in one line, that it was too much or that the bot is too busy."""

import json
from dataclasses import replace

from telegram import Update

from alerts.ports import Storage
from bot.conversation.chat import chat_of
from bot.conversation.replies import spoken
from bot.incoming.dispatcher import Dispatcher
from bot.incoming.flood_control import LimitedUpdate
from bot.logs import logger
from bot.outgoing.reply_sender import ReplySender
from texts.phrases import Phrases

log = logger()


class BusyReplies:
    """Sends the one-line reply to the sender of a limited update. For strangers, who may be many, the database is not
    read."""

    def __init__(self, dispatcher: Dispatcher, storage: Storage, reply_sender: ReplySender) -> None:
        self._dispatcher = dispatcher
        self._storage = storage
        self._reply_sender = reply_sender

    async def tell(self, limited: LimitedUpdate) -> None:
        """Tell the sender of this limited update why it is not handled; a failure to tell is logged, not raised."""
        number, is_stranger = limited.row.update_id, limited.is_stranger
        log.warning("sender_limited", update_id=number, is_stranger=is_stranger)
        text = "limit-busy" if limited.is_busy else "limit-updates"
        try:
            update = Update.de_json(json.loads(limited.row.body), self._dispatcher.application.bot)
            t = self._dispatcher.phrases_of(update) if is_stranger else await self._phrases(update)
            if (chat := chat_of(update)) is not None:
                replies = spoken(update, t(text), t.plain(text))
                await self._reply_sender.say(replies, replace(chat, is_stranger=is_stranger))
        except Exception:
            log.exception("limited_not_told", update_id=number)

    async def _phrases(self, update: Update) -> Phrases:
        async with self._storage.transaction() as uow:
            return (await self._dispatcher.request(update, uow)).t
