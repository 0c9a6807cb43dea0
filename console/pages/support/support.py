"""The support register: S, V and G change the schemes of their municipality, an administrator those for the country."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from aiohttp import web

from alerts.errors import Conflict, NotAllowed, Rejected
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.permission.check_may import check_has
from alerts.services.support.edit_support import (
    NEW,
    WORDS,
    check_editor,
    checked_scheme,
    find_entry,
    keep_scheme,
    may_edit_country,
    register_of,
    remove_scheme,
)
from alerts.support import LINK_LENGTH, SOURCE_LENGTH, Scheme, SupportEntry, Validity
from console.edit_form import EditField, EditForm
from console.form_numbers import number_in
from console.guard_marks import marked
from console.municipality_choice import choose_municipality, page_of
from console.pages.support.views import RegisterView, SchemeGroup, SchemeLine, SupportView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.support import day_words, scheme_words

PATH = "/support"
COUNTRY = "country"  # in place of a municipality
DAY_LENGTH = 10
_DAYS = ("checked_on", "first", "last")


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the only register that this person changes, or to that of the municipality that was typed; else ask which
    one."""
    site, t, actor = request.app[SITE], phrases_of(request), person(request).actor
    action, now = Action.EDIT_SUPPORT, site.clock.now()
    async with site.storage.reading() as uow:
        of_country = await may_edit_country(uow, actor, now)
    try:
        check_has(actor, action, now)
    except NotAllowed:
        if of_country:
            return _to(f"{PATH}/{COUNTRY}")
        raise
    title, open_words = t.plain("console-support-title"), t.plain("console-support-open")
    other = (f"{PATH}/{COUNTRY}", t.plain("console-support-country")) if of_country else None
    return await choose_municipality(request, PATH, action, title=title, open_words=open_words, other=other)


async def show_register(request: web.Request) -> web.StreamResponse:
    """Show the register, also what readers do not see now."""
    site, t, where, today = request.app[SITE], phrases_of(request), _where(request), _today(request)
    async with site.storage.reading() as uow:
        name, entries = await register_of(uow, person(request).actor, where, site.clock.now())
        of_country = where is not None and await may_edit_country(uow, person(request).actor, site.clock.now())
    groups = [] if where is None else [(name, where)]
    view = RegisterView(
        title=t.plain("console-support-of", where=name or t.plain("console-support-whole-country")),
        path=_path(where),
        groups=tuple(
            SchemeGroup(
                title or t.plain("console-support-country"),
                tuple(_line(one, whose, where, today, t) for one in entries if one.scheme.municipality == whose),
            )
            for title, whose in (*groups, ("", None))
        ),
        country=f"{PATH}/{COUNTRY}" if of_country else "",
        is_kept="kept" in request.query,
    )
    return respond(request, view)


async def show_form(request: web.Request) -> web.StreamResponse:
    """Show the form of one scheme, or of a new one."""
    site, where = request.app[SITE], _where(request)
    async with site.storage.reading() as uow:
        name = await check_editor(uow, person(request).actor, where, site.clock.now())
        entry = await find_entry(uow, where, request.match_info["entry"])
        return respond(request, await _view(request, uow, name, entry, _typed_in(request, entry)))


async def keep(request: web.Request) -> web.StreamResponse:
    """Store the scheme, which readers see at once on its days. What is wrong is said beside its field, and nothing
    typed is lost. Needs a fresh passkey."""
    site, where, key, form = request.app[SITE], _where(request), request.match_info["entry"], await request.post()
    await require_fresh(request)
    actor, now, today = person(request).actor, site.clock.now(), _today(request)
    typed = {name: str(form.get(name, "")) for name in _names()}
    scheme, wrong = await checked_scheme(typed, where, today)
    for error in wrong.values():
        await note_refusal(request, error)
    async with site.storage.reading() as uow:
        name = await check_editor(uow, actor, where, now)
        entry = await find_entry(uow, where, key)
        if scheme is None:
            return respond(request, await _view(request, uow, name, entry, typed, wrong=wrong), status=422)
    try:
        async with site.storage.transaction() as uow:
            told = _as_of_program(request, scheme, entry)
            await keep_scheme(uow, actor, key, told, version=number_in(form.get("version")), now=now)
    except Conflict as error:
        await note_refusal(request, error)
        async with site.storage.reading() as uow:
            entry = await find_entry(uow, where, key)
            late = await _view(request, uow, name, entry, typed, is_late=True)
        return respond(request, late, status=409)
    return _to(f"{_path(where)}?kept")


async def remove(request: web.Request) -> web.StreamResponse:
    """Take a scheme away. Needs a fresh passkey."""
    site, where, form = request.app[SITE], _where(request), await request.post()
    await require_fresh(request)
    version, actor, now = number_in(form.get("version")), person(request).actor, site.clock.now()
    async with site.storage.transaction() as uow:
        await remove_scheme(uow, actor, where, request.match_info["entry"], version=version, now=now)
    return _to(f"{_path(where)}?kept")


async def _view(
    request: web.Request,
    uow: UnitOfWork,
    name: str,
    entry: SupportEntry | None,
    typed: Mapping[str, str],
    *,
    wrong: Mapping[str, Rejected] | None = None,
    is_late: bool = False,
) -> SupportView:
    t, where, said = phrases_of(request), _where(request), wrong or {}
    now = _typed_in(request, entry) if is_late else {}
    form = EditForm(
        path=f"{_path(where)}/{NEW if entry is None else entry.key}",
        back=_path(where),
        back_words=t.plain("console-support-of", where=name or t.plain("console-support-whole-country")),
        title=t.plain("console-support-new" if entry is None else "console-support-edit"),
        how=t.plain("console-support-how"),
        keep=t.plain("console-support-keep"),
        fields=tuple(_field(one, typed, now, said, t) for one in _names()),
        version=0 if entry is None else entry.version,
        confirm=await confirmation_options(request, uow),
        late=t.plain("console-support-late") if is_late else "",
    )
    validity = Validity.VALID if entry is None else entry.scheme.validity(_today(request))
    hidden = "" if validity is Validity.VALID else t.plain(f"console-support-hidden-{validity}")
    is_stored = entry is not None and entry.id is not None and not wrong and not is_late
    back_to_ours = entry is not None and entry.scheme.standard is not None
    return SupportView(
        form=form,
        about=t("console-support-about-country") if where is None else t("console-support-about", name=name),
        state=hidden,
        remove=t.plain("console-support-restore" if back_to_ours else "console-support-remove") if is_stored else "",
    )


def _field(
    name: str, typed: Mapping[str, str], now: Mapping[str, str], wrong: Mapping[str, Rejected], t: Phrases
) -> EditField:
    part, _, language = name.partition("-")
    label = t.plain(f"console-support-{part}")
    if language:
        label = t.plain("console-support-in", what=label, language=t.plain(f"console-texts-language-{language}"))
    lengths = {**WORDS, "source": SOURCE_LENGTH, "link": LINK_LENGTH}
    error = wrong.get(name)
    return EditField(
        name,
        label,
        typed.get(name, ""),
        lengths.get(part, DAY_LENGTH),
        kind="date" if part in _DAYS else "url" if part == "link" else "text",
        rows=3 if part in ("purpose", "audience") else 0,
        is_whole=part in ("link", "source", "checked_on"),
        now=Html("") + (now[name] or t.plain("console-support-nothing")) if name in now else None,
        wrong=None if error is None else t(error.text_id, **error.fields),
        passages=() if error is None else marked(error),
    )


def _names() -> tuple[str, ...]:
    """Return the names of the fields, in the order of the form."""
    return (*(f"{part}-{language}" for part in WORDS for language in Language), "link", "source", *_DAYS)


def _typed_in(request: web.Request, entry: SupportEntry | None) -> dict[str, str]:
    """Return what stands in the fields for an entry; of a scheme of the program its own words."""
    if entry is None:
        return {}
    scheme, texts = entry.scheme, request.app[SITE].texts
    words = {one: scheme_words(scheme, texts[one]) for one in Language}
    days = {"checked_on": scheme.checked_on, "first": scheme.first, "last": scheme.last}
    return {
        **{f"{part}-{one}": str(getattr(words[one], part)) for part in WORDS for one in Language},
        "link": scheme.link,
        "source": scheme.source,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }


def _as_of_program(request: web.Request, scheme: Scheme, entry: SupportEntry | None) -> Scheme:
    """Return the scheme without words where they are still those of the program, which may change with it."""
    if entry is None or entry.scheme.standard is None:
        return scheme
    ours, texts = replace(entry.scheme, words=None), request.app[SITE].texts
    is_same = all(scheme.words and scheme.words[one] == scheme_words(ours, texts[one]) for one in Language)
    return replace(scheme, words=None) if is_same else scheme


def _line(
    entry: SupportEntry, whose: MunicipalityId | None, where: MunicipalityId | None, today: date, t: Phrases
) -> SchemeLine:
    scheme = entry.scheme
    words = scheme_words(scheme, t)
    days = [
        t.plain(f"console-support-{name}-on", day=day_words(day, t))
        for name, day in (("first", scheme.first), ("last", scheme.last))
        if day is not None
    ]
    return SchemeLine(
        path=f"{_path(where)}/{entry.key}" if whose == where else "",
        name=words.name,
        purpose=words.purpose,
        audience=words.audience,
        link=scheme.link,
        source=scheme.source,
        checked=day_words(scheme.checked_on, t),
        state=t.plain(f"console-support-is-{scheme.validity(today)}"),
        days=", ".join(days),
    )


def _today(request: web.Request) -> date:
    site = request.app[SITE]
    return site.clock.now().astimezone(site.zone).date()


def _where(request: web.Request) -> MunicipalityId | None:
    where = request.match_info["municipality"]
    return None if where == COUNTRY else MunicipalityId(where)


def _path(where: MunicipalityId | None) -> str:
    return f"{PATH}/{COUNTRY}" if where is None else page_of(PATH, where)


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_ALL = f"{PATH}/{{municipality:[^/]{{1,80}}}}"
_ONE = f"{_ALL}/{{entry:[a-z0-9-]{{1,30}}}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_ALL, signed_in(show_register)),
    web.get(_ONE, signed_in(show_form)),
    web.post(_ONE, signed_in(keep)),
    web.post(f"{_ONE}/remove", signed_in(remove)),
)
