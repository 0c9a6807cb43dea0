"""One report: read for a purpose, taken and closed with an outcome by the same use cases as in the chat."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, InvalidText, NotFound
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import CHOSEN_OUTCOMES, QUESTION_LENGTH, Purpose, Report, ReportState
from alerts.role import Action, may
from alerts.services.audit.record_reading import is_read_by
from alerts.services.outcome.find_overdue import may_take_over
from alerts.services.outcome.take_over import take_over
from alerts.services.report.ask_reporter import ask_reporter, may_be_asked
from alerts.services.report.close_report import close_report
from alerts.services.report.find_reports import is_free, report_in_scope
from alerts.services.report.read_report import read_report
from alerts.services.report.take_report import take_report
from alerts.services.ring.propose_ring import has_ring_to_draft
from alerts.typed_text import checked, tidied
from console.choice import Choice
from console.form_numbers import number_in
from console.message_html import for_browsers
from console.pages.map.small import small_map
from console.pages.reports.history import history_of
from console.pages.reports.related import duplicates_of, join_form, main_of
from console.pages.reports.reports import PATH
from console.pages.reports.views import PurposeView, QuestionForm, ReportView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.roles import function_of

_TAKEN = "report-taken"  # why a report cannot be taken: a colleague has it


async def show_report(request: web.Request) -> web.StreamResponse:
    """Show a report; ask for the purpose first, unless this person stated one recently."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, actor, which(request), site.clock.now())
        if await is_read_by(uow, actor, "report", report.id, site.clock.now()):
            return respond(request, await view_of(request, uow, report))
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
        report = await read_report(uow, actor, which(request), site.clock.now(), purpose=purpose)
    return to_report(report)


async def take(request: web.Request) -> web.StreamResponse:
    """Assign the report to this person."""
    return await step(request, take_report)


async def over(request: web.Request) -> web.StreamResponse:
    """Assign an overdue report to this person, in place of the colleague who took it."""
    return await step(request, take_over)


async def close(request: web.Request) -> web.StreamResponse:
    """Close the report with the chosen outcome; the reporter hears it in the chat."""
    chosen = str((await request.post()).get("outcome", ""))
    outcome = next((one for one in CHOSEN_OUTCOMES if one == chosen), None)
    if outcome is None:
        return await _show_unanswered(request)
    return await step(request, partial(close_report, outcome=outcome), chosen)


async def step(request: web.Request, change: Callable[..., Awaitable[Report]], chosen: str = "") -> web.StreamResponse:
    """Change the report that the address names by a use case, in one commit, and go on to its page; where somebody was
    first, say who. `chosen`: the outcome that stays chosen then."""
    site, version = request.app[SITE], await version_of(request)
    try:
        async with site.storage.transaction() as uow:
            report = await change(uow, person(request).actor, which(request), version=version, now=site.clock.now())
    except (IllegalTransition, Conflict) as error:
        return await show_overtaken(request, error, chosen)
    site.after_commit()
    return to_report(report)


async def ask(request: web.Request) -> web.StreamResponse:
    """Ask the reporter a question; where it is wrong the page comes back with it."""
    site, actor = request.app[SITE], person(request).actor
    typed = str((await request.post()).get("question", ""))
    async with site.storage.reading() as uow:
        await report_in_scope(uow, actor, which(request), site.clock.now())
    try:
        text = await checked(tidied(typed), QUESTION_LENGTH)
        async with site.storage.transaction() as uow:
            report = await ask_reporter(uow, actor, which(request), text, now=site.clock.now())
    except InvalidText as error:
        return await _show_wrong_question(request, typed, error)
    except IllegalTransition as error:
        return await show_overtaken(request, error, typed=typed)
    site.after_commit()
    return to_report(report)


async def _show_wrong_question(request: web.Request, typed: str, error: InvalidText) -> web.StreamResponse:
    """Say what is wrong with the question beside it and above; it stays as it was typed."""
    await note_refusal(request, error)
    site, told_wrong = request.app[SITE], phrases_of(request)(error.text_id, **error.fields)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, person(request).actor, which(request), site.clock.now())
        view = await view_of(request, uow, report)
    return respond(request, replace(view, question=QuestionForm(typed, told_wrong)), status=422)


async def show_overtaken(
    request: web.Request, error: IllegalTransition | Conflict, chosen: str = "", *, typed: str = ""
) -> web.StreamResponse:
    """Say who acted on the report before this form; the outcome that was chosen stays chosen, and the question that was
    typed is shown."""
    await note_refusal(request, error)
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, visitor.actor, which(request), site.clock.now())
        view = await view_of(request, uow, report, chosen)
        is_about_taking = not isinstance(error, IllegalTransition) or error.reason == _TAKEN
        colleague = None if report.taken_by == visitor.member.id else report.taken_by
        if not report.is_open:
            problem = t(f"too-late-report-{'closed' if report.is_closed else 'duplicate'}")
        elif is_about_taking and colleague is not None:
            problem = t("report-already-taken", who=await function_of(uow, colleague, Action.SEE_REPORTS, t))
        else:
            problem = t(error.text_id if isinstance(error, IllegalTransition) else "console-report-changed")
    return respond(request, replace(view, problem=problem, unsent=typed), status=409)


async def _show_unanswered(request: web.Request) -> web.StreamResponse:
    """Ask to choose an outcome."""
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        report = await report_in_scope(uow, person(request).actor, which(request), site.clock.now())
        view = await view_of(request, uow, report)
    return respond(request, replace(view, problem=t("console-report-no-outcome"), is_unanswered=True), status=422)


async def view_of(request: web.Request, uow: UnitOfWork, report: Report, chosen: str = "") -> ReportView:
    """Return what the page of the report shows; `chosen`: an outcome that was chosen."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    drafts = may(visitor.grants, Action.DRAFT_ALERT, None, now=now)
    return ReportView(
        number=report.number,
        path=_path(report),
        back=f"{PATH}?state={report.state}",
        version=report.version,
        card=for_browsers(await site.write_report(uow, report, t, visitor.member.id)),
        history=await history_of(request, uow, report),
        is_open=report.is_open,
        may_take=await is_free(uow, report, now),
        may_take_over=await may_take_over(uow, visitor.actor, report, now),
        may_draft=drafts and report.is_open and report.alert_id is None,
        may_draft_ring=drafts and await has_ring_to_draft(uow, report, now),
        outcomes=tuple(Choice(one, t.plain(f"report-close-{one}"), one == chosen) for one in CHOSEN_OUTCOMES),
        map=await small_map(request, uow, report.place),
        question=QuestionForm() if await may_be_asked(uow, report) else None,
        join=await join_form(request, uow, report),
        main=await main_of(request, uow, report),
        duplicates=await duplicates_of(request, uow, report),
        may_release=report.state is ReportState.DUPLICATE,
    )


async def version_of(request: web.Request) -> int:
    """Return the version that the form was made from; 0, which no report has, for anything else."""
    return number_in((await request.post()).get("version"))


def which(request: web.Request) -> ReportId:
    """Return the report that the address names."""
    return ReportId(int(request.match_info["report"]))


def _path(report: Report) -> str:
    return f"{PATH}/{report.id}"


def to_report(report: Report) -> web.Response:
    """Go on to the page of the report."""
    return web.Response(status=303, headers={"Location": _path(report)})


ONE = f"{PATH}/{{report:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(ONE, signed_in(show_report)),
    web.post(f"{ONE}/read", signed_in(read)),
    web.post(f"{ONE}/take", signed_in(take)),
    web.post(f"{ONE}/over", signed_in(over)),
    web.post(f"{ONE}/ask", signed_in(ask)),
    web.post(f"{ONE}/close", signed_in(close)),
)
