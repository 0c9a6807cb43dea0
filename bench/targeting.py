"""Targeting: from the approval of an alert (branch, 5 km around a place) to recipients and outbox on disk, by the
number of premises in the database, beside the plain way of doing it in Python.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from alerts.alert import Alert, Decision
from alerts.ports import Storage
from alerts.services.decide_alert import decide_alert
from alerts.severity import Severity, Tlp
from bench.figure import Figure, progress
from bench.peers.plain_targeting import queue_plainly
from bench.run import states_of
from bench.seed import APPROVER_CHAT, REACH_M, Town, big_town, put_forward, seed, small_town
from storage import open_storage

CURVE = (1_000, 10_000, 100_000, 1_000_000)
MANY = 100_000  # recipients, where there are a million premises
ROUNDS = 3


def bench_targeting(folder: Path, *, curve: Sequence[int] = CURVE, many: int = MANY) -> None:
    """Measure and tell."""
    for shops in curve:
        towns = [small_town(min(5_000, shops // 2))]
        if shops == max(curve):
            towns.append(big_town(many))
        database = folder / f"{shops}.db"
        progress(f"targeting: {shops} premises")
        asyncio.run(seed(database, towns, shops=shops))
        for town in towns:
            ours = asyncio.run(_approve(database, town))
            progress(f"targeting: {town.shops} recipients, the plain way")
            recipients, theirs = queue_plainly(database, str(town.pc4)[:2], (town.latitude, town.longitude), REACH_M)
            assert recipients == town.shops, f"the plain way finds {recipients}"
            case = f"{shops:_} premises, {town.shops:_} recipients"
            Figure("targeting", case, ours, "s", "plain Python", theirs).tell()


async def _approve(database: Path, town: Town) -> float:
    """Seconds from the beginning of the approval's transaction to the return of its commit; the median."""
    storage = await open_storage(f"sqlite:///{database}", owner=True)
    try:
        seconds = []
        for _ in range(ROUNDS):
            alert = await put_forward(storage, town, severity=Severity.P2, tlp=Tlp.GREEN)
            seconds.append(await _decide(storage, alert))
            queued = states_of(database, alert)
            assert queued == {"queued": town.shops + 1}, f"on disk: {queued}"  # and the copy of who approved
        return median(seconds)
    finally:
        await storage.close()


async def _decide(storage: Storage, alert: Alert) -> float:
    begun = time.perf_counter()
    async with storage.transaction() as uow:
        approver = await uow.members.by_ref("telegram", str(APPROVER_CHAT))
        assert approver is not None, "it was appointed"
        await decide_alert(uow, alert.id, alert.version, approver.id, Decision.APPROVED, datetime.now(UTC))
    return time.perf_counter() - begun
