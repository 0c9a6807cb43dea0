"""Adding messages to chats, and telling the bots and the page about them."""

from playground.errors import Json
from playground.keyboards import Markup
from playground.shapes import message_shape
from playground.state import ADMINS, Bot, Chat, Message
from playground.views import message_view
from playground.world import World


def new_message(world: World, chat: Chat, sender: int) -> Message:
    """Make an empty message with the chat's next id; `publish` makes it visible."""
    chat.last_id += 1
    return Message(chat.last_id, chat, sender, world.now)


def publish(world: World, message: Message) -> None:
    """Add a message to its chat and to the page."""
    message.chat.messages[message.message_id] = message
    world.events.add(
        "message", **where(message.chat), message_id=message.message_id, message=message_view(world, message)
    )


def tell_bots(world: World, message: Message, kind: str = "message") -> int | None:
    """Queue a person's message for the bots that may read it; return the first update's id."""
    ids = [
        bot.updates.push(kind, message_shape(world, message))
        for bot in _audience(world, message)
        if _reads(bot, message)
    ]
    return next((update_id for update_id in ids if update_id is not None), None)


def announce(
    world: World, chat: Chat, sender: int, service: Json, *, thread: int | None = None, silent: bool = False
) -> Message:
    """Publish a service message and return it; `tell_bots` queues it for the bots."""
    message = new_message(world, chat, sender)
    message.service = service
    message.thread = thread
    message.silent = silent
    publish(world, message)
    return message


def changed(world: World, message: Message) -> None:
    """Tell the page that a message was edited."""
    world.events.add(
        "edited", **where(message.chat), message_id=message.message_id, message=message_view(world, message)
    )


def delete(world: World, message: Message) -> None:
    """Delete a message for everybody."""
    del message.chat.messages[message.message_id]
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    world.events.add("deleted", **where(message.chat), message_id=message.message_id)


def where(chat: Chat) -> Json:
    """Return the event fields that identify a chat, and the person of a private one."""
    if chat.is_private:
        return {"chat": chat.id, "viewer": chat.id, "bot": chat.bot_id}
    return {"chat": chat.id}


def apply_keyboard(world: World, message: Message, markup: Markup) -> None:
    """Show or remove the reply keyboard on the phones that a message's markup concerns."""
    if markup.keyboard is None and not markup.remove:
        return
    for user_id in _phones(world, message, markup):
        if markup.keyboard is not None:
            message.chat.keyboards[user_id] = markup.keyboard
        else:
            message.chat.keyboards.pop(user_id, None)
        keyboard_changed(world, message.chat, user_id)


def keyboard_changed(world: World, chat: Chat, user_id: int) -> None:
    """Tell the page which keyboard this person has now."""
    fields = {**where(chat), "viewer": user_id, "keyboard": chat.keyboards.get(user_id)}
    world.events.add("keyboard", **fields)


def _phones(world: World, message: Message, markup: Markup) -> list[int]:
    if message.chat.is_private:
        return [message.chat.id]
    present = [m.user_id for m in message.chat.present() if m.user_id in world.users]
    if not markup.selective:
        return present
    meant = {entity["user_id"] for entity in message.entities if entity["type"] == "text_mention"}
    if message.reply_to is not None:
        meant.add(message.reply_to.sender)
    names = {f"@{world.users[user_id].username}": user_id for user_id in present}
    meant |= {user_id for name, user_id in names.items() if name in (message.text or "")}
    return [user_id for user_id in present if user_id in meant]


def _audience(world: World, message: Message) -> list[Bot]:
    return [bot for bot in world.bots_in(message.chat) if bot.id != message.sender]


def _reads(bot: Bot, message: Message) -> bool:
    """Apply privacy mode: in a group, a bot that is no admin gets service messages, commands and replies to it."""
    chat = message.chat
    if chat.is_private or message.service is not None or chat.member(bot.id).status in ADMINS:
        return True
    if message.reply_to is not None and message.reply_to.sender == bot.id:
        return True
    first = (message.text or "").split(maxsplit=1)
    if message.media is not None or not first or not first[0].startswith("/"):
        return False
    _, _, target = first[0].partition("@")
    return not target or target.lower() == bot.username.lower()
