"""A relay between Telegram and the program's webhook, which holds updates back and delivers them all at once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from bot.incoming.webhook import CONNECTIONS, SECRET_HEADER
from tests.faults.program import SECRET
from tests.ports import HOST, free_port

AGAIN_SECONDS = 0.1  # the wait before an update that was not accepted is delivered again


class Post:
    """A relay that delivers each update until the program answers 200, as Telegram does, over as many connections."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.url = f"http://{HOST}:{free_port()}/updates"  # the webhook's address that Telegram knows
        self.port = free_port()  # where the program listens
        self.acknowledged: set[int] = set()
        self._session = session
        self._held: list[Mapping[str, Any]] | None = None
        self._under_way: set[asyncio.Task[None]] = set()

    def settings(self) -> dict[str, object]:
        """Return the settings of a program to which this relay delivers updates."""
        return {"webhook_url": self.url, "webhook_port": self.port, "webhook_secret": SECRET}

    def hold(self) -> None:
        """Deliver no updates from now on."""
        self._held = []

    def has(self, many: int) -> bool:
        """Whether at least this number of updates is held back."""
        return self._held is not None and len(self._held) == many

    @property
    def is_bringing(self) -> bool:
        """Whether a delivery is under way, or being repeated."""
        return bool(self._under_way)

    def release(self) -> None:
        """Deliver all updates that were held back at once, and from now on each as it comes."""
        held, self._held = self._held or [], None
        for update in held:
            self._bring(update)

    async def take(self, request: web.Request) -> web.Response:
        """Accept an update from Telegram."""
        update = await request.json()
        if self._held is None:
            self._bring(update)
        else:
            self._held.append(update)
        return web.Response()

    def end(self) -> None:
        """Stop delivering."""
        for task in self._under_way:
            task.cancel()

    def _bring(self, update: Mapping[str, Any]) -> None:
        task = asyncio.create_task(self._until_taken(update))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _until_taken(self, update: Mapping[str, Any]) -> None:
        while not await self._is_taken(update):  # noqa: ASYNC110 -- the program has no event
            await asyncio.sleep(AGAIN_SECONDS)
        self.acknowledged.add(int(update["update_id"]))

    async def _is_taken(self, update: Mapping[str, Any]) -> bool:
        where, headers = f"http://{HOST}:{self.port}/updates", {SECRET_HEADER: SECRET}
        try:
            async with self._session.post(where, json=update, headers=headers) as response:
                return response.status == 200
        except aiohttp.ClientError:  # it was killed
            return False


@asynccontextmanager
async def running_post() -> AsyncIterator[Post]:
    """Run a relay with its port open, and close the port afterwards."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:
        post = Post(session)
        app = web.Application()
        app.router.add_post("/updates", post.take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, HOST, int(post.url.split(":")[2].split("/")[0])).start()
        try:
            yield post
        finally:
            post.end()
            await runner.cleanup()
