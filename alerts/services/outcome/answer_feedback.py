"""Answer whether one was helped well, as the reporter: yes, or no with a reason, which can reopen the report."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotFound
from alerts.feedback import Feedback, FeedbackReason
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportState, ReportStep
from alerts.services.report.find_reports import own_report
from alerts.services.report.record_step import coordinators_of, record_step
from alerts.services.report.set_clock import begin_clock
from alerts.services.tell import tell


async def answer_feedback(
    uow: UnitOfWork, report_id: ReportId, member: MemberId, now: datetime, *, is_satisfied: bool
) -> Report:
    """Store the answer, and count it. Raises OutOfReach for somebody else's report, NotFound when nothing was asked,
    and IllegalTransition when it was answered before."""
    report, feedback = await asked_about(uow, report_id, member)
    if feedback.is_satisfied is not None:
        raise IllegalTransition("feedback-answered")
    await uow.feedbacks.save(replace(feedback, is_satisfied=is_satisfied, answered_at=now))
    await uow.tallies.mark_satisfied(report_id, is_satisfied=is_satisfied)
    return report


async def give_reason(
    uow: UnitOfWork, report_id: ReportId, member: MemberId, reason: FeedbackReason
) -> tuple[Report, Feedback]:
    """Store why the reporter was not helped well, once they said so. Raises as `answer_feedback`, and IllegalTransition
    when a reason was given before."""
    report, feedback = await asked_about(uow, report_id, member)
    if feedback.is_satisfied is not False:
        raise NotFound
    if feedback.reason is not None:
        raise IllegalTransition("feedback-answered")
    told = replace(feedback, reason=reason)
    await uow.feedbacks.save(told)
    return report, told


async def reopen_report(uow: UnitOfWork, report_id: ReportId, member: MemberId, now: datetime) -> Report:
    """Put the report back among the open ones, and tell its coordinators. Raises as `answer_feedback`, and
    IllegalTransition when it is open already or too late."""
    report, feedback = await asked_about(uow, report_id, member)
    if not feedback.may_reopen(now):
        raise IllegalTransition("feedback-reopen")
    report.check_can_become(ReportState.RECEIVED)
    nobody = replace(report, taken_by=None, taken_at=None, main_id=None)
    back = replace(nobody, state=ReportState.RECEIVED, closed_at=None, outcome=None)
    saved = await uow.reports.save(back)
    await uow.feedbacks.save(replace(feedback, reopened_at=now))
    await record_step(uow, saved, ReportStep.CONTESTED, member, now)
    await begin_clock(uow, saved, (), now)
    notice, key = Notice("report-contested", {"report": report_id}), f"report-contested:{report_id}"
    await tell(uow, await coordinators_of(uow, saved, now), notice, key, now)
    return saved


async def asked_about(uow: UnitOfWork, report_id: ReportId, member: MemberId) -> tuple[Report, Feedback]:
    """Return the member's own report, and what they were asked about it. Raises OutOfReach, NotFound."""
    report = await own_report(uow, report_id, member)
    feedback = await uow.feedbacks.get(report_id)
    if feedback is None:
        raise NotFound
    return report, feedback
