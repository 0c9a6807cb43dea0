"""The queue of writers: one writes at a time, in order of arrival; one that is urgent waits for at most one other."""

import asyncio
from collections import deque


class WriterQueue:
    """A lock that is handed over in order of arrival."""

    def __init__(self) -> None:
        self._is_taken = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def acquire(self, *, is_urgent: bool = False) -> None:
        """Wait for the lock. An urgent caller goes before all who wait but the first, whose turn is next."""
        if not self._is_taken:
            self._is_taken = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if is_urgent and self._waiting:
            self._waiting.insert(1, turn)
        else:
            self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # the turn came at the moment of the cancellation
                self.release()
            raise

    def release(self) -> None:
        """Hand the lock over to the next who still waits, or free it."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._is_taken = False
