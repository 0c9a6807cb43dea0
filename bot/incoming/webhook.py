"""The webhook: Telegram delivers the updates by HTTP, and gets status 200 after the commit."""

import asyncio
import hmac
import json
import math
from collections import deque
from time import monotonic
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from alerts.clock import Clock, SystemClock
from bot.incoming.inbox import ALLOWED_UPDATES, Inbox
from bot.incoming.liveness import Liveness
from bot.incoming.webhook_state import Finding as WebhookFinding
from bot.incoming.webhook_state import judge, webhook_state
from bot.logs import logger
from bot.metrics import Meter

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of a header
MOST_BYTES = 1 << 20  # an update is some kilobytes
CONNECTIONS = 40
BODY_SECONDS = 10.0
STORE_SECONDS = 30.0  # after which Telegram gets status 503, and delivers again
PAUSE_SECONDS = 30.0
LOOK_SECONDS = 60.0  # how often Telegram is asked for the webhook's state
HANGS_SECONDS = 90.0  # longer than all requests of one check can take
UNASKED_SECONDS = 180.0  # without an answer for so long, the webhook's state is unknown
MENDED_OFTEN, OFTEN_SECONDS = 3, 3600.0  # registered again so often in so long: another program keeps changing it

log = logger()


class Webhook:
    """Registers the webhook's address at Telegram, and takes in the updates that carry the secret."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        *,
        url: str,
        secret: str,
        clock: Clock | None = None,
        meter: Meter | None = None,
    ) -> None:
        self._bot = bot
        self._clock = clock or SystemClock()
        self._meter = meter or Meter()
        self._asked = -math.inf  # when Telegram last told the webhook's state
        self._mended: deque[float] = deque(maxlen=MENDED_OFTEN)
        self._inbox = inbox
        self._url = url
        self._secret = secret
        self.liveness = Liveness()

    def app(self) -> web.Application:
        """Build the HTTP application that listens at the address's path; a proxy in front of it speaks HTTPS."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(urlsplit(self._url).path or "/", self._take)
        return app

    async def run(self) -> None:
        """Register the address, trying until Telegram accepts it; then check every minute how it fares there."""
        while not await self._registered():  # noqa: ASYNC110 -- Telegram has no event
            await asyncio.sleep(PAUSE_SECONDS)
        self.liveness.succeeded()
        self._asked = monotonic()
        while True:
            self.liveness.expect(LOOK_SECONDS + HANGS_SECONDS)
            await asyncio.sleep(LOOK_SECONDS)
            await self.check()

    async def check(self) -> None:
        """Ask Telegram for the webhook's state; register it again where that may help, and report any problem."""
        try:
            state = await webhook_state(self._bot)
        except TelegramError as error:
            if monotonic() - self._asked > UNASKED_SECONDS:
                self.liveness.report_problem(f"Telegram does not tell how the webhook fares ({type(error).__name__})")
            return
        self._asked = monotonic()
        finding = judge(state, self._url, ALLOWED_UPDATES, self._clock.now())
        self._meter.webhook(waiting=state.waiting, is_well=not finding.problem)
        if not finding.problem:
            self.liveness.succeeded()
            return
        self.liveness.report_problem(finding.problem)
        if finding.is_ours_to_mend and await self._registered():
            log.warning("webhook_set_again", reason=finding.problem)
            await self._check_mended(finding)

    async def _check_mended(self, finding: WebhookFinding) -> None:
        """Check the webhook after it was registered again: it counts as well at once, unless this happens again and
        again."""
        self._mended.append(monotonic())
        is_often = len(self._mended) == MENDED_OFTEN and monotonic() - self._mended[0] < OFTEN_SECONDS
        try:
            state = await webhook_state(self._bot)
        except TelegramError:
            return  # the next check tells
        left = judge(state, self._url, ALLOWED_UPDATES, self._clock.now())
        if not left.problem and not is_often:
            self.liveness.succeeded()
        elif left.problem != finding.problem and left.problem:
            self.liveness.report_problem(left.problem)

    async def _registered(self) -> bool:
        """Register the address at Telegram; return whether Telegram accepts it."""
        try:
            await self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=CONNECTIONS,
            )
        except TelegramError as error:
            self.liveness.report_problem(f"Telegram does not take the webhook's address ({error})")
            return False
        return True

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER)
        if given is None:
            return web.Response(status=401)
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return web.Response(status=408)
        except ConnectionError:  # the client is gone
            return web.Response(status=400)
        try:
            update = json.loads(body)
            if not isinstance(update, dict):
                raise ValueError("no object")  # noqa: TRY004
            async with asyncio.timeout(STORE_SECONDS):
                await self._inbox.put([update])
        except (ValueError, RecursionError):  # no JSON, no update, or so deep that nobody can read it
            return web.Response(status=400)
        except Exception:  # a database that is locked or full: Telegram delivers it again
            log.exception("updates_not_stored")
            return web.Response(status=503)
        self.liveness.succeeded()
        return web.Response()
