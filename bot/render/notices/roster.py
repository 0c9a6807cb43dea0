"""Notices about the duty roster: that somebody got or lost a shift by a colleague's hand."""

from collections.abc import Mapping
from datetime import UTC, datetime

from alerts.duty_roster import ONCE, Span
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from texts.rosters import span_words


async def got(view: View) -> Message:
    """Tell a member that they have a shift."""
    when, every = _when(view), view.number("every")
    if every == ONCE:
        return Message(view.t("roster-got", when=when), is_protected=True)
    rhythm = view.t.plain(f"shift-every-{every}")
    text = view.t("roster-got-every", when=when, rhythm=f"{rhythm[0].lower()}{rhythm[1:]}")
    return Message(text, is_protected=True)


async def lost(view: View) -> Message:
    """Tell a member that they no longer have a shift."""
    text = "roster-lost" if view.number("every") == ONCE else "roster-lost-every"
    return Message(view.t(text, when=_when(view)), is_protected=True)


def _when(view: View) -> str:
    begins, ends = (datetime.fromtimestamp(view.number(name), UTC) for name in ("begins", "ends"))
    return span_words(Span(begins, ends), view.t, view.zone)


ROSTER_VIEWS: Mapping[str, WriteView] = {"roster-got": got, "roster-lost": lost}
