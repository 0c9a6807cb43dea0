"""Read the words of a notice: what a typed text says goes into the fields of its form."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from alerts.alert_form import F
from alerts.errors import InvalidText, NotAllowed
from alerts.found_place import PlaceFound, is_of_several
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import fields_of
from alerts.ports import UnitOfWork
from alerts.reading import Reading, ReadPlace, read
from alerts.reading.description import clothing_of, vehicle_of
from alerts.reading.regions import ToldRegion, told_region
from alerts.report import kind_by_loot
from alerts.role import Actor, Scope, municipality_scope
from alerts.services.alert.find_audience import may_draft_for, with_audiences
from alerts.services.permission.locate_matter import part_of
from alerts.services.place.find_place import find_place
from alerts.services.scope.find_region import find_region

_ALIKE = ("approach", "weapon", "violence", "face_cover", "loot_type", "exit_mode", "exit_direction")
# Fields of the reading, and the fields of the modus operandi that they are.
_MO = {"persons": "offender_count", **{field: field for field in _ALIKE}}


async def with_words(
    form: F,
    text: str,
    uow: UnitOfWork,
    actor: Actor,
    now: datetime,
    *,
    zone: ZoneInfo,
    on_refusal: Callable[[NotAllowed], None],
) -> F:
    """Return the form with this text, which has passed the guard, as its words, and with what it says in the fields.
    Another text before it is forgotten. A place outside the drafter's scope is left open, after `on_refusal`. What the
    text says of whom to warn is left out of the words."""
    asked = told_region(text)
    said = text if asked is None or not asked.rest else asked.rest
    form = await _with_said(form, said, uow, actor, now, zone=zone, on_refusal=on_refusal)
    if asked is None:
        return form
    whole = form.changed(hit=form.hit | asked.branches)
    region = await _region(uow, asked, form.place)
    is_placed = form.place is not None and not is_of_several(form.place)
    if region is None or (
        is_placed and form.place and not await may_draft_for(whole, region, form.place.place, uow, actor, now)
    ):
        return whole.changed(words=text)
    return whole.changed(region=region, kvo_group_id=None, by_default=whole.by_default - {"reach"})


async def _region(uow: UnitOfWork, asked: ToldRegion, place: PlaceFound | None) -> Scope | None:
    """Return the region that a text asks for; None when it holds nothing, or is the municipality of a place not
    known."""
    if not asked.name:
        part = None if place is None or is_of_several(place) else await part_of(uow, place.place)
        return None if part is None else municipality_scope(part.municipality_id, part.municipality_name)
    try:
        return await find_region(uow, asked.name)
    except InvalidText:
        return None


async def _with_said(
    form: F,
    text: str,
    uow: UnitOfWork,
    actor: Actor,
    now: datetime,
    *,
    zone: ZoneInfo,
    on_refusal: Callable[[NotAllowed], None],
) -> F:
    reading = await off_loop(read, text, now=form.heard_at or now, zone=zone)
    told = form.changed(words=text, is_own_words=None, **_fields(reading, text), **_time(reading, form.by_default))
    code, outside = _code(reading.place), None
    if code is None:
        return told.changed(outside=None)
    try:
        found = await find_place(uow, code, allow_pc4=True)
        if is_of_several(found):
            return told.changed(place=found, outside=None)
        if found.doubt is None:
            placed = await with_audiences(told, found.place, uow, actor, now)
            return placed.changed(place=found, outside=None)
    except NotAllowed as error:
        on_refusal(error)
        outside = found.code
    return told.changed(place=None, outside=outside)


def _code(told: ReadPlace) -> str | None:
    return told.pc6 or told.pc4


def _fields(reading: Reading, text: str) -> dict[str, Any]:
    kind = kind_by_loot(reading.kind, reading.loot_type).incident if reading.kind else None
    told = {field: getattr(reading, name) for name, field in _MO.items()}
    known = fields_of(kind)
    return {
        "kind": kind,
        "mo": {field: value for field, value in told.items() if value in known.get(field, ())},
        "either": {_MO[name]: values for name, values in reading.either if name in _MO},
        "signals": reading.signals,
        "clothing": clothing_of(reading),
        "vehicle": vehicle_of(reading, text),
        "hit": reading.branches,
    }


def _time(reading: Reading, by_default: frozenset[str]) -> dict[str, Any]:
    if reading.occurred_at is None:
        return {"occurred_at": None, "time_of_day": None}
    return {
        "occurred_at": reading.occurred_at.astimezone(UTC),
        "time_of_day": reading.time_of_day,
        "by_default": by_default - {"when"},
    }
