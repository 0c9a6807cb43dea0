"""Fan-out: one durable alert to many shops at full speed, beside peers that store nothing.

Our time covers the approving press, recipients and outbox in one commit, and marks and settlements on disk (WAL,
synchronous=FULL), until each row is settled. The peers send the same message to as many chats.
"""

import asyncio
from statistics import median

from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.process import Json, product, stand_in
from bench.run import Run, as_sent, chats, run_peer, run_product
from bench.seed import big_town, seed, seed_alerts

RECIPIENTS = 10_000
ROUNDS = 3  # of ours and of the nearest peer, in turn; the median counts
AIOGRAM_IN_FLIGHT = (16, 64, 100)  # which serves it best differs by machine; 100 connections are its own limit
LONGEST_S = 300.0


def bench_fanout(
    databases: Databases, *, with_peers: bool = True, recipients: int = RECIPIENTS, rounds: int = ROUNDS
) -> None:
    """Measure the fan-out and print its figures."""
    town = big_town(recipients)
    seeded = databases.new("seeded")
    asyncio.run(seed(seeded, [town]))
    ours: list[Run] = []
    aiogram: list[Run] = []
    message: Json = {}
    for number in range(rounds):
        progress(f"fanout: ours, round {number + 1}")
        run, message = _run_ours(databases.copy(seeded, f"ours_{number}"), recipients)
        ours.append(run)
        if with_peers:
            progress(f"fanout: aiogram, round {number + 1}")
            runs = [_run_peer("aiogram_loop", message, in_flight, recipients) for in_flight in AIOGRAM_IN_FLIGHT]
            aiogram.append(max(runs, key=lambda run: run.per_second))
    _tell("durable fan-out", ours, "aiogram bare loop", aiogram)
    if with_peers:
        for name, case, in_flight in (
            ("ptb_loop", "python-telegram-bot, 64 in flight", 64),
            ("ptb_loop", "python-telegram-bot, 8 in flight", 8),
            ("broadcaster_loop", "aiogram-broadcaster", 1),
        ):
            progress(f"fanout: {case}")
            _tell("durable fan-out", ours, case, [_run_peer(name, message, in_flight, recipients)])


def _run_ours(database: Database, recipients: int) -> tuple[Run, Json]:
    [alert] = asyncio.run(seed_alerts(database, big_town(recipients)))
    with stand_in() as server, product(server, database) as program:
        run = run_product(server, program, database, alert, chats(recipients), seconds=LONGEST_S)
        return run, as_sent(server.ask("sample"))


def _run_peer(name: str, message: Json, in_flight: int, recipients: int) -> Run:
    with stand_in() as server:
        return run_peer(server, name, {"message": message, "in_flight": in_flight}, chats(recipients))


def _tell(case: str, ours: list[Run], peer: str, theirs: list[Run]) -> None:
    for quantity, unit in (("per_second", "messages/s"), ("cpu_us", "us CPU/message")):
        value = median(getattr(run, quantity) for run in ours)
        peer_value = median(getattr(run, quantity) for run in theirs) if theirs else None
        Figure("fanout", case, value, unit, peer if theirs else None, peer_value).tell()
