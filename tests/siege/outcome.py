"""The result of a siege: its figures, and the bounds that were broken."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

Figure = int | float | str | None


@dataclass(slots=True)
class Outcome:
    """The result of one case on one database: its figures by name, and in `broken` a sentence for every broken
    bound."""

    case: str
    database: str
    figures: dict[str, Figure] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def must(self, holds: bool, promise: str) -> None:
        """Note a bound that was broken."""
        if not holds:
            self.broken.append(promise)

    def line(self) -> str:
        """Return the result as one JSON object."""
        broken: Mapping[str, object] = {"broken": self.broken} if self.broken else {}
        return json.dumps({"siege": self.case, "database": self.database, **self.figures, **broken})
