"""Floods in words: what the administrators hear of a breaker, and coordinators of many reports at once."""

from collections.abc import Mapping

from bot.message import Message
from bot.render.view import View, WriteView


async def breaker(view: View) -> Message:
    """To administrators: there is far too much of something, or that is over."""
    flood = view.text("flood")
    return Message(view.t(f"flood-{flood}") if view.number("is_tripped") else view.t(f"flood-over-{flood}"))


async def reports_many(view: View) -> Message:
    """To coordinators: reports that nobody vouches for come in a flood; they are in the list."""
    return Message(view.t("reports-many"))


async def signups_many(view: View) -> Message:
    """To coordinators: shops sign up in a flood; they are in the list."""
    return Message(view.t("signups-many"))


FLOOD_VIEWS: Mapping[str, WriteView] = {
    "breaker": breaker,
    "reports-many": reports_many,
    "signups-many": signups_many,
}
