"""The draft of a report: the answers given so far."""

from datetime import datetime

from pydantic import Field

from alerts.found_place import PlaceFound
from alerts.report import ReportContent, ReportKind, Signal
from alerts.time_of_day import TimeOfDay
from bot.conversation.form import Answer, Draft, Picked, Stay
from bot.conversation.likely_choices import LESS, MORE

HERE, ELSEWHERE = "here", "elsewhere"
ONLY_READ = ("approach", "violence", "face_cover", "exit_mode", "exit_direction")
"""MO fields that are read from typed words, and asked only to change what was read."""


# Fields that tell the same in words, where the first was not told as a value.
_BESIDE = {"occurred_at": ("time_of_day",), "exit_direction": ("exit_goal",)}


class ReportDraft(Draft):
    """The answers of the report form; all but the kind are optional.

    `where` is `shop.ID`, here or elsewhere; `asks_where`: the place has to be told though there is one shop.
    `is_ready`: send it as it is. `shows_overview`: instead of further questions, what was understood of the typed text
    is shown. `is_said`: a tap said that something happened, so that words which tell no kind are about something
    suspicious. `either` has the values of the fields that the words tell in two ways, until one is chosen. `is_safe`:
    the person said that they are safe after a robbery, before the first question. `shows_all` is the step that shows
    all of its many choices. `begun_at` (a POSIX time) tells one report under way from the next; `typed_at` is when its
    words were typed, which "just now" in them means.
    """

    begun_at: int
    typed_at: int | None = None
    has_one_shop: bool
    kind: ReportKind | None = None
    signals: frozenset[Signal] = frozenset()
    weapon: str | None = None
    loot_type: str | None = None
    is_injured: bool | None = None
    occurred_at: datetime | None = None
    time_of_day: TimeOfDay | None = None
    persons: str | None = None
    clothing: str | None = None
    vehicle: str | None = None
    where: str | None = None
    found: PlaceFound | None = None
    approach: str | None = None
    violence: str | None = None
    face_cover: str | None = None
    exit_mode: str | None = None
    exit_direction: str | None = None
    exit_goal: str | None = None
    either: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    asks_where: bool = False
    what: str | None = None
    is_ready: bool = False
    shows_overview: bool = False
    is_said: bool = False
    is_safe: bool = False
    shows_all: str | None = None

    def changed(self, **values: object) -> "ReportDraft":
        """Return a copy with these values."""
        return self.model_copy(update=values)

    def content(self, place_words: str = "") -> ReportContent:
        """Return the content of the report, with the words for its place."""
        return ReportContent(
            place_words=place_words,
            signals=self.signals,
            persons=self.persons,
            weapon=self.weapon,
            loot_type=self.loot_type if self.kind is ReportKind.ROBBERY else None,
            is_injured=self.is_injured,
            clothing=self.clothing,
            vehicle=self.vehicle,
            what=self.what,
            approach=self.approach,
            violence=self.violence,
            face_cover=self.face_cover,
            exit_mode=self.exit_mode,
            exit_direction=self.exit_direction,
            time_of_day=self.time_of_day if self.occurred_at else None,
            exit_goal=self.exit_goal if self.exit_direction is None else None,
        )

    def answered(self, field: str, value: object) -> "ReportDraft":
        """Return a copy with an answer for this field, in place of all that the words said of it."""
        either = {name: values for name, values in self.either.items() if name != field}
        beside = dict.fromkeys(_BESIDE.get(field, ()))
        return self.changed(**{field: value, "either": either, **beside})

    @property
    def open_fields(self) -> dict[str, tuple[str, ...]]:
        """The fields that the words tell in two ways and nobody answered, with their values."""
        return {name: values for name, values in self.either.items() if getattr(self, name) is None}

    @property
    def kind_told(self) -> ReportKind | None:
        """The kind that was told or read; after a tap that something happened, the most general one is proposed."""
        return self.kind or (ReportKind.SUSPICIOUS_SITUATION if self.is_said else None)

    @property
    def is_robbery(self) -> bool:
        """Whether the form asks about offenders instead of signals."""
        return self.kind is not None and self.kind.is_robbery


def with_more(draft: ReportDraft, answer: Answer, step: str) -> Stay[ReportDraft] | None:
    """Return the draft that shows all choices of this step, or the likely ones again, if that was tapped."""
    if not isinstance(answer, Picked) or answer.value not in (MORE, LESS):
        return None
    return Stay(draft.changed(shows_all=step if answer.value == MORE else None))
