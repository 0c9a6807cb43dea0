"""What a group chat's settings lack, from what Telegram tells the bot of the chat and of its own place there."""

from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator
from telegram.constants import ChatType

from alerts.kvo_group import ChatSetting


def lacking(chat: ChatFullInfo, place: ChatMember) -> frozenset[ChatSetting]:
    """What it lacks; what nobody can tell counts as lacking. (Only an admin is told of the history.)"""
    is_supergroup = chat.type == ChatType.SUPERGROUP
    is_admin = isinstance(place, ChatMemberAdministrator)
    there = {
        ChatSetting.SUPERGROUP: is_supergroup,
        ChatSetting.ADMIN: is_admin,
        ChatSetting.INVITE_RIGHT: isinstance(place, ChatMemberAdministrator) and place.can_invite_users,
        ChatSetting.JOIN_BY_REQUEST: is_supergroup and _asks_to_enter(chat),
        ChatSetting.HIDDEN_HISTORY: is_supergroup and is_admin and not chat.has_visible_history,
    }
    return frozenset(setting for setting, is_there in there.items() if not is_there)


def _asks_to_enter(chat: ChatFullInfo) -> bool:
    """Only a public or linked supergroup has the setting. Into a private one people come by links (ours asks first,
    those of other admins nobody can see) or because a member adds them, which must then be turned off.
    """
    if chat.join_by_request:
        return True
    is_private = chat.username is None and chat.linked_chat_id is None
    return is_private and chat.permissions is not None and not chat.permissions.can_invite_users
