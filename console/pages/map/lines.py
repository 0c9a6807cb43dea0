"""The lines of the map's table, and the marks on the map with the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from aiohttp import web

from alerts.point import Point
from alerts.report import ReportKind
from alerts.services.alert.find_on_map import NoticeOnMap, OnMap, ReportOnMap
from alerts.severity import Severity
from console.map_projection import spot_of
from console.moments import told
from console.pages.map.scene import Mark, spread
from console.pages.map.views import NoticeLine, ReportLine
from console.rendering import phrases_of
from console.site import SITE
from texts.places import where
from texts.regions import audience_words

PERIODS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
SHAPES = {
    ReportKind.RECONNAISSANCE: "square",
    ReportKind.SUSPICIOUS_SITUATION: "circle",
    **dict.fromkeys((kind for kind in ReportKind if kind.is_robbery), "diamond"),
    ReportKind.ROBBERY_ATTEMPT: "triangle",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the table, and a mark for each that has a place."""

    notices: tuple[NoticeLine, ...]
    reports: tuple[ReportLine, ...]
    marks: tuple[Mark, ...]


def lines_of(request: web.Request, found: OnMap) -> Lines:
    """Put what was found into words; what has a place is numbered, notices first."""
    numbers, reports = count(1), found.reports or ()
    notice_lines = tuple(_notice(request, one, next(numbers) if one.point else 0) for one in found.notices)
    report_lines = tuple(_report(request, one, next(numbers) if one.point else 0) for one in reports)
    shapes = [*("notice" for _ in notice_lines), *(SHAPES[one.report.kind] for one in reports)]
    points = [*(one.point for one in found.notices), *(one.point for one in reports)]
    return Lines(notice_lines, report_lines, _marks((*notice_lines, *report_lines), points, shapes))


def _marks(
    lines: Sequence[NoticeLine | ReportLine], points: Sequence[Point | None], shapes: Sequence[str]
) -> tuple[Mark, ...]:
    placed = [
        (line, spot_of(point), shape)
        for line, point, shape in zip(lines, points, shapes, strict=True)
        if point is not None
    ]
    beside = spread([spot for _, spot, _ in placed])
    return tuple(
        Mark(line.mark, spot, *away, line.path, shape, _tone(line), f"{line.number}: {line.kind}")
        for (line, spot, shape), away in zip(placed, beside, strict=True)
    )


def _tone(line: NoticeLine | ReportLine) -> str:
    if isinstance(line, ReportLine):
        return f"age-{line.age}"
    return "acute" if line.is_acute else "usual"


def _notice(request: web.Request, one: NoticeOnMap, mark: int) -> NoticeLine:
    site, t, alert, content = request.app[SITE], phrases_of(request), one.alert, one.alert.content
    now = site.clock.now()
    within = t("console-map-within", km=f"{content.reach_m // 1000}")
    reach = audience_words(content, t) or within
    return NoticeLine(
        mark=mark,
        path=f"/alerts/{alert.id}",
        number=alert.number or "",
        kind=t.plain(f"kind-{content.kind}"),
        severity=t(f"severity-{content.severity}"),
        place=where(content, t),
        ground=t("console-map-group", group=one.group.name) if one.group else reach,
        sent=told(alert.sent_at, t, site.zone, now) if alert.sent_at else None,
        until=told(content.until, t, site.zone, now),
        is_acute=content.severity is Severity.P1,
    )


def _report(request: web.Request, one: ReportOnMap, mark: int) -> ReportLine:
    site, t, report = request.app[SITE], phrases_of(request), one.report
    now = site.clock.now()
    return ReportLine(
        mark=mark,
        path=f"/reports/{report.id}",
        number=report.number,
        kind=t.plain(f"kind-{report.kind}"),
        place=report.place.pc4 or t.plain("place-shared"),
        sent=told(report.created_at, t, site.zone, now),
        age=_age(now, report.created_at),
        is_acute=report.kind.is_robbery,
        is_confirmed=report.is_confirmed,
    )


def _age(now: datetime, since: datetime) -> str:
    ages = (name for name in ("day", "week") if now - since <= PERIODS[name])
    return next(ages, "older")
