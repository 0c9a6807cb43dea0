"""The scene of a fault story: a directory with a crowd in it, the stand-in, and the program between the two."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.crowd import Crowd
from tests.faults.finding import Finding
from tests.faults.program import Program, a_program
from tests.faults.shared import crowd_of
from tests.faults.stand_in import StandIn, running_stand_in
from tests.patience import PATIENCE

RATE = 500  # messages per second
ROUND_TRIP_S = 0.1
MOST_COPIES = 2  # a message that may have arrived is sent again once
_LOOK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a story works with."""

    crowd: Crowd
    stand_in: StandIn
    program: Program

    async def settled(self, alert: int, *, within: float = PATIENCE) -> None:
        """Wait until no delivery of the alert is open any more."""
        await eventually(lambda: self.crowd.rows(alert).open == 0, "every delivery is settled", within=within)

    async def sent(self, more_than: int, *, within: float = PATIENCE) -> None:
        """Wait until more than this number of sends was accepted."""

        async def is_sent() -> bool:
            return await self.stand_in.total() > more_than

        await eventually(is_sent, f"more than {more_than} messages are sent", within=within)

    async def count(self, finding: Finding, uncertain: Collection[int] = ()) -> None:
        """Count the messages that the crowd got of one alert: everybody should have it once. A delivery in `uncertain`
        does not count as lost, because the sender reads that its outcome is unknown."""
        heard = await self.stand_in.heard(self.crowd.chats)
        lost = sum(times == 0 for chat, times in heard.items() if chat not in uncertain)
        finding.add(sent=sum(heard.values()), lost=lost, repeats=sum(times - 1 for times in heard.values() if times))
        most = max(heard.values())
        finding.must(most <= MOST_COPIES, f"nobody gets more than {MOST_COPIES} copies, and not {most}")


async def eventually(
    holds: Callable[[], bool | Awaitable[bool]],
    what: str,
    *,
    within: float = PATIENCE,
    pause: float = _LOOK_SECONDS,
) -> None:
    """Poll until the condition holds, because changes by other processes have no event. Raises AssertionError."""
    try:
        async with asyncio.timeout(within):
            while True:
                answer = holds()
                if answer if isinstance(answer, bool) else await answer:
                    return
                await asyncio.sleep(pause)
    except TimeoutError as error:
        raise AssertionError(f"within {within:.0f} seconds it should be that {what}") from error


@asynccontextmanager
async def a_scene(
    directory: Path, *, recipients: int, rate: int = RATE, delay_s: float = ROUND_TRIP_S, log_level: str = "info"
) -> AsyncIterator[Scene]:
    """Yield a crowd, a running stand-in and a program that is not started yet."""
    crowd = crowd_of(directory, recipients)
    await crowd.settle()
    async with AsyncExitStack() as stack:
        stand_in = await stack.enter_async_context(running_stand_in())
        await stand_in.set(delay_s=delay_s)
        settings = {"broadcast_rate": rate, "overall_rate": rate, "log_level": log_level, "database_url": crowd.url}
        yield Scene(crowd, stand_in, await stack.enter_async_context(a_program(directory, stand_in.url, **settings)))
