"""Payloads of the Bot API: the JSON body of a message, and PTB's keyboard objects where PTB sends."""

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)

from bot.conversation.message import AnyKeyboard, Button, Keyboard, LocationKeyboard, MainKeyboard, Message, NoKeyboard

PAID_ABOVE = 30.0  # broadcasts a second; more than that costs Telegram Stars
_encode = json.JSONEncoder(separators=(",", ":")).encode
_NO_PREVIEW = {"is_disabled": True}

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def body_of(ref: str, message: Message, *, reply_to: str | None, topic: int, is_paid: bool) -> bytes:
    """Build the JSON body of `sendMessage`: what PTB would send, without its checks and objects for each recipient."""
    rest = _rest_of_body(message, topic, is_paid)
    if reply_to is None:
        return b'{"chat_id":%d,%b' % (int(ref), rest)
    reply = b'"reply_parameters":{"message_id":%d,"allow_sending_without_reply":true}' % int(reply_to)
    return b'{"chat_id":%d,%b,%b' % (int(ref), reply, rest)


def body_of_edit(ref: str, message_ref: str, message: Message) -> bytes:
    """Build the JSON body of `editMessageText`."""
    return b'{"chat_id":%d,"message_id":%d,%b' % (int(ref), int(message_ref), _rest_of_edit(message))


# Everybody at the same distance gets the same text. What differs by recipient stays out of these.


@lru_cache(maxsize=256)
def _rest_of_edit(message: Message) -> bytes:
    keyboard = message.keyboard if isinstance(message.keyboard, Keyboard) else None  # no other kind can be edited
    return _encoded(_text_of(replace(message, keyboard=keyboard)))


@lru_cache(maxsize=256)
def _rest_of_body(message: Message, topic: int, is_paid: bool) -> bytes:
    fields = _text_of(message)
    if message.is_protected:
        fields["protect_content"] = True
    if message.is_silent:
        fields["disable_notification"] = True
    if topic:
        fields["message_thread_id"] = topic
    if is_paid:
        fields["allow_paid_broadcast"] = True
    return _encoded(fields)


def _text_of(message: Message) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": message.text, "parse_mode": "HTML", "link_preview_options": _NO_PREVIEW}
    if message.keyboard is not None:
        fields["reply_markup"] = markup(message.keyboard).to_dict()
    return fields


def _encoded(fields: dict[str, Any]) -> bytes:
    return _encode(fields).removeprefix("{").encode()


def markup(keyboard: AnyKeyboard) -> Markup:
    """Convert a keyboard to PTB's object."""
    match keyboard:
        case Keyboard():
            return inline(keyboard)
        case LocationKeyboard():
            return ReplyKeyboardMarkup(
                [[KeyboardButton(keyboard.label, request_location=True)]],
                resize_keyboard=True,
                one_time_keyboard=True,
                input_field_placeholder=keyboard.placeholder or None,
            )
        case MainKeyboard():
            row = [KeyboardButton(label) for label in keyboard.labels]
            return ReplyKeyboardMarkup([row], resize_keyboard=True, is_persistent=True)
        case NoKeyboard():
            return ReplyKeyboardRemove()


def inline(keyboard: Keyboard) -> InlineKeyboardMarkup:
    """Convert a keyboard to PTB's rows of inline buttons."""
    return InlineKeyboardMarkup([[_inline_button(one) for one in row] for row in keyboard.rows])


def _inline_button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
        web_app=WebAppInfo(button.app) if button.app else None,
        style=button.style,
    )
