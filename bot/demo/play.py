"""`wees-alert demo`: runs the stand-in, the bot and the story on this machine, without a Telegram account."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from pydantic import SecretStr

from alerts.member import Language
from bot.demo.clock import DemoClock
from bot.demo.console import BUTTON, DemoConsole, running_console
from bot.demo.playground import TOKEN, Playground, running_playground
from bot.demo.prepare import prepare
from bot.demo.story import play
from bot.demo.transcript import Transcript
from bot.logs import set_up_logs
from bot.program import Program
from bot.settings import Settings
from bot.wiring import open_program

# Shown on the page above the phones.
CLOCK = (
    "De klok van de demo: de telefoons hebben de tijd van je computer. Om het eerste bericht te laten aflopen zet het "
    "verhaal de klok van de bot even twee uur vooruit; daarom eindigt het op de minuut waarop het begon.",
    "The clock of the demo: the phones have the time of your computer. To let the first notice end, the story sets the "
    "bot's clock two hours ahead for a moment; that is why it ends in the minute in which it began.",
)
CHAT_RATE = 1000.0  # the stand-in has no limits, and questions follow one another faster here than people tap


def demo_settings(url: str, directory: Path) -> Settings:
    """Return default settings, ignoring the environment and `.env`, for the stand-in and a database of its own."""
    return Settings.model_construct(
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=url,
        database_url=f"sqlite:///{directory / 'demo.db'}",
        chat_rate=CHAT_RATE,
    )


async def play_demo(*, once: bool, port: int, language: Language) -> int:
    """Play the story; keep running afterwards unless `once`. Returns the exit code: 0 if all checks passed, else 1."""
    set_up_logs("console", "error")
    transcript = Transcript(typer.echo, language)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        is_whole = await _until(stopped, _perform(transcript, None if once else stopped, port, language))
    except Exception as error:
        transcript.failed(f"{_innermost(error)}")
        return 1
    return 0 if is_whole or not once else 1


async def _perform(transcript: Transcript, stopped: asyncio.Event | None, port: int, language: Language) -> None:
    transcript.tell(
        "Dit verhaal is in het Nederlands. In English: make demo ARGS=--language=en",
        "This story is told in English. In het Nederlands: make demo",
    )
    clock = DemoClock()
    async with running_playground(port) as playground, _running(playground, clock) as (program, console):
        if stopped is not None:
            transcript.tell(f"Kijk mee op {playground.url}", f"Watch it at {playground.url}")
        await playground.post("note", text=transcript.either(*CLOCK))
        cast = await prepare(playground, program, clock, console, transcript, language)
        await play(cast)
        transcript.chapter("Einde", "The end")
        transcript.tell(
            f"Het verhaal is uit: {transcript.checks} controles, alles goed.",
            f"The story is over: {transcript.checks} checks, all is well.",
        )
        if stopped is not None:
            transcript.tell(
                f"Chat zelf verder op {playground.url} (Ctrl-C stopt).",
                f"Go on chatting at {playground.url} (Ctrl-C stops).",
            )
            transcript.tell(
                f"De knop {BUTTON} op een telefoon opent de console in de browser, als die persoon.",
                f"The button {BUTTON} on a phone opens the console in the browser, as that person.",
            )
            await asyncio.Event().wait()  # until it is cancelled, which ends everything in order


@asynccontextmanager
async def _running(playground: Playground, clock: DemoClock) -> AsyncIterator[tuple[Program, DemoConsole]]:
    """Run the program and its console, with a database of their own."""
    with TemporaryDirectory(prefix="wees-alert-demo-") as directory:
        settings = demo_settings(playground.url, Path(directory))
        async with open_program(settings, clock) as program:
            running = asyncio.create_task(program.run())
            try:
                async with running_console(program, settings, clock, playground) as console:
                    yield program, console
            finally:
                running.cancel()
                await asyncio.wait([running])


async def _until(stopped: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Run the work until it is done or `stopped` is set, which cancels it; return whether it was done.

    A Ctrl-C that comes before `stopped` listens for it cancels this itself. The work is cancelled and awaited then too:
    at its end asyncio cancels all tasks at once, and a process that is just being started never comes out of that.
    """
    working, stopping = asyncio.create_task(work), asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        is_finished = working.done()
        working.cancel()
        await asyncio.wait([working])
    if not working.cancelled():
        working.result()
    return is_finished


def _innermost(error: BaseException) -> str:
    """Describe the first error inside nested exception groups."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
