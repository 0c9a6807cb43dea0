"""The Bot API's JSON objects."""

from zlib import crc32

from playground.errors import Json
from playground.state import ANONYMOUS_ADMIN, Bot, Chat, InviteLink, Member, Message
from playground.world import World

ADMIN_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
]
MEMBER_RIGHTS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
]


def bot_shape(bot: Bot, *, own: bool = False) -> Json:
    """Return a bot as a User; `own` adds the fields of getMe."""
    shape: Json = {"id": bot.id, "is_bot": True, "first_name": bot.first_name, "username": bot.username}
    if own:
        shape |= {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
    return shape


def user_shape(world: World, user_id: int) -> Json:
    """Return a person or a bot as a User."""
    if user_id in world.bots:
        return bot_shape(world.bots[user_id])
    if user_id == ANONYMOUS_ADMIN:
        return {"id": user_id, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    user = world.users[user_id]
    shape: Json = {"id": user.id, "is_bot": False, "first_name": user.first_name if not user.deactivated else ""}
    if user.last_name:
        shape["last_name"] = user.last_name
    if user.username:
        shape["username"] = user.username
    shape["language_code"] = user.language_code
    return shape


def chat_shape(world: World, chat: Chat) -> Json:
    """Return a Chat."""
    if chat.is_private:
        user = user_shape(world, chat.id)
        names: Json = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        return {"id": chat.id, **names, "type": "private"}
    shape: Json = {"id": chat.id, "title": chat.title, "type": chat.type}
    return {**shape, "is_forum": True} if chat.is_forum else shape


def chat_instance(chat: Chat) -> str:
    """Return the `chat_instance` of callback queries; the same for every press in a chat."""
    return str(crc32(f"{chat.bot_id}:{chat.id}".encode()) * 4_294_967_291 + 1)


def entity_shape(world: World, entity: Json) -> Json:
    """Return a MessageEntity."""
    if entity["type"] != "text_mention":
        return entity
    rest = {name: value for name, value in entity.items() if name != "user_id"}
    user_id = entity["user_id"]
    if user_id in world.users or user_id in world.bots:
        return {**rest, "user": user_shape(world, user_id)}
    return {**rest, "user": {"id": user_id, "is_bot": False, "first_name": str(user_id)}}


def message_shape(world: World, message: Message, *, with_reply: bool = True) -> Json:
    """Return a Message."""
    shape: Json = {"message_id": message.message_id, "from": user_shape(world, message.sender)}
    chat = chat_shape(world, message.chat)
    shape |= {"chat": chat, "date": message.date}
    if message.sender_chat:
        shape["sender_chat"] = chat
    if message.thread is not None:
        shape |= {"message_thread_id": message.thread, "is_topic_message": True}
    if message.edit_date is not None:
        shape["edit_date"] = message.edit_date
    if message.forward_origin is not None:
        shape["forward_origin"] = message.forward_origin
    if message.protected:
        shape["has_protected_content"] = True
    if with_reply and message.reply_to is not None:
        shape["reply_to_message"] = message_shape(world, message.reply_to, with_reply=False)
    shape |= _content(world, message)
    if message.buttons:
        shape["reply_markup"] = {"inline_keyboard": message.buttons}
    return shape


def _content(world: World, message: Message) -> Json:
    if message.service is not None:
        return message.service
    shape: Json = {}
    text, entities = "text", "entities"
    if message.media is not None:
        shape[message.media.kind] = message.media.content
        text, entities = "caption", "caption_entities"
    if message.text:
        shape[text] = message.text
        if message.entities:
            shape[entities] = [entity_shape(world, entity) for entity in message.entities]
    return shape


def member_shape(world: World, member: Member) -> Json:
    """Return a ChatMember."""
    shape: Json = {"user": user_shape(world, member.user_id), "status": member.status}
    if member.status == "creator":
        shape["is_anonymous"] = bool(member.rights.get("is_anonymous", False))
    elif member.status == "administrator":
        shape |= {"can_be_edited": False, "is_anonymous": bool(member.rights.get("is_anonymous", False))}
        shape |= {right: bool(member.rights.get(right, False)) for right in ADMIN_RIGHTS}
        shape["can_manage_chat"] = True
    elif member.status == "member" and member.rights.get("can_send_messages") is False:
        shape |= {"status": "restricted", "is_member": True, "until_date": 0}
        shape |= {right: bool(member.rights.get(right, False)) for right in MEMBER_RIGHTS}
    elif member.status == "kicked":
        shape["until_date"] = 0
    return shape


def link_shape(world: World, link: InviteLink) -> Json:
    """Return a ChatInviteLink."""
    shape: Json = {
        "invite_link": link.url,
        "creator": user_shape(world, link.creator),
        "creates_join_request": link.creates_join_request,
        "is_primary": link.is_primary,
        "is_revoked": link.is_revoked,
    }
    optional = {"name": link.name, "expire_date": link.expire_date, "member_limit": link.member_limit}
    return shape | {name: value for name, value in optional.items() if value is not None}
