"""The reach of an actor: which places and shops of a list they may deal with, each place looked up once."""

from datetime import datetime

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MunicipalityId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Matter, may
from alerts.services.permission.locate_matter import located, shop_matter


class Reach:
    """What one actor may do one thing about, for the items of a list."""

    def __init__(self, uow: UnitOfWork, actor: Actor, action: Action, now: datetime) -> None:
        self._uow = uow
        self._actor = actor
        self._action = action
        self._now = now
        self._known: dict[tuple[str | None, str | None, MunicipalityId | None, Branch | None], bool] = {}

    async def covers_place(self, place: Place) -> bool:
        """Whether the actor may do it about something at this place."""
        return await self._covers(place, None)

    async def covers_shop(self, place: Place, branch: Branch) -> bool:
        """Whether the actor may do it about a shop of this branch at this place."""
        return await self._covers(place, branch)

    async def _covers(self, place: Place, branch: Branch | None) -> bool:
        key = (place.pc4, place.pc6, place.municipality, branch)
        if key not in self._known:
            self._known[key] = await self._looked_up(place, branch)
        return self._known[key]

    async def _looked_up(self, place: Place, branch: Branch | None) -> bool:
        alone = Matter(place) if branch is None else Matter(place, branches=frozenset({branch}))
        if self._may(alone):  # for the country, a range of postcodes or a branch no table is asked
            return True
        matter = alone if branch is None else await shop_matter(self._uow, place, branch)
        return self._may(await located(self._uow, matter))

    def _may(self, matter: Matter) -> bool:
        return may(self._actor.grants, self._action, matter, now=self._now)
