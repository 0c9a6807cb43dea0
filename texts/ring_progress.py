"""How far a notice is in a ring, in words, alike in the chat and the console."""

from alerts.acknowledgement import RingProgress
from texts.html import Html
from texts.phrases import Phrases


def ring_words(one: RingProgress, t: Phrases) -> Html:
    """Say how many in a ring have it and have seen it, and how many shops took a measure."""
    ring = t.plain(f"ring-name-{one.ring}")
    return t("ring-progress", ring=ring, sent=one.sent, seen=one.seen, acted=one.acted)
