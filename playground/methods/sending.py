"""Parts that all sending methods share: the chat, the replied message, the markup, length limits."""

from playground.entities import Formatted, formatted
from playground.errors import Json, bad_request
from playground.keyboards import read_markup
from playground.methods.call import Call
from playground.posting import apply_keyboard, new_message, publish
from playground.shapes import message_shape
from playground.state import Chat, Media, Message

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def send(
    call: Call, content: Formatted | None, *, media: Media | None = None, forward_origin: Json | None = None
) -> Message:
    """Send a message with the call's options. Raises ApiRefusal."""
    markup = read_markup(call.params)
    chat = call.writable_chat()
    check_web_apps(markup.buttons, chat)
    if content is not None:
        check_length(content, is_caption=media is not None)
    reply_to = _replied_message(call, chat)
    thread = _thread(call, chat, reply_to)
    call.spend(chat)
    message = new_message(call.world, chat, call.bot.id)
    if content is not None:
        message.text, message.entities = content.text or None, content.entities
    message.media, message.forward_origin = media, forward_origin
    message.reply_to, message.thread = reply_to, thread
    message.buttons, message.had_keyboard = markup.buttons, markup.bars_edits
    message.protected = call.params.flag("protect_content")
    message.silent = call.params.flag("disable_notification")
    publish(call.world, message)
    apply_keyboard(call.world, message, markup)
    return message


def check_web_apps(buttons: list[list[Json]] | None, chat: Chat) -> None:
    """Check that web apps are opened from private chats only. Raises ApiRefusal."""
    if chat.id < 0 and any("web_app" in button for row in buttons or () for button in row):
        raise bad_request("BUTTON_TYPE_INVALID")


def sent(call: Call, message: Message) -> Json:
    """Return the Message JSON that a sending method answers with."""
    return message_shape(call.world, message)


def text_of(call: Call) -> Formatted:
    """Return the `text` of a call. Raises ApiRefusal if it is empty."""
    content = formatted(call.params, "text", "entities")
    if not content.text:
        raise bad_request("message text is empty")
    return content


def caption_of(call: Call) -> Formatted:
    """Return the `caption` of a call, which may be empty."""
    return formatted(call.params, "caption", "caption_entities")


def check_length(content: Formatted, *, is_caption: bool) -> None:
    """Check Telegram's maximum length. Raises ApiRefusal."""
    if is_caption and content.length > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not is_caption and content.length > LONGEST_TEXT:
        raise bad_request("message is too long")


def _replied_message(call: Call, chat: Chat) -> Message | None:
    parameters = call.params.object("reply_parameters") or {}
    wanted = parameters.get("message_id") or call.params.number("reply_to_message_id")
    if not wanted:
        return None
    other = parameters.get("chat_id")
    source = call.world.chat_for_bot(call.bot, other) if other else chat
    found = source.messages.get(int(wanted))
    lenient = parameters.get("allow_sending_without_reply") is True
    if found is None and not (lenient or call.params.flag("allow_sending_without_reply")):
        raise bad_request("message to be replied not found")
    return found


def _thread(call: Call, chat: Chat, reply_to: Message | None) -> int | None:
    thread = call.params.number("message_thread_id")
    if not thread:
        return reply_to.thread if reply_to is not None and reply_to.chat is chat else None
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread
