"""Notices about reports: the card to coordinators; the receipt, the news and the reminder to who reported."""

from collections.abc import Mapping

from alerts.ids import MemberId, ReportId
from alerts.report import Outcome, Report, ReportStep
from alerts.role import Action
from alerts.services.check_may import is_allowed
from bot.callbacks import button
from bot.dialogue import CANCEL, RESUME
from bot.message import Message, paragraphs
from bot.render.approval import function_of
from bot.render.report import report_card
from bot.render.view import View, WriteView


async def card(view: View) -> Message:
    """To a coordinator: the report as it is now; who may not read it any more since it was queued reads that."""
    report = await _report(view)
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(view.t("not-allowed-outside-scope"))
    return await report_card(report, view)


async def receipt(view: View) -> Message:
    """To who reported: it is here, what happens next, and a way to add something."""
    t, report = view.t, await _report(view)
    next_step = t("report-receipt-seen" if view.number("coordinators") else "report-receipt-nobody")
    text = paragraphs(t("report-receipt", number=report.number), next_step, t("report-receipt-112"))
    return Message(text, is_protected=True).with_keyboard((button(t.plain("report-add"), "report-add", report.id),))


async def news(view: View) -> Message:
    """To who reported: what became of it."""
    t, report = view.t, await _report(view)
    what = view.text("outcome") if "outcome" in view.fields else view.text("step")
    told: dict[str, str] = {"number": report.number}
    if what == ReportStep.TAKEN:
        told["who"] = await function_of(MemberId(view.number("by")), Action.SEE_REPORTS, view)
    if what == Outcome.ESCALATED and report.alert_id is not None:
        told["alert"] = (await view.uow.alerts.get(report.alert_id)).number or ""
    return Message(t(f"report-news-{what}", **told), is_protected=True)


async def unsent(view: View) -> Message:
    """To who left a report half filled in."""
    t, version = view.t, view.number("version")
    return Message(t("report-unsent")).with_keyboard(
        (
            button(t.plain("report-unsent-resume"), RESUME, version=version),
            button(t.plain("report-unsent-stop"), CANCEL, version=version),
        )
    )


async def _report(view: View) -> Report:
    return await view.uow.reports.get(ReportId(view.number("report")))


REPORT_VIEWS: Mapping[str, WriteView] = {
    "report-card": card,
    "report-receipt": receipt,
    "report-news": news,
    "report-unsent": unsent,
}
