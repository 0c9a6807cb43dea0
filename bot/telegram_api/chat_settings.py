"""The settings that a group chat lacks, from what Telegram tells the bot of the chat and of the bot's place in it."""

from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator
from telegram.constants import ChatType

from alerts.kvo_group import ChatSetting


def lacking(chat: ChatFullInfo, place: ChatMember) -> frozenset[ChatSetting]:
    """Return the settings that the chat lacks; one that cannot be known counts as lacking. (Telegram tells only an
    admin of the history.)"""
    is_supergroup = chat.type == ChatType.SUPERGROUP
    is_admin = isinstance(place, ChatMemberAdministrator)
    there = {
        ChatSetting.SUPERGROUP: is_supergroup,
        ChatSetting.ADMIN: is_admin,
        ChatSetting.INVITE_RIGHT: isinstance(place, ChatMemberAdministrator) and place.can_invite_users,
        ChatSetting.JOIN_BY_REQUEST: is_supergroup and _asks_to_enter(chat),
        ChatSetting.HIDDEN_HISTORY: is_supergroup and is_admin and _hides_history(chat),
    }
    return frozenset(setting for setting, is_there in there.items() if not is_there)


def _asks_to_enter(chat: ChatFullInfo) -> bool:
    """Return whether nobody enters the chat without a request. Only a public or linked supergroup has the setting. Into
    a private one people come by links (ours asks first; those of other admins cannot be seen) or because a member adds
    them, which must then be turned off."""
    if chat.join_by_request:
        return True
    return _is_private(chat) and chat.permissions is not None and not chat.permissions.can_invite_users


def _hides_history(chat: ChatFullInfo) -> bool:
    """Return whether newcomers cannot read the history. In public and linked groups and in forums they always can,
    whatever the setting says."""
    return _is_private(chat) and not chat.is_forum and not chat.has_visible_history


def _is_private(chat: ChatFullInfo) -> bool:
    return chat.username is None and chat.linked_chat_id is None
