"""Notices about floods: a circuit breaker for administrators, many reports or sign-ups for coordinators."""

from collections.abc import Mapping

from bot.conversation.message import Message
from bot.conversation.view import View, WriteView


async def breaker(view: View) -> Message:
    """Tell administrators that a circuit breaker tripped, or that it closed again."""
    flood = view.text("flood")
    return Message(view.t(f"flood-{flood}") if view.number("is_tripped") else view.t(f"flood-over-{flood}"))


async def reports_many(view: View) -> Message:
    """Tell coordinators that many unconfirmed reports arrive; the reports are in the list."""
    return Message(view.t("reports-many"))


async def signups_many(view: View) -> Message:
    """Tell coordinators that many shops sign up; the shops are in the list."""
    return Message(view.t("signups-many"))


FLOOD_VIEWS: Mapping[str, WriteView] = {
    "breaker": breaker,
    "reports-many": reports_many,
    "signups-many": signups_many,
}
