"""Targeting: the time from an approval (branch, 5 km around a place) to recipients and outbox on disk, by the number of
premises in the database, beside plain Python."""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

from alerts.alert import Alert, Decision
from alerts.ports import Storage
from alerts.services.alert.decide_alert import decide_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from bench.database import Database, Databases, SqliteFile
from bench.figure import Figure, progress
from bench.peers.plain_targeting import queue_plainly
from bench.run import states_of
from bench.seed import APPROVER_CHAT, REACH_M, Town, big_town, put_forward, seed, small_town
from storage import open_storage

CURVE = (1_000, 10_000, 100_000, 1_000_000)
MANY = 100_000  # recipients, where there are a million premises
ROUNDS = 3


def bench_targeting(
    databases: Databases, *, with_peers: bool = True, curve: Sequence[int] = CURVE, many: int = MANY
) -> None:
    """Measure the targeting and print its figures."""
    for shops in curve:
        towns = [small_town(min(5_000, shops // 2))]
        if shops == max(curve):
            towns.append(big_town(many))
        database = databases.new(f"of_{shops}")
        progress(f"targeting: {shops} premises")
        asyncio.run(seed(database, towns, shops=shops))
        for town in towns:
            ours = asyncio.run(_approve(database, town))
            case = f"{shops:_} premises, {town.shops:_} recipients"
            theirs = _approve_plainly(database, town) if with_peers else None
            Figure("targeting", case, ours, "s", "plain Python" if with_peers else None, theirs).tell()


def _approve_plainly(database: Database, town: Town) -> float:
    progress(f"targeting: {town.shops} recipients, the plain way")
    assert isinstance(database, SqliteFile), "it speaks to a file"
    place = (town.latitude, town.longitude)
    recipients, seconds = queue_plainly(database.path, str(town.pc4)[:2], place, REACH_M)
    assert recipients == town.shops, f"the plain way finds {recipients}"
    return seconds


async def _approve(database: Database, town: Town) -> float:
    """Return the median seconds from the start of the approval's transaction to the return of its commit."""
    storage = await open_storage(database.url, owner=True)
    try:
        seconds = []
        for _ in range(ROUNDS):
            alert = await put_forward(storage, town, severity=Severity.P2, tlp=Tlp.GREEN)
            seconds.append(await _decide(storage, alert))
            queued = await asyncio.to_thread(states_of, database, alert)
            assert queued == {"queued": town.shops + 1}, f"on disk: {queued}"  # plus the approver's copy
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
