"""The siege of long texts: accounts send texts of the greatest length, into forms and outside them, during a P1."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from alerts.severity import Severity
from tests.siege.flood import FIRST_STRANGER, flooding
from tests.siege.fortress import Fortress, besieged
from tests.siege.outcome import Outcome
from tests.siege.strangers import CALMS_DOWN_S, LONGEST_S, MOST_RATIO, calm_seconds

PEOPLE = 20
RATE = 4.0  # messages a second of each: forty in ten seconds
WARM_UP_S = 4.0
LONGEST = 4_096
SAID = "gt482r of was het 28-417-793, getinte ruiten, k.v.k. 24356001, sprak met Jan de Vries van de Dorpsstraat 12b; "


def longest(number: int) -> str:
    """Return a text full of data that the guard looks for, each different."""
    text = f"{number} " + SAID * (LONGEST // len(SAID) + 1)
    return text[:LONGEST]


async def long_texts(fortress: Fortress, database: str, senders: range, who: str, *, length: int) -> Outcome:
    """Measure a P1 while these people, each in a form that takes text, send texts of this length."""
    calm_s = await calm_seconds(fortress)
    command = "/melding" if who == "members" else "/start"
    await fortress.stand_in.tell(*[fortress.says(one, command) for one in senders])
    await fortress.all_arrived(0.0, senders, within=20)
    alert = await fortress.puts_forward(Severity.P1)
    async with flooding(
        fortress, senders, rate=RATE, says=lambda chat, number: fortress.says(chat, longest(number)[:length])
    ):
        await asyncio.sleep(WARM_UP_S)
        pressed = await fortress.sends(alert)
        arrived = await fortress.all_arrived(pressed, fortress.shops, within=LONGEST_S)
    p1_s = max(arrived.values(), default=LONGEST_S + pressed) - pressed
    lost = len(fortress.shops) - len(arrived)
    outcome = Outcome("long-texts", database, {"senders": len(senders), "who": who, "length": length})
    outcome.figures |= {"p1_s": round(p1_s, 2), "calm_s": round(calm_s, 2), "ratio": round(p1_s / calm_s, 2)}
    outcome.figures["lost"] = lost
    outcome.must(lost == 0, "everybody gets the P1")
    outcome.must(p1_s <= MOST_RATIO * calm_s, f"a P1 takes at most {MOST_RATIO} times as long as without them")
    return outcome


async def siege(directory: Path, database: str, url: str | None) -> AsyncIterator[Outcome]:
    """Run the siege with members and strangers, with Telegram's longest text and with a field's longest."""
    async with besieged(directory, url) as fortress:
        members = range(fortress.members.start, fortress.members.start + PEOPLE)
        first = FIRST_STRANGER
        for length in (LONGEST, 1_000):
            yield await long_texts(fortress, database, members, "members", length=length)
            await _calm_down(fortress)
            yield await long_texts(fortress, database, range(first, first + PEOPLE), "strangers", length=length)
            await _calm_down(fortress)
            first += 10_000


async def _calm_down(fortress: Fortress) -> None:
    await fortress.stand_in.forget_updates()
    await fortress.is_quiet()
    await asyncio.sleep(CALMS_DOWN_S)
