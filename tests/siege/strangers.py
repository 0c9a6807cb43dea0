"""The siege of strangers: during their flood a P1 takes no longer, members are answered, and newcomers get in
afterwards."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import quantiles
from time import monotonic

from alerts.severity import Severity
from tests.siege.flood import FIRST_STRANGER, flooding
from tests.siege.fortress import Fortress, besieged
from tests.siege.outcome import Outcome

MOST_RATIO = 1.5
HELP_SECONDS = 2.0
GETS_IN_SECONDS = 15.0
ASKS_EVERY_S = 0.4
WARM_UP_S = 8.0  # of the flood, before the P1
CALMS_DOWN_S = 12.0  # the allowance for strangers refills
# Senders, and messages a second of each: from a word a second to a word in twenty seconds, from a few to more than are
# handled.
FLOODS = ((30, 1.0), (50, 1.0), (50, 5.0), (400, 1.0), (400, 0.05), (1_000, 0.2), (1_000, 1.0))
LONGEST_S = 120.0
_strangers = itertools.count(FIRST_STRANGER, 10_000)


async def calm_seconds(fortress: Fortress) -> float:
    """Return the seconds of a P1 from the press to its last recipient without a flood."""
    alert = await fortress.puts_forward(Severity.P1)
    pressed = await fortress.sends(alert)
    arrived = await fortress.all_arrived(pressed, fortress.shops, within=LONGEST_S)
    assert len(arrived) == len(fortress.shops), "when it is calm everybody gets it"
    await fortress.is_quiet()
    return max(arrived.values()) - pressed


async def strangers(fortress: Fortress, database: str, *, senders: int, rate: float, calm_s: float) -> Outcome:
    """Measure a P1 during a flood by new people, while members ask for help."""
    outcome = Outcome("strangers", database, {"senders": senders, "rate": rate})
    crowd = range(first := next(_strangers), first + senders)
    alert = await fortress.puts_forward(Severity.P1)
    async with flooding(fortress, crowd, rate=rate, says=lambda chat, number: fortress.says(chat, f"woord {number}")):
        await asyncio.sleep(WARM_UP_S)
        pressed = await fortress.sends(alert)
        asking = asyncio.create_task(_ask_for_help(fortress))
        arrived = await fortress.all_arrived(pressed, fortress.shops, within=LONGEST_S)
        asking.cancel()
        asked = await asking
        answered = await fortress.all_arrived(pressed, list(asked), within=30)
    p1_s = max(arrived.values(), default=LONGEST_S + pressed) - pressed
    help_s = [answered.get(chat, at + 30) - at for chat, at in asked.items()]
    p95 = quantiles(help_s, n=20)[-1] if len(help_s) > 1 else help_s[0]
    lost = len(fortress.shops) - len(arrived)
    outcome.figures |= {"p1_s": round(p1_s, 2), "calm_s": round(calm_s, 2), "ratio": round(p1_s / calm_s, 2)}
    outcome.figures |= {"help_p95_s": round(p95, 2), "lost": lost, "throttled": len(await fortress.stand_in.refused())}
    outcome.must(lost == 0, "everybody gets the P1")
    outcome.must(p1_s <= MOST_RATIO * calm_s, f"a P1 takes at most {MOST_RATIO} times as long as without a flood")
    outcome.must(p95 <= HELP_SECONDS, f"/hulp of a member is answered within {HELP_SECONDS} s at p95")
    return outcome


async def _ask_for_help(fortress: Fortress) -> dict[int, float]:
    """Let another member ask for help every so often until it is cancelled, and store who asked when."""
    asked: dict[int, float] = {}
    try:
        for chat in fortress.members:
            asked[chat] = monotonic()
            await fortress.stand_in.tell(fortress.says(chat, "/hulp"))
            await asyncio.sleep(ASKS_EVERY_S)
    except asyncio.CancelledError:
        pass
    return asked


async def newcomers(fortress: Fortress, database: str, *, people: int = 36) -> Outcome:
    """Measure the answers to newcomers who all type /start at once, without a flood, as on an information evening."""
    crowd = range(first := next(_strangers), first + people)
    begun = monotonic()
    await fortress.stand_in.tell(*[fortress.says(chat, "/start") for chat in crowd])
    answered = await fortress.all_arrived(begun, crowd, within=60)
    slowest = max(answered.values(), default=begun) - begun
    lost = people - len(answered)
    outcome = Outcome("newcomers", database, {"people": people, "slowest_s": round(slowest, 2), "lost": lost})
    outcome.must(lost == 0, "whoever signs up is answered")
    outcome.must(slowest <= GETS_IN_SECONDS, f"within {GETS_IN_SECONDS:.0f} s")
    return outcome


async def siege(directory: Path, database: str, url: str | None) -> AsyncIterator[Outcome]:
    """Run each flood in turn against one program, and newcomers before the first and after the last."""
    async with besieged(directory, url) as fortress:
        yield await newcomers(fortress, database)
        for senders, rate in FLOODS:
            # just before each flood, so that both run on the machine in the same state
            calm_s = await calm_seconds(fortress)
            yield await strangers(fortress, database, senders=senders, rate=rate, calm_s=calm_s)
            await fortress.stand_in.forget_updates()
            await fortress.is_quiet()
            await asyncio.sleep(CALMS_DOWN_S)
        yield await newcomers(fortress, database, people=12)
