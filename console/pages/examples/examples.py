"""The examples of a municipality: all of them, and the form that makes or changes one in every language."""

from collections.abc import Mapping

from aiohttp import web

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.errors import Conflict, LimitReached, NotFound, Rejected
from alerts.example_text import KNOWN, TEXT_LENGTH, ExampleContent, ExampleText
from alerts.ids import ExampleId, MunicipalityId
from alerts.member import Language
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.example.keep_examples import (
    changeable,
    checked_words,
    examples_of,
    keep_example,
    may_change,
    remove_example,
)
from alerts.services.permission.check_may import check_has
from console.choice import Choice
from console.edit_form import EditField, EditForm
from console.form_numbers import number_in
from console.guard_marks import marked
from console.municipality_choice import choose_municipality, page_of
from console.pages.examples.views import EditView, ExampleLine, ExamplesView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.examples import branch_words
from texts.html import Html

PATH = "/examples"
NEW = "new"
KINDS = tuple(one for one in IncidentKind if one is not IncidentKind.PREVENTION)


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the only municipality of this person, or to the one that was typed; else ask which one."""
    t, action = phrases_of(request), Action.DRAFT_ALERT
    check_has(person(request).actor, action, request.app[SITE].clock.now())
    title, open_words = t.plain("console-examples-title"), t.plain("console-examples-open")
    return await choose_municipality(request, PATH, action, title=title, open_words=open_words, other=None)


async def show_examples(request: web.Request) -> web.StreamResponse:
    """Show the examples of a municipality."""
    site, t, which, actor = request.app[SITE], phrases_of(request), _municipality(request), person(request).actor
    now = site.clock.now()
    async with site.storage.reading() as uow:
        municipality, examples = await examples_of(uow, actor, which, now)
        found = [(one, await may_change(uow, actor, one, now)) for one in examples]
    view = ExamplesView(
        title=t.plain("console-examples-of", name=municipality.name or which),
        path=page_of(PATH, which),
        lines=tuple(
            ExampleLine(
                path=f"{page_of(PATH, which)}/{one.id}" if is_changeable else "",
                about=f"{t.plain(f'kind-{one.content.kind}')} · {branch_words(one.content.branch, t)}",
                text=one.content.words[t.language],
            )
            for one, is_changeable in found
        ),
        is_kept="kept" in request.query,
    )
    return respond(request, view)


async def show_example(request: web.Request) -> web.StreamResponse:
    """Show the form for one example, or for a new one."""
    async with request.app[SITE].storage.reading() as uow:
        stored = await _stored(request, uow)
    return respond(request, _view(request, stored, _typed_in(stored)))


async def keep(request: web.Request) -> web.StreamResponse:
    """Store the example, which drafters can use at once. Where a field is wrong, or a colleague changed it meanwhile,
    nothing is stored and the form comes back with what was typed."""
    site, form = request.app[SITE], await request.post()
    typed = {name: str(form.get(name, "")) for name in (*Language, "kind", "branch")}
    async with site.storage.reading() as uow:
        stored = await _stored(request, uow)
    kind, branch = _kind(typed["kind"]), _branch(typed["branch"])
    words, wrong = await checked_words({one: typed[one] for one in Language})
    for refused in wrong.values():
        await note_refusal(request, refused)
    if wrong:
        return respond(request, _view(request, stored, typed, wrong=wrong), status=422)
    content = ExampleContent(_municipality(request), kind, branch, words)
    try:
        async with site.storage.transaction() as uow:
            await keep_example(
                uow,
                person(request).actor,
                content,
                site.clock.now(),
                example=None if stored is None else stored.id,
                version=number_in(form.get("version")),
            )
    except LimitReached as error:
        await note_refusal(request, error)
        told = phrases_of(request)(error.text_id, **error.fields)
        return respond(request, _view(request, stored, typed, told=told), status=422)
    except Conflict as error:
        await note_refusal(request, error)
        async with site.storage.reading() as uow:
            stored = await _stored(request, uow)
        return respond(request, _view(request, stored, typed, is_late=True), status=409)
    return _to(f"{page_of(PATH, _municipality(request))}?kept")


async def remove(request: web.Request) -> web.StreamResponse:
    """Remove an example: nobody can begin with it any more."""
    site, version = request.app[SITE], number_in((await request.post()).get("version"))
    actor, example = person(request).actor, ExampleId(number_in(request.match_info["entry"]))
    async with site.storage.transaction() as uow:
        await remove_example(uow, actor, _municipality(request), example, version=version, now=site.clock.now())
    return _to(f"{page_of(PATH, _municipality(request))}?kept")


async def _stored(request: web.Request, uow: UnitOfWork) -> ExampleText | None:
    """Return the example of the address; None for a new one. Raises NotAllowed and NotFound."""
    actor, now, which = person(request).actor, request.app[SITE].clock.now(), _municipality(request)
    if request.match_info["entry"] == NEW:
        await examples_of(uow, actor, which, now)
        return None
    return await changeable(uow, actor, which, ExampleId(number_in(request.match_info["entry"])), now)


def _view(
    request: web.Request,
    stored: ExampleText | None,
    typed: Mapping[str, str],
    *,
    wrong: Mapping[Language, Rejected] | None = None,
    told: Html | None = None,
    is_late: bool = False,
) -> EditView:
    t, back, errors = phrases_of(request), page_of(PATH, _municipality(request)), wrong or {}
    own = stored.content.words if stored is not None else {}
    form = EditForm(
        path=f"{back}/{NEW if stored is None else stored.id}",
        back=back,
        back_words=t.plain("console-examples-title"),
        title=t.plain("console-examples-new" if stored is None else "console-examples-edit"),
        how=t.plain("console-examples-form-how"),
        keep=t.plain("console-examples-store"),
        fields=tuple(
            EditField(
                name=one,
                label=t.plain("console-texts-in", language=t.plain(f"console-texts-language-{one}")),
                typed=typed.get(one, ""),
                most=TEXT_LENGTH,
                rows=5,
                now=Html("") + own.get(one, "") if is_late else None,
                wrong=None if one not in errors else t(errors[one].text_id, **errors[one].fields),
                passages=marked(errors[one]) if one in errors else (),
            )
            for one in Language
        ),
        version=0 if stored is None else stored.version,
        late=t.plain("console-texts-changed") if is_late else "",
    )
    return EditView(
        form=form,
        known=t("console-examples-known", known=KNOWN),
        kinds=tuple(Choice(one, t.plain(f"kind-{one}")) for one in KINDS),
        branches=(Choice("", branch_words(None, t)), *(Choice(one, t.plain(f"branch-{one}")) for one in Branch)),
        kind=typed.get("kind", ""),
        branch=typed.get("branch", ""),
        wrong=told or Html(""),
        is_stored=stored is not None,
    )


def _typed_in(stored: ExampleText | None) -> dict[str, str]:
    """Return what stands in the fields for an example."""
    if stored is None:
        return {}
    content = stored.content
    words = {str(language): text for language, text in content.words.items()}
    return {**words, "kind": content.kind, "branch": content.branch or ""}


def _kind(value: str) -> IncidentKind:
    if value not in set(KINDS):
        raise NotFound
    return IncidentKind(value)


def _branch(value: str) -> Branch | None:
    if value and value not in set(Branch):
        raise NotFound
    return Branch(value) if value else None


def _municipality(request: web.Request) -> MunicipalityId:
    return MunicipalityId(request.match_info["municipality"])


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_ALL = f"{PATH}/{{municipality:[^/]{{1,80}}}}"
_ONE = f"{_ALL}/{{entry:new|[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_ALL, signed_in(show_examples)),
    web.get(_ONE, signed_in(show_example)),
    web.post(_ONE, signed_in(keep)),
    web.post(f"{_ONE}/remove", signed_in(remove)),
)
