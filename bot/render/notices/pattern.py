"""Notices about patterns: the card for police."""

from collections.abc import Mapping

from alerts.errors import NotAllowed, NotFound
from alerts.ids import PatternId
from alerts.role import Actor
from alerts.services.pattern.read_pattern import pattern_in_scope
from alerts.services.pattern.tell_police import CARD
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.pattern import pattern_card


async def card(view: View) -> Message:
    """Render the pattern as this reader may see it; a reader who may not, or a pattern that is none any more, gets a
    line instead."""
    if view.reader is None:
        return Message(view.t("pattern-gone"))
    actor = Actor(await view.uow.members.get(view.reader), tuple(await view.uow.roles.of_member(view.reader)))
    try:
        seen = await pattern_in_scope(view.uow, actor, PatternId(view.number("pattern")), view.now)
    except NotFound:
        return Message(view.t("pattern-gone"))
    except NotAllowed:
        return Message(view.t("not-allowed-outside-scope"))
    return pattern_card(seen, view)


PATTERN_VIEWS: Mapping[str, WriteView] = {CARD: card}
