"""The button of a question with many choices: it shows all of them, or the likely ones again."""

from bot.conversation.form import Choice
from bot.conversation.likely_choices import LESS, MORE
from texts.phrases import Phrases


def more_choice(t: Phrases, *, shows_all: bool) -> Choice:
    """Make the button for more; for fewer where all are shown."""
    return Choice(t.plain("choices-less"), LESS) if shows_all else Choice(t.plain("choices-more"), MORE)
