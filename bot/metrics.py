"""Metrics for Prometheus, counted while the program runs. Counts only: no texts, no persons, no ids.

What the database knows better (the depth of the queue, what is due) is read at each request for the metrics: see
`bot/runtime/health.py`.
"""

import collections
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from time import monotonic

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Metric
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from alerts.delivery import Priority

# Throughput: how many deliveries arrived in the last minute, by priority.

KEPT_SECONDS = 60


class Throughput:
    """Counts arrived deliveries by whole seconds, so that asking and counting cost the same at any rate."""

    def __init__(self) -> None:
        self._seconds: deque[tuple[int, collections.Counter[Priority]]] = deque(maxlen=KEPT_SECONDS + 1)

    def add(self, priority: Priority) -> None:
        """Count a delivery of this priority that arrived now."""
        second = int(monotonic())
        if not self._seconds or self._seconds[-1][0] != second:
            self._seconds.append((second, collections.Counter()))
        self._seconds[-1][1][priority] += 1

    def rate(self, priorities: Collection[Priority], seconds: float) -> float:
        """Return how many of these arrived per second, over the last `seconds` (at most KEPT_SECONDS)."""
        since = int(monotonic() - seconds)
        counts = (count for second, count in self._seconds if second >= since)
        return sum(count[one] for count in counts for one in priorities) / seconds


# Seconds. A local server answers within 1 ms, Telegram in 50 to 200 ms, and a request is given up after 20 s.
_LATENCY = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)


class _Departed(Collector):
    """Counts messages by class; put in Prometheus' form only when it asks."""

    def __init__(self) -> None:
        self.by_class: defaultdict[str, int] = defaultdict(int)

    def collect(self) -> Iterable[Metric]:
        """Return what was counted so far; called by the registry."""
        family = CounterMetricFamily(
            "wees_alert_departed", "Messages that left, answers too, by class", labels=["class"]
        )
        for of_class, count in self.by_class.items():
            family.add_metric([of_class], count)
        return [family]


class Meter:
    """The program's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._latency = Histogram(
            "wees_alert_send_seconds",
            "From the request of a delivery to its answer, where it arrived",
            buckets=_LATENCY,
            registry=self.registry,
        )
        self._failed = Counter(
            "wees_alert_send_failures", "Requests of deliveries that failed", ["kind"], registry=self.registry
        )
        self._throttled = Counter("wees_alert_throttled", "Answers 429, to any request", registry=self.registry)
        self._voided = Counter(
            "wees_alert_voided_claims", "Deliveries left under way by a killed process", registry=self.registry
        )
        self._updates = Counter("wees_alert_updates", "Updates that had their effect", registry=self.registry)
        self._window = Gauge("wees_alert_window", "Most deliveries under way at once (W)", registry=self.registry)
        self._in_flight = Gauge("wees_alert_in_flight", "Deliveries under way", registry=self.registry)
        self._queue = Gauge("wees_alert_queue", "Deliveries by state", ["state"], registry=self.registry)
        self._oldest = Gauge(
            "wees_alert_oldest_due_seconds", "How long the oldest delivery is due", registry=self.registry
        )
        self._received = Gauge(
            "wees_alert_last_received_seconds", "Since the last good poll, or update by webhook", registry=self.registry
        )
        self._restarts = Gauge(
            "wees_alert_receiving_restarts", "Restarts of a poller that died or hung", registry=self.registry
        )
        self._refused_requests = Counter(
            "wees_alert_refused_requests",
            "Requests and connections that a port of ours refused, by status or why a connection was closed",
            ["port", "reason"],
            registry=self.registry,
        )
        self._closed_seconds = Gauge(
            "wees_alert_closed_seconds", "For how long Telegram still takes no messages (429)", registry=self.registry
        )
        self._closed_chats = Gauge(
            "wees_alert_closed_chats", "Chats in which Telegram takes no messages (429)", registry=self.registry
        )
        self._webhook_waiting = Gauge(
            "wees_alert_webhook_waiting", "Updates that Telegram could not bring yet", registry=self.registry
        )
        self._webhook_well = Gauge(
            "wees_alert_webhook_well", "1 when Telegram tells of no trouble with the webhook", registry=self.registry
        )
        self._departed = _Departed()
        self.registry.register(self._departed)
        self._waiting = Gauge(
            "wees_alert_class_waiting", "Messages that wait, by class", ["class"], registry=self.registry
        )
        self._next_of = Gauge(
            "wees_alert_class_next_due_seconds",
            "How long the oldest of those that go next of a class is due, or an answer waits in memory",
            ["class"],
            registry=self.registry,
        )
        self._sent_at = monotonic()
        self.arrived = Throughput()

    @property
    def idle_seconds(self) -> float:
        """Seconds since the last request of a delivery ended, well or not; before the first, since the start."""
        return monotonic() - self._sent_at

    def sent(self, seconds: float, priority: Priority) -> None:
        """Count a delivery of this priority that arrived, with the seconds that its request took."""
        self._latency.observe(seconds)
        self._sent_at = monotonic()
        self.arrived.add(priority)

    def failed(self, kind: str) -> None:
        """Count a failed request of a delivery; `kind` is the name of a DeliveryError."""
        self._failed.labels(kind).inc()
        self._sent_at = monotonic()

    def departed(self, of_class: str) -> None:
        """Count a message of this class that left, whether or not it arrived."""
        self._departed.by_class[of_class] += 1

    def classes(self, waiting: Mapping[str, float], next_due: Mapping[str, float]) -> None:
        """Set how many messages wait, and for how many seconds the next of them is due, by class."""
        for of_class, count in waiting.items():
            self._waiting.labels(of_class).set(count)
        for of_class, seconds in next_due.items():
            self._next_of.labels(of_class).set(seconds)

    def throttled(self) -> None:
        """Count an answer 429, to any request."""
        self._throttled.inc()

    def request_refused(self, port: str, reason: str) -> None:
        """Count a request that a port refused, or a connection that it closed."""
        self._refused_requests.labels(port, reason).inc()

    def closed(self, everything: float, chats: int) -> None:
        """Set for how many seconds a 429 still closes everything, and how many single chats are closed."""
        self._closed_seconds.set(everything)
        self._closed_chats.set(chats)

    def webhook(self, *, waiting: int, is_well: bool) -> None:
        """Set how many updates wait at Telegram, and whether the webhook is well, as Telegram tells."""
        self._webhook_waiting.set(waiting)
        self._webhook_well.set(int(is_well))

    def voided(self, count: int) -> None:
        """Count deliveries that were in flight when an earlier process died; each may be repeated."""
        self._voided.inc(count)

    def window(self, size: int) -> None:
        """Set the most deliveries that may be in flight."""
        self._window.set(size)

    def in_flight(self, count: int) -> None:
        """Set how many deliveries are in flight."""
        self._in_flight.set(count)

    def update_handled(self) -> None:
        """Count an update that had its effect, or was set aside."""
        self._updates.inc()

    def queue(self, depth: Mapping[str, float], oldest_due: float) -> None:
        """Set how many deliveries the database has by state, and for how many seconds the oldest is due."""
        for state, count in depth.items():
            self._queue.labels(state).set(count)
        self._oldest.set(oldest_due)

    def received(self, age: float, restarts: int) -> None:
        """Set the seconds since updates last came in, and how often their source was restarted."""
        self._received.set(age)
        self._restarts.set(restarts)
