"""Fill a report from a reading: what a typed text says goes into the fields that nobody answered otherwise."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from alerts.guard import find
from alerts.guard.off_loop import off_loop
from alerts.premises import Premises
from alerts.reading import Reading, ReadPlace, read
from alerts.reading.description import clothing_of, vehicle_of
from alerts.report import GOAL_LENGTH, kind_by_loot
from alerts.services.permission.locate_matter import part_of
from alerts.typed_text import utf16_length
from bot.conversation.form import Typed
from bot.conversation.request import Request
from bot.forms.questions.place import place_of
from bot.forms.report.draft import ONLY_READ, ReportDraft
from bot.forms.report.where import SHOP, own_shops

Values = Mapping[str, Any]
_PLACE = ("where", "found", "asks_where")


async def with_words(draft: ReportDraft, text: str, request: Request) -> ReportDraft:
    """Return the draft with this text as its words, and with what it says in the fields that are open or held what the
    earlier words said."""
    before = await _values(await _read(draft.what, draft, request), draft.what, request) if draft.what else {}
    reading = await _read(text, draft, request)
    after = await _values(reading, text, request)
    if (draft.where, draft.found) != (before.get("where"), before.get("found")):  # the place was told otherwise
        before, after = _without_place(before), _without_place(after)
    known = {name: getattr(draft, name) for name in {*before, *after}}
    is_open = {name for name, value in known.items() if value in (_default(name), before.get(name, _default(name)))}
    if "occurred_at" not in is_open:
        is_open.discard("time_of_day")
    return draft.changed(
        what=text,
        either=_either(reading),
        **{name: after.get(name, _default(name)) for name in is_open},
    )


async def is_report(text: str, draft: ReportDraft, request: Request) -> bool:
    """Tell whether a text that the guard allows reads as a report."""
    return (await _read(text, draft, request)).is_report


def _either(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Return the fields that can be read in two ways, by the names of the draft."""
    return {str(field): values for field, values in reading.either if str(field) in ReportDraft.model_fields}


def _without_place(values: Values) -> Values:
    return {name: value for name, value in values.items() if name not in _PLACE}


def _default(name: str) -> Any:
    return ReportDraft.model_fields[name].default


async def _read(text: str, draft: ReportDraft, request: Request) -> Reading:
    """Read a text as it was meant when it was typed: "just now" is then."""
    typed_at = datetime.fromtimestamp(draft.typed_at or draft.begun_at, UTC)
    return await off_loop(read, text, now=typed_at, zone=request.zone)


async def _values(reading: Reading, text: str, request: Request) -> Values:
    """Return the fields that a text tells, by the names of the draft."""
    told: dict[str, Any] = {
        "kind": kind_by_loot(reading.kind, reading.loot_type) if reading.kind else None,
        "signals": reading.signals,
        "weapon": reading.weapon,
        "loot_type": reading.loot_type,
        "is_injured": True if reading.violence == "injury" else None,
        "occurred_at": reading.occurred_at.astimezone(UTC) if reading.occurred_at else None,
        "time_of_day": reading.time_of_day,
        "persons": reading.persons,
        "clothing": clothing_of(reading),
        "vehicle": vehicle_of(reading, text),
        "exit_goal": await _allowed(reading.exit_goal),
        **{field: getattr(reading, field) for field in ONLY_READ},
    }
    place = await _place(reading.place, await own_shops(request), request)
    return {name: value for name, value in {**told, **place}.items() if value not in (None, frozenset())}


async def _allowed(goal: str | None) -> str | None:
    """Return where they went if it fits and names nobody."""
    if goal is None or utf16_length(goal) > GOAL_LENGTH:
        return None
    found = await off_loop(find, goal)
    return None if found else goal


async def _place(told: ReadPlace, shops: list[Premises], request: Request) -> Values:
    """Return the place that was named; that it has to be asked, if it is not that of the only shop."""
    code = told.pc6 or told.pc4
    if code is None:
        return {"asks_where": True} if told.town and not await _is_town_of(shops, told.town, request) else {}
    same = [shop for shop in shops if code in (shop.pc6, shop.pc4)]
    if same and len(shops) == 1:
        return {"where": f"{SHOP}{same[0].id}"}
    found = await place_of(Typed(code), request, allow_pc4=True)
    return {"asks_where": True} if found.doubt is not None or same else {"found": found}


async def _is_town_of(shops: list[Premises], town: str, request: Request) -> bool:
    rows = [await part_of(request.uow, shop.place) for shop in shops]
    return any(town.casefold() in (row.place.casefold(), row.municipality_name.casefold()) for row in rows if row)
