"""The measures of a branch: police and trade associations change their words, leave one out, or add one."""

from collections.abc import Mapping

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import Conflict, NotAllowed, NotFound, Rejected
from alerts.ids import MeasureEditId
from alerts.measure import MEASURE_LENGTH, SOURCE_LENGTH, Measure, MeasureEdit, MeasureSort
from alerts.member import Language
from alerts.modus_operandi import MO_FIELDS
from alerts.ports import UnitOfWork
from alerts.services.measure.edit_measure import (
    add_measure,
    change_measure,
    check_source,
    check_words,
    editable_branches,
    restore_measure,
)
from alerts.services.measure.find_measures import MeasureRow, rows_of
from console.choice import Choice
from console.edit_form import EditField, EditForm
from console.form_numbers import id_in
from console.guard_marks import marked
from console.pages.measures.views import MeasureLine, MeasuresView, MeasureView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.measures import measure_words
from texts.phrases import Phrases

PATH = "/measures"
NEW = "new"
_WORDS = {language: f"words-{language}" for language in Language}
_SOURCE = "source"


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the branch that was chosen, or to the first that this person edits. Raises NotAllowed without any."""
    branches = editable_branches(person(request).actor, request.app[SITE].clock.now())
    if not branches:
        raise NotAllowed("measures")
    chosen = next((one for one in branches if one == request.query.get("branch")), branches[0])
    return _to(f"{PATH}/{chosen}")


async def show_table(request: web.Request) -> web.StreamResponse:
    """Show the table of a branch."""
    site, t, branch = request.app[SITE], phrases_of(request), _branch(request)
    async with site.storage.reading() as uow:
        rows, confirm = await rows_of(uow, branch), await confirmation_options(request, uow)
    editable = editable_branches(person(request).actor, site.clock.now())
    view = MeasuresView(
        branch=t.plain(f"branch-{branch}"),
        branches=tuple(Choice(one, t.plain(f"branch-{one}"), one is branch) for one in editable),
        lines=tuple(_line(one, branch, t) for one in rows),
        path=f"{PATH}/{branch}",
        confirm=confirm,
        is_kept="kept" in request.query,
    )
    return respond(request, view)


async def show_form(request: web.Request) -> web.StreamResponse:
    """Show the form of one measure, or of a new one."""
    branch = _branch(request)
    async with request.app[SITE].storage.reading() as uow:
        measure, edit = await _found(uow, request, branch)
        return respond(request, await _form(request, uow, measure, _typed_in(edit), _version(edit)))


async def keep(request: web.Request) -> web.StreamResponse:
    """Store the words of a measure, or a new one. What is wrong is said beside its field, and nothing typed is lost.
    Needs a fresh passkey."""
    site, branch, form = request.app[SITE], _branch(request), await request.post()
    await require_fresh(request)
    typed = {name: str(form.get(name, "")) for name in (*_WORDS.values(), _SOURCE)}
    wrong = await _wrong(request, typed)
    version, actor, now = id_in(form.get("version")), person(request).actor, site.clock.now()
    words = {language: typed[name] for language, name in _WORDS.items()}
    async with site.storage.transaction() as uow:
        measure, _edit = await _found(uow, request, branch)
        if wrong:
            return respond(request, await _form(request, uow, measure, typed, version, wrong=wrong), status=422)
        if measure is None:
            against = _against(str(form.get("method", "")))
            sort = next((one for one in MeasureSort if one == form.get("sort")), MeasureSort.ORGANISATIONAL)
            await add_measure(uow, actor, branch, sort, words=words, source=typed[_SOURCE], against=against, now=now)
            return _to(f"{PATH}/{branch}?kept")
        try:
            await change_measure(
                uow, actor, branch, measure.key, words=words, source=typed[_SOURCE], version=version, now=now
            )
        except Conflict:
            _measure, edit = await _found(uow, request, branch)
            late = await _form(request, uow, measure, typed, _version(edit), now=_typed_in(edit))
            return respond(request, late, status=409)
    return _to(f"{PATH}/{branch}?kept")


async def leave_out(request: web.Request) -> web.StreamResponse:
    """Leave a measure out for this branch. Needs a fresh passkey."""
    site, branch, form = request.app[SITE], _branch(request), await request.post()
    await require_fresh(request)
    version = id_in(form.get("version"))
    async with site.storage.transaction() as uow:
        measure, _edit = await _found(uow, request, branch)
        if measure is None:
            raise NotFound
        actor, now = person(request).actor, site.clock.now()
        await change_measure(uow, actor, branch, measure.key, words=None, source="", version=version, now=now)
    return _to(f"{PATH}/{branch}?kept")


async def restore(request: web.Request) -> web.StreamResponse:
    """Take a change back. Needs a fresh passkey."""
    site, branch, form = request.app[SITE], _branch(request), await request.post()
    await require_fresh(request)
    number, version = (id_in(form.get(name)) for name in ("edit", "version"))
    async with site.storage.transaction() as uow:
        actor, now = person(request).actor, site.clock.now()
        await restore_measure(uow, actor, branch, MeasureEditId(number), version=version, now=now)
    return _to(f"{PATH}/{branch}?kept")


def _branch(request: web.Request) -> Branch:
    """Return the branch of the address. Raises NotAllowed for who edits the table of none, and NotFound for one that
    does not exist or is not for this person."""
    editable = editable_branches(person(request).actor, request.app[SITE].clock.now())
    if not editable:
        raise NotAllowed("measures")
    branch = next((one for one in editable if one == request.match_info["branch"]), None)
    if branch is None:
        raise NotFound
    return branch


async def _found(uow: UnitOfWork, request: web.Request, branch: Branch) -> tuple[Measure | None, MeasureEdit | None]:
    """Return the measure of the address and its change; None and None for a new one. Raises NotFound."""
    key = request.match_info["key"]
    if key == NEW:
        return None, None
    rows = [one for one in await rows_of(uow, branch) if one.measure is not None and one.measure.key == key]
    if not rows:
        raise NotFound
    return rows[0].measure, rows[0].edit


async def _form(
    request: web.Request,
    uow: UnitOfWork,
    measure: Measure | None,
    typed: Mapping[str, str],
    version: int,
    *,
    wrong: Mapping[str, Rejected] | None = None,
    now: Mapping[str, str] | None = None,
) -> MeasureView:
    """Return the form; `now` is what is kept where somebody else changed that meanwhile."""
    t, branch, said = phrases_of(request), request.match_info["branch"], wrong or {}
    form = EditForm(
        path=f"{PATH}/{branch}/{NEW if measure is None else measure.key}",
        back=f"{PATH}/{branch}",
        back_words=t.plain("console-measures-of", branch=t.plain(f"branch-{branch}")),
        title=t.plain("console-measure-for", branch=t.plain(f"branch-{branch}")),
        how=t.plain("console-measure-how"),
        keep=t.plain("console-measure-keep"),
        fields=tuple(
            EditField(
                name,
                t.plain(f"console-measure-{name}"),
                typed.get(name, ""),
                SOURCE_LENGTH if name == _SOURCE else MEASURE_LENGTH,
                is_whole=name == _SOURCE,
                now=Html("") + now[name] if now and name in now else None,
                wrong=t(said[name].text_id, **said[name].fields) if name in said else None,
                passages=marked(said[name]) if name in said else (),
            )
            for name in (*_WORDS.values(), _SOURCE)
        ),
        version=version,
        confirm=await confirmation_options(request, uow),
        late="" if now is None else t.plain("console-measure-late"),
    )
    return MeasureView(
        form=form,
        usual=Html("") if measure is None else measure_words(measure, t),
        can_be_left_out=measure is not None and not wrong and now is None,
        sorts=() if measure else tuple(Choice(one, t.plain(f"measure-sort-{one}")) for one in MeasureSort),
        methods=() if measure else tuple(_method(name, t) for name in MO_FIELDS),
    )


async def _wrong(request: web.Request, typed: Mapping[str, str]) -> dict[str, Rejected]:
    """Return what is wrong with each field."""
    found: dict[str, Rejected] = {}
    for name, text in typed.items():
        try:
            await (check_source if name == _SOURCE else check_words)(text)
        except Rejected as error:
            await note_refusal(request, error)
            found[name] = error
    return found


def _typed_in(edit: MeasureEdit | None) -> dict[str, str]:
    if edit is None or edit.told.words is None:
        return {}
    return {**{name: edit.told.words[language] for language, name in _WORDS.items()}, _SOURCE: edit.told.source}


def _line(row: MeasureRow, branch: Branch, t: Phrases) -> MeasureLine:
    measure, edit = row.measure, row.edit
    if measure is not None:
        sort, against, path = measure.sort, measure.against, f"{PATH}/{branch}/{measure.key}"
    else:
        assert edit is not None, "a row has a measure or a change"
        sort, against, path = edit.told.sort, edit.told.against, ""
    typed = None if edit is None else edit.told.words
    words = measure_words(measure, t) if measure is not None else Html("")
    state = ""
    if edit is not None:
        state = "added" if measure is None else "left_out" if typed is None else "changed"
    return MeasureLine(
        words=words if typed is None else Html("") + typed[t.language],
        sort=t.plain(f"measure-sort-{sort}"),
        against=_against_words(against, t),
        source=edit.told.source if edit is not None and typed is not None else _source(measure, t),
        path=path,
        state=t.plain(f"console-measure-is-{state}") if state else "",
        edit=None if edit is None else (edit.id, edit.version),
    )


def _source(measure: Measure | None, t: Phrases) -> str:
    """Return the names of the sources of a measure of the program."""
    letters = [] if measure is None or measure.source == "ours" else measure.source.split(", ")
    return "; ".join(t.plain(f"measure-source-{one.lower()}") for one in letters) or t.plain("measure-source-ours")


def _against_words(against: Mapping[str, frozenset[str]], t: Phrases) -> str:
    told = [
        f"{t.plain(f'mo-{name}')}: {', '.join(t.plain(f'mo-{name}-{one}') for one in MO_FIELDS[name] if one in values)}"
        for name, values in against.items()
    ]
    return "; ".join(told) or t.plain("console-measure-any-method")


def _method(name: str, t: Phrases) -> tuple[str, tuple[Choice, ...]]:
    values = tuple(Choice(f"{name}={one}", t.plain(f"mo-{name}-{one}")) for one in MO_FIELDS[name])
    return t.plain(f"mo-{name}"), values


def _against(text: str) -> dict[str, str]:
    name, _, value = text.partition("=")
    return {name: value} if value else {}


def _version(edit: MeasureEdit | None) -> int:
    return 0 if edit is None else edit.version


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_TABLE = f"{PATH}/{{branch}}"
_ONE = f"{_TABLE}/{{key}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_TABLE, signed_in(show_table)),
    web.post(f"{_TABLE}/restore", signed_in(restore)),
    web.get(_ONE, signed_in(show_form)),
    web.post(_ONE, signed_in(keep)),
    web.post(f"{_ONE}/leave-out", signed_in(leave_out)),
)
