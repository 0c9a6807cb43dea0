"""Reporting by members: /melding, its buttons, and /mijnmeldingen."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.errors import NotAllowed
from alerts.ids import ReportId
from alerts.report import Report, ReportKind
from alerts.services.report.answer_question import answer_question
from alerts.services.report.take_back_report import take_back_report
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST
from bot.conversation.menu import commands_for
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.report.addition import ADDITION
from bot.forms.report.answer import ANSWER
from bot.forms.report.form import REPORT, check_reporter
from bot.handlers.matching import Handler, command, pressed, pressed_anywhere
from bot.render.report import own_standing
from texts.html import joined, paragraphs
from texts.phrases import load_texts
from texts.times_and_distances import moment

AT_ONCE = 10  # reports in one message
MOST_ANSWERS = MOST - 1  # buttons that answer a question, beside the one for more


def handlers() -> list[Handler]:
    """List the handlers: the commands, and the buttons under an alert, the typing field and a receipt."""
    names = ("report-button", "report-button-former")  # the former one is still under the typing field of many phones
    labels = [t.plain(name) for t in load_texts().values() for name in names]
    tapped = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.Text(labels)
    return [
        command("melding", "report", write),
        MessageHandler(tapped, write),
        pressed_anywhere("report", write),
        pressed("report-robbery", write_robbery),
        pressed("report-add", add),
        pressed("report-back", take_back),
        pressed("report-answer", answer),
        pressed("report-unknown", answer_unknown),
        command("mijnmeldingen", "myreports", show_mine),
        pressed("my-reports", more),
    ]


async def write(update: Update, context: Context) -> Replies:
    """Begin a report. The advice to call 112 comes first, even if another form is open or the person may not report."""
    request, t = context.request, context.request.t
    if update.effective_chat is None or update.effective_chat.type != "private":
        return [Toast(t.plain("report-private"), is_alert=True)]
    try:
        await check_reporter(request)
    except NotAllowed as error:
        request.refuse(error)
        return [Say(Message(paragraphs(t("report-safety"), t(error.text_id))))]
    is_busy = await dialogues.under_way(request) is not None
    first = [Say(Message(t("report-safety")))] if is_busy else []
    return [*first, *await dialogues.begin(REPORT.name, request)]


async def write_robbery(_update: Update, context: Context) -> Replies:
    """Begin a report of a robbery, for who said that they are safe."""
    return await dialogues.begin(REPORT.name, context.request, ReportKind.ROBBERY)


async def add(_update: Update, context: Context) -> Replies:
    """Begin the form that adds something to a sent report."""
    return await dialogues.begin(ADDITION.name, context.request, str(context.press.entity_id))


async def take_back(_update: Update, context: Context) -> Replies:
    """Take back a report that was sent just now."""
    request = context.request
    number = ReportId(context.press.entity_id)
    report = await take_back_report(request.uow, number, request.person().id, request.now)
    return [Edit(Message(request.t("report-news-withdrawn", number=report.number), is_protected=True))]


async def answer(_update: Update, context: Context) -> Replies:
    """Begin the form that answers the question about a report."""
    return await dialogues.begin(ANSWER.name, context.request, str(context.press.entity_id))


async def answer_unknown(_update: Update, context: Context) -> Replies:
    """Answer the question about a report with that the reporter does not know."""
    request = context.request
    report = ReportId(context.press.entity_id)
    answered = await answer_question(request.uow, request.person(), report, None, now=request.now)
    return [Edit(Message(request.t("report-answer-sent", number=answered.number), is_protected=True))]


async def show_mine(_update: Update, context: Context) -> Replies:
    """Show the member's own reports with their status."""
    return [Say(await _mine(context.request, None))]


async def more(_update: Update, context: Context) -> Replies:
    """Show older reports of the member."""
    return [Edit(await _mine(context.request, context.press.entity_id))]


async def _mine(request: Request, before: int | None) -> Message:
    t = request.t
    mine = await request.uow.reports.of_member(request.person().id)
    older = [one for one in mine if before is None or one.id < before]
    if not older:
        may_report = any(one.english == "report" for one in await commands_for(request))
        return Message(joined(" ", t("my-reports-none"), t("my-reports-how") if may_report else ""))
    shown = older[:AT_ONCE]
    text = paragraphs(t("my-reports-title"), *[await _line(one, request) for one in shown])
    asked = [one for one in shown if one.has_question][:MOST_ANSWERS]
    answers = [(button(t.plain("report-answer-about", number=one.number), "report-answer", one.id),) for one in asked]
    rest = ((button(t.plain("reports-more"), "my-reports", shown[-1].id),),) if len(older) > AT_ONCE else ()
    return Message(text, is_protected=True).with_keyboard(*answers, *rest)


async def _line(report: Report, request: Request) -> str:
    t = request.t
    return t(
        "my-reports-line",
        number=report.number,
        kind=t.plain(f"kind-{report.kind}"),
        moment=moment(report.created_at, t, request.zone, request.now),
        standing=await own_standing(report, request.view()),
    )
