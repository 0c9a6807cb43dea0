"""The draft of an alert: the answers given so far."""

from datetime import UTC, datetime

from pydantic import Field

from alerts.alert import AlertContent, IncidentKind
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId
from alerts.modus_operandi import TYPED_MO_FIELD, fields_of
from alerts.report import Signal
from alerts.severity import Severity
from alerts.tlp import Tlp
from bot.forms.questions.branches import BranchesDraft
from bot.forms.questions.place import PlaceFound, is_of_several


class AlertDraft(BranchesDraft):
    """The answers of the alert form; every field is optional until the preview.

    `is_short`: only what happened and where are asked; the lines of the preview in `by_default` were chosen by nobody.
    The text is then composed from `kind`, `mo`, `signals`, `clothing` and `vehicle`, with the typed `words` below it,
    unless `is_own_words` (None: by their length). `heard_at`: when the drafter, or the shop, told it. `outside`: the
    postcode in the words, if it is out of the drafter's scope. `open_lines`: the group of lines that is open at the
    preview. `walks`: every step is asked though all are answered. `is_as_kept`: it was opened again, and stays as it
    was until something is changed. `shows_all` is the step that shows all of its many choices.
    """

    is_short: bool = False
    by_default: frozenset[str] = frozenset()
    words: str | None = None
    is_own_words: bool | None = None
    signals: frozenset[Signal] = frozenset()
    clothing: str | None = None
    vehicle: str | None = None
    hit: frozenset[Branch] = frozenset()
    heard_at: datetime | None = None
    outside: str | None = None
    open_lines: str | None = None
    walks: bool = False
    is_as_kept: bool = False
    shows_all: str | None = None
    kind: IncidentKind | None = None
    what: str | None = None
    template: str | None = None
    occurred_at: datetime | None = None
    mo: dict[str, str] = Field(default_factory=dict)
    mo_open: str | None = None
    place: PlaceFound | None = None
    groups: dict[int, str] = Field(default_factory=dict)  # the KVO groups that are offered, by name
    is_for_group: bool = False  # the drafter may only write for one of them
    kvo_group_id: int | None = None
    own_branch: Branch | None = None  # a drafter for one branch writes for no other
    reach_km: int | None = None
    severity: Severity | None = None
    tlp: Tlp | None = None
    nameable: dict[int, str] = Field(default_factory=dict)  # who can be named for TLP:RED, by function
    named: frozenset[int] = frozenset()
    until: datetime | None = None
    alert_id: int | None = None
    version: int = 0
    report_id: int | None = None  # the report to link once the alert has a number
    kept_id: int | None = None
    is_concept: bool = False  # kept before this dialogue began, so it stays when the dialogue is left
    is_editing: bool = False
    needs_reason: bool = False
    is_template: bool = False  # kept as a template instead of being sent
    reason: str | None = None
    grounds: str | None = None  # a key; None means the usual grounds

    def changed(self, **values: object) -> "AlertDraft":
        """Return a copy with these values."""
        return self.model_copy(update=values)

    @property
    def is_protected(self) -> bool:
        """Whether the text must be protected: as the label says, and always before a label is chosen. A draft without
        any text or report needs no protection."""
        says_something = self.what is not None or self.words is not None or self.report_id is not None
        return says_something and (self.tlp is None or self.tlp.is_protected)

    @property
    def missing(self) -> str | None:
        """The first step that still needs an answer, or None if the draft is complete."""
        needed: tuple[tuple[str, object], ...] = (
            ("kind", self.kind),
            ("what", self.what),
            ("place", self.place and not is_of_several(self.place)),
            ("reach", self.kvo_group_id or self.reach_km),
            ("branches", self.all_branches or self.branches),
            ("severity", self.severity),
            ("tlp", self.tlp),
            ("until", self.until),
        )
        return next((name for name, value in needed if not value), None)

    def content(self) -> AlertContent:
        """Return the content of the alert. Raises ValueError if a field is missing."""
        kind, what, place, group = self.kind, self.what, self.place, self.kvo_group_id
        severity, tlp, until = self.severity, self.tlp, self.until
        if not (kind and what and place and severity and tlp and until) or self.missing:
            raise ValueError(f"the draft lacks {self.missing}")
        return AlertContent(
            kind=kind,
            what=what,
            place=place.place,
            place_words=place.words,
            reach_m=0 if group else (self.reach_km or 0) * 1_000,
            branches=frozenset() if self.all_branches else self.branches,
            severity=severity,
            tlp=tlp,
            until=until.astimezone(UTC),
            occurred_at=self.occurred_at.astimezone(UTC) if self.occurred_at else None,
            mo=self._mo(kind),
            kvo_group_id=KvoGroupId(group) if group else None,
            named=frozenset(MemberId(one) for one in self.named) if tlp is Tlp.RED else frozenset(),
        )

    def _mo(self, kind: IncidentKind) -> dict[str, str]:
        """Return the values that this kind of incident can have; the kind may have changed after they were chosen."""
        fields = fields_of(kind)
        return {
            field: value
            for field, value in self.mo.items()
            if field == TYPED_MO_FIELD or value in fields.get(field, ())
        }


def draft_of(content: AlertContent) -> AlertDraft:
    """Return a draft with this content."""
    return AlertDraft(
        kind=content.kind,
        what=content.what,
        occurred_at=content.occurred_at,
        mo=dict(content.mo),
        place=PlaceFound(content.place, content.place_words),
        kvo_group_id=content.kvo_group_id,
        reach_km=content.reach_m // 1_000 or None,
        branches=content.branches,
        all_branches=not content.branches,
        severity=content.severity,
        tlp=content.tlp,
        named=content.named,
        until=content.until,
    )
