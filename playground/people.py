"""Actions of people on their phones: write, press, follow a link, block."""

import base64
from collections.abc import Callable

from playground.entities import Formatted, complete
from playground.errors import ControlError, Json
from playground.links import DeepLink, deep_link
from playground.posting import changed, keyboard_changed, new_message, publish, tell_bots
from playground.shapes import chat_instance, chat_shape, message_shape, user_shape
from playground.state import ANONYMOUS_ADMIN, Bot, Chat, Media, Message, User
from playground.views import user_view
from playground.world import World

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_FILES = {
    "photo": ("photo.png", "image/png"),
    "document": ("document.pdf", "application/pdf"),
    "sticker": ("sticker.webp", "image/webp"),
    "voice": ("voice.ogg", "audio/ogg"),
    "video": ("video.mp4", "video/mp4"),
}
_LONGEST = 4096


def write(
    world: World, user: User, chat: Chat, text: str, *, reply_to: object = None, thread: object = None
) -> tuple[Message, int | None]:
    """Send a text as this person; return the message and the update's id, None if no bot gets it."""
    value = complete(Formatted(text.strip()))
    if not value.text or value.length > _LONGEST:
        raise ControlError(f"a text has 1 to {_LONGEST} characters")

    def fill(message: Message) -> None:
        message.text, message.entities = value.text, value.entities

    return _send(world, user, chat, fill, reply_to=reply_to, thread=thread)


def share(
    world: World, user: User, chat: Chat, media: Media, *, caption: str = "", thread: object = None
) -> tuple[Message, int | None]:
    """Send a location, photo or other media as this person."""
    value = complete(Formatted(caption.strip()))

    def fill(message: Message) -> None:
        message.media, message.text, message.entities = media, value.text or None, value.entities

    return _send(world, user, chat, fill, thread=thread)


def write_anonymously(
    world: World, user: User, chat: Chat, text: str, *, reply_to: object = None, thread: object = None
) -> tuple[Message, int | None]:
    """Send a text as the group itself, by one of its admins. Raises ControlError for others."""
    if chat.is_private or not world.is_admin(chat, user.id):
        raise ControlError("only an admin of the group may post as the group")
    value = complete(Formatted(text.strip()))

    def fill(message: Message) -> None:
        message.sender, message.sender_chat = ANONYMOUS_ADMIN, True
        message.text, message.entities = value.text, value.entities

    return _send(world, user, chat, fill, reply_to=reply_to, thread=thread)


def rewrite(world: World, user: User, message: Message, text: str) -> int | None:
    """Edit one of this person's own messages; return the update's id, None if no bot gets it."""
    if message.sender != user.id or message.service is not None:
        raise ControlError("only one's own messages can be edited")
    value = complete(Formatted(text.strip()))
    message.text, message.entities = value.text or None, value.entities
    message.edit_date = world.now
    changed(world, message)
    return tell_bots(world, message, "edited_message")


def follow(world: World, user: User, link: str) -> tuple[Message, int | None]:
    """Open a deep link and press Start; unblocks the bot if needed."""
    target = linked(link)
    if target.is_for_group:
        raise ControlError("the link adds a bot to a group: name the group as chat")
    chat = world.private_chat(linked_bot(world, target).id, user.id)
    return write(world, user, chat, f"/start {target.payload}".strip())


def linked(link: str) -> DeepLink:
    """Parse a link to a bot. Raises ControlError."""
    target = deep_link(link)
    if target is None:
        raise ControlError("not a link like https://t.me/BOT?start=PAYLOAD with at most 64 of A-Z a-z 0-9 _ -")
    return target


def linked_bot(world: World, target: DeepLink) -> Bot:
    """Return the bot of a link. Raises ControlError 404."""
    bots = [bot for bot in world.bots.values() if bot.username.lower() == target.username.lower()]
    if not bots:
        raise ControlError(f"no bot {target.username}", 404)
    return bots[0]


def press(world: World, user: User, message: Message, *, data: object, label: object) -> Json:
    """Press a button, named by its data or by its label (exact, else a unique beginning or part)."""
    buttons = [button for row in message.buttons or [] for button in row]
    if isinstance(data, str):
        found = [button for button in buttons if button.get("callback_data") == data]
    else:
        found = _by_label(buttons, str(label or ""))
    if not found:
        texts = ", ".join(button["text"] for button in buttons)
        raise ControlError(f"no such button on message {message.message_id}; it has: {texts or 'none'}")
    if "callback_data" not in found[0]:
        raise ControlError("that button opens an address, it is not answered by the bot")
    return press_raw(world, user, message, found[0]["callback_data"])


def press_raw(world: World, user: User, message: Message, data: str) -> Json:
    """Press with any data, as an altered client may. Raises ControlError."""
    bot = world.bots.get(message.sender)
    if bot is None:
        raise ControlError("only a bot's message has buttons")
    if message.chat.is_private and bot.id in user.blocked:
        raise ControlError("the user has blocked the bot")
    query = world.add_query(bot, user.id, message)
    update_id = bot.updates.push(
        "callback_query",
        {
            "id": query.id,
            "from": user_shape(world, user.id),
            "message": message_shape(world, message),
            "chat_instance": chat_instance(message.chat),
            "data": data,
        },
    )
    return {"callback_query_id": query.id, "update_id": update_id}


def set_blocked(world: World, user: User, bot: Bot, *, blocked: bool) -> None:
    """Block or unblock a bot, which gets a my_chat_member update."""
    if blocked == (bot.id in user.blocked):
        return
    (user.blocked.add if blocked else user.blocked.discard)(bot.id)
    person = user_shape(world, user.id)
    itself = user_shape(world, bot.id)
    kicked: Json = {"user": itself, "status": "kicked", "until_date": 0}
    present: Json = {"user": itself, "status": "member"}
    bot.updates.push(
        "my_chat_member",
        {
            "chat": chat_shape(world, world.private_chat(bot.id, user.id)),
            "from": person,
            "date": world.now,
            "old_chat_member": present if blocked else kicked,
            "new_chat_member": kicked if blocked else present,
        },
    )
    world.events.add("user", user=user_view(user))


def sample_media(world: World, user: User, kind: str) -> Media:
    """Make a small sample photo, document, sticker, voice message, video or contact."""
    if kind == "contact":
        number = f"+316{user.id % 100_000_000:08d}"
        contact = {"phone_number": number, "first_name": user.first_name, "user_id": user.id}
        return Media(kind, contact)
    if kind not in _FILES:
        raise ControlError(f"kind is one of contact, {', '.join(_FILES)}")
    name, mime = _FILES[kind]
    return stored_media(world, kind, name, mime, _PIXEL if kind in ("photo", "sticker") else kind.encode() * 16)


def stored_media(world: World, kind: str, name: str, mime: str, data: bytes) -> Media:
    """Store a file and describe it as the Bot API does."""
    file = world.add_file(kind, name, mime, data)
    base: Json = {"file_id": file.file_id, "file_unique_id": file.file_id[2:18], "file_size": len(data)}
    pixels = {"width": 1, "height": 1}
    content: object = {
        "photo": [{**base, **pixels}],
        "document": {**base, "file_name": name, "mime_type": mime},
        "sticker": {**base, **pixels, "type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"},
        "voice": {**base, "duration": 1, "mime_type": mime},
        "video": {**base, **pixels, "duration": 1, "mime_type": mime, "file_name": name},
    }[kind]
    return Media(kind, content, file)


def seen_message(world: World, user: User, chat: Chat, message_id: object) -> Message:
    """Return a message that this person can see. Raises ControlError 404."""
    message = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if message is None or not chat.shows(user.id, message):
        raise ControlError(f"user {user.id} sees no message {message_id} there", 404)
    return message


def _send(
    world: World,
    user: User,
    chat: Chat,
    fill: Callable[[Message], None],
    *,
    reply_to: object = None,
    thread: object = None,
) -> tuple[Message, int | None]:
    message = new_message(world, chat, user.id)
    try:
        fill(message)
        _open(world, user, chat, message)
        if reply_to is not None:
            message.reply_to = seen_message(world, user, chat, reply_to)
        message.thread = _thread(chat, thread, message)
    except ControlError:
        chat.last_id -= 1
        raise
    publish(world, message)
    _use_up_keyboard(world, chat, user, message)
    return message, tell_bots(world, message)


def _open(world: World, user: User, chat: Chat, message: Message) -> None:
    """Check that this person may write here; /start unblocks the bot. Raises ControlError."""
    if user.deactivated:
        raise ControlError("the account is gone")
    if not chat.is_private:
        if chat.migrated_to is not None:
            raise ControlError(f"the group became the supergroup {chat.migrated_to}")
        if not chat.has(user.id) or chat.member(user.id).rights.get("can_send_messages") is False:
            raise ControlError(f"user {user.id} may not write in chat {chat.id}")
        return
    assert chat.bot_id is not None
    bot = world.bots[chat.bot_id]
    if bot.id in user.blocked:
        if not (message.text or "").startswith("/start"):
            raise ControlError("the user has blocked the bot")
        set_blocked(world, user, bot, blocked=False)
    if bot.id not in user.started:
        user.started.add(bot.id)
        world.events.add("user", user=user_view(user))


def _thread(chat: Chat, thread: object, message: Message) -> int | None:
    if thread is None:
        return message.reply_to.thread if message.reply_to else None
    if not isinstance(thread, int) or thread not in chat.topics:
        raise ControlError(f"no topic {thread} in chat {chat.id}", 404)
    return thread


def _use_up_keyboard(world: World, chat: Chat, user: User, message: Message) -> None:
    """Remove a one-time keyboard after one of its buttons was pressed."""
    keyboard = chat.keyboards.get(user.id)
    if keyboard is None or not keyboard["one_time"]:
        return
    kind = message.media.kind if message.media else None
    buttons = [button for row in keyboard["rows"] for button in row]
    if any(button["text"] == message.text or button.get(f"request_{kind}") for button in buttons):
        del chat.keyboards[user.id]
        keyboard_changed(world, chat, user.id)


def _by_label(buttons: list[Json], label: str) -> list[Json]:
    folded = label.strip().casefold()
    texts = [(button["text"].casefold(), button) for button in buttons]
    exact = [button for button in buttons if button["text"] == label]
    if exact or not folded:
        return exact
    starting = [button for text, button in texts if text.startswith(folded)]
    containing = [button for text, button in texts if folded in text]
    for found in (starting, containing):
        if len(found) == 1:
            return found
    if len(containing) > 1:
        raise ControlError(f"{label!r} fits {', '.join(button['text'] for button in containing)}")
    return []
