"""/meldingen: the open reports in my scope, and the buttons of their cards."""

from collections.abc import Mapping

from telegram import Update

from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import ReportId
from alerts.purpose import Purpose
from alerts.report import Outcome, Report, ReportKind
from alerts.role import Action
from alerts.services.close_report import close_report
from alerts.services.find_reports import is_free, report_in_scope, reports_in_scope
from alerts.services.read_report import is_read_by, read_report
from alerts.services.take_report import take_report
from bot.callbacks import button, safe_id
from bot.context import Context
from bot.forms import dialogues
from bot.forms.alert import NAME as ALERT
from bot.handlers.entities import id_and_choice
from bot.handlers.matching import Handler, command, pressed
from bot.message import Button, Message, in_rows, paragraphs
from bot.render.report import outcome_question, purpose_question, report_card, report_line, taker
from bot.replies import Edit, Replies, Say, Toast
from bot.scene import Scene
from bot.texts import Phrases

AT_ONCE = 8  # reports in one message
ALL, FREE, MINE = "all", "free", "mine"
FILTERS = (ALL, FREE, MINE)


def handlers() -> list[Handler]:
    """The list, and what can be done with one."""
    return [
        command("meldingen", "reports", show),
        pressed("reports", choose),
        pressed("report-open", open_card),
        pressed("report-read", read),
        pressed("report-card", back_to_card),
        pressed("report-take", take),
        pressed("report-alert", convert),
        pressed("report-close", ask_outcome),
        pressed("report-outcome", close),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """The list from its beginning."""
    return [Say(await _list(context.scene, ALL, 0))]


async def choose(_update: Update, context: Context) -> Replies:
    """Filtered, or behind what was shown: `FILTER.ID`."""
    wanted, _, behind = context.press.entity.partition(".")
    return [Edit(await _list(context.scene, wanted, safe_id(behind)))]


async def open_card(_update: Update, context: Context) -> Replies:
    """One of the list, below it; what for is asked first, unless it was told lately."""
    scene, number = context.scene, ReportId(context.press.entity_id)
    report = await report_in_scope(scene.uow, scene.actor, number, scene.now)
    is_known = await is_read_by(scene.uow, scene.actor, number, scene.now)
    return [Say(await report_card(report, scene.view()) if is_known else purpose_question(report, scene.t))]


async def read(_update: Update, context: Context) -> Replies:
    """For this purpose."""
    scene = context.scene
    number, choice = id_and_choice(context.press)
    purpose = next((one for one in Purpose if one == choice), None)
    if purpose is None:
        raise NotFound
    report = await read_report(scene.uow, scene.actor, ReportId(number), scene.now, purpose=purpose)
    return [Edit(await report_card(report, scene.view()))]


async def back_to_card(_update: Update, context: Context) -> Replies:
    """The card as it is now."""
    return [Edit(await report_card(await _report(context), context.scene.view()))]


async def take(_update: Update, context: Context) -> Replies:
    """I deal with it."""
    scene, press = context.scene, context.press
    try:
        report = await take_report(
            scene.uow, scene.actor, ReportId(press.entity_id), version=press.version, now=scene.now
        )
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, press.entity_id, error)
    return [Toast(scene.t.plain("report-taken")), Edit(await report_card(report, scene.view()))]


async def convert(_update: Update, context: Context) -> Replies:
    """A notice made of it, in the form of /alert."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.DRAFT_ALERT)
    report = await _report(context)
    if report.version != press.version:
        return await _overtaken(context, report.id, Conflict())
    return await dialogues.begin(ALERT, scene, f"m{report.id}")


async def ask_outcome(_update: Update, context: Context) -> Replies:
    """How did it end?"""
    scene, report = context.scene, await _report(context)
    if not report.is_open or report.version != context.press.version:
        return await _overtaken(context, report.id, Conflict())
    return [Edit(await outcome_question(report, scene.view()))]


async def close(_update: Update, context: Context) -> Replies:
    """Like that."""
    scene, press = context.scene, context.press
    number, choice = id_and_choice(press)
    outcome = next((one for one in Outcome if one == choice), None)
    if outcome is None:
        raise NotFound
    try:
        report = await close_report(
            scene.uow, scene.actor, ReportId(number), outcome, version=press.version, now=scene.now
        )
    except (IllegalTransition, Conflict) as error:
        return await _overtaken(context, number, error)
    return [Toast(scene.t.plain("report-closed")), Edit(await report_card(report, scene.view()))]


async def _overtaken(context: Context, number: int, error: IllegalTransition | Conflict) -> Replies:
    """Somebody was ahead: who did it is said, and the card renewed."""
    scene = context.scene
    scene.refuse(error)
    report, view = await read_report(scene.uow, scene.actor, ReportId(number), scene.now), scene.view()
    edit = Edit(await report_card(report, view))
    if not report.is_open:
        return [Toast(scene.t.plain("too-late-report-closed"), is_alert=True), edit]
    if report.taken_by is not None and report.taken_by != scene.person().id:
        return [Toast(scene.t.plain("report-already-taken", who=await taker(report, view)), is_alert=True), edit]
    text = error.text_id if isinstance(error, IllegalTransition) else "report-changed"
    return [Toast(scene.t.plain(text), is_alert=True), edit]


async def _report(context: Context) -> Report:
    """As it is about to be shown."""
    scene = context.scene
    return await read_report(scene.uow, scene.actor, ReportId(context.press.entity_id), scene.now)


async def _list(scene: Scene, wanted: str, behind: int) -> Message:
    """A page of those that fit the filter: what came after that one."""
    t = scene.t
    await scene.check_may(Action.SEE_REPORTS)
    labels = _filters(t)
    if wanted not in labels:
        raise NotFound
    in_scope = await reports_in_scope(scene.uow, scene.actor, scene.now)
    fitting = [one for one in in_scope if await _fits(one, wanted, scene)]
    waiting = [one for one in fitting if one.id > behind]
    shown = waiting[:AT_ONCE]
    title = t("reports-title") if wanted == ALL else t("reports-filtered", filter=labels[wanted])
    cards = [await report_line(one, scene.view()) for one in shown]
    text = paragraphs(title, *cards, "" if shown else t("reports-none"))
    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in shown]
    chosen = [button(label, "reports", name) for name, label in labels.items() if name != wanted]
    rows = (*in_rows(opened, 2), *_onwards(wanted, behind, shown, waiting, t), *in_rows(chosen, 2))
    return Message(text, is_protected=True).with_keyboard(*rows)


def _onwards(
    wanted: str, behind: int, shown: list[Report], waiting: list[Report], t: Phrases
) -> tuple[tuple[Button, ...], ...]:
    if len(waiting) > len(shown):
        return ((button(t.plain("reports-more"), "reports", f"{wanted}.{shown[-1].id}"),),)
    return ((button(t.plain("reports-from-start"), "reports", wanted),),) if behind else ()


def _filters(t: Phrases) -> Mapping[str, str]:
    kinds = {kind.value: t.plain(f"kind-{kind}") for kind in ReportKind}
    return {name: t.plain(f"reports-filter-{name}") for name in FILTERS} | kinds


async def _fits(report: Report, wanted: str, scene: Scene) -> bool:
    match wanted:
        case "all":
            return True
        case "free":
            return await is_free(scene.uow, report, scene.now)
        case "mine":
            return report.taken_by == scene.person().id
        case kind:
            return report.kind == kind
