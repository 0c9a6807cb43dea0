"""A flood of updates: a number of senders with a rate each, for as long as the block lasts."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

from tests.siege.fortress import Fortress

FIRST_STRANGER = 5_000_001
_PULSE_SECONDS = 0.05

Says = Callable[[int, int], dict[str, Any]]


@asynccontextmanager
async def flooding(fortress: Fortress, senders: range, *, rate: float, says: Says) -> AsyncIterator[None]:
    """Let each sender send `rate` messages a second; `says` makes the update of a sender's message by its number."""
    task = asyncio.create_task(_send_all(fortress, senders, rate, says))
    try:
        yield
        assert not task.done(), "the flood went on"
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _send_all(fortress: Fortress, senders: range, rate: float, says: Says) -> None:
    began, sent = monotonic(), 0
    while True:
        due = int((monotonic() - began) * rate * len(senders))
        batch = [says(senders[number % len(senders)], number // len(senders)) for number in range(sent, due)]
        if batch:
            await fortress.stand_in.tell(*batch)
        sent = due
        await asyncio.sleep(_PULSE_SECONDS)
