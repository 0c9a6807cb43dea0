"""Run the guard beside the event loop: what may take long would hold up other updates.

It is pure computing, so a thread holds up the loop too, but for 5 ms at most before Python hands over
(`sys.getswitchinterval`). There is one such thread: several would each have their turn before the loop has.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 500
"""So many signs are looked over on the loop: at 3 µs for each of the densest text 1.5 ms, three times over 5 ms."""

_desk = ThreadPoolExecutor(1, "guard")


async def looked_over(judge: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function of the guard with these arguments, and return or raise what it does.

    It runs on the loop when the arguments are only texts that are short together, else in the thread.
    """
    if all(one is None or isinstance(one, str) for one in args) and _signs(args) <= AT_ONCE:
        return judge(*args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_desk, partial(judge, *args, **kwargs))


def _signs(texts: tuple[object, ...]) -> int:
    return sum(len(text) for text in texts if isinstance(text, str))
