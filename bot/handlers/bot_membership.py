"""Changes in the bot's own membership: a person blocks or unblocks it, a group adds or removes it."""

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.ext import ChatMemberHandler

from alerts.services.chat.chat_trouble import try_chat_again
from alerts.services.chat.update_chat import look_again, lose_chat
from bot.conversation.message import Message
from bot.conversation.replies import CheckChat, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler

_PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


def handlers() -> list[Handler]:
    """List the handler for the bot's own membership."""
    return [ChatMemberHandler(changed, ChatMemberHandler.MY_CHAT_MEMBER)]


async def changed(update: Update, context: Context) -> Replies:
    """Mark a person's address as reachable or not; register that the bot joined or lost a group chat."""
    change, request = update.my_chat_member, context.request
    assert change is not None, "the handler matches nothing else"
    is_present = _is_present(change.new_chat_member)
    if change.chat.type == ChatType.PRIVATE:
        await request.uow.members.set_active(request.channel, str(change.chat.id), active=is_present, now=request.now)
    elif change.chat.type == ChatType.CHANNEL:
        pass  # the bot says nothing in channels
    elif is_present:
        return await _in_a_group(change, request)
    else:
        await lose_chat(request.uow, request.channel, str(change.chat.id), request.now)
    return []


async def _in_a_group(change: ChatMemberUpdated, request: Request) -> Replies:
    """Check a tied chat again after a change of rights; in an untied chat explain once how to tie it."""
    group = await request.uow.kvo_groups.by_chat(request.channel, str(change.chat.id))
    if group is not None:
        await look_again(request.uow, group, request.now)
        await try_chat_again(request.uow, group, request.now)
        return [CheckChat(group.id)]
    return [] if _is_present(change.old_chat_member) else [Say(Message(request.t("group-added")))]


def _is_present(place: ChatMember) -> bool:
    return place.status in _PRESENT or (isinstance(place, ChatMemberRestricted) and place.is_member)
