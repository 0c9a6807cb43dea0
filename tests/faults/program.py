"""The program as a process (`python -m bot run`) in a directory, and the lines of its log as they come."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo.playground import TOKEN, ended, without_settings
from bot.incoming.webhook import SECRET_HEADER
from tests.faults.crowd import DATABASE
from tests.faults.stand_in import ROOT
from tests.patience import PATIENCE
from tests.ports import HOST, free_port

STOP_SECONDS = 20.0  # it ends within ten by itself, or logs that it could not; a busy machine takes longer
SECRET = "of-no-value_outside-tests"
LONGEST_LINE = 1 << 20  # bytes; a traceback is one line

Line = Mapping[str, Any]


@dataclass(slots=True)
class Program:
    """One directory with one bot in it at a time. `settings` are without their prefix."""

    directory: Path
    api_url: str
    health_port: int
    settings: Mapping[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    has_told_token: bool = False
    _process: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[None] | None = None
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def pid(self) -> int:
        """The number of the running process."""
        assert self._process is not None, "it was started"
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process that was started is still there."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> int:
        """Start the program and wait until it runs; return the place in the log from which on its lines stand."""
        since = await self.spawn()
        await self.logged("running", since=since)
        return since

    async def spawn(self) -> int:
        """Start the program without waiting; return the place in the log from which on its lines stand."""
        assert self._process is None, "one at a time"
        since = len(self.lines)
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=self.directory,
            env=self._environment(),
            stderr=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        self._reading = asyncio.create_task(self._read(self._process))
        return since

    async def kill(self) -> None:
        """Kill the process as a power cut would, and wait for the output that it had written."""
        assert self._process is not None, "it was started"
        self._process.kill()
        await self.exit_code()

    async def terminate(self) -> int:
        """Ask the process to stop and return its exit code. Raises TimeoutError when it has not ended in time."""
        assert self._process is not None, "it was started"
        self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_SECONDS):
            return await self.exit_code()

    async def exit_code(self) -> int:
        """Wait for the end of the process and return its exit code."""
        assert self._process is not None, "it was started"
        assert self._reading is not None, "its log is read"
        code = await self._process.wait()
        await self._reading
        self._process = None
        return code

    async def brought(self, update: Mapping[str, Any]) -> int:
        """Deliver an update to the webhook, as Telegram does, and return the status of the answer."""
        headers = {SECRET_HEADER: SECRET}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.settings["WEBHOOK_URL"], json=update, headers=headers) as response,
        ):
            return response.status

    async def health(self) -> Mapping[str, Any]:
        """Return the answer of /healthz."""
        body: Mapping[str, Any] = json.loads(await self._shown("healthz"))
        return body

    async def window(self) -> int:
        """Return the number of deliveries that may be under way now, as /metrics shows it."""
        shown = re.search(r"^wees_alert_window (\S+)$", await self._shown("metrics"), re.MULTILINE)
        assert shown is not None, "the window is shown"
        return int(float(shown[1]))

    async def _shown(self, path: str) -> str:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://{HOST}:{self.health_port}/{path}") as response,
        ):
            return await response.text()

    async def logged(self, event: str, *, since: int = 0, within: float = PATIENCE) -> Line:
        """Wait for the first line of this event after this place in the log. Raises AssertionError."""
        return await self.line(lambda line: line.get("event") == event, event, since=since, within=within)

    async def line(self, fits: Callable[[Line], bool], what: str, *, since: int = 0, within: float = PATIENCE) -> Line:
        """Wait for the first matching line after this place in the log. Raises AssertionError."""
        try:
            async with asyncio.timeout(within), self._news:
                while True:
                    for line in self.lines[since:]:
                        if fits(line):
                            return line
                    await self._news.wait()
        except TimeoutError as error:
            raise AssertionError(f"{what!r} is not in the log: {self.lines[-8:]}") from error

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None, "its log is read"
        while raw := await process.stderr.readline():
            self.has_told_token = self.has_told_token or TOKEN.encode() in raw
            async with self._news:
                self.lines.append(_parsed(raw.decode()))
                self._news.notify_all()

    def _environment(self) -> dict[str, str]:
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.api_url,
            "DATABASE_URL": f"sqlite:///{DATABASE}",
            "HEALTH_PORT": str(self.health_port),
            "LOG_FORMAT": "json",
            "CHAT_RATE": "1000",
            **self.settings,
        }
        prefixed = {f"WEES_ALERT_{name}": value for name, value in settings.items()}
        return {**without_settings(os.environ), "PYTHONPATH": str(ROOT), **prefixed}

    async def end(self) -> None:
        """End the process in whatever state it is."""
        if self._process is not None:
            await ended(self._process)
            await self.exit_code()
        assert not self.has_told_token, "the token is in no line"


def _parsed(line: str) -> Line:
    try:
        parsed = json.loads(line)
    except ValueError:  # a line that says why the program did not start
        return {"event": line.strip()}
    return parsed if isinstance(parsed, dict) else {"event": line.strip()}


def webhook_settings() -> dict[str, object]:
    """Return the settings of a program to which updates are delivered by webhook."""
    port = free_port()
    return {"webhook_url": f"http://{HOST}:{port}/updates", "webhook_port": port, "webhook_secret": SECRET}


@asynccontextmanager
async def a_program(directory: Path, api_url: str, **settings: object) -> AsyncIterator[Program]:
    """Yield a program that is not started yet, and end it with the story."""
    program = Program(directory, api_url, free_port(), {name.upper(): str(value) for name, value in settings.items()})
    try:
        yield program
    finally:
        await program.end()
