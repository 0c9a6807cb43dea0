"""The drawer: has pictures drawn in one worker process, which alone loads matplotlib, so the event loop goes on."""

import asyncio
import os
import signal
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

from alerts.errors import Temporary
from bot.drawing.picture import NoticeMap
from bot.logs import logger

LIMIT_SECONDS = 30.0  # for one picture with the start of the process, which takes some two seconds
KEPT = 64  # pictures, of under 80 kB each

log = logger()


def draw(picture: NoticeMap) -> bytes:
    """Draw a picture as a PNG, in the worker process."""
    from bot.drawing import canvas

    return canvas.draw(picture)


class Drawer:
    """Draws pictures one after the other. The process is started at the first picture, and again when it died or took
    too long; the last pictures are kept, and one that is being drawn is not begun twice."""

    def __init__(self, draw: Callable[[NoticeMap], bytes] = draw, limit_seconds: float = LIMIT_SECONDS) -> None:
        self._draw = draw
        self._limit_seconds = limit_seconds
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()
        self._drawn: OrderedDict[NoticeMap, bytes] = OrderedDict()

    async def png(self, picture: NoticeMap) -> bytes:
        """Return the picture as a PNG. Raises Temporary when it could not be drawn in time, or the process died."""
        async with self._turn:
            if picture not in self._drawn:
                self._drawn[picture] = await self._draw_in_worker(picture)
                while len(self._drawn) > KEPT:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(picture)
            return self._drawn[picture]

    async def _draw_in_worker(self, picture: NoticeMap) -> bytes:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)
        try:
            drawing = asyncio.get_running_loop().run_in_executor(self._pool, self._draw, picture)
            return await asyncio.wait_for(drawing, self._limit_seconds)
        except (BrokenExecutor, TimeoutError) as error:
            self.close()
            log.warning("picture_not_drawn", error=type(error).__name__)
            raise Temporary("not drawn") from error

    def close(self) -> None:
        """End the process, if there is one, whatever it is doing."""
        if self._pool is None:
            return
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None


def _begin() -> None:
    """Leave Ctrl+C to the program, and end with it, also when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None, "a worker has a parent"
    parent.join()
    os._exit(0)
