"""What is counted while the program runs, for Prometheus. Counts only: no texts, no persons, no ids.

What the database knows better (the depth of the queue, what is due) is read when somebody asks: see `bot/health.py`.
"""

from collections.abc import Mapping
from time import monotonic

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# Seconds. A stand-in answers within a millisecond, Telegram in 50 to 200 ms, and a request is given up after 20 s.
_LATENCY = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)


class Meter:
    """The program's counters, in a registry of their own."""

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
        self._sent_at = monotonic()

    @property
    def idle_seconds(self) -> float:
        """Since a delivery was last answered, however; before the first, since the start."""
        return monotonic() - self._sent_at

    def sent(self, seconds: float) -> None:
        """A delivery arrived; its request took so long."""
        self._latency.observe(seconds)
        self._sent_at = monotonic()

    def failed(self, kind: str) -> None:
        """The request of a delivery failed; `kind` is the name of a DeliveryError."""
        self._failed.labels(kind).inc()
        self._sent_at = monotonic()

    def throttled(self) -> None:
        """Telegram answered 429, to whatever was asked."""
        self._throttled.inc()

    def voided(self, count: int) -> None:
        """So many deliveries were under way when an earlier process died; each may be a repeat."""
        self._voided.inc(count)

    def window(self, size: int) -> None:
        """At most so many deliveries may be under way from now on."""
        self._window.set(size)

    def in_flight(self, count: int) -> None:
        """So many deliveries are under way now."""
        self._in_flight.set(count)

    def update_handled(self) -> None:
        """An update had its effect, or was set aside."""
        self._updates.inc()

    def queue(self, depth: Mapping[str, float], oldest_due: float) -> None:
        """What waits in the database, by state, and for how many seconds the oldest is due."""
        for state, count in depth.items():
            self._queue.labels(state).set(count)
        self._oldest.set(oldest_due)

    def received(self, age: float, restarts: int) -> None:
        """Seconds since updates last came in, and how often what receives them was started again."""
        self._received.set(age)
        self._restarts.set(restarts)
