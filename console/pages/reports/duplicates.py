"""Joining a report to another one about the same, and undoing it, by the same use cases as in the chat."""

from dataclasses import replace
from functools import partial

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, InvalidText
from alerts.services.incident.join_duplicate import join_duplicate, separate_duplicate
from alerts.services.report.find_reports import report_in_scope
from alerts.services.report.join_report import check_can_join, find_numbered
from alerts.typed_text import tidied
from console.pages.reports.related import join_form
from console.pages.reports.report import ONE, show_overtaken, step, to_report, version_of, view_of, which
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html

_TYPED_LENGTH = 20  # of a number, with room for a slip; a longer one is none


async def join(request: web.Request) -> web.StreamResponse:
    """Make the report a duplicate of the chosen one, or of that with the typed number, which goes before."""
    site, actor, form, version = (
        request.app[SITE],
        person(request).actor,
        await request.post(),
        await version_of(request),
    )
    typed, chosen = tidied(str(form.get("number", ""))[: _TYPED_LENGTH + 1]), str(form.get("main", ""))
    wanted, now = typed or chosen, site.clock.now()
    try:
        async with site.storage.transaction() as uow:
            report = await check_can_join(uow, actor, which(request), now)
    except IllegalTransition as error:
        return await show_overtaken(request, error)
    if not wanted:
        return await _show_wrong(request, "", "", phrases_of(request)("console-report-no-main"))
    try:
        async with site.storage.reading() as uow:
            main = await find_numbered(uow, actor, report, wanted, now, site.zone)
    except (InvalidText, IllegalTransition) as error:
        await note_refusal(request, error)
        return await _show_wrong(request, typed, chosen, phrases_of(request)(error.text_id, **error.fields))
    try:
        async with site.storage.transaction() as uow:
            await join_duplicate(uow, actor, report.id, main.id, version=version, now=now)
    except (IllegalTransition, Conflict) as error:
        return await show_overtaken(request, error)
    site.after_commit()
    return to_report(report)


async def release(request: web.Request) -> web.StreamResponse:
    """Undo that the report is a duplicate; this person deals with it."""
    return await step(request, partial(separate_duplicate, zone=request.app[SITE].zone))


async def _show_wrong(request: web.Request, typed: str, chosen: str, wrong: Html) -> web.StreamResponse:
    """Say what is wrong with the choice, beside it and above; what was chosen and typed stays."""
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, person(request).actor, which(request), site.clock.now())
        view, form = await view_of(request, uow, report), await join_form(request, uow, report, chosen)
    shown = None if form is None else replace(form, typed=typed, wrong=wrong)
    return respond(request, replace(view, join=shown), status=422)


ROUTES = (
    web.post(f"{ONE}/join", signed_in(join)),
    web.post(f"{ONE}/release", signed_in(release)),
)
