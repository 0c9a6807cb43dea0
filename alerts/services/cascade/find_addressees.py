"""Find whom a step of a cascade reaches at a place: who is called first, and who when nobody says *Gezien*."""

from dataclasses import dataclass
from datetime import datetime

from alerts.area import Place
from alerts.cascade import Addressee
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.duty.find_on_duty import find_next, find_on_duty
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located


@dataclass(frozen=True, slots=True)
class Addressees:
    """The members of a step who can be reached: who is called `first`, and who `next`."""

    first: tuple[MemberId, ...]
    next: tuple[MemberId, ...]


async def find_addressees(uow: UnitOfWork, who: Addressee, place: Place, now: datetime) -> Addressees:
    """Return whom the step reaches at this place. First come the holders who are on duty by a roster of the place,
    else all holders, else their deputies; next the deputies and the other holders."""
    matter = await located(uow, place)
    active = await uow.roles.active(now)
    grants = [one for one in active if who.fits(one) and may([one], Action.READ_INCIDENTS, matter, now=now)]
    holders = await able_to_answer(uow, (one.member_id for one in grants), None)
    deputies = await able_to_answer(uow, (one.deputy_id for one in grants), None)
    anybody = tuple(dict.fromkeys((*holders, *deputies)))
    on_duty = tuple([one for one in await find_on_duty(uow, place, None, now) if one in anybody])
    first = on_duty or holders or deputies
    by_roster = [one for one in await find_next(uow, place, None, now) if one in anybody] if on_duty else []
    rest = [one for one in (*by_roster, *deputies, *holders) if one not in first]
    return Addressees(first, tuple(dict.fromkeys(rest)))
