"""What a report belongs to on its page: what it may be or is a duplicate of, and its own duplicates."""

from aiohttp import web

from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.services.report.join_report import may_be_joined
from alerts.services.report.suggest_duplicates import suggest_duplicates
from console.pages.reports.reports import PATH
from console.pages.reports.views import JoinForm, MainChoice, Related
from console.rendering import phrases_of
from console.security.sessions import person
from console.site import SITE
from texts.duplicates import likeness_words


async def join_form(request: web.Request, uow: UnitOfWork, report: Report, chosen: str = "") -> JoinForm | None:
    """Return the form that joins the report to another one; None when it cannot be joined."""
    if not may_be_joined(report):
        return None
    t, now = phrases_of(request), request.app[SITE].clock.now()
    found = await suggest_duplicates(uow, person(request).actor, report, now)
    return JoinForm(
        tuple(
            MainChoice(
                one.main.number,
                t("console-report-main", number=one.main.number, why=likeness_words(one.likeness, t)),
                one.main.number == chosen,
            )
            for one in found
        )
    )


async def main_of(request: web.Request, uow: UnitOfWork, report: Report) -> Related | None:
    """Return the report that this one is a duplicate of; None when it is none."""
    return None if report.main_id is None else await _related(request, uow, await uow.reports.get(report.main_id))


async def duplicates_of(request: web.Request, uow: UnitOfWork, report: Report) -> tuple[Related, ...]:
    """Return the duplicates of the report."""
    return tuple([await _related(request, uow, one) for one in await uow.reports.duplicates_of(report.id)])


async def _related(request: web.Request, uow: UnitOfWork, report: Report) -> Related:
    t, reader = phrases_of(request), person(request).member.id
    standing = await request.app[SITE].write_standing(uow, report, t, reader)
    return Related(f"{PATH}/{report.id}", report.number, standing)
