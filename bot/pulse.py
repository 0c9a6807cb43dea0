"""The pulse of what receives updates: when it last succeeded, and by when it has to show a sign of life."""

import math
from dataclasses import dataclass
from time import monotonic

from bot.logs import logger, redacted

REPEAT_SECONDS = 60.0  # how often one and the same trouble is worth a line

log = logger()


@dataclass(slots=True)
class Pulse:
    """Monotonic seconds. `problem` is in the operator's words, with what to do; empty when all is well."""

    last: float = -math.inf
    due: float = math.inf
    problem: str = ""
    _said: str = ""
    _said_at: float = -math.inf

    def expect(self, seconds: float) -> None:
        """A sign of life comes within so many seconds, or something hangs."""
        self.due = monotonic() + seconds

    def beat(self) -> None:
        """It works."""
        self.last = monotonic()
        self.problem = ""

    def ail(self, problem: str) -> None:
        """It does not; said in the log, but not over and over."""
        problem = redacted(problem)  # it is shown at /healthz and kept with the heartbeat
        self.problem = problem
        if problem != self._said or monotonic() - self._said_at > REPEAT_SECONDS:
            self._said, self._said_at = problem, monotonic()
            log.warning("not_receiving", problem=problem)

    @property
    def hangs(self) -> bool:
        """Whether the sign of life did not come."""
        return monotonic() > self.due

    @property
    def age(self) -> float:
        """Seconds since it last succeeded; infinite before the first time."""
        return monotonic() - self.last
