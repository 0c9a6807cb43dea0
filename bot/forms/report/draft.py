"""The draft of a report: the answers given so far."""

from datetime import datetime

from alerts.report import ReportKind, Signal
from bot.conversation.form import Draft
from bot.forms.questions.place import PlaceFound

HERE, ELSEWHERE = "here", "elsewhere"


class ReportDraft(Draft):
    """The answers of the report form; all but the kind are optional.

    `where` is `shop.ID`, here or elsewhere; `is_ready`: send it as it is. `begun_at` (a POSIX time) tells one report
    under way from the next.
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
        """Return a copy with these values."""
        return self.model_copy(update=values)

    @property
    def is_robbery(self) -> bool:
        """Whether the form asks about offenders instead of signals."""
        return self.kind is not None and self.kind.is_robbery
