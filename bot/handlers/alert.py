"""Writing notices: /alert, and /concepten with what was kept for later."""

from telegram import Update

from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.compose_alert import discard_alert
from bot.callbacks import button
from bot.context import Context
from bot.forms import dialogues
from bot.forms.alert import NAME
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.alert import alert_line
from bot.render.place import moment
from bot.replies import Edit, Replies, Say
from bot.scene import Scene


def handlers() -> list[Handler]:
    """What drafters do."""
    return [
        command("alert", "alert", write),
        command("concepten", "drafts", show_drafts),
        pressed("draft", resume),
        pressed("undraft", discard),
    ]


async def write(_update: Update, context: Context) -> Replies:
    """Begin a notice."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, scene)


async def show_drafts(_update: Update, context: Context) -> Replies:
    """Every draft with a button to go on and one to drop it."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    messages = await _drafts(scene)
    return [Say(message) for message in messages] or [Say(Message(scene.t("drafts-none")))]


async def resume(_update: Update, context: Context) -> Replies:
    """Go on with one."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, scene, context.press.entity)


async def discard(_update: Update, context: Context) -> Replies:
    """Drop one."""
    scene, entity = context.scene, context.press.entity
    await scene.check_may(Action.DRAFT_ALERT)
    if not entity[1:].isdigit():
        raise NotFound
    member, number = scene.person(), int(entity[1:])
    if entity[0] == "k":
        await scene.uow.kept_forms.forget(number, member.id)
    else:
        await discard_alert(scene.uow, AlertId(number), member.id, scene.now)
    return [Edit(Message(scene.t("draft-discarded")))]


async def _drafts(scene: Scene) -> list[Message]:
    t, member = scene.t, scene.person()
    numbered = [
        _draft(scene, f"a{alert.id}", alert_line(alert, t, scene.zone))
        for alert in await scene.uow.alerts.drafts_of(member.id)
    ]
    kept = [
        _draft(scene, f"k{form.id}", t("draft-kept", moment=moment(form.kept_at, t, scene.zone)))
        for form in await scene.uow.kept_forms.of_member(member.id, NAME)
    ]
    return [*numbered, *kept]


def _draft(scene: Scene, entity: str, text: str) -> Message:
    t = scene.t
    return Message(t("draft-head", draft=text)).with_keyboard(
        (button(t.plain("draft-resume"), "draft", entity), button(t.plain("draft-discard"), "undraft", entity))
    )
