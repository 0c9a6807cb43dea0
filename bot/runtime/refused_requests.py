"""Refused requests: logs and counts, for Prometheus, the requests to a port of ours that were refused."""

from collections import Counter
from time import monotonic

from bot.logs import logger
from bot.metrics import Meter

REPEAT_SECONDS = 60.0  # at most one line for each reason in so long, with the count since the last

log = logger()


class RefusedRequests:
    """Counts the refused requests of one port by reason: the status of the answer, or why a connection was closed."""

    def __init__(self, port: str, meter: Meter) -> None:
        self._port = port
        self._meter = meter
        self._unsaid: Counter[str] = Counter()
        self._said_at: dict[str, float] = {}

    def add(self, reason: str) -> None:
        """Count one refused request; neither its sender nor its content is kept."""
        self._meter.request_refused(self._port, reason)
        self._unsaid[reason] += 1
        now = monotonic()
        if now - self._said_at.get(reason, -REPEAT_SECONDS) >= REPEAT_SECONDS:
            self._said_at[reason] = now
            log.warning("request_refused", port=self._port, reason=reason, count=self._unsaid.pop(reason))
