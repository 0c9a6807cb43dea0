"""Feedback: the question to a reporter, what follows each answer, and the news to coordinators of a reopened report."""

from collections.abc import Mapping
from datetime import datetime

from alerts.feedback import Feedback, FeedbackReason
from alerts.ids import ReportId
from alerts.report import Report
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from bot.conversation.callbacks import button
from bot.conversation.message import Message, in_rows
from bot.conversation.view import View, WriteView
from texts.phrases import Phrases

YES, NO = "yes", "no"


async def question(view: View) -> Message:
    """Ask the reporter; a report that was opened or answered about meanwhile is only named."""
    t, report = view.t, await _report(view)
    if report.outcome is None:
        return Message(t("feedback-open", number=report.number), is_protected=True)
    asked = t("feedback-question", number=report.number, outcome=t.plain(f"outcome-{report.outcome}"))
    answers = [button(t.plain(f"feedback-{one}"), "helped", f"{report.id}.{one}") for one in (YES, NO)]
    return Message(asked, is_protected=True).with_keyboard(tuple(answers))


def thanks(report: Report, t: Phrases) -> Message:
    """Thank who was helped well."""
    return Message(t("feedback-thanks", number=report.number), is_protected=True)


def reasons(report: Report, t: Phrases) -> Message:
    """Ask why somebody was not helped well."""
    told = [button(t.plain(f"feedback-why-{one}"), "helped-why", f"{report.id}.{one}") for one in FeedbackReason]
    return Message(t("feedback-why", number=report.number), is_protected=True).with_keyboard(*in_rows(told, 1))


def noted(report: Report, feedback: Feedback, t: Phrases, now: datetime) -> Message:
    """Say that the reason is known, and offer to have the report reopened as long as that is possible."""
    message = Message(t("feedback-noted", number=report.number), is_protected=True)
    if report.is_open or not feedback.may_reopen(now):
        return message
    return message.with_keyboard((button(t.plain("feedback-reopen"), "helped-reopen", report.id),))


async def contested(view: View) -> Message:
    """Tell coordinators that a reporter had a report reopened, and why."""
    report, t = await _report(view), view.t
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(t("not-allowed-outside-scope"))
    feedback = await view.uow.feedbacks.get(report.id)
    why = t.plain(f"feedback-why-{feedback.reason}") if feedback is not None and feedback.reason else ""
    text = t("report-contested", number=report.number, why=why or t.plain("feedback-why-other"))
    return Message(text, is_protected=True).with_keyboard(
        (button(t.plain("reports-open", number=report.number), "report-open", report.id),)
    )


async def _report(view: View) -> Report:
    return await view.uow.reports.get(ReportId(view.number("report")))


FEEDBACK_VIEWS: Mapping[str, WriteView] = {
    "feedback": question,
    "report-contested": contested,
}
