"""The error boundary: an error in one piece of work does not end the loop that does it."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.logs import logger

log = logger()


async def succeeds(act: Callable[[], Awaitable[None]], update_id: int) -> bool:
    """Run `act` and return whether it succeeded. An exception is logged: a database that is locked or full, or what
    nobody foresaw; also the cancellation of what it waited for, unless the task itself was cancelled (that is
    raised)."""
    try:
        await act()
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        log.warning("lane_interrupted", update_id=update_id)
        return False
    except Exception:
        log.exception("lane_failed", update_id=update_id)
        return False
    return True
