"""The record: read as /logboek reads it, exported with a reason, and checked."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from aiohttp import web

from alerts.audit import AuditRow
from alerts.errors import InvalidText, NotFound
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.audit.read_audit import CONSOLE_PAGE, REASON_LENGTH, AuditPage, export_audit, read_audit
from alerts.services.audit.verify_audit import verify_audit
from alerts.services.permission.check_may import check_has
from alerts.typed_text import checked, tidied
from console.moments import told
from console.pages.record.filter_form import NAMES, ReadFilter, read_filter, shown_filter
from console.pages.record.views import Entry, RecordView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE

LARGEST = 19  # digits of a row's number
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for one


async def show_record(request: web.Request) -> web.StreamResponse:
    """Show a page of the record, with the filter of the address."""
    view = await _view(request, request.query)
    return respond(request, view, status=422 if view.form.wrong else 200)


async def export(request: web.Request) -> web.StreamResponse:
    """Send the entries of the filter as CSV, with the reason on the record. Needs a fresh passkey."""
    site, visitor, form = request.app[SITE], person(request), await request.post()
    now, given = site.clock.now(), {name: str(form.get(name, "")) for name in NAMES}
    check_has(visitor.actor, Action.READ_AUDIT, now)
    await require_fresh(request)
    typed = str(form.get("reason", ""))
    try:
        reason = await checked(tidied(typed), REASON_LENGTH)
    except InvalidText as error:
        await note_refusal(request, error)
        view, wrong = await _view(request, given), phrases_of(request)(error.text_id, **error.fields)
        shown = replace(view.form, wrong={**view.form.wrong, "reason": wrong})
        return respond(request, replace(view, form=shown, reason=typed), status=422)
    async with site.storage.transaction() as uow:
        read = await read_filter(uow, given, site.zone)
        page = await export_audit(uow, visitor.actor, read.wanted, reason=reason, now=now)
        content = await _csv(request, uow, page.rows)
    name = f"logboek-{now.astimezone(site.zone):%Y-%m-%d-%H%M}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=content, content_type="text/csv", charset="utf-8", headers=headers)


async def verify(request: web.Request) -> web.StreamResponse:
    """Follow the chain of the record from its beginning, and say whether it is whole."""
    site = request.app[SITE]
    check_has(person(request).actor, Action.READ_AUDIT, site.clock.now())
    chain = await verify_audit(site.storage)
    view = await _view(request, {})
    faults = len(chain.findings)
    return respond(request, replace(view, is_whole=not faults, rows=chain.count, faults=faults))


async def _view(request: web.Request, given: Mapping[str, str]) -> RecordView:
    """Return what the page shows. Raises NotAllowed for who may not read the record."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    check_has(visitor.actor, Action.READ_AUDIT, now)
    async with site.storage.transaction() as uow:  # that it was read goes on the record
        read = await read_filter(uow, given, site.zone)
        page = await _page(request, uow, read, given.get("before", ""))
        entries = tuple([await _entry(request, uow, row) for row in page.rows])
        confirm = await confirmation_options(request, uow)
    asked = {name: text for name, text in read.typed.items() if text}
    return RecordView(
        form=shown_filter(read, visitor.actor, t, now),
        entries=entries,
        older="" if page.before is None else f"/record?{urlencode({**asked, 'before': page.before})}",
        newest=f"/record?{urlencode(asked)}" if given.get("before") else "",
        confirm=confirm,
    )


async def _page(request: web.Request, uow: UnitOfWork, read: ReadFilter, before: str) -> AuditPage:
    if read.wrong:
        return AuditPage([], None)
    site, actor = request.app[SITE], person(request).actor
    number = int(before) if before.isascii() and before.isdigit() and len(before) < LARGEST else None
    try:
        return await read_audit(uow, actor, read.wanted, before=number, now=site.clock.now(), length=CONSOLE_PAGE)
    except NotFound:
        read.wrong["number"] = "console-record-no-number"
        return AuditPage([], None)


async def _entry(request: web.Request, uow: UnitOfWork, row: AuditRow) -> Entry:
    site, t = request.app[SITE], phrases_of(request)
    who, what = await site.write_entry(uow, row, t, person(request).member.id)
    return Entry(told(row.at, t, site.zone, site.clock.now()), who, what)


async def _csv(request: web.Request, uow: UnitOfWork, rows: list[AuditRow]) -> str:
    """Return the entries as CSV, newest first: number, time (ISO 8601, in the zone of the page), who, what, key."""
    site, t = request.app[SITE], phrases_of(request)
    content = io.StringIO()
    out = csv.writer(content)
    out.writerow([t.plain(f"console-record-column-{name}") for name in ("number", "time", "who", "what", "key")])
    for row in rows:
        who, what = await site.write_entry(uow, row, t, person(request).member.id)
        at = row.at.astimezone(site.zone).isoformat(timespec="seconds")
        out.writerow([row.sequence, at, _safe(who), _safe(what), _safe(row.action)])
    return content.getvalue()


def _safe(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


ROUTES = (
    web.get("/record", signed_in(show_record)),
    web.post("/record/export", signed_in(export)),
    web.post("/record/verify", signed_in(verify)),
)
