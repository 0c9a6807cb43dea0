"""Latency: the wait after a button press, on an idle bot and during a fan-out, and the time from an approval's commit
to the first message on the wire.

Telegram answers after 100 ms here, so that as many requests are in flight as in production.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from alerts.alert import Alert
from bench.approval import approval_of, press
from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.process import Process, StandIn, product, stand_in
from bench.run import chats, wait_until_idle
from bench.seed import big_town, seed, seed_alerts, small_town

SUBSCRIBERS, RECIPIENTS, FEW = 100_000, 20_000, 200
RATE = 1_000
ROUND_TRIP_S = 0.1
EVERY_S = 0.05
IDLE_PRESSES = 200
ROUNDS = 3  # idle and busy in turn; the median counts
APPROVALS = 4
_BATCH = 1_000  # more than are pressed at a time
_VERBS = ("nights:no:0", "nights:yes:0")  # each press changes a choice and the screen


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from the poll that got each press to its answer, and to its new screen, as the stand-in sees them."""

    answers: list[float]
    screens: list[float]
    last_begun: float


def bench_latency(
    databases: Databases, *, with_peers: bool = True, subscribers: int = SUBSCRIBERS, recipients: int = RECIPIENTS
) -> None:
    """Measure the latency and print its figures; the peer is the same bot, idle."""
    towns = [*[big_town(recipients)] * ROUNDS, *[small_town(FEW)] * APPROVALS]
    database = databases.new("seeded")
    progress("latency: seeding")
    asyncio.run(seed(database, list(dict.fromkeys(towns)), shops=subscribers))
    alerts = asyncio.run(seed_alerts(database, *towns))
    idle, busy, first_of_many = list[Waits](), list[Waits](), list[float]()
    with stand_in(delay_s=ROUND_TRIP_S) as server, product(server, database, rate=RATE) as program:
        for number, alert in enumerate(alerts[:ROUNDS]):
            progress(f"latency: round {number + 1}, presses on an idle bot")
            wait_until_idle(program, database)
            idle.append(press_all(server, program, others(recipients, number * 2, IDLE_PRESSES), IDLE_PRESSES))
            progress(f"latency: round {number + 1}, a fan-out, and presses during it")
            first_of_many.append(_first_message(server, program, database, alert, chats(recipients)))
            presses = max(1, int(recipients / RATE * 0.85 / EVERY_S))
            busy.append(press_all(server, program, others(recipients, number * 2 + 1, presses), presses))
            wait_until_idle(program, database)
            last_sent = max(at for at, chat in server.ask("times") if chat in chats(recipients))
            assert busy[-1].last_begun < last_sent, "the fan-out was over before the last press"
        progress("latency: first messages")
        few = chats(FEW, after=recipients)
        first = [_first_message(server, program, database, alert, few) for alert in alerts[ROUNDS:]]
    _tell_presses(idle, busy, recipients)
    subscribed = f"{subscribers:_} subscribers"
    Figure("latency", f"commit to first message, {FEW} recipients of {subscribed}", median(first) * 1e3, "ms").tell()
    of_many = f"commit to first message, {recipients:_} of {subscribed}"
    Figure("latency", of_many, median(first_of_many) * 1e3, "ms").tell()


def others(recipients: int, batch: int, count: int) -> range:
    """Return chats of shops whom the alerts do not concern; each batch has other ones."""
    return chats(count, after=recipients + FEW + batch * _BATCH)


def press_all(server: StandIn, program: Process, people: Sequence[int], count: int) -> Waits:
    """Send a press every `EVERY_S` seconds, each by another person; then wait for the last screen."""
    updates = [press(_VERBS[number % 2], people[number]) for number in range(count)]
    begun = time.monotonic()
    for number, update in enumerate(updates):
        time.sleep(max(0.0, begun + number * EVERY_S - time.monotonic()))
        server.tell("updates", [update])
    until = time.monotonic() + 30
    while (waits := _waits(server, updates)) is None:
        program.check_alive()
        if time.monotonic() > until:
            raise TimeoutError("not every press was answered")
        time.sleep(0.2)
    return waits


def _waits(server: StandIn, updates: list[dict[str, object]]) -> Waits | None:
    served = server.ask("served")
    answered: dict[str, float] = {}
    shown: dict[str, list[float]] = {}
    for request in server.ask("requests"):
        params = request["params"]
        match request["method"]:
            case "answercallbackquery":
                answered[params["callback_query_id"]] = request["at"]
            case "editmessagetext":
                shown.setdefault(str(params["chat_id"]), []).append(request["at"])
    answers, screens, begun = [], [], 0.0
    for update in updates:
        query = update["callback_query"]
        assert isinstance(query, dict), "a press"
        chat = str(query["from"]["id"])
        if query["id"] not in answered or chat not in shown:
            return None
        begun = served[str(update["update_id"])]
        answers.append(answered[query["id"]] - begun)
        screens.append(min(at for at in shown[chat] if at > begun) - begun)
    return Waits(answers, screens, begun)


def _first_message(server: StandIn, program: Process, database: Database, alert: Alert, to: range) -> float:
    """Return the seconds to the first send, from the last moment at which the approval's commit was not visible."""
    wait_until_idle(program, database)
    begun = time.monotonic()
    server.tell("updates", [approval_of(alert)])
    committed = _committed(program, database, alert)
    until = time.monotonic() + 30
    while True:
        for at, chat in server.ask("times"):
            if at > begun and chat in to:
                return float(at) - committed
        if time.monotonic() > until:
            raise TimeoutError("no message came")
        time.sleep(0.2)


def _committed(program: Process, database: Database, alert: Alert) -> float:
    before = time.monotonic()
    until = before + 30
    for at, [(state,)] in database.watched("SELECT state FROM alerts WHERE id = $1", [alert.id]):
        if state == "live":
            return before
        if at > until:
            break
        before = at
        program.check_alive()
        time.sleep(0.0005)
    raise TimeoutError("the alert was not approved")


def _tell_presses(idle: Sequence[Waits], busy: Sequence[Waits], recipients: int) -> None:
    during = f"during a fan-out of {recipients:_} at {RATE}/s"
    for what, field in (("answer", "answers"), ("screen", "screens")):
        for name, share in (("p50", 50), ("p95", 95)):
            value, peer_value = (
                median(quantiles(getattr(waits, field), n=100)[share - 1] for waits in rounds) * 1e3
                for rounds in (busy, idle)
            )
            Figure(
                "latency", f"press to {what}, {name}, {during}", value, "ms", "the same bot, idle", peer_value
            ).tell()
