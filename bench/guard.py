"""The guard: CPU time to check a text, by its length and content, and the delay of the event loop meanwhile."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from alerts.guard import find
from alerts.guard.off_loop import off_loop
from bench.figure import Figure, progress

SIGNS, LONGEST = 1_000, 4_096  # characters: the length with a promised time, and Telegram's longest message
ROUNDS = 400
_TICK = 0.001  # seconds
# Made-up texts as shops write them.
_NATURAL = (
    "Rond 14.20 uur kwamen twee mannen binnen, zwarte jassen en een rugzak. Ze liepen een paar keer langs de kassa. ",
    "Ordernummer 4500981273 is niet opgehaald, het pakket van 12 kilo staat nog bij de balie in de Dorpsstraat 12. ",
    "Een grijze Golf stond van 09:15 tot 10.40 voor de deur, de bestuurder maakte foto's van de rolluiken. ",
    "She asked what time we close and whether the cameras work; she left on a scooter towards the station. ",
    "Kassabon 004812 van 13:42, maat 43, artikel 77.204.18, drie flessen weg uit gang 7, waarde nog onbekend. ",
    "Volgens de buren reed er een bus weg met kenteken 12-TBX-4, en bel voor beelden gerust op 010-1234567. ",
)
# Each text has many candidates for one of the guard's searches.
_DENSE = (
    "AB-12-CD ",
    "bel 06 ",
    "geb 12 ",
    "A1 ",
    "12 ",
    "1.",
    "NL91 ABNA 0417 ",
    "kenteken A 1 ",
    "x_1 op ",
    "Jan de Vries ",
    "twee Poolse mannen ",
    "a@b ",
    "golf tango 4 ",
    "nul zes een ",
    "€ 5 ",
    "06-12345678 ",
    "123456782 ",
    "insta a_1 ",
    "een twee ",
    "m a n ",
)


def bench_guard(_folder: Path, *, rounds: int = ROUNDS) -> None:
    """Measure the guard and print its figures."""
    progress("guard: natural texts")
    natural = [_filled(_NATURAL, first, SIGNS) for first in range(len(_NATURAL))]
    _tell(f"natural texts of {SIGNS:_} characters", _milliseconds(natural, rounds))
    progress("guard: texts that are dense of one thing")
    dense = {part: _milliseconds([_filled([part], 0, SIGNS)], max(rounds // 10, 1)) for part in _DENSE}
    slowest = max(dense, key=lambda part: _share(dense[part], 50))
    _tell(f"the slowest of {len(_DENSE)} dense texts of {SIGNS:_} characters", dense[slowest])
    for name, parts in (("natural", _NATURAL), ("dense", [slowest])):
        progress(f"guard: {name} texts by length")
        short, long = (_share(_milliseconds([_filled(parts, 0, n)], rounds // 4), 50) / n for n in (SIGNS, LONGEST))
        case = f"time per character, {LONGEST:_} characters to {SIGNS:_}, {name}"
        Figure("guard", case, long / short, "ratio").tell()
    progress("guard: how late the event loop is meanwhile")
    texts = [_filled(_NATURAL, first, LONGEST) for first in range(len(_NATURAL))] + [_filled([slowest], 0, LONGEST)]
    beside, on_it = (asyncio.run(_lateness(judge, texts, rounds)) for judge in (_beside_the_loop, _on_the_loop))
    case = f"computed before a tick of 1 ms has its turn, beside texts of {LONGEST:_} characters"
    for percent in (50, 99):
        late = _share(beside, percent), _share(on_it, percent)
        Figure("guard", f"{case}, p{percent}", late[0], "ms", peer="on the loop", peer_value=late[1]).tell()


async def _beside_the_loop(text: str) -> None:
    await off_loop(find, text)


async def _on_the_loop(text: str) -> None:
    find(text)


async def _lateness(judge: Callable[[str], Awaitable[None]], texts: Sequence[str], rounds: int) -> list[float]:
    """Return sorted milliseconds of CPU that this process spends before a tick runs, its own sleep included; other
    processes on the machine do not count."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            begun = time.process_time()
            await asyncio.sleep(_TICK)
            late.append((time.process_time() - begun) * 1e3)

    ticking = asyncio.create_task(tick())
    for text in islice(cycle(texts), rounds):
        await judge(text)
        await asyncio.sleep(0)
    await asyncio.sleep(_TICK * 2)
    ticking.cancel()
    return sorted(late)


def _filled(parts: Sequence[str], first: int, length: int) -> str:
    return "".join(islice(cycle(parts), first, first + length))[:length]


def _milliseconds(texts: Sequence[str], rounds: int) -> list[float]:
    return sorted(_timed(find, text) * 1e3 for text in islice(cycle(texts), max(rounds, 1)))


def _timed(search: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of this thread; other processes on the machine do not count."""
    begun = time.thread_time()
    search(text)
    return time.thread_time() - begun


def _share(sorted_values: Sequence[float], percent: int) -> float:
    return sorted_values[min(len(sorted_values) - 1, len(sorted_values) * percent // 100)]


def _tell(case: str, milliseconds: Sequence[float]) -> None:
    for percent in (50, 99):
        Figure("guard", f"{case}, p{percent}", _share(milliseconds, percent), "ms").tell()
