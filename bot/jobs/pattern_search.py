"""Search for patterns: compares reports soon after they were made or changed, beside what people do."""

from alerts.clock import Clock
from alerts.patterns import Rules
from alerts.ports import Storage
from alerts.services.pattern.find_patterns import find_patterns

LOOK_SECONDS = 5  # ours: soon enough for whoever reads the report's own card


class PatternSearch:
    """Looks for patterns among new and changed reports; which these are is in the database."""

    def __init__(self, storage: Storage, clock: Clock, rules: Rules) -> None:
        self._storage = storage
        self._clock = clock
        self._rules = rules

    async def look(self) -> None:
        """Compare every report with a step since the last time."""
        await find_patterns(self._storage, self._rules, self._clock.now())
