"""Reporting, for any member: /melding, its two buttons, and /mijnmeldingen."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from alerts.errors import NotAllowed
from alerts.report import Report
from bot.callbacks import button
from bot.context import Context
from bot.forms import dialogues
from bot.forms.addition import ADDITION
from bot.forms.report import REPORT, check_reporter
from bot.handlers.matching import Handler, command, pressed, pressed_anywhere
from bot.message import Message, paragraphs
from bot.render.place import moment
from bot.render.report import standing
from bot.replies import Edit, Replies, Say, Toast
from bot.scene import Scene
from bot.texts import load_texts

AT_ONCE = 10  # reports in one message


def handlers() -> list[Handler]:
    """What is in the menu, under an alert, under the typing field, and under a receipt."""
    labels = [t.plain("report-button") for t in load_texts().values()]
    tapped = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.Text(labels)
    return [
        command("melding", "report", write),
        MessageHandler(tapped, write),
        pressed_anywhere("report", write),
        pressed("report-add", add),
        command("mijnmeldingen", "myreports", show_mine),
        pressed("my-reports", more),
    ]


async def write(update: Update, context: Context) -> Replies:
    """Begin a report. 112 comes first, also for who is asked something else before it, or has no shop here."""
    scene, t = context.scene, context.scene.t
    if update.effective_chat is None or update.effective_chat.type != "private":
        return [Toast(t.plain("report-private"), is_alert=True)]
    try:
        await check_reporter(scene)
    except NotAllowed as error:
        scene.refuse(error)
        return [Say(Message(paragraphs(t("report-safety"), t(error.text_id))))]
    is_busy = await dialogues.under_way(scene) is not None
    first = [Say(Message(t("report-safety")))] if is_busy else []
    return [*first, *await dialogues.begin(REPORT.name, scene)]


async def add(_update: Update, context: Context) -> Replies:
    """Add something to a report that was sent."""
    return await dialogues.begin(ADDITION.name, context.scene, str(context.press.entity_id))


async def show_mine(_update: Update, context: Context) -> Replies:
    """What I reported, and what became of it."""
    return [Say(await _mine(context.scene, None))]


async def more(_update: Update, context: Context) -> Replies:
    """The older ones."""
    return [Edit(await _mine(context.scene, context.press.entity_id))]


async def _mine(scene: Scene, before: int | None) -> Message:
    t = scene.t
    mine = await scene.uow.reports.of_member(scene.person().id)
    older = [one for one in mine if before is None or one.id < before]
    if not older:
        return Message(t("my-reports-none"))
    shown = older[:AT_ONCE]
    text = paragraphs(t("my-reports-title"), *[await _line(one, scene) for one in shown])
    rest = ((button(t.plain("reports-more"), "my-reports", shown[-1].id),),) if len(older) > AT_ONCE else ()
    return Message(text, is_protected=True).with_keyboard(*rest)


async def _line(report: Report, scene: Scene) -> str:
    t = scene.t
    return t(
        "my-reports-line",
        number=report.number,
        kind=t.plain(f"kind-{report.kind}"),
        moment=moment(report.created_at, t, scene.zone, scene.now),
        standing=await standing(report, scene.view()),
    )
