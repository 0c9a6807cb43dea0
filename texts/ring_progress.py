"""How far a notice is in a ring, in words, alike in the chat and the console."""

from alerts.acknowledgement import RingProgress
from texts.html import Html
from texts.phrases import Phrases


def ring_names(one: RingProgress, t: Phrases) -> str:
    """Name a ring, or those that are told together."""
    return ", ".join(t.plain(f"ring-name-{ring}") for ring in one.rings)


def ring_words(one: RingProgress, t: Phrases) -> Html:
    """Say how many in a ring have it and have seen it, and how many shops took a measure."""
    return t("ring-progress", ring=ring_names(one, t), sent=one.sent, seen=one.seen, acted=one.acted)
