"""The Telegram stand-in as a process of its own, and a client of its control API (`playground/README.md`)."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo.phone import Phone

TOKEN = "110201543:of-no-value-outside-the-demo"  # noqa: S105 -- known to this machine's stand-in only
USERNAME = "wees_alert_demo_bot"
READY = "listening on "
START_SECONDS = 60.0
STOP_SECONDS = 12.0  # seconds; the bot may take ten
POLL_SECONDS = 20
WITHIN = 30.0  # seconds that anything expected may take

Event = Mapping[str, Any]


class PlaygroundError(Exception):
    """The stand-in did not start, or refused a call."""


class Playground:
    """A running stand-in. A background task collects its events, so that awaiting one needs no polling."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.seq = 0
        self._session = session
        self._events: list[Event] = []
        self._news = asyncio.Condition()

    async def post(self, path: str, **body: object) -> Any:
        """Make a control call. Raises PlaygroundError."""
        async with self._session.post(f"{self.url}/playground/{path}", json=body) as response:
            return await _answer(response, path)

    async def get(self, path: str, **query: str | int | float) -> Any:
        """Read a control view. Raises PlaygroundError."""
        async with self._session.get(f"{self.url}/playground/{path}", params=query) as response:
            return await _answer(response, path)

    async def person(self, name: str, user_id: int | None = None, **fields: object) -> Phone:
        """Create a person with a phone; `fields` as in the control API."""
        given = {"first_name": name, "phone": True, "language_code": "nl", **fields}
        user = await self.post("users", **(given if user_id is None else {"id": user_id, **given}))
        return Phone(self, int(user["id"]), name)

    async def group(self, title: str, members: Sequence[Phone], **fields: object) -> int:
        """Create a group chat, owned by the first member, and return its id; `fields` as in the control API."""
        given = {"type": "supergroup", **fields}
        made = await self.post("groups", title=title, members=[phone.user_id for phone in members], **given)
        return int(made["id"])

    async def calls(self, method: str, after: int = 0) -> Sequence[Event]:
        """Return the bot's completed calls of a method since an event."""
        found: Sequence[Event] = (await self.get("calls", method=method, after=after))["calls"]
        return found

    async def faults(self, *rules: Mapping[str, object], latency_ms: int = 0) -> None:
        """Inject these faults from now on, until other faults are set."""
        await self.post("faults", latency_ms=latency_ms, rules=list(rules))

    async def event(self, fits: Callable[[Event], bool], *, after: int = 0, within: float = WITHIN) -> Event:
        """Await the first event since `after` that fits, for at most `within` seconds. Raises TimeoutError."""
        position = 0
        async with asyncio.timeout(within), self._news:
            while True:
                for event in self._events[position:]:
                    if event["seq"] > after and fits(event):
                        return event
                position = len(self._events)
                await self._news.wait()

    async def called(
        self, method: str, *, chat: int | None = None, after: int = 0, times: int = 1, within: float = WITHIN
    ) -> Event:
        """Await the bot's Nth call of a method since an event, successful or not. Raises TimeoutError."""
        left = times

        def fits(event: Event) -> bool:
            nonlocal left
            if event["type"] != "call" or event["method"].lower() != method.lower():
                return False
            if chat is not None and str(event["chat_id"]) != str(chat):
                return False
            left -= 1
            return left == 0

        return await self.event(fits, after=after, within=within)

    async def listen(self) -> None:
        """Collect events until cancelled, or until the stand-in is gone."""
        with contextlib.suppress(aiohttp.ClientError):
            while True:
                found = await self.get("events", after=self.seq, timeout=POLL_SECONDS)
                async with self._news:
                    self._events.extend(found["events"])
                    self.seq = found["seq"]
                    self._news.notify_all()


async def _answer(response: aiohttp.ClientResponse, path: str) -> Any:
    body = await response.json()
    if response.status != 200:
        raise PlaygroundError(f"{path}: {body.get('error', body)}")
    return body


@asynccontextmanager
async def running_playground(port: int = 0, *, directory: Path | None = None) -> AsyncIterator[Playground]:
    """Start a stand-in on this machine (port 0: a free one) and stop it afterwards. Raises PlaygroundError."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--port", str(port), "--bot", f"{TOKEN}={USERNAME}=Wees Alert"),
        stdout=asyncio.subprocess.PIPE,
        cwd=directory,
        env=without_settings(os.environ),
        start_new_session=True,  # Ctrl-C ends the bot first
    )
    try:
        url = await _address(process)
        async with aiohttp.ClientSession() as session:
            playground = Playground(url, session)
            listening = asyncio.create_task(playground.listen())
            try:
                yield playground
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
    finally:
        await ended(process)


def without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without the operator's settings and secrets."""
    return {name: value for name, value in environment.items() if not name.startswith("WEES_ALERT_")}


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None, "its output is read"
    try:
        async with asyncio.timeout(START_SECONDS):
            line = (await process.stdout.readline()).decode()
    except TimeoutError as error:
        raise PlaygroundError(f"the playground was not ready within {START_SECONDS:.0f} seconds") from error
    _, ready, url = line.partition(READY)
    if not ready:
        raise PlaygroundError("the playground did not start; if its port is taken, choose another with --port")
    return url.strip()


async def ended(process: asyncio.subprocess.Process) -> None:
    """Terminate a child process and wait for it; kill it if it is still running after `STOP_SECONDS`."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
