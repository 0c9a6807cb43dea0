"""Editing and deleting messages, and reactions to them."""

from playground.entities import Formatted
from playground.errors import Json, bad_request
from playground.keyboards import read_markup
from playground.methods.call import Call, Method
from playground.methods.sending import caption_of, check_length, check_web_apps, sent, text_of
from playground.posting import changed, delete
from playground.state import Chat, Message

DELETABLE_SECONDS = 48 * 3600
MOST_DELETED = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(call: Call) -> Json:
    """Replace the text; without `reply_markup` the buttons are removed."""
    content = text_of(call)
    message = _editable(call)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    check_length(content, is_caption=False)
    return _edit(call, message, content)


def edit_message_caption(call: Call) -> Json:
    """Replace the caption; without `reply_markup` the buttons are removed."""
    content = caption_of(call)
    message = _editable(call)
    if message.media is None or message.media.kind == "location":
        raise bad_request("there is no caption in the message to edit")
    check_length(content, is_caption=True)
    return _edit(call, message, content)


def edit_message_reply_markup(call: Call) -> Json:
    """Replace the buttons and keep the text."""
    message = _editable(call)
    return _edit(call, message, Formatted(message.text or "", message.entities))


def delete_message(call: Call) -> bool:
    """Delete a message: within 48 hours of sending, or at any time as an admin of a supergroup."""
    chat = call.writable_chat()
    message = call.message(chat, "message to delete not found")
    if not _may_delete(call, chat, message):
        raise bad_request("message can't be deleted")
    delete(call.world, message)
    return True


def delete_messages(call: Call) -> bool:
    """Delete messages; ids that do not exist are skipped."""
    chat = call.writable_chat()
    wanted = call.params.numbers("message_ids")
    if not 1 <= len(wanted) <= MOST_DELETED:
        raise bad_request("message identifiers are not specified" if not wanted else "too many messages to delete")
    found = [chat.messages[number] for number in dict.fromkeys(wanted) if number in chat.messages]
    if not all(_may_delete(call, chat, message) for message in found):
        raise bad_request("message can't be deleted")
    for message in found:
        delete(call.world, message)
    return True


def set_message_reaction(call: Call) -> bool:
    """Set the bot's reaction to a message; an empty list removes it."""
    chat = call.writable_chat()
    message = call.message(chat, "message to react not found")
    reactions = call.params.objects("reaction")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if reactions:
        message.reactions[call.bot.id] = reactions
    else:
        message.reactions.pop(call.bot.id, None)
    return True


def _editable(call: Call) -> Message:
    chat = call.writable_chat()
    message = call.message(chat, "message to edit not found")
    is_own = message.sender == call.bot.id and message.service is None and message.forward_origin is None
    if not is_own or message.had_keyboard:
        raise bad_request("message can't be edited")
    return message


def _edit(call: Call, message: Message, content: Formatted) -> Json:
    buttons = read_markup(call.params).buttons
    check_web_apps(buttons, message.chat)
    new = (content.text or None, content.entities, buttons)
    if new == (message.text, message.entities, message.buttons):
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities, message.buttons = new
    message.edit_date = call.world.now
    changed(call.world, message)
    return sent(call, message)


def _may_delete(call: Call, chat: Chat, message: Message) -> bool:
    is_admin = chat.member(call.bot.id).may("can_delete_messages")
    if is_admin and chat.type == "supergroup":
        return True
    is_own_or_allowed = chat.is_private or message.sender == call.bot.id or is_admin
    return is_own_or_allowed and call.world.clock() - message.date <= DELETABLE_SECONDS


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "setMessageReaction": set_message_reaction,
}
