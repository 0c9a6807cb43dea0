"""The fault story of updates that are stored and acknowledged, but not handled yet, when the program is killed.

An update that comes alone is handled in the commit that stores it. So everybody taps several times at once: taps that
arrive together are stored first, and each waits behind those of its own chat.
"""

import asyncio
from pathlib import Path
from random import Random

from bot.demo.playground import running_playground
from tests.faults.crowd import Crowd
from tests.faults.finding import Finding
from tests.faults.post import Post, running_post
from tests.faults.program import Program, a_program
from tests.faults.receiving import FAST
from tests.faults.reporters import MANY_SIGNALS, Reporter, must_be_stored, reporters_of
from tests.faults.scene import eventually
from tests.faults.shared import crowd_of

LONGEST_RUN_S = 0.2  # between the sight of waiting updates and the kill
KILLS_A_ROUND = 4  # kills during the same taps, as long as some of them wait
_WAITING = "SELECT update_id FROM updates WHERE state = 'pending' AND body IS NOT NULL"


async def kill_webhook(directory: Path, *, members: int, kills: int) -> Finding:
    """The program is killed with kill -9 while taps are stored and acknowledged but not handled: each has its effect
    once."""
    finding = Finding("kill-webhook", {"kills": 0, "members": members, "hits": 0, "waiting": 0})
    crowd, chance = crowd_of(directory, members), Random(kills)
    await crowd.settle()
    async with (
        running_playground() as playground,
        running_post() as post,
        a_program(directory, playground.url, **FAST, database_url=crowd.url, **post.settings()) as program,
    ):
        reporters = await reporters_of(crowd, playground, MANY_SIGNALS)
        await program.start()
        while finding.count("kills") < kills:
            await _tap_together(post, reporters)
            for _ in range(min(KILLS_A_ROUND, kills - finding.count("kills"))):
                if not await _killed(program, crowd, post, finding, chance):
                    break
            await asyncio.gather(*(one.send() for one in reporters))
        await eventually(lambda: not crowd.ask(_WAITING), "every update is handled")
        await program.terminate()
        must_be_stored(finding, crowd, reporters, MANY_SIGNALS)
    finding.must(finding.count("hits") > 0, "some were stored and acknowledged, and not handled, at a kill")
    return finding


async def _tap_together(post: Post, reporters: list[Reporter]) -> None:
    """Bring everybody to the same question, and answer it with several taps that arrive at the same time."""
    await asyncio.gather(*(one.begin() for one in reporters))
    post.hold()
    await asyncio.gather(*(one.tap_signals() for one in reporters))
    await eventually(lambda: post.has(len(reporters) * len(MANY_SIGNALS)), "every tap came")
    post.release()


async def _killed(program: Program, crowd: Crowd, post: Post, finding: Finding, chance: Random) -> bool:
    """Kill the program while acknowledged updates wait, and start it; return whether any waited, before or then."""

    async def waiting() -> set[int]:
        return {number for (number,) in await asyncio.to_thread(crowd.ask, _WAITING)} & post.acknowledged

    async def is_seen() -> bool:
        return bool(await waiting()) or not post.is_bringing

    await eventually(is_seen, "something is stored and acknowledged, and waits", pause=0)
    if not await waiting():
        return False
    await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
    await program.kill()
    left = {number for (number,) in crowd.ask_after_kill(_WAITING)} & post.acknowledged
    finding.add(kills=1, hits=int(bool(left)), waiting=len(left))
    await program.start()
    return bool(left)
