"""A coordinator in words on a page: by number, and by what the maker of a link wrote."""

from datetime import datetime

from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from texts.phrases import Phrases
from texts.roles import function_words


async def person_words(uow: UnitOfWork, member: MemberId, t: Phrases) -> str:
    """Return `person 12`, with for whom the member's link was while that is kept."""
    number = t.plain("person-number", number=member)
    whom = await uow.invites.intended_for(member)
    return t.plain("person-named", who=whom, number=number) if whom else number


async def function_of(uow: UnitOfWork, member: MemberId | None, t: Phrases, now: datetime) -> str:
    """Return as what others see this member now; words for nobody where it is not known who it was."""
    if member is None:
        return t.plain("role-unknown")
    grants = [one for one in await uow.roles.of_member(member) if one.is_active(now)]
    return await function_words(uow, [one for one in grants if one.member_id == member] or grants, t)
