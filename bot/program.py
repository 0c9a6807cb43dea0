"""The program: its running parts, and how they start and end together."""

import asyncio
import gc
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from alerts.ports import Storage
from bot.incoming.inbox import Inbox
from bot.incoming.receiver import Receiver
from bot.incoming.supervisor import Supervisor
from bot.jobs.schedule import Schedule
from bot.metrics import Meter
from bot.outgoing.outbox import Outbox
from bot.runtime.http_server import Listener
from bot.runtime.leadership import Leadership

SWITCH_SECONDS = 0.0003  # how long one thread keeps the interpreter while another wants it


@dataclass(frozen=True, slots=True)
class Reception:
    """The work of the leading process alone: receives and handles updates, and runs the jobs."""

    supervisor: Supervisor
    inbox: Inbox
    receiver: Receiver
    schedule: Schedule

    async def run(self) -> None:
        """Run until cancelled; then let what is being stored or handled finish."""
        self.schedule.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.receiver.run())
                tasks.create_task(self.supervisor.run())
        finally:
            self.schedule.stop()
            await asyncio.shield(self._finish())

    async def _finish(self) -> None:
        await asyncio.gather(self.inbox.finish(), self.receiver.finish())

    async def say_stopped(self) -> None:
        """Write a last heartbeat that tells the doctor that the program was stopped, and does not hang."""
        await self.supervisor.write_heartbeat(has_stopped=True)


def _tune_python() -> None:
    """Tune the garbage collector and thread switching. Texts, statements and handlers stay for good: looking through
    them for garbage took a fifth of a fan-out. The threads of the database and the guard hand the interpreter over
    sooner than after Python's 5 ms, for which a press would wait: a third less at p95 during a fan-out
    (docs/performance.md)."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@dataclass(frozen=True, slots=True)
class Program:
    """The running parts of the program. `watch_clock` runs until cancelled."""

    bot_name: str
    leadership: Leadership
    watch_clock: Callable[[], Coroutine[Any, Any, None]]
    reception: Reception
    outbox: Outbox
    storage: Storage
    listeners: tuple[Listener, ...]
    meter: Meter

    async def run(self) -> None:
        """Send, and while this process leads receive and run the jobs, until cancelled; then let what is in flight
        finish."""
        _tune_python()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send())
            tasks.create_task(self.leadership.run())
            tasks.create_task(self.watch_clock())

    async def _send(self) -> None:
        try:
            await self.outbox.run()
        finally:
            await asyncio.shield(self.outbox.finish())
