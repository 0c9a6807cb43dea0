"""The history of a report on its page: each step in words, by function and never by name."""

from aiohttp import web

from alerts.ports import UnitOfWork
from alerts.report import STEPS_OF_REPORTER, Outcome, Report, ReportEvent, ReportStep
from alerts.role import Action
from console.moments import told
from console.pages.reports.views import Step
from console.rendering import phrases_of
from console.site import SITE
from texts.html import Html
from texts.roles import function_of


async def history_of(request: web.Request, uow: UnitOfWork, report: Report) -> tuple[Step, ...]:
    """Return the steps in the life of the report, oldest first."""
    return tuple([await _step(request, uow, report, one) for one in await uow.reports.events(report.id)])


async def _step(request: web.Request, uow: UnitOfWork, report: Report, event: ReportEvent) -> Step:
    site, t = request.app[SITE], phrases_of(request)
    at, comment = told(event.at, t, site.zone, site.clock.now()), event.comment or ""
    if event.step is ReportStep.ANSWERED and not comment:
        comment = t.plain("report-answer-unknown")
    return Step(at, await _words(request, uow, report, event), comment)


async def _words(request: web.Request, uow: UnitOfWork, report: Report, event: ReportEvent) -> Html:
    t = phrases_of(request)
    if event.step in STEPS_OF_REPORTER:
        return t(f"console-report-told-{event.step}")
    if event.actor_id is not None:
        who = await function_of(uow, event.actor_id, Action.SEE_REPORTS, t)
        return t(f"console-report-step-{event.step}", who=who)
    if event.step is ReportStep.CLOSED and report.main_id is not None:
        return t("console-report-step-ended")
    if event.step is ReportStep.CLOSED and report.outcome is Outcome.ESCALATED:
        return t("console-report-step-sent")
    return t(f"console-report-passed-{event.step}")
