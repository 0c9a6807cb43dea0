"""Targeting: the time from an approval (branch, 5 km around a place, or in the country) to recipients and outbox on
disk, by the number of premises in the database, beside plain Python."""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

from alerts.alert import Alert, Decision
from alerts.ports import Storage
from alerts.region import COUNTRY
from alerts.role import Scope
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
COUNTRY_M = 1_000_000  # a radius that holds all of the country, for the peer


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
            case = f"{shops:_} premises, {town.shops:_} recipients"
            ours, found = asyncio.run(_approve(database, town))
            assert found == town.shops, f"on disk: {found}"
            _tell(case, ours, _approve_plainly(database, town, found, REACH_M) if with_peers else None)
        case = f"{shops:_} premises, a branch in the country"
        ours, found = asyncio.run(_approve(database, towns[-1], COUNTRY))
        _tell(case, ours, _approve_plainly(database, towns[-1], found, COUNTRY_M) if with_peers else None)


def _tell(case: str, ours: float, theirs: float | None) -> None:
    Figure("targeting", case, ours, "s", None if theirs is None else "plain Python", theirs).tell()


def _approve_plainly(database: Database, town: Town, wanted: int, reach_m: int) -> float:
    progress(f"targeting: {wanted} recipients, the plain way")
    assert isinstance(database, SqliteFile), "it speaks to a file"
    prefix = str(town.pc4)[:2] if reach_m == REACH_M else ""
    recipients, seconds = queue_plainly(database.path, prefix, (town.latitude, town.longitude), reach_m)
    assert recipients == wanted, f"the plain way finds {recipients}"
    return seconds


async def _approve(database: Database, town: Town, region: Scope | None = None) -> tuple[float, int]:
    """Return the median seconds from the start of the approval's transaction to the return of its commit, and the
    number of shops that are reached."""
    storage = await open_storage(database.url, owner=True)
    try:
        seconds, found = [], set()
        for _ in range(ROUNDS):
            alert = await put_forward(storage, town, severity=Severity.P2, tlp=Tlp.GREEN, region=region)
            seconds.append(await _decide(storage, alert))
            queued = await asyncio.to_thread(states_of, database, alert)
            assert queued.keys() == {"queued"}, f"on disk: {queued}"
            found.add(queued["queued"] - 1)  # besides the approver's copy
        [shops] = found
        return median(seconds), shops
    finally:
        await storage.close()


async def _decide(storage: Storage, alert: Alert) -> float:
    begun = time.perf_counter()
    async with storage.transaction() as uow:
        approver = await uow.members.by_ref("telegram", str(APPROVER_CHAT))
        assert approver is not None, "it was appointed"
        await decide_alert(uow, alert.id, alert.version, approver.id, Decision.APPROVED, datetime.now(UTC))
    return time.perf_counter() - begun
