"""One report: read for a purpose, taken and closed with an outcome by the same use cases as in the chat."""

from dataclasses import replace

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import CHOSEN_OUTCOMES, Purpose, Report, ReportEvent, ReportStep
from alerts.role import Action, may
from alerts.services.report.close_report import close_report
from alerts.services.report.find_reports import is_free, report_in_scope
from alerts.services.report.read_report import is_read_by, read_report
from alerts.services.report.take_report import take_report
from alerts.services.ring.propose_ring import has_ring_to_draft
from console.choice import Choice
from console.message_html import for_browsers
from console.moments import told
from console.pages.map.small import small_map
from console.pages.reports.reports import PATH
from console.pages.reports.views import PurposeView, ReportView, Step
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.roles import function_of

_BY_REPORTER = (ReportStep.RECEIVED, ReportStep.ADDED, ReportStep.WITHDRAWN)


async def show_report(request: web.Request) -> web.StreamResponse:
    """Show a report; ask for the purpose first, unless this person stated one recently."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, actor, _which(request), site.clock.now())
        if await is_read_by(uow, actor, report.id, site.clock.now()):
            return respond(request, await _view(request, uow, report))
    asked = t("report-ask-purpose", number=report.number, kind=t.plain(f"kind-{report.kind}"))
    purposes = tuple(Choice(one, t.plain(f"purpose-{one}")) for one in Purpose)
    return respond(request, PurposeView(report.number, _path(report), asked, purposes))


async def read(request: web.Request) -> web.StreamResponse:
    """Record the purpose of reading, and go on to the report."""
    site, actor = request.app[SITE], person(request).actor
    told_purpose = str((await request.post()).get("purpose", ""))
    purpose = next((one for one in Purpose if one == told_purpose), None)
    if purpose is None:
        raise NotFound
    async with site.storage.transaction() as uow:
        report = await read_report(uow, actor, _which(request), site.clock.now(), purpose=purpose)
    return _to(report)


async def take(request: web.Request) -> web.StreamResponse:
    """Assign the report to this person."""
    site, actor, version = request.app[SITE], person(request).actor, await _version(request)
    try:
        async with site.storage.transaction() as uow:
            report = await take_report(uow, actor, _which(request), version=version, now=site.clock.now())
    except (IllegalTransition, Conflict) as error:
        return await _show_overtaken(request, error)
    site.after_commit()
    return _to(report)


async def close(request: web.Request) -> web.StreamResponse:
    """Close the report with the chosen outcome; the reporter hears it in the chat."""
    site, actor, version = request.app[SITE], person(request).actor, await _version(request)
    chosen = str((await request.post()).get("outcome", ""))
    outcome = next((one for one in CHOSEN_OUTCOMES if one == chosen), None)
    if outcome is None:
        return await _show_unanswered(request)
    try:
        async with site.storage.transaction() as uow:
            report = await close_report(uow, actor, _which(request), outcome, version=version, now=site.clock.now())
    except (IllegalTransition, Conflict) as error:
        return await _show_overtaken(request, error, chosen)
    site.after_commit()
    return _to(report)


async def _show_overtaken(
    request: web.Request, error: IllegalTransition | Conflict, chosen: str = ""
) -> web.StreamResponse:
    """Say who acted on the report before this form; the outcome that was chosen stays chosen."""
    await note_refusal(request, error)
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, visitor.actor, _which(request), site.clock.now())
        view = await _view(request, uow, report, chosen)
        if not report.is_open:
            problem = t("too-late-report-closed")
        elif report.taken_by not in (None, visitor.member.id):
            problem = t("report-already-taken", who=await _function(request, uow, report.taken_by))
        else:
            problem = t(error.text_id if isinstance(error, IllegalTransition) else "console-report-changed")
    return respond(request, replace(view, problem=problem), status=409)


async def _show_unanswered(request: web.Request) -> web.StreamResponse:
    """Ask to choose an outcome."""
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, person(request).actor, _which(request), site.clock.now())
        view = await _view(request, uow, report)
    return respond(request, replace(view, problem=t("console-report-no-outcome"), is_unanswered=True), status=422)


async def _view(request: web.Request, uow: UnitOfWork, report: Report, chosen: str = "") -> ReportView:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    drafts = may(visitor.grants, Action.DRAFT_ALERT, None, now=now)
    return ReportView(
        number=report.number,
        path=_path(report),
        back=f"{PATH}?state={report.state}",
        version=report.version,
        card=for_browsers(await site.write_report(uow, report, t, visitor.member.id)),
        history=tuple([await _step(request, uow, one) for one in await uow.reports.events(report.id)]),
        is_open=report.is_open,
        may_take=await is_free(uow, report, now),
        may_draft=drafts and report.is_open and report.alert_id is None,
        may_draft_ring=drafts and await has_ring_to_draft(uow, report, now),
        outcomes=tuple(Choice(one, t.plain(f"report-close-{one}"), one == chosen) for one in CHOSEN_OUTCOMES),
        map=await small_map(request, uow, report.place),
    )


async def _step(request: web.Request, uow: UnitOfWork, event: ReportEvent) -> Step:
    site, t = request.app[SITE], phrases_of(request)
    at = told(event.at, t, site.zone, site.clock.now())
    if event.step in _BY_REPORTER:
        return Step(at, t(f"console-report-told-{event.step}"), event.comment or "")
    if event.actor_id is None:
        return Step(at, t("console-report-step-sent"), "")
    who = await _function(request, uow, event.actor_id)
    return Step(at, t(f"console-report-step-{event.step}", who=who), "")


async def _function(request: web.Request, uow: UnitOfWork, member: MemberId) -> str:
    return await function_of(uow, member, Action.SEE_REPORTS, phrases_of(request))


async def _version(request: web.Request) -> int:
    """Return the version that the form was made from; 0, which no report has, for anything else."""
    told_version = str((await request.post()).get("version", ""))
    return int(told_version) if told_version.isascii() and told_version.isdecimal() and len(told_version) < 10 else 0


def _which(request: web.Request) -> ReportId:
    return ReportId(int(request.match_info["report"]))


def _path(report: Report) -> str:
    return f"{PATH}/{report.id}"


def _to(report: Report) -> web.Response:
    return web.Response(status=303, headers={"Location": _path(report)})


_ONE = f"{PATH}/{{report:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(_ONE, signed_in(show_report)),
    web.post(f"{_ONE}/read", signed_in(read)),
    web.post(f"{_ONE}/take", signed_in(take)),
    web.post(f"{_ONE}/close", signed_in(close)),
)
