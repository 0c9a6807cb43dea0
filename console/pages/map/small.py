"""The small map on the page of a notice or a report: its place, and the way to the whole map there."""

from dataclasses import dataclass, replace

from aiohttp import web

from alerts.area import Place
from alerts.ids import KvoGroupId
from alerts.ports import UnitOfWork
from alerts.role import Scope
from alerts.services.alert.find_on_map import find_nearby
from console.map_projection import around_all, spot_of, units_of
from console.pages.map.map_page import bare_scene, path_at
from console.pages.map.scene import Circle, Scene, dots

_AROUND_M = 1_500  # what is shown around a place without a reach


@dataclass(frozen=True, slots=True)
class SmallMap:
    """A map of one place, and the path of the whole map there."""

    scene: Scene
    path: str


async def small_map(
    request: web.Request,
    uow: UnitOfWork,
    place: Place,
    *,
    reach_m: int = 0,
    group: KvoGroupId | None = None,
    region: Scope | None = None,
) -> SmallMap | None:
    """Return the map of a place with its reach (metres) or the ground of a group or a region; None when the table does
    not have its PC4."""
    found = await find_nearby(uow, place, reach_m=reach_m, group=group, region=region)
    if found is None:
        return None
    spot, radius = spot_of(found.point), units_of(reach_m, found.point)
    shown = [(spot, max(radius, units_of(_AROUND_M, found.point))), *((spot_of(one), 0) for one in found.ground)]
    box = around_all(shown)
    scene = replace(
        bare_scene(request, dots(found.land), box),
        grounds=(dots(found.ground),) if found.ground else (),
        circles=(Circle(spot, radius),) if radius and not found.ground else (),
        pins=(spot,),
    )
    return SmallMap(scene, path_at(box))
