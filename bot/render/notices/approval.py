"""Notices about approvals, for approvers and for the person who asked."""

from collections.abc import Mapping

from alerts.alert import Alert, Approval
from alerts.errors import NotFound
from alerts.ids import AlertId, MemberId
from alerts.role import Action
from alerts.services.alert.write_line import newest_line
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView
from bot.render.approval import approval_card, comment_line, function_of, line_button, settled_card
from texts.html import lines, paragraphs


async def wanted(view: View) -> Message:
    """Ask a colleague to approve an alert; if it was decided meanwhile, show the outcome."""
    return await _card(view, "")


async def reminder(view: View) -> Message:
    """Remind a colleague of a request for approval."""
    return await _card(view, view.t("approval-reminder"))


async def deputy(view: View) -> Message:
    """Ask a deputy to approve an alert."""
    return await _card(view, view.t("approval-deputy"))


async def _card(view: View, above: str) -> Message:
    alert, approval = await _request(view)
    return await approval_card(alert, approval, view, above)


async def late(view: View) -> Message:
    """Tell the author that nobody has answered yet, who is asked now, and whom to call; or what was decided
    meanwhile."""
    alert, approval = await _request(view)
    if approval.decision is not None:
        return await settled_card(alert, approval, view)
    asked = view.t("late-deputies" if view.number("deputies") else "late-nobody")
    text = lines(view.t("late-notice", number=alert.number or ""), asked)
    return Message(paragraphs(text, (await view.phrases())("late-call")))


async def returned(view: View) -> Message:
    """Tell the author that a colleague returned the alert, with what to mend."""
    alert, approval = await _request(view)
    told = view.t("returned-notice", number=alert.number or "")
    text = paragraphs(told, await comment_line(approval, view), view.t("returned-how"))
    return Message(text).with_keyboard((_resume(alert, view),), (line_button(approval, view.t),))


async def line(view: View) -> Message:
    """Show what the colleague wrote about a returned draft, by function; its author can go on with the draft."""
    alert, approval = await _request(view)
    writer = MemberId(view.number("writer"))
    is_author = writer == approval.requested_by
    who = await function_of(writer, Action.DRAFT_ALERT if is_author else Action.APPROVE_ALERT, view)
    text = await newest_line(view.uow, alert.id, writer)
    told = view.t("line-told", number=alert.number or "", who=who, line=text) if text else view.t("line-gone")
    resume = () if is_author or approval.is_change else ((_resume(alert, view),),)
    answer = line_button(approval, view.t, "line-answer")
    return Message(told, is_protected=True).with_keyboard((answer,), *resume)


async def rejected(view: View) -> Message:
    """Tell the author that a colleague rejected the alert; its words can be used again."""
    alert, approval = await _request(view)
    told = view.t("rejected-notice", number=alert.number or "")
    text = paragraphs(told, await comment_line(approval, view), view.t("rejected-how"))
    return Message(text).with_keyboard((button(view.t.plain("draft-reuse"), "reuse", alert.id),))


async def overtaken(view: View) -> Message:
    """Tell the author that nobody approved the alert before its end time."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    text = view.t("overtaken-notice", number=alert.number or "")
    return Message(text).with_keyboard((_resume(alert, view),))


async def dropped(view: View) -> Message:
    """Tell the author that the draft is gone, because the police refuted the incident that it was about."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    return Message(view.t("alert-dropped-notice", number=alert.number or ""))


async def frozen(view: View) -> Message:
    """Tell the author that the draft waits, because a notice on the same incident was retracted."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    text = view.t("draft-frozen-notice", number=alert.number or "")
    return Message(text).with_keyboard((_resume(alert, view),))


def _resume(alert: Alert, view: View) -> Button:
    """Make the button that opens the preview of the author's draft."""
    return button(view.t.plain("draft-resume"), "draft", f"a{alert.id}")


async def _request(view: View) -> tuple[Alert, Approval]:
    """Return the alert and the request that the notice's fields name. Raises NotFound."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    approval = await view.uow.alerts.approval_of(alert.id, view.number("version"))
    if approval is None:
        raise NotFound
    return alert, approval


APPROVAL_VIEWS: Mapping[str, WriteView] = {
    "alert-returned": returned,
    "alert-rejected": rejected,
    "draft-line": line,
    "alert-overtaken": overtaken,
    "alert-dropped": dropped,
    "draft-frozen": frozen,
    "approval-wanted": wanted,
    "approval-reminder": reminder,
    "approval-deputy": deputy,
    "approval-late": late,
}
