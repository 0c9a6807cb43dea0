"""Find grounds: the list to choose from, the preselected entry, and the chosen one."""

from alerts.errors import Rejected
from alerts.ids import AlertId
from alerts.legal_grounds import FACT, LIST, Grounds, parse_grounds
from alerts.ports import UnitOfWork


async def all_grounds(uow: UnitOfWork) -> tuple[Grounds, ...]:
    """Return the list of grounds as the operator set it."""
    return parse_grounds(await uow.facts.get(FACT) or LIST)


async def usual_grounds(uow: UnitOfWork, alert: AlertId) -> Grounds:
    """Return the preselected grounds: for a change those on which the alert went out, else the first of the list."""
    listed, earlier = await all_grounds(uow), await uow.alerts.latest_approved(alert)
    same = (one for one in listed if earlier is not None and one.label == earlier.grounds)
    return next(same, listed[0])


async def chosen_grounds(uow: UnitOfWork, alert: AlertId, key: str | None) -> Grounds:
    """Return the grounds with this key, or the preselected ones for None. Raises Rejected when the key is not on the
    list."""
    return await usual_grounds(uow, alert) if key is None else await listed_grounds(uow, key)


async def listed_grounds(uow: UnitOfWork, key: str | None) -> Grounds:
    """Return the grounds with this key, or the first of the list for None. Raises as `chosen_grounds` does."""
    if key is None:
        return (await all_grounds(uow))[0]
    found = next((one for one in await all_grounds(uow) if one.key == key), None)
    if found is None:
        raise Rejected("grounds")
    return found
