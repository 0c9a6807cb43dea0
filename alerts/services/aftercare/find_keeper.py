"""Find who looks after a case: its keeper, a successor, and who hears at once when somebody asks to be called."""

from datetime import datetime

from alerts.aftercare.case import Case
from alerts.area import Place
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Role, may
from alerts.services.duty.find_on_duty import find_on_duty
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.find_reachable import able_to_answer, on_duty
from alerts.services.permission.locate_matter import located


async def find_keeper(uow: UnitOfWork, place: Place, now: datetime, *, opener: MemberId | None) -> MemberId | None:
    """Return who looks after a case at this place: whoever opens it if that is a city marshal, else the one longest in
    office who can answer, else police; None where nobody can."""
    marshals = await _holders(uow, place, Role.CITY_MARSHAL, now)
    if opener in marshals:
        return opener
    police = await _holders(uow, place, Role.POLICE, now)
    first = [opener] if opener is not None else []
    return next(iter(await able_to_answer(uow, [*marshals, *first, *police], None)), None)


async def is_in_office(uow: UnitOfWork, keeper: MemberId, place: Place, now: datetime) -> bool:
    """Whether the keeper of a case may still look after cases there."""
    return await is_allowed(uow, keeper, Action.OPEN_AFTERCARE, place, now)


async def find_listeners(uow: UnitOfWork, case: Case, place: Place, now: datetime) -> tuple[MemberId, ...]:
    """Return who hears at once: the keeper, else who is on duty, else the city marshals, else the police of the place;
    those who hear at once before those who can only read it later."""
    keeper = case.keeper_id
    if keeper is not None and await is_in_office(uow, keeper, place, now) and await on_duty(uow, [keeper], now):
        return (keeper,)
    roster = await find_on_duty(uow, place, None, now)
    marshals = await _holders(uow, place, Role.CITY_MARSHAL, now)
    police = await _holders(uow, place, Role.POLICE, now)
    for group in (roster, marshals, police):
        if found := await on_duty(uow, group, now):
            return found
    return await able_to_answer(uow, [*marshals, *police], None)


async def find_everybody(uow: UnitOfWork, place: Place, now: datetime) -> tuple[MemberId, ...]:
    """Return all who may look after cases there and can answer."""
    return await able_to_answer(uow, await find_coordinators(uow, Action.OPEN_AFTERCARE, place, now), None)


async def find_police(uow: UnitOfWork, place: Place, now: datetime) -> tuple[MemberId, ...]:
    """Return the police of the place who can answer."""
    return await able_to_answer(uow, await _holders(uow, place, Role.POLICE, now), None)


async def _holders(uow: UnitOfWork, place: Place, role: Role, now: datetime) -> list[MemberId]:
    matter, grants = await located(uow, place), await uow.roles.active(now)
    held = [one for one in grants if one.role is role and may([one], Action.OPEN_AFTERCARE, matter, now=now)]
    return list(dict.fromkeys(one.member_id for one in held))
