"""Figures: the results of a benchmark, one JSON line each on standard output; progress goes to standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, and the peer's value of the same run."""

    bench: str
    case: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    _on_sqlite: ClassVar[dict[tuple[str, str, str], float]] = {}
    _is_on_postgresql: ClassVar[bool] = False

    @classmethod
    @contextmanager
    def on_postgresql(cls) -> Iterator[None]:
        """Mark the figures told in the block as measured on PostgreSQL; their peer is the same case on SQLite."""
        cls._is_on_postgresql = True
        try:
            yield
        finally:
            cls._is_on_postgresql = False

    def tell(self, *, beside: str = "SQLite") -> None:
        """Print the figure. `beside` names what a PostgreSQL figure is compared with: SQLite, or the given peer."""
        same = (self.bench, self.case, self.unit)
        if not self._is_on_postgresql:
            self._on_sqlite[same] = self.value
            self._print()
            return
        here = replace(self, case=f"{self.case} on PostgreSQL")
        if beside == "SQLite":
            here = replace(here, peer=None, peer_value=None)
        if same in self._on_sqlite:
            here = replace(here, peer="SQLite", peer_value=self._on_sqlite[same])
        here._print()

    def _print(self) -> None:
        """Write the JSON line; `ratio` is our value divided by the peer's."""
        ratio = None if not self.peer_value else round(self.value / self.peer_value, 3)
        line = {
            "bench": self.bench,
            "case": self.case,
            "value": round(self.value, 4),
            "unit": self.unit,
            "peer": self.peer,
            "peer_value": None if self.peer_value is None else round(self.peer_value, 4),
            "ratio": ratio,
        }
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def progress(line: str) -> None:
    """Write a progress line to standard error."""
    sys.stderr.write(f"bench: {line}\n")
    sys.stderr.flush()
