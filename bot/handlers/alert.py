"""Writing notices: /alert, and /concepten with what was kept for later."""

from telegram import Update

from alerts.alert import Alert, Approval
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.compose_alert import discard_alert
from alerts.services.submit_alert import withdraw_alert
from bot.callbacks import button, safe_id
from bot.context import Context
from bot.forms import dialogues
from bot.forms.alert import NAME
from bot.forms.ended import end_pointless
from bot.handlers.matching import Handler, command, pressed
from bot.message import Html, Message, lines
from bot.render.alert import alert_line
from bot.render.approval import comment_line, late_words, settled_card, waits_line
from bot.render.place import moment
from bot.replies import Edit, Replies, Say, Toast
from bot.scene import Scene


def handlers() -> list[Handler]:
    """What drafters do."""
    return [
        command("alert", "alert", write),
        command("concepten", "drafts", show_drafts),
        pressed("draft", resume),
        pressed("undraft", discard),
        pressed("reuse", reuse),
        pressed("withdraw", withdraw),
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
    kind, number = _draft_in(context)
    return await dialogues.begin(NAME, scene, f"{kind}{number}")


async def reuse(_update: Update, context: Context) -> Replies:
    """Begin a new notice with the words of one that was rejected or retracted."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, scene, f"r{context.press.entity_id}")


async def discard(_update: Update, context: Context) -> Replies:
    """Drop one, also when it is open in the form just now."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    member = scene.person()
    kind, number = _draft_in(context)
    if kind == "k":
        await scene.uow.kept_forms.forget(number, member.id)
    else:
        await discard_alert(scene.uow, AlertId(number), member.id, scene.now)
    held_as = "alert_id" if kind == "a" else "kept_id"
    ended = await end_pointless(scene, lambda open_form: open_form.draft.get(held_as) == number, "draft-form-ended")
    return [Edit(Message(scene.t("draft-discarded"))), *ended]


async def withdraw(_update: Update, context: Context) -> Replies:
    """Take back what waits for approval: it is a draft again."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.DRAFT_ALERT)
    alert_id, member = AlertId(press.entity_id), scene.person().id
    try:
        alert = await withdraw_alert(scene.uow, alert_id, press.version, member, scene.now)
    except IllegalTransition as error:
        approval = await scene.uow.alerts.approval_of(alert_id, press.version)
        if approval is None or approval.decision is None:
            raise
        scene.refuse(error)
        said = await late_words(approval, scene.view())
        settled = await settled_card(await scene.uow.alerts.get(alert_id), approval, scene.view())
        return [Toast(said, is_alert=True), Edit(settled)]
    return [Edit(await _numbered(scene, alert))]


def _draft_in(context: Context) -> tuple[str, int]:
    """`k12` is a form that was kept, `a5` a numbered draft. Raises NotFound for anything else."""
    kind, number = context.press.entity[:1], safe_id(context.press.entity[1:])
    if kind not in ("k", "a") or not number:
        raise NotFound
    return kind, number


async def _drafts(scene: Scene) -> list[Message]:
    t, member = scene.t, scene.person()
    requests = [one for one in await scene.uow.alerts.undecided() if one.requested_by == member.id]
    waiting = [await _waiting(scene, one) for one in requests]
    numbered = [await _numbered(scene, alert) for alert in await scene.uow.alerts.drafts_of(member.id)]
    kept = [
        _draft(scene, f"k{form.id}", t("draft-kept", moment=moment(form.kept_at, t, scene.zone)), is_protected=False)
        for form in await scene.uow.kept_forms.of_member(member.id, NAME)
    ]
    return [*waiting, *numbered, *kept]


async def _numbered(scene: Scene, alert: Alert) -> Message:
    """A draft with its number, and with the comment with which it was returned."""
    comment = await comment_line(await scene.uow.alerts.latest_approval(alert.id), scene.view())
    text = lines(alert_line(alert, scene.t, scene.zone), comment)
    return _draft(scene, f"a{alert.id}", text, is_protected=alert.content.tlp.is_protected)


def _draft(scene: Scene, entity: str, text: Html, *, is_protected: bool) -> Message:
    t = scene.t
    return Message(t("draft-head", draft=text), is_protected=is_protected).with_keyboard(
        (button(t.plain("draft-resume"), "draft", entity), button(t.plain("draft-discard"), "undraft", entity))
    )


async def _waiting(scene: Scene, approval: Approval) -> Message:
    alert = await scene.uow.alerts.get(approval.alert_id)
    line = scene.t("draft-waits", draft=alert_line(alert, scene.t, scene.zone))
    text = lines(line, waits_line(approval, scene.view()))
    take_back = button(scene.t.plain("draft-withdraw"), "withdraw", alert.id, alert.version)
    return Message(text, is_protected=alert.content.tlp.is_protected).with_keyboard((take_back,))
