"""Limits: how fully the program uses Telegram's rate limits where they are enforced and answers take 100 ms.

Cases: one alert to many at 30/s and at 1000/s; 429s that nobody caused; and a crowd: three alerts to the same shops,
with more messages to a group's chat than a minute allows. The peer is python-telegram-bot with its own AIORateLimiter.
"""

import asyncio
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

from alerts.alert import Alert
from bench.approval import approval_of
from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.process import Json, Process, StandIn, peer, product, stand_in
from bench.run import chats, states_of, wait_until_idle
from bench.seed import FIRST_CHAT, GROUP_CHAT, Town, approve, big_town, seed, seed_alerts, small_town, tie_group

ROUND_TRIP_S = 0.1
FREE, PAID = 30, 1_000  # messages per second
FREE_SHOPS, PAID_SHOPS, PEER_SHOPS, THROTTLED_SHOPS = 1_200, 20_000, 2_000, 300
CROWD_SHOPS, ALERTS = 100, 3
GROUP_ALERTS, GROUP_SHOPS = 22, 5
IN_A_CHAT, IN_A_GROUP = 1, 20  # per second, per minute
RETRY_AFTER_S = 4
PEER = "python-telegram-bot, AIORateLimiter"
LONGEST_S = 120.0
_IN_FLIGHT = 64
_LEEWAY_S = 0.05
_STRICT: Json = {"delay_s": ROUND_TRIP_S, "chat_rate": IN_A_CHAT, "group_per_minute": IN_A_GROUP}
_EDITS = ("editmessagetext", "editmessagereplymarkup")


@dataclass(frozen=True, slots=True)
class Pace:
    """The rate at the stand-in: messages per second from the first to the last, and the number of 429s."""

    per_second: float
    throttled: int


@dataclass(frozen=True, slots=True)
class Patience:
    """The behaviour after a 429: requests that came too early, and the rate (per second) to other chats meanwhile."""

    early: int
    others_per_second: float


def bench_limits(databases: Databases, *, with_peers: bool = True) -> None:
    """Measure the limits and print their figures."""
    free, paid, throttled = (databases.new(name) for name in ("free", "paid", "throttled"))
    progress("limits: seeding")
    waiting = [(one, _seed(one, big_town(n))) for one, n in ((free, FREE_SHOPS), (paid, PAID_SHOPS))]
    for one, alerts in waiting:
        asyncio.run(approve(one, alerts))
    refused = _seed(throttled, *[big_town(THROTTLED_SHOPS)] * 2)
    with ThreadPoolExecutor() as pool:  # at 30/s the machine can run the peer beside ours
        theirs = pool.submit(_pace_of_peer, FREE, FREE_SHOPS) if with_peers else None
        _tell_pace(FREE, _pace_of_ours(free, FREE, waiting[0][1]), theirs.result() if theirs else None)
        for alert, chat in zip(refused, (None, chats(THROTTLED_SHOPS)[THROTTLED_SHOPS // 2]), strict=True):
            impatient = pool.submit(_patience_of_peer, chat) if with_peers else None
            ours = _patience_of_ours(throttled, alert, chat)
            _tell_patience(chat, ours, impatient.result() if impatient else None)
    at_full_rate = _pace_of_ours(paid, PAID, waiting[1][1])
    _tell_pace(PAID, at_full_rate, _pace_of_peer(PAID, PEER_SHOPS) if with_peers else None)
    _bench_crowd(databases.new("crowd"))


def _pace_of_ours(database: Database, rate: int, alerts: list[Alert]) -> Pace:
    progress(f"limits: {rate}/s")
    with stand_in(rate=rate, **_STRICT) as server, product(server, database, rate=rate) as program:
        _wait_until_sent(program, database, alerts)
        return _pace(server)


def _patience_of_ours(database: Database, alert: Alert, chat: int | None) -> Patience:
    progress(f"limits: a 429 for {chat or 'everything'}")
    with stand_in(rate=FREE, **_STRICT) as server, product(server, database, rate=FREE) as program:
        wait_until_idle(program, database)
        before, since = server.ask("count")["throttled"], _throttle(server, chat)
        server.tell("updates", [approval_of(alert)])
        server.wait_for("throttled", before + 1, seconds=60, beside=program)
        _wait_until_sent(program, database, [alert])
        return _patience(server, chat, since)


def _bench_crowd(database: Database) -> None:
    progress("limits: a crowd")
    town, group_town = big_town(CROWD_SHOPS), small_town(GROUP_SHOPS)
    alerts = _seed(database, *[town] * ALERTS, *[group_town] * GROUP_ALERTS)
    asyncio.run(tie_group(database, group_town))
    asyncio.run(approve(database, alerts))
    with stand_in(rate=FREE, **_STRICT) as server, product(server, database, rate=FREE) as program:
        _wait_until_sent(program, database, alerts)
        _tell_crowd(server)


def _seed(database: Database, *towns: Town) -> list[Alert]:
    asyncio.run(seed(database, list(dict.fromkeys(towns))))
    return asyncio.run(seed_alerts(database, *towns))


def _wait_until_sent(program: Process, database: Database, alerts: list[Alert]) -> None:
    wait_until_idle(program, database, seconds=LONGEST_S)
    for alert in alerts:
        states = states_of(database, alert)
        assert set(states) == {"sent"}, f"not all is sent: {states}"


def _pace_of_peer(rate: int, shops: int) -> Pace:
    progress(f"limits: {rate}/s, the peer")
    with stand_in(rate=rate, **_STRICT) as server, peer("ptb_loop", _job(server, rate, shops)) as process:
        process.write_line({})
        process.read_line()
        return _pace(server)


def _patience_of_peer(chat: int | None) -> Patience:
    with stand_in(rate=FREE, **_STRICT) as server, peer("ptb_loop", _job(server, FREE, THROTTLED_SHOPS)) as process:
        since = _throttle(server, chat)
        process.write_line({})
        process.read_line()
        return _patience(server, chat, since)


def _job(server: StandIn, rate: int, shops: int) -> Json:
    job: Json = {"url": f"http://127.0.0.1:{server.port}", "message": {"text": "Let op. " * 60}, "rate": rate}
    return job | {"in_flight": _IN_FLIGHT, "first": chats(shops).start, "count": shops}


def _pace(server: StandIn) -> Pace:
    """Return the rate of messages and edits between the first and the last message to shops."""
    sent = server.ask("times")
    edits = [request["at"] for request in server.ask("requests") if request["method"] in _EDITS]
    first, *_, last = (at for at, chat in sent if chat >= FIRST_CHAT)
    during = [at for at in [*edits, *(at for at, _ in sent)] if first <= at <= last]
    return Pace((len(during) - 1) / (last - first), server.ask("count")["throttled"])


def _throttle(server: StandIn, chat: int | None) -> float:
    """Set a 429 period and return the moment (monotonic seconds)."""
    server.tell("set", {"throttle": {"chat": chat, "retry_after": RETRY_AFTER_S}})
    return time.monotonic()


def _patience(server: StandIn, chat: int | None, since: float) -> Patience:
    """Count the requests during the 429 period; requests in flight at the first 429 do not count."""
    refused = [(at, to) for at, to, code in server.ask("refused") if code == 429 and at > since and chat in (None, to)]
    begins, ends = refused[0][0] + ROUND_TRIP_S + _LEEWAY_S, refused[0][0] + RETRY_AFTER_S
    during = [to for at, to in [*refused, *server.ask("times")] if begins < at < ends]
    early = sum(chat in (None, to) for to in during)
    return Patience(early, (len(during) - early) / (ends - begins))


def _tell_pace(rate: int, ours: Pace, theirs: Pace | None) -> None:
    case = f"sustained at {rate}/s"
    pace, refused = (theirs.per_second, theirs.throttled) if theirs else (None, None)
    Figure("limits", case, ours.per_second, "messages/s", PEER, pace).tell()
    Figure("limits", f"{case}, 429s of our own making", ours.throttled, "429s", PEER, refused).tell()


def _tell_crowd(server: StandIn) -> None:
    """Print the crowd's figures; the group's figure is the most messages in any minute."""
    sent = server.ask("times")
    by_chat: dict[int, list[float]] = defaultdict(list)
    for at, chat in sent:
        by_chat[chat].append(at)
    to_shops = sorted(at for chat in chats(CROWD_SHOPS) for at in by_chat[chat])
    closest = min(later - at for chat, times in by_chat.items() if chat > 0 for at, later in pairwise(times))
    in_group = by_chat[GROUP_CHAT]
    assert len(in_group) == GROUP_ALERTS, f"the group got {len(in_group)} messages"
    most = max(sum(at <= other < at + 60 for other in in_group) for at in in_group)
    case = f"crowd: {ALERTS} alerts to {CROWD_SHOPS} shops, {GROUP_ALERTS} to a group's chat"
    Figure("limits", f"{case}: until the last shop has all", to_shops[-1] - to_shops[0], "s").tell()
    Figure("limits", f"{case}: 429s of our own making", server.ask("count")["throttled"], "429s").tell()
    Figure("limits", f"{case}: shortest time between two messages in one chat", closest, "s").tell()
    Figure("limits", f"{case}: most messages in the group in any minute", most, "messages").tell()


def _tell_patience(chat: int | None, ours: Patience, theirs: Patience | None) -> None:
    case = f"after a 429 for {'one chat' if chat else 'everything'}, retry_after {RETRY_AFTER_S} s"
    early, others = (theirs.early, theirs.others_per_second) if theirs else (None, None)
    Figure("limits", f"{case}, requests before it passed", ours.early, "requests", PEER, early).tell()
    if chat:
        Figure("limits", f"{case}, to others meanwhile", ours.others_per_second, "messages/s", PEER, others).tell()
