"""The buttons with which a reporter answers whether they were helped well, says why not, and has a report reopened."""

from telegram import Update

from alerts.errors import NotFound
from alerts.feedback import FeedbackReason
from alerts.ids import ReportId
from alerts.services.outcome.answer_feedback import answer_feedback, give_reason, reopen_report
from bot.conversation.callbacks import id_and_choice
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.feedback import NO, YES, noted, reasons, thanks


def handlers() -> list[Handler]:
    """List the handlers for the answers, for the reasons, and for reopening."""
    return [pressed("helped", answer), pressed("helped-why", explain), pressed("helped-reopen", reopen)]


async def answer(_update: Update, context: Context) -> Replies:
    """Store the answer; ask why after a no."""
    request = context.request
    number, choice = id_and_choice(context.press)
    if choice not in (YES, NO):
        raise NotFound
    member, is_satisfied = request.person().id, choice == YES
    report = await answer_feedback(request.uow, ReportId(number), member, request.now, is_satisfied=is_satisfied)
    return [Edit(thanks(report, request.t) if is_satisfied else reasons(report, request.t))]


async def explain(_update: Update, context: Context) -> Replies:
    """Store why; offer to have the report reopened."""
    request = context.request
    number, choice = id_and_choice(context.press)
    reason = next((one for one in FeedbackReason if one == choice), None)
    if reason is None:
        raise NotFound
    report, feedback = await give_reason(request.uow, ReportId(number), request.person().id, reason)
    return [Edit(noted(report, feedback, request.t, request.now))]


async def reopen(_update: Update, context: Context) -> Replies:
    """Put the report back among the open ones."""
    request = context.request
    report = await reopen_report(request.uow, ReportId(context.press.entity_id), request.person().id, request.now)
    return [Edit(Message(request.t("feedback-reopened", number=report.number), is_protected=True))]
