"""Typed answers: the checks of their words before a step takes them."""

from typing import Any

from alerts.alert import WHAT_LENGTH
from alerts.emergency import is_emergency
from alerts.errors import InvalidText
from alerts.typed_text import utf16_length
from bot.conversation.form import Answer, Draft, Step, Typed, Words

_TELLS = 6  # words that tell of something: ours, as no answer of a form but the longest names has so many
LONGEST_ANSWER = WHAT_LENGTH  # no field takes more; one that takes less refuses before the guard runs


def is_about_danger(answer: Answer) -> bool:
    """Return whether somebody typed about danger that is going on."""
    return isinstance(answer, Typed) and is_emergency(answer.text)


def is_account(text: str) -> bool:
    """Return whether a text that a question refused has so many words that it was not meant as a short answer."""
    return len(text.split()) >= _TELLS


def whole_answer(answer: Answer, step: Step[Any], draft: Draft) -> Answer:
    """Return the answer with the whole text that a short one stands for. Raises what the step's `whole` raises."""
    if step.whole is None or not isinstance(answer, Typed):
        return answer
    return Typed(step.whole(draft, answer.text))


def check_typed(answer: Answer, step: Step[Any]) -> None:
    """Raise InvalidText for a text that is too long, and for danger where any words would be taken for a name."""
    if not isinstance(answer, Typed):
        return
    if step.words is Words.NAME and is_about_danger(answer):
        raise InvalidText("type-or-tap")
    if (typed := utf16_length(answer.text)) > LONGEST_ANSWER:
        raise InvalidText("too-long", length=str(LONGEST_ANSWER), typed=str(typed))
