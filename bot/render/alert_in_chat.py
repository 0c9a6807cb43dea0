"""An alert in a group's chat: the whole text where its TLP label and the chat's settings allow that, else one line."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from alerts.alert import AlertState, Revision, RevisionKind
from alerts.ids import AlertId, RevisionId
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView, deep_link
from bot.render.alert import NOTES, alert_message, closing_message, seen_button, where
from bot.render.alert_change import removed_message
from texts.html import Html, joined
from texts.phrases import Phrases

READ_LINK = "alert-"  # /start alert-12 reads it in private
REPORT_LINK = "report"  # /start report begins a report there


def group_message(
    revision: Revision, t: Phrases, zone: ZoneInfo, *, bot: str, reads_text: bool, seen: int = 0
) -> Message:
    """Render a revision for a group's chat, with a counting Gezien button and a link to report something."""
    if revision.kind in NOTES:
        return closing_message(revision, t, with_note=reads_text)
    counting = (seen_button(revision, t, seen),)
    report = (Button(t.plain("report-button"), url=deep_link(bot, REPORT_LINK)),)
    if reads_text:
        return alert_message(revision, None, t, zone).with_keyboard(counting, report)
    read = Button(t.plain("group-read"), url=deep_link(bot, f"{READ_LINK}{revision.alert_id}"))
    line = Message(_line(revision, t), is_protected=revision.content.tlp.is_protected)
    return line.with_keyboard((read,), counting, report)


def _line(revision: Revision, t: Phrases) -> Html:
    content = revision.content
    kind = t(f"kind-{content.kind}")
    line = t("group-line", number=revision.alert_number, tlp=content.tlp, kind=kind, place=where(content, t))
    is_correction = revision.kind is RevisionKind.CORRECTION
    correction = t("group-correction", revision=str(revision.number)) if is_correction else ""
    return joined(" ", t("group-drill") if content.is_drill else "", correction, line)


async def in_chat(view: View) -> Message:
    """Render the posted message again with the present Gezien count; a retracted text is not shown again."""
    revision = await view.uow.alerts.revision(RevisionId(view.number("revision")))
    if (await view.uow.alerts.get(revision.alert_id)).state is AlertState.RETRACTED:
        return removed_message(revision.alert_number, view.t)
    reads_text = not view.number("is_one_line")
    return group_message(revision, view.t, view.zone, bot=view.bot, reads_text=reads_text, seen=view.number("seen"))


async def ended(view: View) -> Message:
    """Tell the chat that an alert reached its end time."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    return Message(view.t("group-ended", number=alert.number or ""), is_silent=True)


GROUP_VIEWS: Mapping[str, WriteView] = {"alert-in-chat": in_chat, "chat-ended": ended}
