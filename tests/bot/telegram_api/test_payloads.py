"""Tests of the bodies that are written past PTB: they say what PTB would say."""

import json

from bot.conversation.message import Button, Keyboard, MainKeyboard, Message
from bot.telegram_api.payloads import body_of, body_of_edit
from texts.html import Html

NOTICE = Message(Html("<b>Wees alert</b>"), Keyboard(((Button("Gelezen", "seen:1"),),)), is_protected=True)
BUTTONS = {"inline_keyboard": [[{"text": "Gelezen", "callback_data": "seen:1"}]]}


def test_each_reader_gets_an_answer_to_the_own_message() -> None:
    """The same text for many readers answers what each of them has."""
    bodies = [
        json.loads(body_of(chat, NOTICE, reply_to=reply, topic=0, is_paid=False))
        for chat, reply in (("7", "70"), ("8", "80"), ("9", None))
    ]
    assert [(7, 70), (8, 80), (9, None)] == [
        (one.pop("chat_id"), one.pop("reply_parameters", {}).get("message_id")) for one in bodies
    ]
    assert bodies[0] == bodies[1] == bodies[2]
    assert (NOTICE.text, BUTTONS, True) == tuple(
        bodies[0][name] for name in ("text", "reply_markup", "protect_content")
    )


def test_an_edit_has_text_and_buttons_and_shows_no_preview() -> None:
    """An edit says which message, and shows a link as small as a new message does."""
    expected = {"text": NOTICE.text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    edited = json.loads(body_of_edit("-1007", "70", NOTICE))
    assert {"chat_id": -1007, "message_id": 70, "reply_markup": BUTTONS, **expected} == edited


def test_an_edit_never_has_a_keyboard_below_the_field() -> None:
    """Telegram refuses to edit such a keyboard in."""
    plain = Message(NOTICE.text, MainKeyboard(("Melden",)))
    assert "reply_markup" not in json.loads(body_of_edit("7", "70", plain))
