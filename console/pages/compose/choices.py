"""The choices in the fields of a new notice, in words."""

from collections.abc import Mapping

from alerts.alert import IncidentKind
from alerts.alert_defaults import hit_branches
from alerts.alert_form import AlertForm
from alerts.branch import ALIKE, COMMON_BRANCHES, Branch
from alerts.found_place import PlaceFound
from alerts.ids import MunicipalityId
from alerts.modus_operandi import MO_FIELDS, fields_of
from alerts.ports import UnitOfWork
from alerts.postcode_table import is_ambiguous
from alerts.premises import PointSource
from alerts.report import VEHICLES, Signal
from alerts.services.place.find_place import parts_of
from alerts.severity import Severity
from alerts.tlp import Tlp
from console.pages.compose.fields import AREA, MO, part_value
from console.pages.compose.views import Choices, Option
from texts.composed_notice import can_compose
from texts.modus_operandi import mo_name
from texts.phrases import Phrases
from texts.places import part_words
from texts.roles import scope_words

Where = tuple[MunicipalityId, str]


async def choices_of(form: AlertForm, uow: UnitOfWork, nameable: Mapping[int, str], t: Phrases) -> Choices:
    """Return what can be chosen in this form."""
    parts = await _parts(form.place, uow, t)
    where = (form.place.place.municipality, form.place.words) if form.place else None
    return Choices(
        kinds=_named(IncidentKind, "kind", t, without=IncidentKind.PREVENTION),
        parts=tuple(one for _, one in parts),
        part=next((one.value for there, one in parts if there == where), ""),
        groups=tuple(Option(str(group), name) for group, name in form.groups.items()),
        regions=_regions(form, t),
        is_for_group=form.is_for_group,
        branches=_branches(form, t),
        fixed=form.own_branch or "",
        severities=_named(Severity, "severity", t),
        labels=tuple(Option(one, t.plain(f"tlp-{one.name.lower()}")) for one in Tlp),
        named=tuple(Option(str(member), words[:1].upper() + words[1:]) for member, words in nameable.items()),
        signals=_named(Signal, "signal", t),
        vehicles=tuple(Option(one, t.plain(f"vehicle-{one}")) for one in VEHICLES),
        details=_details(form.kind, t),
        can_compose=can_compose(form, t),
    )


async def _parts(found: PlaceFound | None, uow: UnitOfWork, t: Phrases) -> list[tuple[Where, Option]]:
    """Return the places of a postcode that has several, each with its municipality and name; none where the postcode
    tells by itself."""
    parts = await parts_of(uow, found) if found is not None and found.source is not PointSource.LOCATION else ()
    told = await uow.postcodes.of_pc6(found.place.pc6) if found is not None and found.place.pc6 else None
    if found is None or told is not None or not is_ambiguous(parts):
        return []
    return [
        ((one.municipality_id, one.place), Option(part_value(found, number), part_words(one, t)))
        for number, one in enumerate(parts, 1)
    ]


def _regions(form: AlertForm, t: Phrases) -> tuple[Option, ...]:
    """Return the regions that are offered, and the choice to type another; none for who writes for a group only."""
    if form.is_for_group:
        return ()
    offered = (Option(str(one), t.plain("console-compose-region", region=scope_words(one, t))) for one in form.regions)
    return (*offered, Option(AREA, t.plain("console-compose-other-region")))


def _branches(form: AlertForm, t: Phrases) -> tuple[Option, ...]:
    """Return all branches, those that are hit most first; a proposed one that is alike has the reason."""
    is_usual = form.kind is not None and "branches" in form.by_default and form.own_branch is None
    hit = hit_branches(form.kind, form.hit) if is_usual and form.kind else frozenset[Branch]()

    def why(branch: Branch) -> str:
        reasons = (ALIKE[one][branch] for one in Branch if one in hit and branch in ALIKE.get(one, {}))
        reason = next(reasons, None) if branch in form.branches - hit else None
        return t.plain(f"likeness-{reason}") if reason else ""

    order = (*COMMON_BRANCHES, *(one for one in Branch if one not in COMMON_BRANCHES))
    return tuple(Option(one, t.plain(f"branch-{one}"), why(one)) for one in order)


def _details(kind: IncidentKind | None, t: Phrases) -> tuple[tuple[Option, tuple[Option, ...]], ...]:
    """Return the fields of the modus operandi for this kind, each with its values; without a kind all of them."""
    fields = fields_of(kind) if kind is not None else MO_FIELDS
    return tuple(
        (
            Option(MO + name, t.plain(f"mo-{mo_name(name, kind)}") if kind else t.plain(f"mo-{name}")),
            tuple(Option(value, t.plain(f"mo-{name}-{value}")) for value in values),
        )
        for name, values in fields.items()
    )


def _named(values: type, prefix: str, t: Phrases, without: object = None) -> tuple[Option, ...]:
    return tuple(Option(one, t.plain(f"{prefix}-{one}")) for one in values if one is not without)  # type: ignore[attr-defined]
