"""Who comes and goes: a person blocks the bot or comes back; the bot is added to a group."""

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler

from bot.context import Context
from bot.handlers.matching import Handler
from bot.replies import Replies

_PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


def handlers() -> list[Handler]:
    """What happens to the bot's own membership."""
    return [ChatMemberHandler(changed, ChatMemberHandler.MY_CHAT_MEMBER)]


async def changed(update: Update, context: Context) -> Replies:
    """An address can be written to, or not any more. Nobody is answered: it was no question."""
    change, scene = update.my_chat_member, context.scene
    assert change is not None, "the handler matches nothing else"
    if change.chat.type == "private":
        is_present = change.new_chat_member.status in _PRESENT
        await scene.uow.members.set_active(scene.channel, str(change.chat.id), active=is_present, now=scene.now)
    return []
