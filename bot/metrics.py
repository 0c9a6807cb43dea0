"""What is counted while the program runs, for Prometheus. Counts only: no texts, no persons, no ids.

What the database knows better (the depth of the queue, what is due) is read when somebody asks: see `bot/health.py`.
"""

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

    def sent(self, seconds: float) -> None:
        """A delivery arrived; its request took so long."""
        self._latency.observe(seconds)

    def failed(self, kind: str) -> None:
        """The request of a delivery failed; `kind` is the name of a DeliveryError."""
        self._failed.labels(kind).inc()

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
