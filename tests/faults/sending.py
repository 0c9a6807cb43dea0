"""Fault stories of a fan-out: kills, lost answers, an outage, and a request to stop."""

import asyncio
from math import ceil
from pathlib import Path
from random import Random

from tests.faults.finding import Finding
from tests.faults.program import Line
from tests.faults.scene import RATE, ROUND_TRIP_S, Scene, a_scene, eventually

WINDOW = ceil(RATE * ROUND_TRIP_S) + 1  # messages that can be in flight at this rate and round trip
LONGEST_RUN_S = 1.0  # between a start and the next kill, so that several kills fall into one fan-out


async def kill_send(directory: Path, *, recipients: int, kills: int) -> Finding:
    """The program is killed with kill -9 at random moments of fan-outs; only kills with something in flight count."""
    finding = Finding("kill-send", {"recipients": recipients, "formula": WINDOW})
    chance = Random(kills)
    async with a_scene(directory, recipients=recipients, log_level="debug") as scene:
        while finding.count("kills") < kills:
            await _killed_fan_out(scene, finding, kills, chance)
    finding.must(finding.count("repeats") <= finding.count("under_way"), "nothing is repeated but what was under way")
    _must_have_arrived(finding)
    return finding


async def _killed_fan_out(scene: Scene, finding: Finding, kills: int, chance: Random) -> None:
    await scene.stand_in.forget(delay_s=ROUND_TRIP_S)
    alert = await scene.crowd.warn()
    since = await scene.program.start()
    while finding.count("kills") < kills:
        await scene.program.line(_is_going, "something goes out", since=since)
        await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
        await scene.program.kill()
        rounds = [line for line in scene.program.lines[since:] if line.get("event") == "round"]
        window = max(int(line["window"]) for line in rounds)
        left = scene.crowd.rows_after_kill(alert)
        finding.must(left.integrity == "ok", f"after a kill the database is whole, not {left.integrity!r}")
        finding.must(left.sending <= window, f"{left.sending} were under way, with a window of {window}")
        if left.sending:
            finding.add(kills=1, under_way=left.sending, bound=window)
        since = await scene.program.start()
        if not left.open:
            break
    await scene.settled(alert)
    uncertain = scene.crowd.uncertain(alert)
    await eventually(lambda: scene.crowd.reported_uncertain(alert) is not None, "the sender has a report")
    reported = scene.crowd.reported_uncertain(alert)
    finding.must(reported == len(uncertain), f"the sender reads of {len(uncertain)} uncertain ones, not of {reported}")
    await scene.count(finding, uncertain)
    heard = await scene.stand_in.heard(uncertain)
    finding.add(uncertain=len(uncertain), uncertain_and_not_there=sum(times == 0 for times in heard.values()))
    await scene.program.kill()


async def killed_twice(directory: Path, *, recipients: int) -> Finding:
    """Two kills find the same deliveries under way, which are all of them; a third start has nothing to send."""
    finding = Finding("killed-twice", {"recipients": recipients, "bound": recipients})
    async with a_scene(directory, recipients=recipients, delay_s=0) as scene:
        await scene.stand_in.set(hold_s=60)
        alert = await scene.crowd.warn()
        for kill in (1, 2):
            await scene.program.start()
            await scene.sent(kill * recipients - 1)
            await scene.program.kill()
            left = scene.crowd.rows_after_kill(alert)
            finding.must(left.sending == recipients, f"{left.sending} of {recipients} are under way")
            finding.add(kills=1)
        await scene.stand_in.set(hold_s=0)
        await scene.program.start()
        await scene.settled(alert)
        await eventually(lambda: scene.crowd.reported_uncertain(alert) == recipients, "the sender reads of all of them")
        await scene.count(finding, scene.crowd.uncertain(alert))
        finding.must(scene.crowd.rows(alert).states == {"unknown": recipients}, "each of them stands as unknown")
    _must_have_arrived(finding)
    return finding


def _is_going(line: Line) -> bool:
    return line.get("event") == "round" and line["looked_at"] > 0


async def lost_answers(directory: Path, *, recipients: int, share: float = 0.05) -> Finding:
    """Some sends are accepted, and their answers are lost."""
    finding = Finding("lost-answers", {"recipients": recipients})
    async with a_scene(directory, recipients=recipients) as scene:
        await scene.stand_in.set(drop=share)
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.settled(alert)
        await scene.count(finding)
        finding.figures["bound"] = await scene.stand_in.dropped()
    finding.must(finding.figures["bound"] != 0, "some answers are dropped")
    _must_have_arrived(finding)
    return finding


async def refused(directory: Path, *, recipients: int, seconds: float) -> Finding:
    """Telegram refuses connections for a while, from just before an alert."""
    finding = Finding("refused", {"recipients": recipients, "seconds": seconds, "bound": 0})
    async with a_scene(directory, recipients=recipients) as scene:
        await scene.program.start()
        await scene.stand_in.set(listening=False)
        alert = await scene.crowd.warn()
        await asyncio.sleep(seconds)
        finding.must(scene.crowd.rows(alert).open == recipients, "nothing is settled during the outage")
        await scene.stand_in.set(listening=True)
        await scene.settled(alert, within=seconds + 60)
        await scene.count(finding)
    _must_have_arrived(finding)
    return finding


async def told_to_stop(directory: Path, *, recipients: int, rate: int = RATE) -> Finding:
    """The program gets SIGTERM in the middle of a fan-out, and starts again afterwards."""
    finding = Finding("sigterm", {"recipients": recipients, "bound": 0})
    async with a_scene(directory, recipients=recipients, rate=rate) as scene:
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.sent(recipients // 4)
        code = await scene.program.terminate()
        left = scene.crowd.rows_after_kill(alert)
        finding.must(code == 0, f"it ends well, not with exit code {code}")
        finding.must(left.open > 0, "it claims nothing new: most of the queue is left")
        finding.must(left.sending == 0, f"{left.sending} in flight are settled")
        await scene.program.start()
        await scene.settled(alert)
        await scene.count(finding)
    _must_have_arrived(finding)
    return finding


def _must_have_arrived(finding: Finding) -> None:
    finding.must(finding.count("lost") == 0, "nothing is lost")
    repeats, bound = finding.count("repeats"), finding.count("bound")
    finding.must(repeats <= bound, f"{repeats} repeats are within the bound of {bound}")
