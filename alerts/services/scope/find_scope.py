"""Find a scope from what somebody wrote, matched leniently, or refuse it with suggestions."""

from difflib import get_close_matches

from alerts.errors import InvalidText, Rejected
from alerts.ids import MunicipalityId
from alerts.municipality import KnownMunicipality
from alerts.place_names import slug, spelled, without_addition
from alerts.ports import UnitOfWork
from alerts.role import Scope, ScopeKind, municipality_scope, parse_scope

MOST_SUGGESTIONS = 5
_ALIKE = 0.72  # of difflib's ratio; lower, and names that merely share their beginning are suggested


async def find_scope(uow: UnitOfWork, text: str) -> Scope:
    """Return the scope that the text means, written as `parse_scope` reads it or as a municipality's name; it covers
    something.

    Raises Rejected for a text that is no scope, InvalidText with suggestions for a scope that covers nothing.
    """
    try:
        scope = parse_scope(text)
    except Rejected:
        if not slug(text) or ":" in text or text.strip()[:1].isdigit():
            raise
        return await _of_municipality(uow, text)
    if scope.kind is ScopeKind.MUNICIPALITY:
        return await _of_municipality(uow, text.partition(":")[2])
    await check_ground(uow, scope)
    return scope


async def find_area(uow: UnitOfWork, text: str) -> Scope:
    """Return the range of postcodes or the municipality that somebody wrote. Raises InvalidText, with suggestions for
    an area that covers nothing."""
    try:
        scope = await find_scope(uow, " ".join(text.split()))
    except InvalidText as error:
        if error.reason != "no-municipality":
            raise
        raise InvalidText("role-scope") from error
    except Rejected as error:
        raise InvalidText("role-scope") from error
    if scope.kind not in (ScopeKind.POSTCODES, ScopeKind.MUNICIPALITY):
        raise InvalidText("role-scope")
    return scope


async def _of_municipality(uow: UnitOfWork, text: str) -> Scope:
    found = await find_municipality(uow, text)
    return municipality_scope(found.id, found.name)


async def find_municipality(uow: UnitOfWork, text: str) -> KnownMunicipality:
    """Return the municipality that a name or code means, also a name from before a merger.

    Raises InvalidText without a table, for a name that several have, and for an unknown name, with similar names if
    there are any.
    """
    known = await uow.postcodes.municipalities()
    if not known:
        raise InvalidText("no-table")
    found = _matching(text, known)
    if not found:
        ids = {one.now for one in await uow.postcodes.former_municipalities() if spelled(one.name) == spelled(text)}
        found = [one for one in known if one.id in ids]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidText("municipality-which", names=_listed(found))
    alike = _alike(text, known)
    raise InvalidText("municipality-alike", names=_listed(alike)) if alike else InvalidText("no-municipality")


def _matching(text: str, known: list[KnownMunicipality]) -> list[KnownMunicipality]:
    """Return the municipalities that the text names, by the strictest reading that fits any."""
    parsed = parse_scope(f"municipality:{text}") if slug(text) else None
    code = text.strip().upper().removeprefix("GM")
    ids = {parsed.municipality if parsed else None, MunicipalityId(code.zfill(4)) if code.isdigit() else None}
    readings = (
        [one for one in known if one.id in ids],
        [one for one in known if slug(one.name) == slug(text)],
        [one for one in known if slug(without_addition(one.name)) == slug(text)],
        [one for one in known if spelled(text) in one.spellings],
    )
    return next((found for found in readings if found), [])


def _alike(text: str, known: list[KnownMunicipality]) -> list[KnownMunicipality]:
    """Return the municipalities whose name resembles the text, or begins with it."""
    wanted = spelled(text)
    by_spelling = {spelling: one for one in known for spelling in one.spellings}
    close = get_close_matches(wanted, by_spelling, n=MOST_SUGGESTIONS, cutoff=_ALIKE)
    begun = [spelling for spelling in sorted(by_spelling) if len(wanted) > 2 and spelling.startswith(wanted)]
    return list(dict.fromkeys(by_spelling[spelling] for spelling in [*close, *begun]))


def _listed(found: list[KnownMunicipality]) -> str:
    return ", ".join(one.name for one in found[:MOST_SUGGESTIONS])


async def check_ground(uow: UnitOfWork, scope: Scope) -> None:
    """Raise InvalidText when the scope covers nothing, as far as the postcode table tells."""
    if await has_ground(uow, scope):
        return
    if scope.first is None:
        raise InvalidText("no-municipality")
    raise InvalidText("postcodes-nowhere", near=await known_beside(uow, scope.first or "", scope.last or ""))


async def known_beside(uow: UnitOfWork, first: str, last: str) -> str:
    """Return the last PC4 of the table before this range and the first one after it, joined by a comma."""
    known = await uow.postcodes.pc4s()
    below = max((one for one in known if one < first), default="")
    above = min((one for one in known if one > last), default="")
    return ", ".join(one for one in (below, above) if one)


async def has_ground(uow: UnitOfWork, scope: Scope) -> bool:
    """Whether the scope covers anything; without a table a range of postcodes does. A group, a whole branch and the
    country always do."""
    match scope.kind:
        case ScopeKind.POSTCODES | ScopeKind.BRANCH if not scope.is_whole_branch:
            first, last = scope.first or "", scope.last or ""
            return bool(await uow.postcodes.municipalities(first, last)) or not await uow.postcodes.count()
        case ScopeKind.MUNICIPALITY:
            return scope.municipality is not None and bool(await uow.postcodes.pc4s_of(scope.municipality))
        case _:
            return True
