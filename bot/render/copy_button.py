"""The button that copies a number on the phone: a report's, or one to call.

It stands under nothing that is labelled TLP:AMBER or above, as that is not to be carried elsewhere.
"""

from bot.conversation.message import Button
from texts.phrases import Phrases


def copy_button(number: str, t: Phrases) -> Button:
    """Make a button that copies this number."""
    return Button(t.plain("copy-button", number=number), copy=number)
