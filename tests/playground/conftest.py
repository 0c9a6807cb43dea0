"""A playground on a free port of this machine, and clients for it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from playground.server import start
from playground.state import Bot
from playground.world import World
from tests.patience import PATIENCE

from .browser import bot, browser, chromium, page, server

__all__ = ["bot", "browser", "chromium", "page", "server"]

BOT_ID = 110201543
TOKEN = f"{BOT_ID}:playground-token"
OTHER_ID = 220301654
OTHER_TOKEN = f"{OTHER_ID}:other-token"


class Refused(Exception):
    """The Bot API refused the call."""

    def __init__(self, body: dict[str, Any], status: int) -> None:
        super().__init__(body["description"])
        assert body["ok"] is False
        assert body["error_code"] == status
        self.code = status
        self.description = body["description"]
        self.parameters = body.get("parameters", {})


@dataclass(slots=True)
class Clock:
    """A clock in seconds since 1970, which tests set forward."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Playground:
    """A running playground; `api` calls as the bot, `post` and `get` as the people."""

    url: str
    world: World
    session: aiohttp.ClientSession
    clock: Clock

    async def api(self, method: str, *, token: str = TOKEN, **params: Any) -> Any:
        """Make a Bot API call with a JSON body; raises Refused."""
        async with self.session.post(f"{self.url}/bot{token}/{method}", json=params) as response:
            return answer(await response.json(), response.status)

    async def post(self, path: str, *, expect: int = 200, **body: Any) -> Any:
        """Make a control call."""
        async with self.session.post(f"{self.url}/playground/{path}", json=body) as response:
            result = await response.json()
            assert response.status == expect, result
            return result

    async def get(self, path: str, *, expect: int = 200, **query: Any) -> Any:
        """Get a control view."""
        async with self.session.get(f"{self.url}/playground/{path}", params=query) as response:
            result = await response.json()
            assert response.status == expect, result
            return result

    async def person(self, **fields: Any) -> int:
        """Add a person who has started the bot."""
        user = await self.post("users", **{"first_name": "Anna", "started": True, **fields})
        return int(user["id"])

    async def group(self, *members: int, bot: str | None = "administrator", **fields: Any) -> int:
        """Make a supergroup of people, with the bot in it unless `bot` is None."""
        fields = {"title": "Winkelhart", "type": "supergroup", **fields}
        chat = await self.post("groups", members=members, **fields)
        if bot is not None:
            await self.post("members", chat=chat["id"], user=BOT_ID, status=bot)
        await self.updates()
        return int(chat["id"])

    async def updates(self, *, token: str = TOKEN, **params: Any) -> list[Any]:
        """Return the updates that wait for the bot, and confirm them."""
        found: list[Any] = await self.api("getUpdates", token=token, **params)
        if found:
            await self.api("getUpdates", token=token, offset=found[-1]["update_id"] + 1)
        return found

    async def seen(self, viewer: int, **query: Any) -> list[Any]:
        """Return the messages on a person's phone."""
        messages: list[Any] = (await self.get("messages", viewer=viewer, **query))["messages"]
        return messages

    async def wait_for(self, kind: str, after: int = 0) -> dict[str, Any]:
        """Wait for the next event of a kind."""
        while True:
            result = await self.get("events", after=after, timeout=PATIENCE)
            assert result["events"], f"no {kind} in time"
            for event in result["events"]:
                if event["type"] == kind:
                    found: dict[str, Any] = event
                    return found
            after = result["seq"]


def answer(body: dict[str, Any], status: int) -> Any:
    """Return the result in an answer; raises Refused."""
    if status != 200:
        raise Refused(body, status)
    assert body["ok"] is True
    return body["result"]


async def run_playground(*, enforce_limits: bool = False) -> AsyncIterator[Playground]:
    """Run a playground for one test."""
    clock = Clock()
    bots = [Bot(BOT_ID, TOKEN, "playground_bot", "Wees"), Bot(OTHER_ID, OTHER_TOKEN, "other_bot", "Other")]
    world = World(bots, enforce_limits=enforce_limits, clock=clock)
    runner, url = await start(world, "127.0.0.1", 0)
    try:
        async with aiohttp.ClientSession() as session:
            yield Playground(url, world, session, clock)
    finally:
        await runner.cleanup()


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """A playground without rate limits."""
    async for running in run_playground():
        yield running


@pytest.fixture
async def strict_playground() -> AsyncIterator[Playground]:
    """A playground that enforces the rate limits."""
    async for running in run_playground(enforce_limits=True):
        yield running
