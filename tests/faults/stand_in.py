"""The fast stand-in (`python -m bench.standin`) as a process of its own, and a client of its control port."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo.playground import ended, without_settings
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]


class StandIn:
    """A running stand-in; it reports the requests that reached it."""

    def __init__(self, port: int, control_port: int, session: aiohttp.ClientSession) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._control = f"http://127.0.0.1:{control_port}"
        self._session = session

    async def set(self, **knobs: object) -> None:
        """Set its behaviour from now on."""
        await self._post("set", knobs)

    async def forget(self, **knobs: object) -> None:
        """Reset its counts, and set its behaviour."""
        await self._post("reset", {})
        await self.set(**knobs)

    async def tell(self, *updates: Mapping[str, Any]) -> None:
        """Queue updates for the bot, in order of their ids."""
        await self._post("updates", list(updates))

    async def total(self) -> int:
        """Return the number of sends that it accepted."""
        return int((await self._get("count"))["total"])

    async def polls(self) -> int:
        """Return the number of polls for updates."""
        return int((await self._get("count"))["polls"])

    async def times(self) -> list[tuple[float, int]]:
        """Return the sends that it accepted, in order: the moment (monotonic seconds of this machine) and the chat."""
        return [(float(at), int(chat)) for at, chat in await self._get("times")]

    async def forget_updates(self) -> None:
        """Drop the updates that the bot has not fetched yet."""
        await self._post("forget-updates", {})

    async def dropped(self) -> int:
        """Return the number of updates without an answer."""
        return int((await self._get("count"))["dropped"])

    async def heard(self, chats: Iterable[int]) -> dict[int, int]:
        """Return the number of messages that each of these chats has."""
        counts = (await self._get("sent"))["chats"]
        return {chat: int(counts.get(str(chat), 0)) for chat in chats}

    async def refused(self) -> list[tuple[int, int]]:
        """Return the sends that it refused, in order: the chat and the code."""
        return [(int(chat), int(code)) for _, chat, code in await self._get("refused")]

    async def _post(self, path: str, body: object) -> None:
        async with self._session.post(f"{self._control}/{path}", json=body) as response:
            assert response.status == 200, await response.text()

    async def _get(self, path: str) -> Any:
        async with self._session.get(f"{self._control}/{path}") as response:
            assert response.status == 200, await response.text()
            return await response.json()


@asynccontextmanager
async def running_stand_in() -> AsyncIterator[StandIn]:
    """Start a stand-in on this machine, and end it afterwards."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.standin"),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env=without_settings(os.environ),
    )
    try:
        assert process.stdout is not None, "its output is read"
        async with asyncio.timeout(PATIENCE):
            ports = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield StandIn(ports["port"], ports["control_port"], session)
    finally:
        await ended(process)


def start_update(chat: int, number: int) -> dict[str, Any]:
    """Return the update of a person who types /start."""
    person = {"id": chat, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}
    message = {
        "message_id": number,
        "date": 1_800_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Iemand"},
        "from": person,
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }
    return {"update_id": number, "message": message}
