"""Find grounds: the list to choose from, what is preselected, and what was chosen."""

from alerts.errors import Rejected
from alerts.grounds import FACT, LIST, Grounds, parse_grounds
from alerts.ids import AlertId
from alerts.ports import UnitOfWork


async def all_grounds(uow: UnitOfWork) -> tuple[Grounds, ...]:
    """The list as the operator set it."""
    return parse_grounds(await uow.facts.get(FACT) or LIST)


async def usual_grounds(uow: UnitOfWork, alert: AlertId) -> Grounds:
    """What is preselected: for a change the grounds on which the alert went out, else the first of the list."""
    listed, earlier = await all_grounds(uow), await uow.alerts.latest_approved(alert)
    same = (one for one in listed if earlier is not None and one.label == earlier.grounds)
    return next(same, listed[0])


async def chosen_grounds(uow: UnitOfWork, alert: AlertId, key: str | None) -> Grounds:
    """The one with this key, or what is usual without a key. Raises Rejected when it is not on the list (any more)."""
    return await usual_grounds(uow, alert) if key is None else await listed_grounds(uow, key)


async def listed_grounds(uow: UnitOfWork, key: str | None) -> Grounds:
    """The one with this key, or the first of the list. Raises as `chosen_grounds` does."""
    if key is None:
        return (await all_grounds(uow))[0]
    found = next((one for one in await all_grounds(uow) if one.key == key), None)
    if found is None:
        raise Rejected("grounds")
    return found
