"""What went out without other eyes, as a colleague looks at it afterwards, and what who sent it hears."""

from collections.abc import Mapping

from alerts.alert import Alert, Approval, ApprovalKind
from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.role import Action
from bot.callbacks import button
from bot.message import Html, Message, lines, paragraphs
from bot.render.alert import revision_message
from bot.render.approval import function_of, grounds_line
from bot.render.place import moment
from bot.render.view import View, WriteView

REASONS = ("nobody_on_duty", "acute")  # ready ones to send something alone
OBJECTIONS = ("not_urgent", "content", "reach", "grounds")


async def review_card(alert: Alert, approval: Approval, view: View) -> Message:
    """The text as it went, by whom, when, why alone, and on what grounds; with the two answers."""
    t = view.t
    sent = revision_message(await view.uow.alerts.revision_by(approval.id), None, t, view.zone)
    head = lines(
        t(f"review-{approval.kind}", who=await _sender(approval, view), moment=_when(approval, view)),
        t("review-reason", reason=_reason(approval, view)) if approval.kind is ApprovalKind.SOLE_ON_DUTY else "",
        grounds_line(approval, view),
    )
    return Message(paragraphs(head, sent.text), is_protected=True).with_keyboard(
        (button(t.plain("review-agree"), "agree", alert.id, approval.alert_version),),
        (button(t.plain("review-object"), "object", alert.id, approval.alert_version),),
    )


def reviewed_words(alert: Alert, approval: Approval, view: View) -> Html:
    """That it was looked at, for who did."""
    number = alert.number or ""
    if approval.objection is None:
        return view.t("review-agreed", number=number)
    return view.t("review-objected", number=number, objection=_objection(approval, view))


async def done(view: View) -> Message:
    """A colleague looked at what this reader sent alone."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    approval = await view.uow.alerts.approval_of(alert.id, view.number("version"))
    if approval is None or approval.reviewed_by is None:
        raise NotFound
    who = await function_of(approval.reviewed_by, Action.APPROVE_ALERT, view)
    if approval.objection is None:
        return Message(view.t("review-told-agreed", number=alert.number or "", who=who))
    said = view.t("review-told-objected", number=alert.number or "", who=who, objection=_objection(approval, view))
    return Message(said)


async def due(view: View) -> Message:
    """The daily reminder."""
    return Message(view.t("reviews-due", count=view.number("count")))


async def nobody(view: View) -> Message:
    """The same for who sent it, where no colleague can look."""
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
    return await function_of(approval.decided_by, Action.APPROVE_ALERT, view)


REVIEW_VIEWS: Mapping[str, WriteView] = {"review-done": done, "reviews-due": due, "reviews-nobody": nobody}
