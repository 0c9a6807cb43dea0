"""Answer the question about a report: its clock goes on, and whoever deals with it is told."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import ReportId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportEvent, ReportState, ReportStep
from alerts.services.report.find_reports import own_report
from alerts.services.report.record_step import record_step
from alerts.services.report.set_clock import release_clock
from alerts.services.tell import tell


async def question_of(uow: UnitOfWork, report: Report) -> ReportEvent | None:
    """Return the step in which the reporter was asked; its comment is None once the report was emptied."""
    asked = [one for one in await uow.reports.events(report.id) if one.step is ReportStep.ASKED]
    return asked[-1] if asked else None


async def check_can_answer(uow: UnitOfWork, member: Member, report_id: ReportId) -> Report:
    """Return the report. Raises OutOfReach when it is somebody else's, NotFound when nobody asked, IllegalTransition
    when it was answered before or is closed."""
    report = await own_report(uow, report_id, member.id)
    if report.asked_at is None:
        raise NotFound
    if report.answered_at is not None:
        raise IllegalTransition("report-answered")
    if not report.has_question:
        raise IllegalTransition("report-answer")
    return report


async def open_questions(uow: UnitOfWork, member: Member) -> list[Report]:
    """Return the member's reports about which a question waits for an answer, newest first."""
    return [one for one in await uow.reports.of_member(member.id) if one.has_question]


async def answer_question(
    uow: UnitOfWork, member: Member, report_id: ReportId, text: str | None, *, now: datetime
) -> Report:
    """Store the answer (which has passed the guard; None: the reporter does not know) with the report, and tell who
    took it and who asked. Raises as `check_can_answer`."""
    report = await check_can_answer(uow, member, report_id)
    question = await question_of(uow, report)
    state = ReportState.TRIAGE if report.state is ReportState.ASKED else report.state
    answered = await uow.reports.save(replace(report, state=state, answered_at=now))
    await record_step(uow, answered, ReportStep.ANSWERED, member.id, now, comment=text)
    await release_clock(uow, answered.id, now)
    asker = None if question is None else question.actor_id
    who = [one for one in (answered.taken_by, asker) if one is not None]
    notice = Notice("report-answered", {"report": report.id})
    await tell(uow, who, notice, f"report-answered:{report.id}", now)
    return answered
