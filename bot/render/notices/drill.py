"""The reminder to hold a drill."""

from collections.abc import Mapping

from bot.conversation.message import Message
from bot.conversation.view import View, WriteView


async def drill_due(view: View) -> Message:
    """Say that there was no drill for half a year, and how to hold one."""
    return Message(view.t("drill-due"))


DRILL_VIEWS: Mapping[str, WriteView] = {"drill-due": drill_due}
