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
        ChatSetting.JOIN_BY_REQUEST: is_supergroup and bool(chat.join_by_request),
        ChatSetting.HIDDEN_HISTORY: is_supergroup and is_admin and not chat.has_visible_history,
    }
    return frozenset(setting for setting, is_there in there.items() if not is_there)
