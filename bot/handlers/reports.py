"""/meldingen: the open reports in scope, and the buttons of their cards."""

from collections.abc import Mapping

from telegram import Update

from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import ReportId
from alerts.report import Outcome, Purpose, Report, ReportKind
from alerts.role import Action
from alerts.services.audit.record_reading import is_read_by
from alerts.services.report.close_report import close_report
from alerts.services.report.find_reports import is_free, report_in_scope, reports_in_scope
from alerts.services.report.read_report import read_report
from alerts.services.report.take_report import take_report
from bot.conversation.callbacks import button, id_and_choice, safe_id
from bot.conversation.likely_choices import MORE, MOST
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.alert.form import NAME as ALERT
from bot.forms.report.question import QUESTION
from bot.handlers.matching import Handler, command, pressed
from bot.render.report import outcome_question, purpose_question, report_card, report_line, taker
from texts.html import paragraphs
from texts.phrases import Phrases

AT_ONCE = MOST - 2  # reports in one message, beside the buttons for more and for a filter
ALL, FREE, MINE, ASKED = "all", "free", "mine", "asked"
FILTERS = (ALL, FREE, MINE, ASKED)
CHOOSE = "choose"
USUAL_KINDS = (ReportKind.ROBBERY, ReportKind.RECONNAISSANCE, ReportKind.SUSPICIOUS_SITUATION)
TAKEN = "report-taken"  # why a report cannot be taken: a colleague has it


def handlers() -> list[Handler]:
    """List the handlers for the list and for the actions on one report."""
    return [
        command("meldingen", "reports", show),
        pressed("reports", choose),
        pressed("report-open", open_card),
        pressed("report-read", read),
        pressed("report-card", back_to_card),
        pressed("report-take", take),
        pressed("report-alert", convert),
        pressed("report-ask", ask),
        pressed("report-close", ask_outcome),
        pressed("report-outcome", close),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show the first page of the list."""
    return [Say(await _list(context.request, ALL, 0))]


async def choose(_update: Update, context: Context) -> Replies:
    """Show a filtered list or the next page: `FILTER.ID` in the button's data; or the filters."""
    wanted, _, behind = context.press.entity.partition(".")
    if wanted == CHOOSE:
        return [Edit(await _filter_question(context.request, shows_all=behind == MORE))]
    return [Edit(await _list(context.request, wanted, safe_id(behind)))]


async def open_card(_update: Update, context: Context) -> Replies:
    """Show a report below the list; ask for the purpose first, unless this person stated one recently."""
    request, number = context.request, ReportId(context.press.entity_id)
    report = await report_in_scope(request.uow, request.actor, number, request.now)
    is_known = await is_read_by(request.uow, request.actor, "report", number, request.now)
    return [Say(await report_card(report, request.view()) if is_known else purpose_question(report, request.t))]


async def read(_update: Update, context: Context) -> Replies:
    """Record the purpose of reading and show the report."""
    request = context.request
    number, choice = id_and_choice(context.press)
    purpose = next((one for one in Purpose if one == choice), None)
    if purpose is None:
        raise NotFound
    report = await read_report(request.uow, request.actor, ReportId(number), request.now, purpose=purpose)
    return [Edit(await report_card(report, request.view()))]


async def back_to_card(_update: Update, context: Context) -> Replies:
    """Show the report's card again."""
    return [Edit(await report_card(await _report(context), context.request.view()))]


async def take(_update: Update, context: Context) -> Replies:
    """Assign the report to the presser."""
    request, press = context.request, context.press
    try:
        report = await take_report(
            request.uow, request.actor, ReportId(press.entity_id), version=press.version, now=request.now
        )
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, press.entity_id, error)
    return [Toast(request.t.plain("report-taken")), Edit(await report_card(report, request.view()))]


async def convert(_update: Update, context: Context) -> Replies:
    """Begin the form of /alert with the content of the report."""
    request, press = context.request, context.press
    await request.check_may(Action.DRAFT_ALERT)
    report = await _report(context)
    if report.version != press.version:
        return await overtaken(context, report.id, Conflict())
    return await dialogues.begin(ALERT, request, f"m{report.id}")


async def ask(_update: Update, context: Context) -> Replies:
    """Begin the form that asks the reporter a question."""
    number = context.press.entity_id
    try:
        return await dialogues.begin(QUESTION.name, context.request, str(number))
    except IllegalTransition as error:
        return await overtaken(context, number, error)


async def ask_outcome(_update: Update, context: Context) -> Replies:
    """Ask how the report ended."""
    request, report = context.request, await _report(context)
    if not report.is_open or report.version != context.press.version:
        return await overtaken(context, report.id, Conflict())
    return [Edit(await outcome_question(report, request.view()))]


async def close(_update: Update, context: Context) -> Replies:
    """Close the report with the chosen outcome."""
    request, press = context.request, context.press
    number, choice = id_and_choice(press)
    outcome = next((one for one in Outcome if one == choice), None)
    if outcome is None:
        raise NotFound
    try:
        report = await close_report(
            request.uow, request.actor, ReportId(number), outcome, version=press.version, now=request.now
        )
    except (IllegalTransition, Conflict) as error:
        return await overtaken(context, number, error)
    return [Toast(request.t.plain("report-closed")), Edit(await report_card(report, request.view()))]


async def overtaken(context: Context, number: int, error: IllegalTransition | Conflict) -> Replies:
    """Say who acted on the report before this press, and update the card."""
    request = context.request
    request.refuse(error)
    report, view = await read_report(request.uow, request.actor, ReportId(number), request.now), request.view()
    edit = Edit(await report_card(report, view))
    if not report.is_open:
        why = "closed" if report.is_closed else "duplicate"
        return [Toast(request.t.plain(f"too-late-report-{why}"), is_alert=True), edit]
    is_of_colleague = report.taken_by is not None and report.taken_by != request.person().id
    if is_of_colleague and not (isinstance(error, IllegalTransition) and error.reason != TAKEN):
        return [Toast(request.t.plain("report-already-taken", who=await taker(report, view)), is_alert=True), edit]
    text = error.text_id if isinstance(error, IllegalTransition) else "report-changed"
    return [Toast(request.t.plain(text), is_alert=True), edit]


async def _report(context: Context) -> Report:
    """Read the report for display; the audit log records that, unless it did so recently for this person."""
    request = context.request
    return await read_report(request.uow, request.actor, ReportId(context.press.entity_id), request.now)


async def _list(request: Request, wanted: str, behind: int) -> Message:
    """Render one page of the reports that fit the filter: those after the id `behind`."""
    t = request.t
    await request.check_may(Action.SEE_REPORTS)
    labels = _filters(t)
    if wanted not in labels:
        raise NotFound
    in_scope = await reports_in_scope(request.uow, request.actor, request.now)
    fitting = [one for one in in_scope if await _fits(one, wanted, request)]
    waiting = [one for one in fitting if one.id > behind]
    shown = waiting[:AT_ONCE]
    title = t("reports-title") if wanted == ALL else t("reports-filtered", filter=labels[wanted])
    cards = [await report_line(one, request.view()) for one in shown]
    text = paragraphs(title, *cards, "" if shown else t("reports-none"))
    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in shown]
    filters = button(t.plain("reports-choose"), "reports", CHOOSE)
    rows = (*in_rows(opened, 2), *_onwards(wanted, behind, shown, waiting, t), (filters,))
    return Message(text, is_protected=True).with_keyboard(*rows)


async def _filter_question(request: Request, *, shows_all: bool) -> Message:
    """Ask which open reports to show: by how they stand and of the usual kinds, or of every kind."""
    t = request.t
    await request.check_may(Action.SEE_REPORTS)
    filters = [button(label, "reports", name) for name, label in _filters(t).items()]
    shown = filters if shows_all else filters[: MOST - 1]
    label, which = ("choices-less", CHOOSE) if shows_all else ("choices-more", f"{CHOOSE}.{MORE}")
    rows = (*in_rows(shown, 2), (button(t.plain(label), "reports", which),))
    return Message(t("reports-which"), is_protected=True).with_keyboard(*rows)


def _onwards(
    wanted: str, behind: int, shown: list[Report], waiting: list[Report], t: Phrases
) -> tuple[tuple[Button, ...], ...]:
    if len(waiting) > len(shown):
        return ((button(t.plain("reports-more"), "reports", f"{wanted}.{shown[-1].id}"),),)
    return ((button(t.plain("reports-from-start"), "reports", wanted),),) if behind else ()


def _filters(t: Phrases) -> Mapping[str, str]:
    kinds = {kind.value: t.plain(f"kind-{kind}") for kind in (*USUAL_KINDS, *ReportKind)}
    return {name: t.plain(f"reports-filter-{name}") for name in FILTERS} | kinds


async def _fits(report: Report, wanted: str, request: Request) -> bool:
    match wanted:
        case "all":
            return True
        case "free":
            return await is_free(request.uow, report, request.now)
        case "mine":
            return report.taken_by == request.person().id
        case "asked":
            return report.has_question
        case kind:
            return report.kind == kind
