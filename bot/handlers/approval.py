"""Approving: the notices of colleagues, in one's own scope, never one's own."""

from telegram import Update

from alerts.alert import Alert, Approval, Decision, as_asked
from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.decide_alert import decide_alert, find_undecided
from alerts.services.find_coordinators import alert_matter
from alerts.severity import Severity
from bot.callbacks import safe_id
from bot.context import Context
from bot.forms import dialogues
from bot.forms.decision import DECISION
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.approval import approval_card, grounds_card, late_words, waits_line
from bot.replies import Edit, Replies, Say, Toast
from bot.scene import Scene

AT_ONCE = 10  # messages at once; more would bury the first


def handlers() -> list[Handler]:
    """What approvers do."""
    return [
        command("goedkeuren", "approvals", show_pending),
        pressed("approve", approve),
        pressed("grounds", choose_grounds),
        pressed("ungrounds", show_card),
        pressed("return", give_back),
        pressed("reject", reject),
    ]


async def show_pending(_update: Update, context: Context) -> Replies:
    """What waits in scope for somebody else's eyes: what is acute first, then what waits longest."""
    scene, view = context.scene, context.scene.view()
    await scene.check_may(Action.APPROVE_ALERT)
    waiting = await _waiting(scene)
    cards = [
        Say(await approval_card(alert, approval, view, waits_line(approval, view)))
        for alert, approval in waiting[:AT_ONCE]
    ]
    left = len(waiting) - AT_ONCE
    more = [Say(Message(scene.t("approvals-more", count=left)))] if left > 0 else []
    return [*cards, *more] or [Say(Message(scene.t("approvals-none")))]


async def approve(_update: Update, context: Context) -> Replies:
    """Send it, on the grounds that the button names."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    approver, (_, _, key) = scene.person().id, press.entity.partition(".")
    try:
        decided = await decide_alert(
            scene.uow, _alert_in(context), press.version, approver, Decision.APPROVED, scene.now, grounds=key or None
        )
    except IllegalTransition as error:
        return await _too_late(error, context)
    sent = scene.t.plain("approval-approved", recipients=decided.recipients)
    return [Toast(sent), *await _renewed(context)]


async def choose_grounds(_update: Update, context: Context) -> Replies:
    """Show all grounds; one more tap approves on one of them."""
    alert, approval = await _open_request(context)
    return [Edit(await grounds_card(alert, approval, context.scene.view()))]


async def show_card(_update: Update, context: Context) -> Replies:
    """The card with the usual grounds again."""
    alert, approval = await _open_request(context)
    return [Edit(await approval_card(alert, approval, context.scene.view()))]


async def _open_request(context: Context) -> tuple[Alert, Approval]:
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    return await find_undecided(scene.uow, _alert_in(context), press.version, scene.person().id, scene.now)


def _alert_in(context: Context) -> AlertId:
    """`5.wpg19` and `5` are about alert 5."""
    return AlertId(safe_id(context.press.entity.partition(".")[0]))


async def give_back(_update: Update, context: Context) -> Replies:
    """Back to who wrote it, with what to mend."""
    return await _ask_why(context, Decision.RETURNED)


async def reject(_update: Update, context: Context) -> Replies:
    """It is not sent at all, and why."""
    return await _ask_why(context, Decision.REJECTED)


async def _waiting(scene: Scene) -> list[tuple[Alert, Approval]]:
    found = []
    for approval in await scene.uow.alerts.undecided():
        alert = as_asked(await scene.uow.alerts.get(approval.alert_id), approval)
        in_scope = await scene.may(Action.APPROVE_ALERT, alert_matter(alert.content))
        if in_scope and alert.author_id != scene.person().id:
            found.append((alert, approval))
    return sorted(found, key=lambda one: one[0].content.severity is not Severity.P1)


async def _ask_why(context: Context, decision: Decision) -> Replies:
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    try:
        return await dialogues.begin(DECISION.name, scene, f"{decision}.{press.entity_id}.{press.version}")
    except IllegalTransition as error:
        return await _too_late(error, context)


async def _too_late(error: IllegalTransition, context: Context) -> Replies:
    """What was decided, by whom; the pressed card says so from now on."""
    scene, press = context.scene, context.press
    scene.refuse(error)
    approval = await scene.uow.alerts.approval_of(_alert_in(context), press.version)
    if approval is None or approval.decision is None:
        return [Toast(scene.t.plain(error.text_id), is_alert=True)]
    said = await late_words(approval, scene.view())
    return [Toast(said, is_alert=True), *await _renewed(context)]


async def _renewed(context: Context) -> Replies:
    scene, press = context.scene, context.press
    alert_id = _alert_in(context)
    alert, approval = await scene.uow.alerts.get(alert_id), await scene.uow.alerts.approval_of(alert_id, press.version)
    return [Edit(await approval_card(alert, approval, scene.view()))] if approval else []
