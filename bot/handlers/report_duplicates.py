"""Duplicates of reports: the buttons that join a report to another one, show what was joined, and undo it."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import ReportId
from alerts.services.incident.join_duplicate import join_duplicate, separate_duplicate
from alerts.services.report.join_report import check_can_join
from alerts.services.report.read_report import read_report
from bot.conversation.callbacks import ids
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.report.main_number import MAIN_NUMBER
from bot.handlers.matching import Handler, pressed
from bot.handlers.reports import overtaken
from bot.render.report import duplicate_list, main_question, report_card


def handlers() -> list[Handler]:
    """List the handlers of the buttons."""
    return [
        pressed("report-double", ask_main),
        pressed("report-join", join),
        pressed("report-number", ask_number),
        pressed("report-doubles", show_duplicates),
        pressed("report-release", release),
    ]


async def ask_main(_update: Update, context: Context) -> Replies:
    """Ask which report this one is a duplicate of."""
    request, press = context.request, context.press
    try:
        report = await check_can_join(request.uow, request.actor, ReportId(press.entity_id), request.now)
        if report.version != press.version:
            raise Conflict
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, press.entity_id, error)
    return [Edit(await main_question(report, request.view()))]


async def join(_update: Update, context: Context) -> Replies:
    """Join the report to the chosen one."""
    request, press = context.request, context.press
    number, main = ids(press, 2)
    try:
        report = await join_duplicate(
            request.uow, request.actor, ReportId(number), ReportId(main), version=press.version, now=request.now
        )
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, number, error)
    return [Toast(request.t.plain("report-joined")), Edit(await report_card(report, request.view()))]


async def ask_number(_update: Update, context: Context) -> Replies:
    """Begin the form that asks for the number of the report that this one is a duplicate of."""
    request, press = context.request, context.press
    try:
        report = await check_can_join(request.uow, request.actor, ReportId(press.entity_id), request.now)
        return await dialogues.begin(MAIN_NUMBER.name, request, f"{report.id}.{press.version}")
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, press.entity_id, error)


async def show_duplicates(_update: Update, context: Context) -> Replies:
    """List the duplicates of the report below its card."""
    request = context.request
    report = await read_report(request.uow, request.actor, ReportId(context.press.entity_id), request.now)
    return [Say(await duplicate_list(report, request.view()))]


async def release(_update: Update, context: Context) -> Replies:
    """Undo that the report is a duplicate; the presser deals with it."""
    request, press = context.request, context.press
    number = ReportId(press.entity_id)
    try:
        report = await separate_duplicate(
            request.uow, request.actor, number, version=press.version, now=request.now, zone=request.zone
        )
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, number, error)
    return [Toast(request.t.plain("report-taken")), Edit(await report_card(report, request.view()))]
