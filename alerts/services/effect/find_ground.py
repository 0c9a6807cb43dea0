"""Find the ground of a notice as PC4s: what it covers, as far as tallies can tell."""

from alerts.alert import AlertContent
from alerts.ports import UnitOfWork


async def pc4s_of(uow: UnitOfWork, content: AlertContent) -> frozenset[str]:
    """Return the PC4s of the group that the notice is for, else those within its reach and that of its place; none
    where the place is not known.

    A notice that was emptied has only the PC4 of its place: its middle stands for the place then.
    """
    if content.kvo_group_id is not None:
        group = await uow.kvo_groups.get(content.kvo_group_id)
        return frozenset(code[:4] for code in group.codes)
    own = frozenset({content.place.pc4}) if content.place.pc4 else frozenset[str]()
    point = content.place.point
    if point is None and content.place.pc4 is not None:
        middle = await uow.postcodes.get(content.place.pc4)
        point = None if middle is None else middle.point
    return own if point is None else own | {one.pc4 for one in await uow.postcodes.within(point, content.reach_m)}
