"""What a report has been filled in with so far."""

from datetime import datetime

from alerts.report import ReportKind, Signal
from bot.form import Draft
from bot.forms.place import PlaceFound

HERE, ELSEWHERE = "here", "elsewhere"


class ReportDraft(Draft):
    """Everything but the kind is optional. `where` is `shop.ID`, here or elsewhere; `is_ready`: send it as it is.

    `begun_at` (a POSIX time) tells one report under way from the next.
    """

    begun_at: int
    has_one_shop: bool
    kind: ReportKind | None = None
    signals: frozenset[Signal] = frozenset()
    weapon: str | None = None
    loot_type: str | None = None
    is_injured: bool | None = None
    occurred_at: datetime | None = None
    persons: str | None = None
    clothing: str | None = None
    vehicle: str | None = None
    where: str | None = None
    found: PlaceFound | None = None
    what: str | None = None
    is_ready: bool = False

    def changed(self, **values: object) -> "ReportDraft":
        """The same with these values."""
        return self.model_copy(update=values)

    @property
    def is_robbery(self) -> bool:
        """Whether it is asked about offenders, not about signals."""
        return self.kind is not None and self.kind.is_robbery
