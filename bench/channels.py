"""Channels: a fan-out in the chat while the mail server is down, beside the same fan-out without e-mail.

The server takes connections and never says a word, which holds a sender up for longest. Every recipient has an address,
and a mail that is due.
"""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from statistics import median

import sqlalchemy as sa

from alerts.alert import Alert
from alerts.channel import MAIL, ChannelView
from alerts.delivery import DeliveryState, OnUnknown
from bench.database import Database, Databases
from bench.fanout import LONGEST_S
from bench.figure import Figure, progress
from bench.process import product, stand_in
from bench.run import Run, chats, run_product
from bench.seed import big_town, seed, seed_alerts
from storage.tables import channel_deliveries, mail_addresses, members

RECIPIENTS = 10_000
ROUNDS = 3  # the median counts


def bench_channels(
    databases: Databases, *, with_peers: bool = True, recipients: int = RECIPIENTS, rounds: int = ROUNDS
) -> None:
    """Measure the fan-out with a dead mail server, and print the figures. The peer is the fan-out without e-mail:
    `with_peers` is for benchmarks that have others."""
    del with_peers
    town = big_town(recipients)
    seeded = databases.new("seeded")
    asyncio.run(seed(seeded, [town]))
    without: list[Run] = []
    dead: list[Run] = []
    for number in range(rounds):
        progress(f"channels: round {number + 1}")
        for runs, has_mail in ((without, False), (dead, True)):
            database = databases.copy(seeded, f"round_{number}_{has_mail}")
            [alert] = asyncio.run(seed_alerts(database, town))
            if has_mail:
                asyncio.run(_seed_mails(database, alert))
            with (
                stand_in() as server,
                _silent_server() as port,
                product(server, database, smtp_port=port if has_mail else 0) as program,
            ):
                runs.append(run_product(server, program, database, alert, chats(recipients), seconds=LONGEST_S))
            if has_mail:
                _check_mails(database)
    for quantity, unit in (("per_second", "messages/s"), ("cpu_us", "us CPU/message")):
        value, peer = (median(getattr(run, quantity) for run in runs) for runs in (dead, without))
        Figure("channels", "mail server down", value, unit, "without e-mail", peer).tell(beside="without e-mail")


def _check_mails(database: Database) -> None:
    """Raise AssertionError unless every mail still waits, so that the server was down indeed."""
    states = dict(database.rows("SELECT state, count(*) FROM channel_deliveries GROUP BY state"))
    assert set(states) <= {DeliveryState.QUEUED.value, DeliveryState.SENDING.value}, f"mails did not wait: {states}"


@contextmanager
def _silent_server() -> Iterator[int]:
    """Listen at a free port and say nothing; give the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


async def _seed_mails(database: Database, alert: Alert) -> None:
    """Give every member an address, and a mail that is due."""
    now = datetime.now(UTC)
    engine = database.engine()
    number = sa.cast(members.c.id, sa.String())
    address = {
        "member_id": members.c.id,
        "address": sa.literal("m") + number + sa.literal("@mail.example"),
        "token": number,
        "verified_at": sa.literal(now, mail_addresses.c.verified_at.type),
        "on_unseen": sa.true(),
        "tries": sa.literal(0),
        "codes": sa.literal(0),
    }
    alike = {
        "channel": MAIL,
        "view": ChannelView.TEXT,
        "alert_id": alert.id,
        "revision_number": 0,
        "state": DeliveryState.QUEUED,
        "reason": "",
        "detail": "",
        "due_at": now,
        "deadline": now + timedelta(hours=1),
        "on_unknown": OnUnknown.RESEND,
        "attempts": 0,
        "created_at": now,
    }
    literals = {name: sa.literal(value, channel_deliveries.c[name].type) for name, value in alike.items()}
    mail = {"effect_key": sa.literal("bench:") + number, "member_id": members.c.id, **literals}
    async with engine.begin() as connection:
        for table, columns in ((mail_addresses, address), (channel_deliveries, mail)):
            rows = sa.select(*(value.label(name) for name, value in columns.items()))
            await connection.execute(sa.insert(table).from_select(list(columns), rows, include_defaults=False))
    await engine.dispose()
