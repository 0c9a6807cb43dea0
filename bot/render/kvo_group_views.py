"""The notices about KVO groups: to who manages them, and to who wanted into their chat."""

from collections.abc import Mapping

from alerts.ids import KvoGroupId, MemberId
from alerts.kvo_group import KvoGroup
from bot.callbacks import button
from bot.message import Message, paragraphs
from bot.render.kvo_group import to_mend
from bot.render.shop import person_link, profile
from bot.render.view import View, WriteView


async def _group(view: View) -> KvoGroup:
    return await view.uow.kvo_groups.get(KvoGroupId(view.number("group")))


async def chat_lost(view: View) -> Message:
    """To who manages it: the bot is not in the chat any more."""
    group = await _group(view)
    code = button(view.t.plain("group-code"), "group-code", group.id)
    return Message(view.t("chat-lost", name=group.name), is_protected=True).with_keyboard((code,))


async def chat_lacks(view: View) -> Message:
    """To who manages it: the chat does not stand as it should; how it stands when this is read."""
    group = await _group(view)
    if not group.lacks:
        return Message(view.t("chat-mended", name=group.name), is_protected=True)
    text = paragraphs(view.t("chat-lacks", name=group.name), to_mend(group.lacks, view.t))
    return Message(text, is_protected=True).with_keyboard((button(view.t.plain("group-look"), "group-look", group.id),))


async def entry_wanted(view: View) -> Message:
    """To who manages it: somebody at the door whom nobody vouched for; a link to the profile, no name."""
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
    """To who asked."""
    return Message(view.t("entry-refused", name=(await _group(view)).name), is_protected=True)


async def outsider(view: View) -> Message:
    """To who manages it: somebody who may still be in its chat, and belongs to no shop of the group any more."""
    person = profile(await view.uow.members.get(MemberId(view.number("member"))), view.t)
    return Message(view.t("outsider", person=person, name=(await _group(view)).name), is_protected=True)


KVO_GROUP_VIEWS: Mapping[str, WriteView] = {
    "chat-lost": chat_lost,
    "chat-lacks": chat_lacks,
    "entry-wanted": entry_wanted,
    "entry-refused": entry_refused,
    "outsider": outsider,
}
