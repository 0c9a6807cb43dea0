"""The clock of a report in words: to whom it was passed on because nobody took it, and when."""

from alerts.report import CLOCK_STEPS, Report
from bot.conversation.view import View
from texts.html import Html
from texts.times_and_distances import moment


async def passed_lines(report: Report, view: View) -> list[Html]:
    """Render a line for each time that the report was passed on."""
    return [
        view.t(f"report-line-{one.step}", moment=moment(one.at, view.t, view.zone, view.now))
        for one in await view.uow.reports.events(report.id)
        if one.step in CLOCK_STEPS
    ]
