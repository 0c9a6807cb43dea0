"""The webhook: Telegram brings the updates itself, and hears 200 after the commit."""

import asyncio
import hmac
import json
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.inbox import ALLOWED_UPDATES, Inbox
from bot.logs import logger
from bot.pulse import Pulse

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of a header
MOST_BYTES = 1 << 20  # an update is some kilobytes
CONNECTIONS = 40
STORE_SECONDS = 30.0  # after that Telegram is told to come again
PAUSE_SECONDS = 30.0

log = logger()


class Webhook:
    """Tells Telegram where to bring the updates, and takes those that carry the secret."""

    def __init__(self, bot: Bot, inbox: Inbox, *, url: str, secret: str) -> None:
        self._bot = bot
        self._inbox = inbox
        self._url = url
        self._secret = secret
        self.pulse = Pulse()

    def app(self) -> web.Application:
        """What listens, at the path of the address; a proxy in front of it speaks HTTPS."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(urlsplit(self._url).path or "/", self._take)
        return app

    async def run(self) -> None:
        """Register the address, and again until Telegram accepts it; then updates come by themselves."""
        while True:
            try:
                await self._bot.set_webhook(
                    self._url,
                    secret_token=self._secret,
                    allowed_updates=ALLOWED_UPDATES,
                    max_connections=CONNECTIONS,
                )
            except TelegramError as error:
                self.pulse.ail(f"Telegram does not take the webhook's address ({error})")
                await asyncio.sleep(PAUSE_SECONDS)
            else:
                self.pulse.beat()
                await asyncio.Event().wait()

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER)
        if given is None:
            return web.Response(status=401)
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        body = await request.read()
        try:
            update = json.loads(body)
            if not isinstance(update, dict):
                raise ValueError("no object")  # noqa: TRY004
            async with asyncio.timeout(STORE_SECONDS):
                await self._inbox.put([update])
        except (ValueError, RecursionError):  # no JSON, no update, or so deep that nobody can read it
            return web.Response(status=400)
        except Exception:  # a database that is locked or full: Telegram brings it again
            log.exception("updates_not_stored")
            return web.Response(status=503)
        self.pulse.beat()
        return web.Response()
