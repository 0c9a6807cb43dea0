"""Long polling: the next poll, which acknowledges, comes after the commit of what the last one brought."""

import asyncio
import json
import math
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.inbox import ALLOWED_UPDATES, Inbox
from bot.logs import logger
from bot.pulse import Pulse
from bot.transport import AiohttpRequest

POLL_SECONDS = 25
ANSWER_SECONDS = 10.0  # what an answer may take beyond the poll itself
STORE_SECONDS = 30.0  # what a commit may take
PAUSE_SECONDS = 1.0
CONFLICT_SECONDS = 5.0

TWO_POLLERS = "another program polls with this token: stop it, or ask @BotFather for a token of its own"
REVOKED = "Telegram does not know the token any more: ask @BotFather for it, and start again with the new one"
WEBHOOK_SET = "another program set a webhook for this token: stop it, or ask @BotFather for a token of its own"

log = logger()


class Poller:
    """One poller of one token (Telegram allows no second one)."""

    def __init__(self, bot: Bot, transport: AiohttpRequest, inbox: Inbox) -> None:
        self._bot = bot
        self._transport = transport
        self._inbox = inbox
        self.pulse = Pulse()

    async def run(self) -> None:
        """Poll until cancelled."""
        offset: int | None = None
        has_webhook = True  # for all we know
        while True:
            try:
                if has_webhook:
                    self.pulse.expect(3 * ANSWER_SECONDS)
                    await self._bot.delete_webhook()
                    has_webhook = False
                raw = await self._get_updates(offset)
                if raw:
                    self.pulse.expect(STORE_SECONDS)
                    await self._inbox.put(raw)
                    offset = max(update["update_id"] for update in raw) + 1  # acknowledged by the next poll
                self.pulse.beat()
            except RetryAfter as error:
                wait = error.retry_after
                await self._pause(wait if isinstance(wait, int) else wait.total_seconds())
            except Conflict as error:
                has_webhook = "webhook" in str(error)
                self.pulse.ail(WEBHOOK_SET if has_webhook else TWO_POLLERS)
                await self._pause(CONFLICT_SECONDS)
            except InvalidToken:
                self.pulse.ail(REVOKED)
                await self._pause(CONFLICT_SECONDS)
            except TelegramError as error:
                self.pulse.ail(f"Telegram does not answer ({type(error).__name__}); is the network up?")
                await self._pause(PAUSE_SECONDS)
            except Exception:  # a database that is locked or full: nothing was acknowledged
                log.exception("updates_not_stored")
                self.pulse.ail("updates cannot be stored: is the disk full, or the database locked?")
                await self._pause(PAUSE_SECONDS)

    async def _pause(self, seconds: float) -> None:
        self.pulse.expect(seconds + ANSWER_SECONDS)
        await asyncio.sleep(seconds)

    async def _get_updates(self, offset: int | None) -> list[dict[str, Any]]:
        # The first answer comes at once, so that it is known whether polling works.
        seconds = 0 if self.pulse.age == math.inf else POLL_SECONDS
        query = {"timeout": seconds, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            query["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        self.pulse.expect(POLL_SECONDS + 2 * ANSWER_SECONDS)
        result = await self._transport.post(url, read_timeout=POLL_SECONDS + ANSWER_SECONDS)
        return result if isinstance(result, list) else []
