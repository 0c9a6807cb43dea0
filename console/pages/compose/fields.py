"""The fields of the page of a new notice, as they are typed and chosen; and those of a form as the page shows them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from multidict import MultiMapping

from alerts.alert_form import AlertForm
from alerts.found_place import PlaceFound
from alerts.modus_operandi import MO_FIELDS, TYPED_MO_FIELD
from alerts.role import ScopeKind
from console.part_of_day import PART_OF_DAY, box_value

MO = "mo."  # before the name of a field of the modus operandi
COMPOSED, OWN, ALL = "composed", "own", "all"
AREA = "area"  # the audience is a region that is typed in a field of its own
_COUNTRY = "Nederland"  # as the country is typed there
AREA_LENGTH = 100  # longer than the name of any municipality
SEVERAL = ("branches", "signals", "named", "hit", "either")
# The fields that are set by default, by the names of the form's lines.
DEFAULTED = ("when", "reach", "branches", "severity", "tlp", "until")
_LOCAL = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the fields: `one` text each, `several` chosen values each. `proposed`: the values that the page
    set by default, by name."""

    one: Mapping[str, str] = field(default_factory=dict)
    several: Mapping[str, frozenset[str]] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def sent(cls, form: MultiMapping[object]) -> "Fields":
        """Return the fields of a form that was sent."""
        one = {name: str(form[name]) for name in form if name not in SEVERAL}
        several = {name: frozenset(str(value) for value in form.getall(name, ())) for name in SEVERAL}
        return cls(one, several, _proposed(one.pop("proposed", "")))

    def get(self, name: str) -> str:
        """Return what was typed or chosen, without spaces around it; empty for nothing."""
        return self.one.get(name, "").strip()

    def chosen(self, name: str) -> frozenset[str]:
        """Return the chosen values of a field that has several."""
        return self.several.get(name, frozenset())

    def is_proposed(self, name: str) -> bool:
        """Whether the field still has the value that was proposed for it."""
        return name in self.proposed and self.proposed[name] == self.value(name)

    def value(self, name: str) -> str:
        """Return the value of a field in one text, to compare it."""
        if name != "branches":
            return self.get(name)
        return ALL if self.get("every") else ",".join(sorted(self.chosen("branches")))

    def proposal(self) -> str:
        """Return the proposed values for a hidden field of the page."""
        return json.dumps(dict(self.proposed))

    def without(self, *names: str) -> "Fields":
        """Return the fields with these left empty."""
        return replace(self, one={name: value for name, value in self.one.items() if name not in names})


def _proposed(text: str) -> Mapping[str, str]:
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    known = told.items() if isinstance(told, dict) else ()
    return {name: value for name, value in known if name in DEFAULTED and isinstance(value, str)}


def fields_of_form(form: AlertForm, zone: ZoneInfo) -> Fields:
    """Return the fields as the page shows this form."""
    place, kind = form.place, form.kind
    one = {
        "words": (form.words if form.is_short else form.what) or "",
        "text": "" if form.is_own_words is None else OWN if form.is_own_words else COMPOSED,
        "kind": kind or "",
        "when": local(form.occurred_at, zone),
        PART_OF_DAY: box_value(form.occurred_at, form.time_of_day, zone),
        "place": place.code if place else "",
        **_audience(form),
        "reach": str(form.reach_km or "") if form.region is None else "",
        "every": ALL if form.all_branches else "",
        "severity": form.severity or "",
        "tlp": form.tlp or "",
        "until": local(form.until, zone),
        "clothing": form.clothing or "",
        "vehicle": form.vehicle or "",
        "heard": str(int(form.heard_at.timestamp())) if form.heard_at else "",
        **{MO + name: form.mo.get(name, "") for name in (*MO_FIELDS, TYPED_MO_FIELD)},
    }
    several = {
        "branches": frozenset[str](form.branches),
        "signals": frozenset[str](form.signals),
        "named": frozenset(str(one) for one in form.named),
        "hit": frozenset[str](form.hit),
        "either": frozenset(f"{field}.{value}" for field, values in form.either.items() for value in values),
    }
    shown = Fields(one, several)
    return replace(shown, proposed={name: shown.value(name) for name in DEFAULTED if name in form.by_default})


def _audience(form: AlertForm) -> dict[str, str]:
    """Return the fields that say for whom it is: a group or an offered region, or another area as it is typed."""
    region = form.region
    if region is None or form.kvo_group_id is not None:
        return {"audience": str(form.kvo_group_id or ""), "area": ""}
    if region in form.regions:
        return {"audience": str(region), "area": ""}
    if region.kind is not ScopeKind.POSTCODES:
        return {"audience": AREA, "area": region.name or _COUNTRY}
    return {"audience": AREA, "area": region.first or "" if region.first == region.last else str(region)}


def local(at: datetime | None, zone: ZoneInfo) -> str:
    """Return a moment as a field for local time has it; empty without one."""
    return at.astimezone(zone).strftime(_LOCAL) if at else ""


def part_value(found: PlaceFound, number: int) -> str:
    """Return the value of the choice for one of the places of a postcode, which counts for this postcode only."""
    return f"{found.place.pc4}.{number}"


def moments(text: str, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the moments (UTC) that a field for local time may mean: two in the hour that repeats when summer time
    ends. Raises ValueError."""
    told = datetime.strptime(text, _LOCAL)  # noqa: DTZ007
    first, again = (told.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return (first, again) if again > first else (first,)
