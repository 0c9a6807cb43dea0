"""Crowded screens: those with more buttons than somebody takes in at a glance, on any screen of any test."""

from bot.conversation.likely_choices import LESS, MOST
from bot.conversation.message import Button, Keyboard, Message

_BESIDE_TICKED = 3
WAYS = ("skip", "save", "cancel")  # with the way back they stand in a row of their own below the choices
# Screens that may have more buttons, by what the data of a button has, and why.
EXCEPTIONS = {
    "admin-name": "each role has a name of its own in a municipality; administrators set them once",
    "remove:": "each person of a shop has a button, in the order of the list above them",
    "revoke:": "each open link has a button, in the order of the list above them",
    "north": "the eight directions of the wind are one list, with the button that leaves it out",
}


def is_crowded(message: Message) -> bool:
    """Return whether a screen has more than eight choices though nobody asked for all of them. What is ticked stays
    there, beside the buttons for all, for more, and to go on."""
    buttons = _buttons(message)
    if any(_is_less(one) or _is_excepted(one) for one in buttons):
        return False
    choices = [one for one in buttons if not _is_way(one)]
    return len(choices) > MOST and len([one for one in choices if not one.label.startswith("✓")]) > _BESIDE_TICKED


def _buttons(message: Message) -> list[Button]:
    keyboard = message.keyboard
    return [one for row in keyboard.rows for one in row] if isinstance(keyboard, Keyboard) else []


def _is_less(one: Button) -> bool:
    return (one.data or "").startswith(f"pick:{LESS}:") or one.label in ("Minder", "Fewer")


def _is_excepted(one: Button) -> bool:
    return any(word in (one.data or "") for word in EXCEPTIONS)


def _is_way(one: Button) -> bool:
    return one.label.startswith("‹") or (one.data or "").partition(":")[0] in WAYS
