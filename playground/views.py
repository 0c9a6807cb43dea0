"""The control API's JSON objects, for the page and for tests."""

from playground.entities import render
from playground.errors import Json
from playground.state import ADMINS, Bot, Chat, Member, Message, User
from playground.world import World


def user_view(user: User) -> Json:
    """Return a User of the contract."""
    view: Json = {
        "id": user.id,
        "first_name": user.first_name,
        "language_code": user.language_code,
        "phone": user.phone,
        "started": bool(user.started),
        "blocked": sorted(user.blocked),
    }
    optional = {name: getattr(user, name) for name in ("last_name", "username", "note", "link")}
    if user.deactivated:
        view["deactivated"] = True
    return view | {name: value for name, value in optional.items() if value}


def bot_view(bot: Bot) -> Json:
    """Return a Bot of the contract."""
    return {"id": bot.id, "username": bot.username, "first_name": bot.first_name}


def chat_view(chat: Chat) -> Json:
    """Return a Chat of the contract."""
    view: Json = {"id": chat.id, "type": chat.type}
    if chat.title is not None:
        view["title"] = chat.title
    return view | {
        "members": [_member_view(member) for member in chat.members.values()],
        "is_forum": chat.is_forum,
        "topics": [{"thread": thread, "name": topic["name"]} for thread, topic in chat.topics.items()],
        "hidden_history": chat.hidden_history,
        "join_by_request": chat.join_by_request,
        "phone": chat.phone,
        "pinned": list(chat.pinned),
        "requests": list(chat.requests),
        **({"migrated_to": chat.migrated_to} if chat.migrated_to is not None else {}),
        **({"migrated_from": chat.migrated_from} if chat.migrated_from is not None else {}),
    }


def _member_view(member: Member) -> Json:
    view: Json = {"user": member.user_id, "status": member.status}
    return view | ({"rights": member.rights} if member.status == "administrator" else {})


def message_view(world: World, message: Message) -> Json:
    """Return a Message of the contract; `chat` of a private message is the person's id."""
    view: Json = {"message_id": message.message_id, "chat": message.chat.id}
    if message.chat.bot_id is not None:
        view["bot"] = message.chat.bot_id
    view |= {"from": message.sender, "date": message.date}
    if message.thread is not None:
        view["thread"] = message.thread
    if message.edit_date is not None:
        view["edit_date"] = message.edit_date
    if message.text:
        view["text" if message.media is None else "caption"] = message.text
        view["html"] = render(message.text, message.entities)
        if message.entities:
            view["entities"] = message.entities
    if message.reply_to is not None:
        view["reply_to"] = message.reply_to.message_id
    if message.buttons:
        view["buttons"] = [[_button_view(button) for button in row] for row in message.buttons]
    view |= _media_view(message)
    if message.service is not None:
        view["service"] = service_text(world, message)
    if message.forward_origin is not None:
        view["forwarded"] = True
    return view | {"protected": message.protected, "silent": message.silent}


def _button_view(button: Json) -> Json:
    view = {"text": button["text"]}
    if "callback_data" in button:
        view["data"] = button["callback_data"]
    if "url" in button:
        view["url"] = button["url"]
    if "web_app" in button:
        view["app"] = button["web_app"]["url"]
    if "copy_text" in button:
        view["copy"] = button["copy_text"]["text"]
    if "style" in button:
        view["style"] = button["style"]
    return view


def _media_view(message: Message) -> Json:
    media = message.media
    if media is None:
        return {}
    if media.kind == "location" and isinstance(media.content, dict):
        return {"location": {name: media.content[name] for name in ("latitude", "longitude")}}
    view: Json = {"kind": media.kind}
    if media.file is not None:
        view |= {"url": f"/playground/files/{media.file.file_id}", "name": media.file.name}
    return {"media": view}


def service_text(world: World, message: Message) -> str:
    """Describe a service message in one line for the page."""
    service = message.service or {}
    who = name_of(world, message.sender)
    if "new_chat_members" in service:
        return ", ".join(user["first_name"] for user in service["new_chat_members"]) + " joined"
    if "left_chat_member" in service:
        return f"{service['left_chat_member']['first_name']} left"
    if "forum_topic_created" in service:
        return f"{who} made the topic {service['forum_topic_created']['name']}"
    if "pinned_message" in service:
        return f"{who} pinned a message"
    if "new_chat_title" in service:
        return f"{who} named the group {service['new_chat_title']}"
    texts = {
        "group_chat_created": f"{who} made the group",
        "supergroup_chat_created": f"{who} made the group",
        "migrate_to_chat_id": "The group became a supergroup",
        "migrate_from_chat_id": "The group became a supergroup",
    }
    return next((text for name, text in texts.items() if name in service), "")


def name_of(world: World, user_id: int) -> str:
    """Return the first name of a person or bot."""
    someone = world.bots.get(user_id) or world.users.get(user_id)
    return someone.first_name if someone else "Group"


def commands_for(world: World, bot: Bot, chat: Chat, user_id: int) -> list[Json]:
    """Return the commands that a person's phone shows in a chat, by Telegram's order of scopes."""
    if chat.is_private:
        scopes = [f"chat:{chat.id}", "all_private_chats", "default"]
    else:
        is_admin = chat.member(user_id).status in ADMINS
        scopes = [
            f"chat_member:{chat.id}:{user_id}",
            *([f"chat_administrators:{chat.id}"] if is_admin else []),
            f"chat:{chat.id}",
            *(["all_chat_administrators"] if is_admin else []),
            "all_group_chats",
            "default",
        ]
    user = world.users.get(user_id)
    for scope in scopes:
        for language in dict.fromkeys((user.language_code if user else "", "")):
            if (scope, language) in bot.profile.commands:
                return bot.profile.commands[scope, language]
    return []


def state_view(world: World) -> Json:
    """Return the whole state of the contract; `chats` are the groups."""
    return {
        "bots": [bot_view(bot) for bot in world.bots.values()],
        "users": [user_view(user) for user in world.users.values()],
        "chats": [chat_view(chat) for chat in world.groups.values()],
        "faults": world.faults.shape(),
        "note": world.note,
        "seq": world.events.seq,
    }
