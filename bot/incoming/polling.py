"""Long polling: the next poll, which acknowledges the last one's updates, is sent only after these are committed."""

import asyncio
import json
import math
from time import monotonic
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.backoff import Backoff
from bot.incoming.inbox import ALLOWED_UPDATES, Inbox
from bot.incoming.liveness import Liveness
from bot.incoming.poll_result import read_poll
from bot.logs import logger
from bot.settings import PREFIX
from bot.telegram_api.retry_after import LONGEST_SECONDS
from bot.telegram_api.transport import AiohttpRequest

POLL_SECONDS = 25
ANSWER_SECONDS = 10.0  # how long an answer may take beyond the poll itself
STORE_SECONDS = 30.0  # how long a commit may take
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0  # the longest pause while Telegram's answers are odd
CONFLICT_SECONDS = 5.0

TWO_POLLERS = "another program polls with this token: stop it, or ask @BotFather for a token of its own"
REVOKED = "Telegram does not know the token any more: ask @BotFather for it, and start again with the new one"
WEBHOOK_SET = "another program set a webhook for this token: stop it, or ask @BotFather for a token of its own"

log = logger()


class Poller:
    """Polls Telegram for one token; Telegram allows no second poller of it."""

    def __init__(self, bot: Bot, transport: AiohttpRequest, inbox: Inbox) -> None:
        self._bot = bot
        self._transport = transport
        self._inbox = inbox
        self._has_webhook = True  # assumed until it was deleted
        self._backoff = Backoff(PAUSE_SECONDS, LONGEST_PAUSE_SECONDS)
        self.liveness = Liveness()

    async def run(self) -> None:
        """Poll until cancelled."""
        offset: int | None = None
        self._has_webhook = True
        while True:
            try:
                await self._take_webhook_away()
                offset = await self._poll(offset)
            except RetryAfter as error:
                await self._obey(error)
            except Conflict as error:
                self._has_webhook = "webhook" in str(error)
                self.liveness.report_problem(WEBHOOK_SET if self._has_webhook else TWO_POLLERS)
                await self._pause(CONFLICT_SECONDS)
            except InvalidToken:
                self.liveness.report_problem(REVOKED)
                await self._pause(CONFLICT_SECONDS)
            except NetworkError as error:
                self.liveness.report_problem(f"Telegram does not answer ({error}); is the network up?")
                await self._pause(PAUSE_SECONDS)
            except TelegramError as error:
                await self._wonder(f"what cannot be read ({type(error).__name__})")
            except Exception:  # a database that is locked or full: nothing was acknowledged
                log.exception("updates_not_stored")
                self.liveness.report_problem("updates cannot be stored: is the disk full, or the database locked?")
                await self._pause(PAUSE_SECONDS)

    async def _take_webhook_away(self) -> None:
        if self._has_webhook:
            self.liveness.expect(3 * ANSWER_SECONDS)
            await self._bot.delete_webhook()
            self._has_webhook = False

    async def _poll(self, offset: int | None) -> int | None:
        """Store what one poll brings; return the offset that acknowledges it."""
        # The first answer comes at once, so that it is known whether polling works.
        seconds, began = 0 if self.liveness.age == math.inf else POLL_SECONDS, monotonic()
        polled = read_poll(await self._get_updates(offset, seconds), offset)
        if polled.arrivals:
            self.liveness.expect(STORE_SECONDS)
            await self._inbox.store(polled.arrivals)
        if polled.trouble:
            await self._wonder(polled.trouble, odd=polled.odd)
            return polled.offset
        self._backoff.reset()
        self.liveness.succeeded()
        if not polled.arrivals and seconds > 0 and monotonic() - began < PAUSE_SECONDS:
            await self._pause(PAUSE_SECONDS)  # the server did not hold the poll open, as it should
        return polled.offset

    async def _wonder(self, answer: str, *, odd: int = 0) -> None:
        """Report an odd answer of Telegram and wait, longer each time. While it lasts, the poller counts as not
        receiving."""
        if odd:
            log.warning("updates_set_aside", count=odd)
        self.liveness.report_problem(f"Telegram answers {answer}: is {PREFIX}TELEGRAM_API_URL a Bot API server?")
        await self._pause(self._backoff.next())

    async def _obey(self, error: RetryAfter) -> None:
        wait = error.retry_after
        seconds = wait if isinstance(wait, int) else wait.total_seconds()
        self.liveness.report_problem(f"Telegram wants no polls for {seconds:.0f} seconds (429)")
        await self._pause(min(seconds, LONGEST_SECONDS))

    async def _pause(self, seconds: float) -> None:
        self.liveness.expect(seconds + ANSWER_SECONDS)
        await asyncio.sleep(seconds)

    async def _get_updates(self, offset: int | None, seconds: int) -> object:
        query = {"timeout": seconds, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            query["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        self.liveness.expect(POLL_SECONDS + 2 * ANSWER_SECONDS)
        return await self._transport.post(url, read_timeout=POLL_SECONDS + ANSWER_SECONDS)
