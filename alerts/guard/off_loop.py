"""Run the guard beside the event loop, so that a long check does not hold up other updates.

The check is pure computing. A thread holds up the loop too, but for 5 ms at most before Python hands over its lock
(`sys.getswitchinterval`). There is one such thread, because each of several threads would get its turn before the loop
does.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 500
"""Texts of up to this number of characters are checked on the loop: at 3 µs for each of the densest text that is 1.5
ms, at worst three times that."""

_desk = ThreadPoolExecutor(1, "guard")


async def off_loop(judge: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function of the guard with these arguments, and return or raise what it does.

    It runs on the loop when the arguments are only texts that are short together, else in the thread.
    """
    if all(one is None or isinstance(one, str) for one in args) and _signs(args) <= AT_ONCE:
        return judge(*args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_desk, partial(judge, *args, **kwargs))


def _signs(texts: tuple[object, ...]) -> int:
    return sum(len(text) for text in texts if isinstance(text, str))
