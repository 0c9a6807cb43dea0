"""Long polling: the next poll, which acknowledges, comes after the commit of what the last one brought."""

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.inbox import ALLOWED_UPDATES, Inbox
from bot.logs import logger
from bot.transport import AiohttpRequest

POLL_SECONDS = 25
_ANSWER_SECONDS = 10  # what an answer may take beyond the poll itself
_PAUSE_SECONDS = 1.0
_CONFLICT_SECONDS = 5.0

log = logger()


class Poller:
    """One poller of one token."""

    def __init__(self, bot: Bot, transport: AiohttpRequest, inbox: Inbox) -> None:
        self._bot = bot
        self._transport = transport
        self._inbox = inbox

    async def run(self) -> None:
        """Poll until cancelled."""
        offset: int | None = None
        while True:
            try:
                raw = await self._get_updates(offset)
                if raw:
                    await self._inbox.put(raw)
                    offset = max(update["update_id"] for update in raw) + 1  # acknowledged by the next poll
            except RetryAfter as error:
                wait = error.retry_after
                await asyncio.sleep(wait if isinstance(wait, int) else wait.total_seconds())
            except TelegramError as error:
                log.warning("poll_failed", error=type(error).__name__, detail=str(error))
                await asyncio.sleep(_PAUSE_SECONDS)
            except Exception:  # a database that is locked or full: nothing was acknowledged
                log.exception("updates_not_stored")
                await asyncio.sleep(_PAUSE_SECONDS)

    async def _get_updates(self, offset: int | None) -> list[dict[str, Any]]:
        query = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            query["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        result = await self._transport.post(url, read_timeout=POLL_SECONDS + _ANSWER_SECONDS)
        return result if isinstance(result, list) else []
