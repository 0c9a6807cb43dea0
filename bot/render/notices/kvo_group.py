"""Notices about KVO groups, for their managers and for people who asked to join the chat."""

from collections.abc import Mapping

from alerts.ids import KvoGroupId, MemberId
from alerts.kvo_group import KvoGroup
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.shop import person_link, profile
from texts.html import paragraphs
from texts.kvo_groups import to_mend, trouble_words


async def _group(view: View) -> KvoGroup:
    return await view.uow.kvo_groups.get(KvoGroupId(view.number("group")))


async def chat_lost(view: View) -> Message:
    """Tell managers that the bot is no longer in the chat."""
    group = await _group(view)
    code = button(view.t.plain("group-code"), "group-code", group.id)
    return Message(view.t("chat-lost", name=group.name), is_protected=True).with_keyboard((code,))


async def chat_lacks(view: View) -> Message:
    """Tell managers which of the chat's settings must be mended when the notice is sent."""
    group = await _group(view)
    if not group.lacks:
        return Message(view.t("chat-mended", name=group.name), is_protected=True)
    text = paragraphs(view.t("chat-lacks", name=group.name), to_mend(group.lacks, view.t))
    return Message(text, is_protected=True).with_keyboard((button(view.t.plain("group-look"), "group-look", group.id),))


async def chat_refused(view: View) -> Message:
    """Tell managers that the chat refuses messages, and why, as of when the notice is sent."""
    group = await _group(view)
    if group.trouble is None:
        return Message(view.t("chat-works", name=group.name), is_protected=True)
    text = paragraphs(view.t("chat-refused", name=group.name), trouble_words(group.trouble, view.t))
    return Message(text, is_protected=True).with_keyboard((button(view.t.plain("group-look"), "group-look", group.id),))


async def chat_topic_gone(view: View) -> Message:
    """Tell managers that the topic for notices was removed."""
    return Message(view.t("chat-topic-gone", name=(await _group(view)).name), is_protected=True)


async def chat_works(view: View) -> Message:
    """Tell managers that the chat accepts messages again."""
    return Message(view.t("chat-works", name=(await _group(view)).name), is_protected=True)


async def entry_wanted(view: View) -> Message:
    """Ask managers to decide on a join request of an unknown person; links their profile, without a name."""
    group, t = await _group(view), view.t
    entity, asked = f"{group.id}.{view.text('ref')}", view.number("asked")
    person = person_link(view.text("ref"), t)
    return Message(t("entry-wanted", person=person, name=group.name), is_protected=True).with_keyboard(
        (
            button(t.plain("join-admit"), "let-enter", entity, asked),
            button(t.plain("join-refuse"), "keep-out", entity, asked),
        )
    )


async def entry_refused(view: View) -> Message:
    """Tell the person that their join request was declined."""
    return Message(view.t("entry-refused", name=(await _group(view)).name), is_protected=True)


async def outsider(view: View) -> Message:
    """Tell managers that a person who may still be in the chat belongs to no shop of the group any more."""
    person = profile(await view.uow.members.get(MemberId(view.number("member"))), view.t)
    return Message(view.t("outsider", person=person, name=(await _group(view)).name), is_protected=True)


KVO_GROUP_VIEWS: Mapping[str, WriteView] = {
    "chat-lost": chat_lost,
    "chat-lacks": chat_lacks,
    "chat-refused": chat_refused,
    "chat-topic-gone": chat_topic_gone,
    "chat-works": chat_works,
    "entry-wanted": entry_wanted,
    "entry-refused": entry_refused,
    "outsider": outsider,
}
