"""The MO register: the same records as /mo in the chat, for the same readers."""

from collections.abc import Mapping
from urllib.parse import urlencode

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import NotFound, Rejected
from alerts.mo_record import read_mark, read_number
from alerts.modus_operandi import MO_FIELDS
from alerts.ports import UnitOfWork
from alerts.services.measure.edit_measure import editable_branches
from alerts.services.measure.find_measures import find_measures
from alerts.services.register.find_ground import find_ground, ground_key
from alerts.services.register.search_register import (
    Period,
    RegisterEntry,
    RegisterPage,
    Wanted,
    may_search,
    read_record,
    search_register,
)
from console.choice import Choice, Select
from console.pages.mo_register.views import RecordRow, RecordView, RegisterView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.mo_records import (
    branch_names,
    day_words,
    measures_of,
    method_lines,
    method_words,
    origin_words,
    place_of,
)
from texts.phrases import Phrases

PATH = "/mo"
PAGE = 50


async def show(request: web.Request) -> web.StreamResponse:
    """Show a page of the register, as the address searches for it."""
    site, t, query = request.app[SITE], phrases_of(request), request.query
    actor, now, wrong = person(request).actor, site.clock.now(), dict[str, Html]()
    typed = query.get("place", "").strip()
    wanted, page, shown = _wanted(query), RegisterPage((), None), typed
    async with site.storage.reading() as uow:
        has_access = await may_search(uow, actor, now)
        try:
            wanted, shown = await _with_place(uow, wanted, typed)
            after = read_mark(query.get("after", ""))
            page = await search_register(uow, actor, wanted, now, most=PAGE, after=after)
        except Rejected as error:
            wrong["place"] = t(error.text_id, **error.fields)
    view = RegisterView(
        selects=_selects(wanted, t),
        method=_method_selects(wanted, t),
        place=shown,
        wrong=wrong,
        rows=tuple(_row(one, t) for one in page.entries),
        older=_path(wanted, shown, str(page.following)) if page.following else "",
        newest=_path(wanted, shown) if query.get("after") else "",
        is_method_open=bool(wanted.mo),
        has_access=has_access,
        edits_measures=bool(editable_branches(actor, now)),
    )
    return respond(request, view, status=422 if wrong else 200)


async def show_record(request: web.Request) -> web.StreamResponse:
    """Show one record. Raises NotFound for one that is not there, or not for this reader."""
    site, t, visitor = request.app[SITE], phrases_of(request), person(request)
    number = read_number(request.match_info["record"])
    if number is None:
        raise NotFound
    async with site.storage.reading() as uow:
        entry = await read_record(uow, visitor.actor, number, site.clock.now())
        followings = await uow.premises.followings(visitor.member.id)
        measures = await find_measures(uow)
    record, branches = entry.filed.record, frozenset(one.premises.branch for one in followings)
    view = RecordView(
        kind=t.plain(f"kind-{record.kind}"),
        day=day_words(record, t),
        place=place_of(entry, t),
        branches=branch_names(record.branches, t),
        method=tuple(method_lines(record.mo, record.kind, t)),
        what=entry.what or "",
        measures=tuple(measures_of(record, measures, branches, t)),
        origin=tuple(origin_words(entry, t)),
    )
    return respond(request, view)


def _wanted(query: Mapping[str, str]) -> Wanted:
    """Return what the address searches for, without a place; what is in no list is left out."""
    return Wanted(
        branch=next((one for one in Branch if one == query.get("branch")), None),
        period=next((one for one in Period if one == query.get("period")), Period.ALL),
        mo={name: value for name, values in MO_FIELDS.items() if (value := query.get(name, "")) in values},
    )


async def _with_place(uow: UnitOfWork, wanted: Wanted, typed: str) -> tuple[Wanted, str]:
    """Return what is searched for with the place, and the place as it is shown. Raises Rejected for an unknown one."""
    if not typed:
        return wanted, ""
    key = await ground_key(uow, typed)
    return Wanted(wanted.branch, wanted.period, key, wanted.mo), (await find_ground(uow, key)).name


def _path(wanted: Wanted, place: str, after: str = "") -> str:
    period = "" if wanted.period is Period.ALL else wanted.period
    asked = {"branch": wanted.branch or "", "period": period, "place": place, **wanted.mo, "after": after}
    told = urlencode({name: value for name, value in asked.items() if value})
    return f"{PATH}?{told}" if told else PATH


def _selects(wanted: Wanted, t: Phrases) -> tuple[Select, ...]:
    every = Choice("", t.plain("alert-all-branches"), wanted.branch is None)
    branches = (Choice(one, t.plain(f"branch-{one}"), one is wanted.branch) for one in Branch)
    periods = (Choice(one, t.plain(f"mo-period-{one}"), one is wanted.period) for one in reversed(Period))
    return (
        Select("branch", t.plain("mo-choose-branch"), (every, *branches)),
        Select("period", t.plain("mo-choose-period"), tuple(periods)),
    )


def _method_selects(wanted: Wanted, t: Phrases) -> tuple[Select, ...]:
    return tuple(Select(name, t.plain(f"mo-{name}"), _values(name, wanted.mo.get(name), t)) for name in MO_FIELDS)


def _values(name: str, chosen: str | None, t: Phrases) -> tuple[Choice, ...]:
    no_matter = Choice("", t.plain("mo-no-matter"), chosen is None)
    return (no_matter, *(Choice(one, t.plain(f"mo-{name}-{one}"), one == chosen) for one in MO_FIELDS[name]))


def _row(entry: RegisterEntry, t: Phrases) -> RecordRow:
    record = entry.filed.record
    return RecordRow(
        path=f"{PATH}/{entry.filed.id:x}",
        kind=t.plain(f"kind-{record.kind}"),
        day=day_words(record, t),
        place=place_of(entry, t),
        branches=branch_names(record.branches, t),
        method=method_words(record.mo, record.kind, t),
    )


ROUTES = (web.get(PATH, signed_in(show)), web.get(PATH + "/{record}", signed_in(show_record)))
