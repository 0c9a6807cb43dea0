"""Typed text: reading it from an answer."""

from alerts.errors import InvalidText
from bot.conversation.form import Answer, Typed


def typed(answer: Answer) -> str:
    """Return the typed text. Raises InvalidText for any other answer."""
    if isinstance(answer, Typed):
        return answer.text
    raise InvalidText("type-or-tap")
