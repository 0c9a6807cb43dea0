"""Who comes and goes: a person blocks the bot or comes back; the bot is added to a group."""

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.ext import ChatMemberHandler

from alerts.services.keep_chat import look_again, lose_chat
from bot.context import Context
from bot.handlers.matching import Handler
from bot.message import Message
from bot.replies import Look, Replies, Say
from bot.scene import Scene

_PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


def handlers() -> list[Handler]:
    """What happens to the bot's own membership."""
    return [ChatMemberHandler(changed, ChatMemberHandler.MY_CHAT_MEMBER)]


async def changed(update: Update, context: Context) -> Replies:
    """An address can be written to, or not any more."""
    change, scene = update.my_chat_member, context.scene
    assert change is not None, "the handler matches nothing else"
    is_present = _is_present(change.new_chat_member)
    if change.chat.type == ChatType.PRIVATE:
        await scene.uow.members.set_active(scene.channel, str(change.chat.id), active=is_present, now=scene.now)
    elif change.chat.type == ChatType.CHANNEL:
        pass  # nothing is said in channels
    elif is_present:
        return await _in_a_group(change, scene)
    else:
        await lose_chat(scene.uow, scene.channel, str(change.chat.id), scene.now)
    return []


async def _in_a_group(change: ChatMemberUpdated, scene: Scene) -> Replies:
    """Other rights in a chat that is tied; in one that is not, what to do, once."""
    group = await scene.uow.kvo_groups.by_chat(scene.channel, str(change.chat.id))
    if group is not None:
        await look_again(scene.uow, group, scene.now)
        return [Look(group.id)]
    return [] if _is_present(change.old_chat_member) else [Say(Message(scene.t("group-added")))]


def _is_present(place: ChatMember) -> bool:
    return place.status in _PRESENT or (isinstance(place, ChatMemberRestricted) and place.is_member)
