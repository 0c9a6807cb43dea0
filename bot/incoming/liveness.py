"""Liveness of a source of updates: when it last succeeded, and by when it must show a sign of life."""

import math
from dataclasses import dataclass
from time import monotonic

from bot.logs import logger, redacted

REPEAT_SECONDS = 60.0  # how often the same problem is logged

log = logger()


@dataclass(slots=True)
class Liveness:
    """The times of the last success and of the next sign of life due, in monotonic seconds. `problem` is in the
    operator's words, with what to do; empty when all is well."""

    last: float = -math.inf
    due: float = math.inf
    problem: str = ""
    _said: str = ""
    _said_at: float = -math.inf

    def expect(self, seconds: float) -> None:
        """Expect a sign of life within so many seconds; without one the source counts as hanging."""
        self.due = monotonic() + seconds

    def succeeded(self) -> None:
        """Note that receiving succeeded just now, which ends any trouble."""
        self.last = monotonic()
        self.problem = ""

    def report_problem(self, problem: str) -> None:
        """Record why receiving fails, and log it: at once when the reason is new, else once a minute."""
        problem = redacted(problem)  # `problem` is shown at /healthz and stored with the heartbeat
        self.problem = problem
        if problem != self._said or monotonic() - self._said_at > REPEAT_SECONDS:
            self._said, self._said_at = problem, monotonic()
            log.warning("not_receiving", problem=problem)

    @property
    def is_overdue(self) -> bool:
        """Whether the expected sign of life did not come in time."""
        return monotonic() > self.due

    @property
    def age(self) -> float:
        """Seconds since the last success; infinite before the first."""
        return monotonic() - self.last
