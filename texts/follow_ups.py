"""The text of a follow-up: that it goes on from an earlier notice, before the text of that."""

from alerts.alert import WHAT_LENGTH, Alert
from alerts.typed_text import utf16_length
from texts.phrases import Phrases


def follow_up_text(alert: Alert, t: Phrases) -> str:
    """Return the text of a notice with a sentence before it; without that where both are too long together."""
    whole = t.plain("follow-up-text", number=alert.number or "", what=alert.content.what)
    return whole if utf16_length(whole) <= WHAT_LENGTH else alert.content.what
