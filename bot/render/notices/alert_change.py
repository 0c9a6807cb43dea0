"""Notices about changes, for the author of the alert or request, and the text that replaces a retracted one."""

from collections.abc import Mapping

from alerts.alert import Alert, Approval
from alerts.delivery import REPLACED
from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.role import Action
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.alert_change import change_buttons, removed_message
from bot.render.approval import comment_line, function_of, line_button
from texts.html import paragraphs


async def removed(view: View) -> Message:
    """Render the text that replaces a message which is too old to be deleted."""
    return removed_message((await _alert(view)).number or "", view.t)


async def replaced(view: View) -> Message:
    """Render what is left of a message when a newer text of the alert replaces it."""
    return Message(view.t("alert-replaced", number=(await _alert(view)).number or ""))


async def changed(view: View) -> Message:
    """Tell the author of the alert or request what was changed, and by whom."""
    alert, approval = await _alert(view), await _approval(view)
    if approval.decided_by is None:
        raise NotFound
    who = await function_of(approval.decided_by, Action.APPROVE_ALERT, view)
    return Message(view.t(f"changed-{approval.revision_kind}", number=alert.number or "", who=who))


async def returned(view: View) -> Message:
    """Tell the author that a colleague returned the change; a correction can continue from its words."""
    alert, approval = await _alert(view), await _approval(view)
    text = paragraphs(view.t("change-returned", number=alert.number or ""), await comment_line(approval, view))
    write = (line_button(approval, view.t),)
    if not approval.revision_kind.replaces:
        return Message(text).with_keyboard(write)
    again = button(view.t.plain("draft-resume"), "correct", alert.id, approval.alert_version)
    return Message(text).with_keyboard((again,), write)


async def overtaken(view: View) -> Message:
    """Tell the author that the alert ended or changed before anybody decided on the change, and what is possible
    now."""
    alert, approval = await _alert(view), await _approval(view)
    text = view.t("change-overtaken", number=alert.number or "", kind=approval.revision_kind, state=alert.state)
    return Message(text).with_keyboard(*change_buttons(alert, view.t))


async def rejected(view: View) -> Message:
    """Tell the author that a colleague rejected the change; the alert stays as it is."""
    alert, approval = await _alert(view), await _approval(view)
    return Message(paragraphs(view.t("change-rejected", number=alert.number or ""), await comment_line(approval, view)))


async def _alert(view: View) -> Alert:
    return await view.uow.alerts.get(AlertId(view.number("alert")))


async def _approval(view: View) -> Approval:
    approval = await view.uow.alerts.approval_of(AlertId(view.number("alert")), view.number("version"))
    if approval is None:
        raise NotFound
    return approval


CHANGE_VIEWS: Mapping[str, WriteView] = {
    "alert-changed": changed,
    "alert-removed": removed,
    REPLACED: replaced,
    "change-overtaken": overtaken,
    "change-returned": returned,
    "change-rejected": rejected,
}
