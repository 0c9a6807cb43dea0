"""The result of a fault story: its figures, and the promises that were not kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

Figure = int | float | str | None
# The figures in every line: by default nothing is killed and nothing may arrive twice; None means that it is unknown.
EVERYWHERE: Mapping[str, Figure] = {"kills": 0, "sent": None, "lost": None, "repeats": None, "bound": 0}


@dataclass(slots=True)
class Finding:
    """The result of one case: its figures by name, and in `broken` a sentence for every promise that was not kept."""

    case: str
    figures: dict[str, Figure] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def must(self, holds: bool, promise: str) -> None:
        """Note a promise that was not kept."""
        if not holds:
            self.broken.append(promise)

    def add(self, **figures: int) -> None:
        """Add to figures that are counted up."""
        for name, figure in figures.items():
            self.figures[name] = self.count(name) + figure

    def count(self, name: str) -> int:
        """Return a figure that is a whole number; 0 before it is there."""
        figure = self.figures.get(name, 0)
        assert isinstance(figure, int), "a count is a whole number"
        return figure

    def line(self) -> str:
        """Return one JSON object: the case, its figures, and the broken promises if there are any."""
        broken = {"broken": self.broken} if self.broken else {}
        return json.dumps({"chaos": self.case, **EVERYWHERE, **self.figures, **broken})
