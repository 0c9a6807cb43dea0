"""Approving the notices of colleagues within one's scope; nobody approves their own notice."""

from telegram import Update

from alerts.alert import Alert, Approval, Decision
from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.decide_alert import decide_alert, find_undecided
from alerts.services.approval.find_waiting import find_waiting
from bot.conversation.callbacks import safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.approval_comment import DECISION
from bot.forms.draft_line import LINE
from bot.handlers.matching import Handler, command, pressed
from bot.render.approval import approval_card, grounds_card, late_words, waits_line

AT_ONCE = 10  # messages at once; more would bury the first


def handlers() -> list[Handler]:
    """List the handlers for approvers."""
    return [
        command("goedkeuren", "approvals", show_pending),
        pressed("approve", approve),
        pressed("grounds", choose_grounds),
        pressed("ungrounds", show_card),
        pressed("return", give_back),
        pressed("reject", reject),
        pressed("line", write_to_colleague),
    ]


async def show_pending(_update: Update, context: Context) -> Replies:
    """Show the requests in scope that wait for approval: P1 first, then the longest waiting."""
    request, view = context.request, context.request.view()
    await request.check_may(Action.APPROVE_ALERT)
    waiting = await find_waiting(request.uow, request.actor, request.now)
    cards = [
        Say(await approval_card(alert, approval, view, waits_line(approval, view)))
        for alert, approval in waiting[:AT_ONCE]
    ]
    left = len(waiting) - AT_ONCE
    more = [Say(Message(request.t("approvals-more", count=left)))] if left > 0 else []
    return [*cards, *more] or [Say(Message(request.t("approvals-none")))]


async def approve(_update: Update, context: Context) -> Replies:
    """Approve the alert on the grounds that the button names, which sends it."""
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    approver, (_, _, key) = request.person().id, press.entity.partition(".")
    try:
        decided = await decide_alert(
            request.uow,
            _alert_in(context),
            press.version,
            approver,
            Decision.APPROVED,
            request.now,
            grounds=key or None,
        )
    except IllegalTransition as error:
        return await _too_late(error, context)
    sent = request.t.plain("approval-approved", recipients=decided.recipients)
    return [Toast(sent), *await _renewed(context)]


async def choose_grounds(_update: Update, context: Context) -> Replies:
    """Show all grounds; one more tap approves on one of them."""
    alert, approval = await _open_request(context)
    return [Edit(await grounds_card(alert, approval, context.request.view()))]


async def show_card(_update: Update, context: Context) -> Replies:
    """Show the card with the usual grounds again."""
    alert, approval = await _open_request(context)
    return [Edit(await approval_card(alert, approval, context.request.view()))]


async def _open_request(context: Context) -> tuple[Alert, Approval]:
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    return await find_undecided(request.uow, _alert_in(context), press.version, request.person().id, request.now)


def _alert_in(context: Context) -> AlertId:
    """Parse the button's data: `5.wpg19` and `5` both name alert 5."""
    return AlertId(safe_id(context.press.entity.partition(".")[0]))


async def give_back(_update: Update, context: Context) -> Replies:
    """Return the notice to its author; asks what to mend."""
    return await _ask_why(context, Decision.RETURNED)


async def reject(_update: Update, context: Context) -> Replies:
    """Reject the notice so that it is not sent; asks why."""
    return await _ask_why(context, Decision.REJECTED)


async def write_to_colleague(_update: Update, context: Context) -> Replies:
    """Ask for a line to the colleague about a returned draft, from either of the two."""
    return await dialogues.begin(LINE.name, context.request, f"{context.press.entity_id}.{context.press.version}")


async def _ask_why(context: Context, decision: Decision) -> Replies:
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    try:
        return await dialogues.begin(DECISION.name, request, f"{decision}.{press.entity_id}.{press.version}")
    except IllegalTransition as error:
        return await _too_late(error, context)


async def _too_late(error: IllegalTransition, context: Context) -> Replies:
    """Say who decided what before this press, and update the pressed card."""
    request, press = context.request, context.press
    request.refuse(error)
    approval = await request.uow.alerts.approval_of(_alert_in(context), press.version)
    if approval is None or approval.decision is None:
        return [Toast(request.t.plain(error.text_id), is_alert=True)]
    said = await late_words(approval, request.view())
    return [Toast(said, is_alert=True), *await _renewed(context)]


async def _renewed(context: Context) -> Replies:
    request, press = context.request, context.press
    alert_id = _alert_in(context)
    alert, approval = (
        await request.uow.alerts.get(alert_id),
        await request.uow.alerts.approval_of(alert_id, press.version),
    )
    return [Edit(await approval_card(alert, approval, request.view()))] if approval else []
