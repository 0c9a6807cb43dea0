"""The background of a sent text: what is looked up once for all its readers before it is rendered."""

from dataclasses import dataclass

from alerts.alert import AlertContent, Revision
from alerts.area import Place
from alerts.measure import Measure
from alerts.point import Point
from alerts.ports import UnitOfWork
from alerts.services.measure.find_measures import find_measures


@dataclass(frozen=True, slots=True)
class Background:
    """The middle of the alert's PC4 area, for a link to a map, and for a changed text the content before it.

    The middle is that of the postcode table, never a point that somebody shared: that could be a victim's address. It
    is None where the label is for no shop, as a map on the web learns what is looked at. `measures`: the table of which
    those that fit the reader are shown.
    """

    middle: Point | None = None
    before: AlertContent | None = None
    measures: tuple[Measure, ...] = ()


async def background_of(uow: UnitOfWork, revision: Revision) -> Background:
    """Look up the background of a text that was sent, or would be sent next."""
    content = revision.content
    before = await uow.alerts.revision_before(revision) if revision.kind.replaces else None
    middle = await _middle(uow, content.place) if content.tlp.is_for_shops and not content.is_tip else None
    measures = () if content.is_tip else await find_measures(uow)
    return Background(middle, before.content if before else None, measures)


async def _middle(uow: UnitOfWork, place: Place) -> Point | None:
    parts = await uow.postcodes.parts(place.pc4) if place.pc4 else []
    chosen = [one for one in parts if one.municipality_id == place.municipality]
    return next((one.point for one in chosen or parts), None)
