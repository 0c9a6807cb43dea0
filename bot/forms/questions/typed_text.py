"""Typed text: reading it from an answer, and checking that it may be broadcast."""

from alerts.errors import InvalidText
from alerts.guard import is_blank
from alerts.guard.off_loop import off_loop
from alerts.typed_text import check
from bot.conversation.form import Answer, Typed
from bot.conversation.message import utf16_length


async def checked(text: str, length: int) -> str:
    """Return the text if it may be broadcast. Raises InvalidText if it is empty, too long, or refused by the guard."""
    if is_blank(text):
        raise InvalidText("empty")
    if utf16_length(text) > length:
        raise InvalidText("too-long", length=str(length), typed=str(utf16_length(text)))
    await off_loop(check, text)
    return text


def typed(answer: Answer) -> str:
    """Return the typed text. Raises InvalidText for any other answer."""
    if isinstance(answer, Typed):
        return answer.text
    raise InvalidText("type-or-tap")
