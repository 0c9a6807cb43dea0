"""The map of a notice: what is to be drawn, and the words that say the same to who does not see it."""

from collections.abc import Iterable, Mapping
from math import cos, radians

from alerts.acknowledgement import ring_of
from alerts.alert import AlertContent
from alerts.dry_run import RING_M, Ring
from alerts.errors import NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.point import EARTH_RADIUS_M, Point, degrees
from alerts.postcode import Pc4Place
from alerts.services.alert.find_on_map import Nearby
from alerts.services.alert.read_alert import read_alert
from alerts.services.alert.send_map import VIEW, ground_of
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.drawing.picture import Metres, NoticeMap
from texts.html import Html, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import distance

_RINGS_M = tuple(RING_M.values())
_AROUND_RINGS = 1.15
_FARTHEST = 1.35  # of the last ring, to show some of what lies beyond
_MOST_LAND = 400


async def notice_map(view: View) -> Message:
    """Render the map for this reader as the notice stands now; or say that there is none: it is over, or no
    longer theirs to read."""
    number = AlertId(view.number("alert"))
    gone = Message(view.t("map-gone"), is_silent=True)
    if view.reader is None:
        return gone
    try:
        revision, metres = await read_alert(view.uow, number, view.reader, view.now)
    except (NotAllowed, NotFound, OutOfReach):
        return gone
    content = revision.content
    ground = await ground_of(view.uow, content)
    if ground is None:
        return gone
    ring = Ring.NONE if content.region is not None else ring_of(metres)
    names = await view.uow.postcodes.within(ground.point, _span(content, ground, ring))
    title = view.t.plain("map-title", number=revision.alert_number)
    drawing = _drawing(title, content, ground, ring, names, view.t)
    return Message(
        _words(title, content, ring, view.t), is_silent=True, drawing=drawing, is_protected=content.tlp.is_protected
    )


def _words(title: str, content: AlertContent, ring: Ring, t: Phrases) -> Html:
    pc4 = content.place.pc4 or ""
    if content.region is None and content.kvo_group_id is None:
        what = t("map-circle", distance=distance(content.reach_m, t), pc4=pc4)
    else:
        what = t("map-ground")
    own = Html("") if ring is Ring.NONE else t("map-own", ring=t.plain(f"ring-name-{ring}"))
    return paragraphs(t("map-head", title=title), what, own)


def _drawing(
    title: str, content: AlertContent, ground: Nearby, ring: Ring, places: Iterable[Pc4Place], t: Phrases
) -> NoticeMap:
    middle, is_circle = ground.point, content.region is None and content.kvo_group_id is None
    near = tuple(_metres(one, middle) for one in ground.land)
    span = _span(content, ground, ring)
    own = None if ring is Ring.NONE else list(Ring).index(ring)
    return NoticeMap(
        title=title,
        middle=content.place.pc4 or "" if is_circle else "",
        span_m=span,
        radius_m=content.reach_m if is_circle else 0,
        rings_m=() if content.region is not None else _RINGS_M,
        own_ring=own,
        ground=tuple(_metres(one, middle) for one in ground.ground),
        land=tuple(one for one in near if max(map(abs, one)) < span * 1.5)[:_MOST_LAND],
        names=_names(places, middle),
        area_label=t.plain("map-area"),
        own_label="" if own is None else t.plain("map-own-ring", ring=t.plain(f"ring-name-{ring}")),
        north=t.plain("map-north"),
    )


def _span(content: AlertContent, ground: Nearby, ring: Ring) -> int:
    """Return how far the map reaches: what the notice covers, and the reader's ring."""
    covered = [abs(one) for point in ground.ground for one in _metres(point, ground.point)]
    circle = 0 if ground.ground else content.reach_m
    own = round(_FARTHEST * _RINGS_M[-1]) if ring is Ring.BEYOND else RING_M.get(ring, 0)
    return round(_AROUND_RINGS * max([_RINGS_M[1] if content.region is None else 0, circle, own, *covered]))


def _names(places: Iterable[Pc4Place], middle: Point) -> tuple[tuple[Metres, str], ...]:
    """Return each name once, where its nearest postcode lies."""
    nearest: dict[str, Metres] = {}
    for one in places:
        nearest.setdefault(one.place, _metres(one.point, middle))
    return tuple((at, name) for name, at in nearest.items())


def _metres(point: Point, middle: Point) -> Metres:
    (north, east), (from_north, from_east) = degrees(point), degrees(middle)
    across = cos(radians(from_north))
    return round(EARTH_RADIUS_M * radians(east - from_east) * across), round(
        EARTH_RADIUS_M * radians(north - from_north)
    )


MAP_VIEWS: Mapping[str, WriteView] = {VIEW: notice_map}
