"""An alert in a group's chat: the whole text where its TLP label and the chat's settings allow that, else one line."""

from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import AlertState, Revision
from alerts.branch import Branch
from alerts.closing_note import NOTES
from alerts.ids import AlertId, KvoGroupId, RevisionId
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView, deep_link
from bot.render.alert import Reader, closing_message, drilled, glance, seen_button
from bot.render.alert_background import Background, background_of
from bot.render.alert_change import removed_message
from bot.render.alert_facts import kind_words
from texts.html import Html, joined
from texts.phrases import Phrases
from texts.places import where
from texts.senders import sender_words

READ_LINK = "alert-"  # /start alert-12 reads it in private
WHOLE_LINK = "whole-"  # /start whole-12 reads all of it
REPORT_LINK = "report"  # /start report begins a report there


def group_message(
    revision: Revision,
    background: Background,
    now: datetime,
    t: Phrases,
    zone: ZoneInfo,
    *,
    bot: str,
    reads_text: bool,
    seen: int = 0,
    branches: Collection[Branch] = frozenset(),
) -> Message:
    """Render a revision for the chat of a group of these branches, with a counting Gelezen button and a link to report
    something."""
    if revision.kind in NOTES:
        return closing_message(revision, t, with_note=reads_text)
    is_protected = revision.content.tlp.is_protected
    report = Button(t.plain("report-button"), url=deep_link(bot, REPORT_LINK))
    below = (seen_button(revision, t, seen), *(() if revision.content.is_drill else (report,)))
    if reads_text:
        text, has_more = glance(revision, background, Reader(None, now, branches=branches), t, zone)
        more = Button(
            drilled(t.plain("alert-more"), revision.content, t), url=deep_link(bot, f"{WHOLE_LINK}{revision.alert_id}")
        )
        return Message(text, is_protected=is_protected).with_keyboard(below, *(((more,),) if has_more else ()))
    read = Button(
        drilled(t.plain("group-read"), revision.content, t), url=deep_link(bot, f"{READ_LINK}{revision.alert_id}")
    )
    return Message(_line(revision, t), is_protected=is_protected).with_keyboard((read,), below)


def _line(revision: Revision, t: Phrases) -> Html:
    content = revision.content
    line = t(
        "group-line",
        urgency=t(f"urgency-{content.severity}"),
        kind=kind_words(content.kind, t),
        place=where(content, t),
        number=revision.alert_number,
        tlp=content.tlp,
    )
    changed = t(f"group-{revision.kind}") if revision.kind.replaces else ""
    signed = joined(" · ", line, sender_words(content, t, is_short=True))
    return joined(" ", t("group-drill") if content.is_drill else "", changed, signed)


async def in_chat(view: View) -> Message:
    """Render the posted message again with the present Gelezen count; a retracted text is not shown again."""
    revision = await view.uow.alerts.revision(RevisionId(view.number("revision")))
    if (await view.uow.alerts.get(revision.alert_id)).state is AlertState.RETRACTED:
        return removed_message(revision.alert_number, view.t)
    background, reads_text = await background_of(view.uow, revision), not view.number("is_one_line")
    return group_message(
        revision,
        background,
        view.now,
        view.t,
        view.zone,
        bot=view.bot,
        reads_text=reads_text,
        seen=view.number("seen"),
        branches=(await view.uow.kvo_groups.get(KvoGroupId(view.number("group")))).branches,
    )


async def ended(view: View) -> Message:
    """Tell the chat that an alert reached its end time."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    return Message(view.t("group-ended", number=alert.number or ""), is_silent=True)


GROUP_VIEWS: Mapping[str, WriteView] = {"alert-in-chat": in_chat, "chat-ended": ended}
