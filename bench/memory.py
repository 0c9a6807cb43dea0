"""Memory: the program's peak resident size at a fan-out to few and to many recipients, with the same database."""

import asyncio

from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.process import Json, product, stand_in
from bench.run import as_sent, chats, run_peer, run_product
from bench.seed import Town, big_town, seed, seed_alerts, small_town

FEW, MANY = 1_000, 100_000
LONGEST_S = 900.0
_A_TASK_A_MESSAGE = 0


def bench_memory(databases: Databases, *, with_peers: bool = True, few: int = FEW, many: int = MANY) -> None:
    """Measure the memory and print its figures."""
    seeded = databases.new("seeded")
    towns = {many: big_town(many), few: small_town(few)}
    asyncio.run(seed(seeded, list(towns.values())))
    to = {many: chats(many), few: chats(few, after=many)}
    peaks, peer_peaks = {}, {}
    for count in (few, many):
        progress(f"memory: ours, {count} recipients")
        peaks[count], message = _run_ours(databases.copy(seeded, f"to_{count}"), towns[count], to[count])
        if with_peers:
            progress(f"memory: aiogram, {count} recipients")
            with stand_in() as server:
                job = {"message": message, "in_flight": _A_TASK_A_MESSAGE}
                peer_peaks[count] = run_peer(server, "aiogram_loop", job, to[count]).peak_mib
    peer = "aiogram, a task a message" if with_peers else None
    for count in (few, many):
        Figure("memory", f"peak at {count:_} recipients", peaks[count], "MiB", peer, peer_peaks.get(count)).tell()
    growth = peer_peaks[many] - peer_peaks[few] if with_peers else None
    Figure("memory", f"growth from {few:_} to {many:_}", peaks[many] - peaks[few], "MiB", peer, growth).tell()


def _run_ours(database: Database, town: Town, to: range) -> tuple[float, Json]:
    [alert] = asyncio.run(seed_alerts(database, town))
    with stand_in() as server, product(server, database) as program:
        run = run_product(server, program, database, alert, to, seconds=LONGEST_S)
        return run.peak_mib, as_sent(server.ask("sample"))
