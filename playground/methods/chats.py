"""Methods on chats: reading and leaving them, pinned messages, topics."""

from playground import groups
from playground.errors import Json, bad_request
from playground.methods.call import Call, Method
from playground.posting import announce
from playground.shapes import MEMBER_RIGHTS, chat_shape, message_shape
from playground.state import ADMINS, Chat

LONGEST_TOPIC = 128
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_EVERYBODY_MAY = [right for right in MEMBER_RIGHTS if right.startswith("can_send") or right == "can_invite_users"]


def get_chat(call: Call) -> Json:
    """Return the full information on a chat."""
    chat = call.known_chat()
    info = {
        **chat_shape(call.world, chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if "username" in info:
        info["active_usernames"] = [info["username"]]
    pinned = [chat.messages[number] for number in chat.pinned]
    if pinned:
        info["pinned_message"] = message_shape(call.world, pinned[-1], with_reply=False)
    return info if chat.is_private else {**info, **_group_info(call, chat)}


def get_chat_member_count(call: Call) -> int:
    """Return the number of members, bots included."""
    chat = call.known_chat()
    return 2 if chat.is_private else len(chat.present())


def leave_chat(call: Call) -> bool:
    """Remove the bot from a group."""
    chat = call.world.writable_chat(call.bot, call.params.values.get("chat_id"))
    if chat.is_private:
        raise bad_request("chat is not a group, supergroup or channel")
    groups.set_member(call.world, chat, call.bot.id, "left")
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = _pinnable(call)
    message = call.message(chat, "message to pin not found")
    if message.service is not None:
        raise bad_request("message can't be pinned")
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    pinned: Json = message_shape(call.world, message, with_reply=False)
    silent = call.params.flag("disable_notification")
    announce(call.world, chat, call.bot.id, {"pinned_message": pinned}, thread=message.thread, silent=silent)
    _pins_changed(call, chat)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin the given message, or the last pinned one."""
    chat = _pinnable(call)
    number = call.params.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    _pins_changed(call, chat)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin all messages."""
    chat = _pinnable(call)
    chat.pinned.clear()
    _pins_changed(call, chat)
    return True


def create_forum_topic(call: Call) -> Json:
    """Create a topic in a forum where the bot has the right to do so."""
    chat = _forum(call)
    name = call.params.text("name").strip()
    if not name:
        raise bad_request("topic name must be non-empty")
    thread = groups.create_topic(call.world, chat, name[:LONGEST_TOPIC], by=call.bot.id)
    return {"message_thread_id": thread, **chat.topics[thread]}


def _forum(call: Call) -> Chat:
    chat = call.group()
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.member(call.bot.id).may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    return chat


def _group_info(call: Call, chat: Chat) -> Json:
    """Return the fields that getChat adds for a group; false fields are left out, and admins get more."""
    info: Json = {"permissions": {right: right in _EVERYBODY_MAY for right in MEMBER_RIGHTS}}
    place = chat.member(call.bot.id)
    if chat.type == "supergroup" and chat.join_by_request:
        info["join_by_request"] = True
    if chat.type == "supergroup" and place.status in ADMINS and not chat.hidden_history:
        info["has_visible_history"] = True
    if place.may("can_invite_users"):
        info["invite_link"] = groups.primary_link(call.world, chat, call.bot.id).url
    return info


def _pinnable(call: Call) -> Chat:
    chat = call.writable_chat()
    if not chat.is_private and not chat.member(call.bot.id).may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _pins_changed(call: Call, chat: Chat) -> None:
    if not chat.is_private:
        groups.chat_changed(call.world, chat)


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "createForumTopic": create_forum_topic,
}
