"""Figure: what a benchmark found, as one JSON line on standard output; how far it is goes to standard error."""

import json
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One value, and what the peer had in the same run."""

    bench: str
    case: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None

    def tell(self) -> None:
        """Print it. `ratio` is ours by the peer's."""
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
    """Say what is being done."""
    sys.stderr.write(f"bench: {line}\n")
    sys.stderr.flush()
