"""Reviews after sending: the card for a colleague, and the notices for the person who sent alone."""

from collections.abc import Mapping

from alerts.alert import Alert, AlertState, Approval, ApprovalKind
from alerts.approval_comment import REASONS
from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.role import Action
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.alert_change import retract_button
from bot.render.alert_preview import whole_preview
from bot.render.approval import function_of, grounds_line
from bot.render.tip import retract_rows, sender_of
from texts.html import Html, lines, paragraphs
from texts.times_and_distances import moment

OBJECTIONS = ("not_urgent", "content", "reach", "grounds")


async def review_card(alert: Alert, approval: Approval, view: View) -> Message:
    """Render the sent text, who sent it alone, when, why and on what grounds, with the two answers."""
    t = view.t
    sent = await whole_preview(await view.uow.alerts.revision_by(approval.id), None, view)
    head = lines(
        t(f"review-{approval.kind}", who=await _sender(approval, view), moment=_when(approval, view)),
        t("review-reason", reason=_reason(approval, view)) if approval.kind is ApprovalKind.SOLE_ON_DUTY else "",
        grounds_line(approval, view),
    )
    return Message(paragraphs(head, sent.text), is_protected=True).with_keyboard(
        *retract_rows(alert, t),
        (button(t.plain("review-agree"), "agree", alert.id, approval.alert_version),),
        (button(t.plain("review-object"), "object", alert.id, approval.alert_version),),
        *([(retract_button(alert, t),)] if alert.state is AlertState.LIVE else []),
    )


def reviewed_words(alert: Alert, approval: Approval, view: View) -> Html:
    """Confirm the review to the reviewer."""
    number = alert.number or ""
    if approval.objection is None:
        return view.t("review-agreed", number=number)
    return view.t("review-objected", number=number, objection=_objection(approval, view))


async def done(view: View) -> Message:
    """Tell the sender how a colleague reviewed what they sent alone."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    approval = await view.uow.alerts.approval_of(alert.id, view.number("version"))
    if approval is None or approval.reviewed_by is None:
        raise NotFound
    who = await function_of(approval.reviewed_by, Action.APPROVE_ALERT, view)
    if approval.objection is None:
        return Message(view.t("review-told-agreed", number=alert.number or "", who=who))
    said = view.t("review-told-objected", number=alert.number or "", who=who, objection=_objection(approval, view))
    return Message(paragraphs(said, view.t("sending-stopped-how") if await view.may(Action.DRAFT_ALERT) else ""))


async def due(view: View) -> Message:
    """Remind a reviewer daily of what waits for review."""
    return Message(view.t("reviews-due", count=view.number("count")))


async def nobody(view: View) -> Message:
    """Tell the sender that no colleague can review what they sent alone."""
    return Message(view.t("reviews-nobody", count=view.number("count")))


def _when(approval: Approval, view: View) -> Html:
    return moment(approval.decided_at or approval.requested_at, view.t, view.zone)


def _reason(approval: Approval, view: View) -> str:
    reason = approval.reason or ""
    return view.t.plain(f"alert-reason-{reason}") if reason in REASONS else reason


def _objection(approval: Approval, view: View) -> str:
    objection = approval.objection or ""
    return view.t.plain(f"objection-{objection}") if objection in OBJECTIONS else objection


async def _sender(approval: Approval, view: View) -> str:
    assert approval.decided_by is not None, "somebody sent it"
    if approval.kind is ApprovalKind.HELD_TIP:
        return await sender_of(approval.decided_by, view)
    return await function_of(approval.decided_by, Action.APPROVE_ALERT, view)


REVIEW_VIEWS: Mapping[str, WriteView] = {"review-done": done, "reviews-due": due, "reviews-nobody": nobody}
