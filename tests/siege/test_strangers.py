"""Test of a flood of strangers, in short and with real processes: the order of messages, and the bound on handled
updates."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from alerts.severity import Severity
from bot.incoming.stranger_limits import BURST, RATE
from tests.faults.scene import eventually
from tests.siege.conftest import Database
from tests.siege.flood import FIRST_STRANGER, flooding
from tests.siege.fortress import besieged

RECIPIENTS, MEMBERS, SENDERS = 40, 8, 60


@pytest.mark.main
async def test_a_p1_goes_out_before_any_strangers_answer(tmp_path: Path, database: Database) -> None:
    """Everybody has the P1 with hardly an answer to a stranger in between, members get the emergency card meanwhile,
    and only a bounded number of the strangers' updates is handled."""
    async with besieged(tmp_path, database.url, recipients=RECIPIENTS, members=MEMBERS) as fortress:
        crowd = range(FIRST_STRANGER, FIRST_STRANGER + SENDERS)
        alert = await fortress.puts_forward(Severity.P1)
        async with flooding(fortress, crowd, rate=1.0, says=lambda chat, _: fortress.says(chat, "hallo")):
            await eventually(lambda: _is_limited(fortress.ask), "strangers are limited")
            pressed = await fortress.sends(alert)
            await asyncio.gather(*(fortress.stand_in.tell(fortress.says(one, "/hulp")) for one in fortress.members))
            arrived = await fortress.all_arrived(pressed, fortress.shops)
            answered = await fortress.all_arrived(pressed, fortress.members)
        assert len(arrived) == RECIPIENTS
        assert len(answered) == MEMBERS
        first, last = min(arrived.values()), max(arrived.values())
        between = [chat for at, chat in await fortress.stand_in.times() if first < at < last and chat in crowd]
        assert len(between) <= 2, "strangers come last"
        [seconds] = await fortress.ask(_SECONDS[database.name])
        [handled] = await fortress.ask("SELECT count(*) FROM updates WHERE state <> 'limited'")
        assert handled <= BURST + RATE * float(seconds) + MEMBERS + 10


_SECONDS = {
    "sqlite": "SELECT (julianday(max(received_at)) - julianday(min(received_at))) * 86400 FROM updates",
    "postgresql": "SELECT extract(epoch FROM max(received_at) - min(received_at)) FROM updates",
}


async def _is_limited(ask: Callable[[str], Awaitable[list[Any]]]) -> bool:
    counted = await ask("SELECT count(*) FROM updates WHERE state = 'limited'")
    return bool(counted[0] > 20)
