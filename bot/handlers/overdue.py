"""The button with which a coordinator takes over an overdue report from a colleague."""

from telegram import Update

from alerts.ids import ReportId
from alerts.services.outcome.take_over import take_over
from bot.conversation.replies import Edit, Replies, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.report import report_card


def handlers() -> list[Handler]:
    """List the handler for the button."""
    return [pressed("report-over", over)]


async def over(_update: Update, context: Context) -> Replies:
    """Assign the report to the presser."""
    request, press = context.request, context.press
    report = await take_over(
        request.uow, request.actor, ReportId(press.entity_id), version=press.version, now=request.now
    )
    return [Toast(request.t.plain("report-taken")), Edit(await report_card(report, request.view()))]
