"""Alert form: the fields of a notice while it is drafted, as each way in fills them and as they are stored.

It is a pydantic model, because it is stored as JSON: beside a numbered draft, or alone while fields are missing.
"""

from datetime import UTC, datetime
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from alerts.alert import AlertContent, IncidentKind
from alerts.alert_defaults import usual_branches, usual_reach_km, usual_severity
from alerts.branch import Branch
from alerts.found_place import PlaceFound, is_of_several
from alerts.ids import KvoGroupId, MemberId
from alerts.modus_operandi import TYPED_MO_FIELD, fields_of
from alerts.report import Signal
from alerts.role import Scope
from alerts.severity import Severity
from alerts.time_of_day import TimeOfDay
from alerts.tlp import DEFAULT_TLP, Tlp

FORM = "alert"  # the name under which a form without a number is kept


class AlertForm(BaseModel):
    """The fields of a notice; every one is optional until the preview.

    The lines of the preview in `by_default` were chosen by nobody. The text is composed from `kind`, `mo`, `signals`,
    `clothing` and `vehicle`, with the typed `words` below it, unless `is_own_words` (None: by their length).
    `is_short`: the text is composed; else it is `what`. `either`: the values of a field of the modus operandi that the
    words tell in two ways. `heard_at`: when the drafter, or the shop, told it. `outside`: the postcode in the words, if
    it is out of the drafter's scope. `hit`: the branches that were hit. `groups`: the KVO groups that are offered, by
    name; `is_for_group`: the drafter may only write for one of them. `region`: the municipality, postcodes or country
    that it reaches instead of a circle, and `regions` those that are offered. `own_branch`: a drafter for one branch
    writes for no other. `report_id`: the report to link once the alert has a number.
    words tell in two ways. `heard_at`: when the drafter, or the shop, told it. `outside`:
    the postcode in the words, if it is out of the drafter's scope. `hit`: the branches that were hit. `groups`: the KVO
    groups that are offered, by name; `is_for_group`: the drafter may only write for one of them. `own_branch`: a
    drafter for one branch writes for no other. `report_id`, and `pattern_reports` of a notice that is made of
    a pattern: the reports to link once the alert has a number. `incident_id`: the incident on which it will hang.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)  # the text of an error may end up in the log

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
    kind: IncidentKind | None = None
    what: str | None = None
    occurred_at: datetime | None = None
    time_of_day: TimeOfDay | None = None
    mo: dict[str, str] = Field(default_factory=dict)
    either: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    place: PlaceFound | None = None
    groups: dict[int, str] = Field(default_factory=dict)
    is_for_group: bool = False
    kvo_group_id: int | None = None
    region: Scope | None = None
    regions: tuple[Scope, ...] = ()
    own_branch: Branch | None = None
    reach_km: int | None = None
    branches: frozenset[Branch] = frozenset()
    all_branches: bool = False
    severity: Severity | None = None
    tlp: Tlp | None = None
    named: frozenset[int] = frozenset()
    until: datetime | None = None
    alert_id: int | None = None
    version: int = 0
    report_id: int | None = None
    incident_id: int | None = None
    pattern_reports: frozenset[int] = frozenset()
    is_drill: bool = False
    kept_id: int | None = None

    @classmethod
    def of(cls, content: AlertContent) -> Self:
        """Return a form with this content."""
        return cls(
            kind=content.kind,
            what=content.what,
            occurred_at=content.occurred_at,
            time_of_day=content.time_of_day,
            mo=dict(content.mo),
            place=PlaceFound(content.place, content.place_words),
            kvo_group_id=content.kvo_group_id,
            region=content.region,
            reach_km=content.reach_m // 1_000 or None,
            branches=content.branches,
            all_branches=not content.branches,
            severity=content.severity,
            tlp=content.tlp,
            named=frozenset(int(one) for one in content.named),
            until=content.until,
            is_drill=content.is_drill,
        )

    def changed(self, **values: object) -> Self:
        """Return a copy with these values."""
        return self.model_copy(update=values)

    @property
    def open_fields(self) -> dict[str, tuple[str, ...]]:
        """The fields of `either` that this kind of incident has and that nobody chose, with their values."""
        fields = fields_of(self.kind)
        known = {
            field: tuple(value for value in fields.get(field, ()) if value in values)
            for field, values in self.either.items()
            if field not in self.mo
        }
        return {field: values for field, values in known.items() if len(values) > 1}

    @property
    def missing(self) -> str | None:
        """The first field that still needs a value, or None if the form is complete."""
        needed: tuple[tuple[str, object], ...] = (
            ("kind", self.kind),
            ("what", self.what),
            ("place", self.place and not is_of_several(self.place)),
            ("reach", self.kvo_group_id or self.region or self.reach_km),
            ("branches", (self.all_branches and self.region is None) or self.branches),
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
            raise ValueError(f"the form lacks {self.missing}")
        return AlertContent(
            kind=kind,
            what=what,
            place=place.place,
            place_words=place.words,
            reach_m=0 if group or self.region else (self.reach_km or 0) * 1_000,
            branches=frozenset() if self.all_branches else self.branches,
            severity=severity,
            tlp=tlp,
            until=until.astimezone(UTC),
            occurred_at=self.occurred_at.astimezone(UTC) if self.occurred_at else None,
            time_of_day=self.time_of_day if self.occurred_at else None,
            mo=self._mo(kind),
            kvo_group_id=KvoGroupId(group) if group else None,
            region=None if group else self.region,
            named=frozenset(MemberId(one) for one in self.named) if tlp is Tlp.RED else frozenset(),
            is_drill=self.is_drill,
        )

    def _mo(self, kind: IncidentKind) -> dict[str, str]:
        """Return the values that this kind of incident can have; the kind may have changed after they were chosen."""
        fields = fields_of(kind)
        return {
            field: value
            for field, value in self.mo.items()
            if field == TYPED_MO_FIELD or value in fields.get(field, ())
        }


F = TypeVar("F", bound=AlertForm)


def with_defaults(form: F, now: datetime) -> F:
    """Return the form with every open field set by default, in view of those that were chosen. It has a kind."""
    kind, names = form.kind, form.by_default | _open(form)
    assert kind is not None, "the kind is asked before"
    heard = (form.heard_at or now).replace(second=0, microsecond=0)
    at = heard if "when" in names or form.occurred_at is None else form.occurred_at
    severity = form.severity
    if "severity" in names or severity is None:
        severity = _usual_severity(form, kind, at, now)
    told = None if "when" in names else form.time_of_day
    values: dict[str, object] = {"occurred_at": at, "time_of_day": told, "severity": severity, "by_default": names}
    if "reach" in names:
        values["reach_km"] = usual_reach_km(kind, severity)
    if "branches" in names:
        own = frozenset({form.own_branch}) if form.own_branch else usual_branches(kind, form.hit)
        values |= {"branches": own, "all_branches": not own and form.region is None}
    if "tlp" in names:
        values["tlp"] = DEFAULT_TLP[severity]
    if "until" in names:
        values["until"] = (now + severity.lasts).replace(second=0, microsecond=0)
    return form.changed(**values)


def _usual_severity(form: AlertForm, kind: IncidentKind, at: datetime, now: datetime) -> Severity:
    """Return the severity by kind and recency; for a region that of a pattern at most, as it warns of what may come."""
    usual = usual_severity(kind, at, now)
    return usual if form.region is None else max(usual, Severity.P3)


def _open(form: AlertForm) -> frozenset[str]:
    values = {
        "when": form.occurred_at,
        "reach": form.kvo_group_id or form.region or form.reach_km,
        "branches": form.branches or form.all_branches,
        "severity": form.severity,
        "tlp": form.tlp,
        "until": form.until,
    }
    return frozenset(name for name, value in values.items() if not value)
