"""The week of a roster as a message, for who keeps it."""

from datetime import date

from alerts.account import ADDRESS_FACT
from alerts.ids import RosterId
from alerts.services.duty.read_roster import read_week, roster_for, rosters_for, scopes_without
from bot.conversation.message import Message
from bot.conversation.request import Request
from bot.render.roster import week_card


async def week_message(roster_id: RosterId, monday: date, request: Request) -> Message:
    """Render the week that begins on this Monday. Raises as `roster_for`."""
    uow, actor, now = request.uow, request.actor, request.now
    roster = await roster_for(uow, actor, roster_id, now)
    others = [one for one in await rosters_for(uow, actor, now) if one.id != roster_id]
    return await week_card(
        await read_week(uow, roster, monday, now),
        request.view(),
        has_others=bool(others or await scopes_without(uow, actor, now)),
        has_feed=bool(await uow.facts.get(ADDRESS_FACT)),
    )
