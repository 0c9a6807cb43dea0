"""Revision: an update of a notice to everybody who has it, beside the first text in the same program.

Both go out by a press, durable as in the fan-out. The update is an answer to the first text at each address, and behind
it the first text is edited, in the background.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median

from alerts.alert import Alert, RevisionKind
from alerts.services.alert.change_alert import correct_alert
from bench.approval import approval_of
from bench.database import Database, Databases
from bench.fanout import LONGEST_S
from bench.figure import Figure, progress
from bench.process import Process, StandIn, product, stand_in
from bench.run import Run, chats, counted, run_product, wait_until_idle
from bench.seed import AUTHOR_CHAT, big_town, seed, seed_alerts
from storage import open_storage

RECIPIENTS = 10_000
ROUNDS = 3  # the median counts


def bench_revision(
    databases: Databases, *, with_peers: bool = True, recipients: int = RECIPIENTS, rounds: int = ROUNDS
) -> None:
    """Measure the first text and an update of it, and print the figures. The peer is the first text: `with_peers` is
    for benchmarks that have others."""
    del with_peers
    town = big_town(recipients)
    seeded = databases.new("seeded")
    asyncio.run(seed(seeded, [town]))
    firsts: list[Run] = []
    updates: list[Run] = []
    for number in range(rounds):
        progress(f"revision: round {number + 1}")
        database = databases.copy(seeded, f"round_{number}")
        [alert] = asyncio.run(seed_alerts(database, town))
        with stand_in() as server, product(server, database) as program:
            firsts.append(run_product(server, program, database, alert, chats(recipients), seconds=LONGEST_S))
            updates.append(_run_update(server, program, database, alert, chats(recipients)))
    for quantity, unit in (("per_second", "messages/s"), ("cpu_us", "us CPU/message")):
        value, first = (median(getattr(run, quantity) for run in runs) for runs in (updates, firsts))
        Figure("revision", "an update", value, unit, "a first text", first).tell(beside="a first text")


def _run_update(server: StandIn, program: Process, database: Database, alert: Alert, to: range) -> Run:
    """Approve an update by a press and wait until all of it, edits too, is settled. Raises AssertionError if a
    recipient did not get it exactly once."""
    server.tell("reset", {})
    asked = asyncio.run(_ask(database, alert))
    cpu = program.cpu_seconds()
    server.tell("updates", [approval_of(asked)])
    server.wait_for("total", len(to), seconds=LONGEST_S, beside=program)
    wait_until_idle(program, database, seconds=LONGEST_S)
    return counted(server, to, program.cpu_seconds() - cpu, program.peak_mib())


async def _ask(database: Database, alert: Alert) -> Alert:
    """Ask for approval of an update, as the author."""
    storage = await open_storage(database.url, owner=False)
    try:
        async with storage.transaction() as uow:
            author, now = await uow.members.by_ref("telegram", str(AUTHOR_CHAT)), datetime.now(UTC)
            assert author is not None, "it was appointed"
            wanted = replace(alert.content, what=f"{alert.content.what} De politie zoekt mee.")
            return (await correct_alert(uow, alert.id, 1, author.id, wanted, now, kind=RevisionKind.UPDATE)).alert
    finally:
        await storage.close()
