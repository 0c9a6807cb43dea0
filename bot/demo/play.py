"""`wees-alert demo`: the stand-in, the bot and the story, on this machine and without an account."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from pydantic import SecretStr

from bot.demo.clock import DemoClock
from bot.demo.playground import TOKEN, Playground, running_playground
from bot.demo.prepare import prepare
from bot.demo.story import play
from bot.demo.transcript import Transcript
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.wiring import Program, open_program

CHAT_RATE = 1000.0  # the stand-in has no limits, and questions follow one another faster here than people tap


def demo_settings(url: str, directory: Path) -> Settings:
    """The defaults, whatever the environment and `.env` say, with the stand-in and a database of its own."""
    return Settings.model_construct(
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=url,
        database_url=f"sqlite:///{directory / 'demo.db'}",
        chat_rate=CHAT_RATE,
    )


async def play_demo(*, once: bool, port: int) -> int:
    """Play the story; stay up afterwards unless `once`. Returns the exit code: 0 when all went as it should, else 1."""
    set_up_logs("console", "error")
    transcript = Transcript(typer.echo)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        is_whole = await _until(stopped, _perform(transcript, None if once else stopped, port))
    except Exception as error:
        transcript.failed(f"{_innermost(error)}")
        return 1
    return 0 if is_whole or not once else 1


async def _perform(transcript: Transcript, stopped: asyncio.Event | None, port: int) -> None:
    clock = DemoClock()
    async with running_playground(port) as playground, _running_bot(playground, clock) as program:
        if stopped is not None:
            transcript.tell(f"Kijk mee op {playground.url}")
        cast = await prepare(playground, program, clock, transcript)
        await play(cast)
        transcript.chapter("Einde")
        transcript.tell(f"Het verhaal is uit: {transcript.checks} controles, alles goed.")
        if stopped is not None:
            transcript.tell(f"Chat zelf verder op {playground.url} (Ctrl-C stopt).")
            await stopped.wait()


@asynccontextmanager
async def _running_bot(playground: Playground, clock: DemoClock) -> AsyncIterator[Program]:
    with TemporaryDirectory(prefix="wees-alert-demo-") as directory:
        async with open_program(demo_settings(playground.url, Path(directory)), clock) as program:
            running = asyncio.create_task(program.run())
            try:
                yield program
            finally:
                running.cancel()
                await asyncio.wait([running])


async def _until(stopped: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work, or let go of it when told to stop; whether it was finished."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stopped.wait())
    await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    is_finished = working.done()
    working.cancel()
    await asyncio.wait([working])
    if not working.cancelled():
        working.result()
    return is_finished


def _innermost(error: BaseException) -> str:
    """What went wrong, out of the groups around it."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
