"""The texts of outcomes of a municipality: all of them, and the form that changes one in every language."""

from collections.abc import Iterable, Mapping

from aiohttp import web

from alerts.errors import Conflict, NotFound, Rejected
from alerts.ids import MunicipalityId
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.outcome_text import TEXT_LENGTH, TOLD_OUTCOMES, OutcomeText, TextKey, newest_by_kind, words_for
from alerts.ports import UnitOfWork
from alerts.report import Outcome, ReportKind
from alerts.role import Action
from alerts.services.outcome.set_outcome_text import checked_words, set_outcome_text, texts_of
from alerts.services.permission.check_may import check_has
from console.edit_form import EditField, EditForm
from console.form_numbers import number_in
from console.guard_marks import marked
from console.moments import told
from console.municipality_choice import choose_municipality, page_of
from console.pages.outcome_texts.views import Earlier, EditView, OutcomeLines, TextLine, TextsView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.outcomes import standard_id
from texts.phrases import Phrases
from texts.roles import function_of

PATH = "/outcome-texts"
EVERY = "every"
HISTORY = 20  # earlier texts on the page
KINDS: tuple[ReportKind | None, ...] = (None, *ReportKind)


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the only municipality of this person, or to the one that was typed; else ask which one."""
    t, action = phrases_of(request), Action.WORD_OUTCOMES
    check_has(person(request).actor, action, request.app[SITE].clock.now())
    title, open_words = t.plain("console-texts-title"), t.plain("console-texts-open")
    return await choose_municipality(request, PATH, action, title=title, open_words=open_words, other=None)


async def show_texts(request: web.Request) -> web.StreamResponse:
    """Show what a reporter reads at each outcome, for every kind of report."""
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        municipality, texts = await texts_of(uow, person(request).actor, _municipality(request), site.clock.now())
    outcomes = [_outcome_lines(request, one, [text for text in texts if text.key.outcome is one]) for one in Outcome]
    named = [one for one in outcomes if one is not None]
    return respond(request, TextsView(municipality.name or t.plain("console-texts-title"), tuple(named)))


async def show_text(request: web.Request) -> web.StreamResponse:
    """Show the form for one text, and its history."""
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        municipality, texts = await texts_of(uow, person(request).actor, _municipality(request), site.clock.now())
        return respond(request, await _view(request, uow, municipality, texts))


async def keep(request: web.Request) -> web.StreamResponse:
    """Store the text, for reports that close from now on. Where a field is wrong, or a colleague changed the text
    meanwhile, nothing is stored and the form comes back with what was typed."""
    site, actor, key, now = request.app[SITE], person(request).actor, _key(request), request.app[SITE].clock.now()
    form = await request.post()
    typed = {one: str(form.get(one, "")) for one in Language}
    async with site.storage.reading() as uow:
        await texts_of(uow, actor, key.municipality, now)
    words, wrong = await checked_words(typed)
    if not wrong:
        try:
            async with site.storage.transaction() as uow:
                await set_outcome_text(uow, actor, key, words, seen=number_in(form.get("version")), now=now)
        except Conflict as error:
            await note_refusal(request, error)
            return await _again(request, typed, {}, status=409)
        return web.Response(status=303, headers={"Location": f"{_path(key)}?kept"})
    for refused in wrong.values():
        await note_refusal(request, refused)
    return await _again(request, typed, wrong, status=422)


async def _again(
    request: web.Request, typed: Mapping[Language, str], wrong: Mapping[Language, Rejected], *, status: int
) -> web.StreamResponse:
    """Show the form as it was sent."""
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        found = await texts_of(uow, person(request).actor, _municipality(request), site.clock.now())
        view = await _view(request, uow, *found, typed=typed, wrong=wrong, is_overtaken=status == 409)
    return respond(request, view, status=status)


async def _view(
    request: web.Request,
    uow: UnitOfWork,
    municipality: Municipality,
    texts: Iterable[OutcomeText],
    *,
    typed: Mapping[Language, str] | None = None,
    wrong: Mapping[Language, Rejected] | None = None,
    is_overtaken: bool = False,
) -> EditView:
    key, t, all_languages = _key(request), phrases_of(request), request.app[SITE].texts
    of_outcome = [one for one in texts if one.key.outcome is key.outcome]
    in_force = newest_by_kind(of_outcome).get(key.kind)
    own = in_force.words if in_force else {}
    others = [one for one in of_outcome if one.key.kind is None and key.kind is not None]
    otherwise = {one: _read(others, key, all_languages[one]) for one in Language}
    is_refused = typed is not None
    form = EditForm(
        path=_path(key),
        back=page_of(PATH, key.municipality),
        back_words=t.plain("console-texts-back"),
        title=t.plain("console-texts-edit", outcome=t.plain(f"outcome-{key.outcome}")),
        how=t.plain("console-texts-how"),
        keep=t.plain("console-texts-keep"),
        fields=tuple(
            EditField(
                name=one,
                label=t.plain("console-texts-in", language=t.plain(f"console-texts-language-{one}")),
                typed=(own if typed is None else typed).get(one, ""),
                most=TEXT_LENGTH,
                rows=4,
                hint=t("console-texts-else", text=otherwise[one]),
                now=Html("") + (own.get(one, "") or t.plain("console-texts-standard")) if is_overtaken else None,
                wrong=None if not wrong or one not in wrong else t(wrong[one].text_id, **wrong[one].fields),
                passages=marked(wrong[one]) if wrong and one in wrong else (),
            )
            for one in Language
        ),
        version=in_force.id if in_force else 0,
        late=t.plain("console-texts-changed") if is_overtaken else "",
        kept=t.plain("console-texts-kept") if "kept" in request.query and not is_refused else "",
    )
    return EditView(
        form=form,
        about=t("console-texts-about", kind=_kind_words(key.kind, t), municipality=municipality.name or ""),
        falls_back=tuple(
            t("console-texts-falls-back", language=t.plain(f"console-texts-language-{one}"), text=otherwise[one])
            for one in Language
            if own and not own.get(one)
        ),
        history=tuple([await _earlier(request, uow, one) for one in await uow.outcome_texts.history(key, HISTORY)]),
    )


async def _earlier(request: web.Request, uow: UnitOfWork, text: OutcomeText) -> Earlier:
    site, t = request.app[SITE], phrases_of(request)
    who = await function_of(uow, text.author_id, Action.WORD_OUTCOMES, t)
    at = told(text.created_at, t, site.zone, site.clock.now())
    words = tuple(text.words[one] for one in Language if text.words.get(one))
    return Earlier(at, t("console-texts-changed-by", who=who), words)


def _outcome_lines(request: web.Request, outcome: Outcome, texts: list[OutcomeText]) -> OutcomeLines | None:
    """Return the lines of an outcome; None for one of which no reporter hears."""
    if outcome not in TOLD_OUTCOMES:
        return None
    t, keys = phrases_of(request), [TextKey(_municipality(request), outcome, kind) for kind in KINDS]
    return OutcomeLines(t.plain(f"outcome-{outcome}"), tuple(_line(one, texts, t) for one in keys))


def _line(key: TextKey, texts: list[OutcomeText], t: Phrases) -> TextLine:
    in_force = newest_by_kind(texts)
    own = in_force[key.kind].words if key.kind in in_force else {}
    every = in_force[None].words if None in in_force and key.kind is not None else {}
    whose = "own" if own.get(t.language) else "as-every" if every.get(t.language) else "standard"
    return TextLine(
        path=_path(key),
        kind=_kind_words(key.kind, t),
        text=_read(texts, key, t),
        whose=t.plain(f"console-texts-{whose}"),
        lacks=tuple(t.plain(f"console-texts-language-{one}") for one in Language if own and not own.get(one)),
    )


def _read(texts: list[OutcomeText], key: TextKey, t: Phrases) -> Html:
    """Return what a reporter of this kind reads in this language."""
    if key.kind is None:
        every = newest_by_kind(texts).get(None)
        own = every.words.get(t.language) if every else None
    else:
        own = words_for(texts, key.kind, t.language)
    return t("outcome-text-own", text=own) if own else t(standard_id(key.outcome, key.kind))


def _kind_words(kind: ReportKind | None, t: Phrases) -> str:
    return t.plain("console-texts-every") if kind is None else t.plain(f"kind-{kind}")


def _municipality(request: web.Request) -> MunicipalityId:
    return MunicipalityId(request.match_info["municipality"])


def _key(request: web.Request) -> TextKey:
    """Return what the text of the address is for. Raises NotFound for an outcome or kind that has none."""
    outcome = next((one for one in TOLD_OUTCOMES if one == request.match_info["outcome"]), None)
    kind = next((one for one in ReportKind if one == request.match_info["kind"]), None)
    if outcome is None or (kind is None and request.match_info["kind"] != EVERY):
        raise NotFound
    return TextKey(_municipality(request), outcome, kind)


def _path(key: TextKey) -> str:
    return f"{page_of(PATH, key.municipality)}/{key.outcome}/{key.kind or EVERY}"


_ALL = f"{PATH}/{{municipality:[^/]{{1,80}}}}"
_ONE = f"{_ALL}/{{outcome:[a-z_]{{1,30}}}}/{{kind:[a-z_]{{1,30}}}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_ALL, signed_in(show_texts)),
    web.get(_ONE, signed_in(show_text)),
    web.post(_ONE, signed_in(keep)),
)
