"""Writing notices: /alert, /oefening, and /concepten with the drafts kept for later."""

from telegram import Update

from alerts.alert import Alert, Approval
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.compose_alert import discard_alert
from alerts.services.alert.submit_alert import withdraw_alert
from bot.conversation.callbacks import button, safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.alert.form import DRILL, FOLLOW_UP, NAME
from bot.forms.pointless_forms import end_pointless
from bot.handlers.matching import Handler, command, pressed
from bot.render.alert import alert_line
from bot.render.approval import comment_line, late_words, settled_card, waits_line
from texts.html import Html, lines
from texts.times_and_distances import moment


def handlers() -> list[Handler]:
    """List the handlers for those who draft notices."""
    return [
        command("alert", "alert", write),
        command("oefening", "drill", write_drill),
        command("concepten", "drafts", show_drafts),
        pressed("draft", resume),
        pressed("undraft", discard),
        pressed("reuse", reuse),
        pressed("follow-up", follow_up),
        pressed("withdraw", withdraw),
    ]


async def write(_update: Update, context: Context) -> Replies:
    """Begin the form for a new notice."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, request)


async def write_drill(_update: Update, context: Context) -> Replies:
    """Begin the form for a drill."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, request, DRILL)


async def show_drafts(_update: Update, context: Context) -> Replies:
    """Show every draft with a button to continue and one to discard it."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    messages = await _drafts(request)
    return [Say(message) for message in messages] or [Say(Message(request.t("drafts-none")))]


async def resume(_update: Update, context: Context) -> Replies:
    """Continue a draft."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    kind, number = _draft_in(context)
    return await dialogues.begin(NAME, request, f"{kind}{number}")


async def reuse(_update: Update, context: Context) -> Replies:
    """Begin a new notice with the words of one that was rejected or retracted."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, request, f"r{context.press.entity_id}")


async def follow_up(_update: Update, context: Context) -> Replies:
    """Begin the follow-up of one's own notice of a robbery."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    return await dialogues.begin(NAME, request, f"{FOLLOW_UP}{context.press.entity_id}")


async def discard(_update: Update, context: Context) -> Replies:
    """Discard a draft, and end the form if the draft is open in it."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    member = request.person()
    kind, number = _draft_in(context)
    if kind == "k":
        await request.uow.kept_forms.forget(number, member.id)
    else:
        await discard_alert(request.uow, AlertId(number), member.id, request.now)
    held_as = "alert_id" if kind == "a" else "kept_id"
    ended = await end_pointless(request, lambda open_form: open_form.draft.get(held_as) == number, "draft-form-ended")
    return [Edit(Message(request.t("draft-discarded"))), *ended]


async def withdraw(_update: Update, context: Context) -> Replies:
    """Withdraw a notice that waits for approval: it becomes a draft again."""
    request, press = context.request, context.press
    await request.check_may(Action.DRAFT_ALERT)
    alert_id, member = AlertId(press.entity_id), request.person().id
    try:
        alert = await withdraw_alert(request.uow, alert_id, press.version, member, request.now)
    except IllegalTransition as error:
        approval = await request.uow.alerts.approval_of(alert_id, press.version)
        if approval is None or approval.decision is None:
            raise
        request.refuse(error)
        said = await late_words(approval, request.view())
        settled = await settled_card(await request.uow.alerts.get(alert_id), approval, request.view())
        return [Toast(said, is_alert=True), Edit(settled)]
    if alert.content.is_tip:
        return [Edit(Message(request.t("tip-settled-withdrawn", number=alert.number or "")))]
    return [Edit(await _numbered(request, alert))]


def _draft_in(context: Context) -> tuple[str, int]:
    """Parse the button's data: `k12` is a kept form, `a5` a numbered draft. Raises NotFound for anything else."""
    kind, number = context.press.entity[:1], safe_id(context.press.entity[1:])
    if kind not in ("k", "a") or not number:
        raise NotFound
    return kind, number


async def _drafts(request: Request) -> list[Message]:
    t, member = request.t, request.person()
    requests = [one for one in await request.uow.alerts.undecided() if one.requested_by == member.id]
    waiting = [await _waiting(request, one) for one in requests]
    numbered = [await _numbered(request, alert) for alert in await request.uow.alerts.drafts_of(member.id)]
    kept = [
        _draft(
            request, f"k{form.id}", t("draft-kept", moment=moment(form.kept_at, t, request.zone)), is_protected=False
        )
        for form in await request.uow.kept_forms.of_member(member.id, NAME)
    ]
    return [*waiting, *numbered, *kept]


async def _numbered(request: Request, alert: Alert) -> Message:
    """Render a numbered draft, with the comment of the approver who returned it."""
    comment = await comment_line(await request.uow.alerts.latest_approval(alert.id), request.view())
    text = lines(alert_line(alert, request.t, request.zone), comment)
    return _draft(request, f"a{alert.id}", text, is_protected=alert.content.tlp.is_protected)


def _draft(request: Request, entity: str, text: Html, *, is_protected: bool) -> Message:
    t = request.t
    return Message(t("draft-head", draft=text), is_protected=is_protected).with_keyboard(
        (button(t.plain("draft-resume"), "draft", entity), button(t.plain("draft-discard"), "undraft", entity))
    )


async def _waiting(request: Request, approval: Approval) -> Message:
    alert = await request.uow.alerts.get(approval.alert_id)
    line = request.t("draft-waits", draft=alert_line(alert, request.t, request.zone))
    text = lines(line, waits_line(approval, request.view()))
    take_back = button(request.t.plain("draft-withdraw"), "withdraw", alert.id, alert.version)
    return Message(text, is_protected=alert.content.tlp.is_protected).with_keyboard((take_back,))
