"""Edit support: a municipality changes the schemes of its register, and administrators of the country those for all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from alerts.audit import AuditEvent
from alerts.errors import Conflict, InvalidText, NotFound, Rejected
from alerts.guard.off_loop import off_loop
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Scope, ScopeKind
from alerts.services.place.set_municipality import municipality_for, pc4_of
from alerts.services.scope.cover_scope import check_covers, may_in_all_of
from alerts.support import (
    LINE_LENGTH,
    NAME_LENGTH,
    SOURCE_LENGTH,
    Scheme,
    SchemeWords,
    SupportEntry,
    checked_link,
    register_with,
)
from alerts.typed_text import check_together, checked, tidied

NEW = "new"
_COUNTRY = Scope(ScopeKind.NATIONAL)
WORDS = {"name": NAME_LENGTH, "purpose": LINE_LENGTH, "audience": LINE_LENGTH}


async def check_editor(uow: UnitOfWork, actor: Actor, where: MunicipalityId | None, now: datetime) -> str:
    """Return the name of the municipality whose schemes this person may change; empty for the country (None). Raises
    NotAllowed, and NotFound for a municipality that the postcode table lacks."""
    if where is None:
        await check_covers(uow, actor, Action.ADMINISTER, _COUNTRY, now)
        return ""
    found = await municipality_for(uow, actor, where, now, action=Action.EDIT_SUPPORT)
    if await pc4_of(uow, where) is None:
        raise NotFound
    return found.name


async def may_edit_country(uow: UnitOfWork, actor: Actor, now: datetime) -> bool:
    """Whether this person may change the schemes for the whole country."""
    return await may_in_all_of(uow, actor, Action.ADMINISTER, _COUNTRY, now)


async def register_of(
    uow: UnitOfWork, actor: Actor, where: MunicipalityId | None, now: datetime
) -> tuple[str, list[SupportEntry]]:
    """Return the name of the municipality (empty: the country) and every entry that its readers may get, also ended
    ones, for who may change some of them. Raises as `check_editor`."""
    name = await check_editor(uow, actor, where, now)
    return name, register_with(await uow.support.entries(() if where is None else (where,)))


async def find_entry(uow: UnitOfWork, where: MunicipalityId | None, key: str) -> SupportEntry | None:
    """Return the entry of this municipality (None: of the country) with the key; None for a new one. Raises
    NotFound."""
    if key == NEW:
        return None
    entries = register_with(await uow.support.entries(() if where is None else (where,)))
    found = next((one for one in entries if one.key == key and one.scheme.municipality == where), None)
    if found is None:
        raise NotFound
    return found


async def keep_scheme(
    uow: UnitOfWork, actor: Actor, key: str, scheme: Scheme, *, version: int, now: datetime
) -> SupportEntry:
    """Store a scheme (which `checked_scheme` returned) as a new entry, or in the entry with this key. `version`: of the
    entry that was shown. Raises as `check_editor` and `find_entry`, and Conflict when it was changed since."""
    await check_editor(uow, actor, scheme.municipality, now)
    entry, by = await find_entry(uow, scheme.municipality, key), actor.member.id
    if entry is None:
        return await _recorded(uow, actor, await uow.support.add(scheme, by, now), "added", now)
    told = replace(scheme, standard=entry.scheme.standard)
    if entry.version != version:
        raise Conflict
    if entry.id is None:
        return await _recorded(uow, actor, await uow.support.add(told, by, now), "changed", now)
    return await _recorded(uow, actor, await uow.support.save(entry.id, told, version, by, now), "changed", now)


async def remove_scheme(
    uow: UnitOfWork, actor: Actor, where: MunicipalityId | None, key: str, *, version: int, now: datetime
) -> None:
    """Remove an entry; where it stood for a scheme of the program, that counts again. Raises as `keep_scheme`."""
    await check_editor(uow, actor, where, now)
    entry = await find_entry(uow, where, key)
    if entry is None or entry.id is None:
        raise NotFound
    await uow.support.remove(entry.id, version)
    await _recorded(uow, actor, entry, "removed", now)


async def checked_scheme(
    typed: Mapping[str, str], where: MunicipalityId | None, today: date
) -> tuple[Scheme | None, dict[str, Rejected]]:
    """Return the scheme that these fields make, or None and what is wrong with each field. Words are typed as
    `name-nl`, `purpose-en` and so on; days as browsers send them, empty for one that is not known."""
    wrong: dict[str, Rejected] = {}
    words = {language: await _checked_words(typed, language, wrong) for language in Language}
    found: dict[str, str] = {}
    for name, check in (("source", _source), ("link", _link)):
        try:
            found[name] = await check(typed.get(name, ""))
        except Rejected as error:
            wrong[name] = error
    days = {name: _day(typed, name, wrong) for name in ("checked_on", "first", "last")}
    checked_on, first, last = days["checked_on"], days["first"], days["last"]
    if "checked_on" not in wrong and (checked_on is None or checked_on > today):
        wrong["checked_on"] = InvalidText("not-checked-yet")
    if first and last and last < first:
        wrong["last"] = InvalidText("ends-before")
    if wrong or checked_on is None:
        return None, wrong
    return Scheme(where, found["link"], found["source"], checked_on, first, last, words), {}


async def _checked_words(typed: Mapping[str, str], language: Language, wrong: dict[str, Rejected]) -> SchemeWords:
    found = dict.fromkeys(WORDS, "")
    for name, most in WORDS.items():
        try:
            found[name] = await _line(typed.get(f"{name}-{language}", ""), most)
        except Rejected as error:
            wrong[f"{name}-{language}"] = error
    if not any(f"{name}-{language}" in wrong for name in WORDS):
        try:
            await off_loop(check_together, *found.values())
        except Rejected as error:
            wrong[f"name-{language}"] = error
    return SchemeWords(**found)


async def _line(typed: str, most: int) -> str:
    return " ".join((await checked(tidied(typed), most)).split())


async def _source(typed: str) -> str:
    return await _line(typed, SOURCE_LENGTH)


async def _link(typed: str) -> str:
    return checked_link(typed)


def _day(typed: Mapping[str, str], name: str, wrong: dict[str, Rejected]) -> date | None:
    text = typed.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        wrong[name] = InvalidText("no-such-day")
        return None


async def _recorded(uow: UnitOfWork, actor: Actor, entry: SupportEntry, what: str, now: datetime) -> SupportEntry:
    """Record the step where others of the municipality find it; for the country it has no place."""
    where = entry.scheme.municipality
    pc4 = None if where is None else await pc4_of(uow, where)
    details = {"support": entry.id or 0}
    event = AuditEvent(f"municipality.support_{what}", "municipality", int(pc4 or 0), actor.member.id, details)
    await uow.audit.append(event, now)
    return entry
