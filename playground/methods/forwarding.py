"""Forwarding and copying messages."""

from playground.entities import Formatted
from playground.errors import Json, bad_request
from playground.methods.call import Call, Method
from playground.methods.sending import caption_of, send, sent
from playground.shapes import chat_shape, user_shape
from playground.state import Message


def forward_message(call: Call) -> Json:
    """Forward a message with its origin; refused for service messages and protected content."""
    source = _source(call, "message to forward not found")
    if source.protected or source.service is not None:
        raise bad_request("the message can't be forwarded")
    origin = source.forward_origin or _origin(call, source)
    content = Formatted(source.text or "", list(source.entities))
    return sent(call, send(call, content, media=source.media, forward_origin=origin))


def copy_message(call: Call) -> Json:
    """Send a copy as the bot's own message; refused for service messages and protected content."""
    source = _source(call, "message to copy not found")
    if source.protected or source.service is not None:
        raise bad_request("the message can't be copied")
    content = Formatted(source.text or "", list(source.entities))
    if source.media is not None and "caption" in call.params.values:
        content = caption_of(call)
    return {"message_id": send(call, content, media=source.media).message_id}


def _source(call: Call, missing: str) -> Message:
    chat = call.world.known_chat(call.bot, call.params.values.get("from_chat_id"))
    return call.message(chat, missing)


def _origin(call: Call, source: Message) -> Json:
    if source.sender_chat:
        chat = chat_shape(call.world, source.chat)
        return {"type": "chat", "date": source.date, "sender_chat": chat}
    return {"type": "user", "date": source.date, "sender_user": user_shape(call.world, source.sender)}


METHODS: dict[str, Method] = {"forwardMessage": forward_message, "copyMessage": copy_message}
