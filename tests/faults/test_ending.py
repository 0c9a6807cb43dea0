"""Tests that the program ends well, whenever and however often it is told to, and whatever is under way."""

import asyncio
import json
import os
import signal
from pathlib import Path

import pytest

from tests.faults.program import STOP_SECONDS, Program, a_program
from tests.faults.scene import a_scene

NOWHERE = "http://127.0.0.1:9"


async def _told(program: Program, *numbers: signal.Signals) -> int:
    """Send these signals and return the exit code. Raises TimeoutError when the program has not ended in time."""
    async with asyncio.timeout(STOP_SECONDS):
        for number in numbers:
            os.kill(program.pid, number)
            await asyncio.sleep(0)
        return await program.exit_code()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_while_telegram_is_out_of_reach(tmp_path: Path, number: signal.Signals) -> None:
    """The program ends without a traceback when Telegram is unreachable and it has not come to run."""
    async with a_program(tmp_path, NOWHERE) as program:
        await program.spawn()
        line = await program.logged("telegram_unreachable")
        assert ("127.0.0.1:9", "connection refused") == (line["host"], line["cause"])
        assert 0 == await _told(program, number, number)
        assert {"telegram_unreachable", "stopped"} == {line["event"] for line in program.lines}


async def test_more_signals_change_nothing(tmp_path: Path) -> None:
    """More signals in the middle of a fan-out change nothing: the program ends once and logs it, and the next start
    goes on."""
    async with a_scene(tmp_path, recipients=150, rate=40) as scene:
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.sent(30)
        assert 0 == await _told(scene.program, signal.SIGTERM, signal.SIGINT, signal.SIGTERM, signal.SIGTERM)
        left = scene.crowd.rows_after_kill(alert)
        assert ("ok", 0) == (left.integrity, left.sending)
        assert left.open > 0
        [(heartbeat,)] = scene.crowd.ask("SELECT value FROM facts WHERE name = 'heartbeat'")
        assert json.loads(heartbeat)["has_stopped"] is True
        await scene.program.start()
        await scene.settled(alert)
        heard = await scene.stand_in.heard(scene.crowd.chats)
        assert {1} == set(heard.values())
