"""Open the form of a new notice: empty, as a drill, from an example, a report, its ring, an incident or a pattern, a
stored draft, one that was put aside, or earlier words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import urlencode

from alerts.alert_form import AlertForm
from alerts.errors import NotFound
from alerts.ids import AlertId, IncidentId, PatternId
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.alert.open_form import open_again, open_as_kept, open_put_aside
from alerts.services.alert.start_from_example import begun_with
from alerts.services.alert.start_from_pattern import start_from_pattern
from alerts.services.alert.start_from_report import start_from_report
from alerts.services.alert.start_from_ring import start_from_ring
from alerts.services.incident.start_from_incident import start_from_incident
from alerts.services.pattern.read_pattern import read_pattern
from alerts.services.report.take_report import read_to_draft
from texts.composed_notice import left_out
from texts.examples import offered_examples
from texts.patterns import notice_words
from texts.phrases import Phrases

ALERT, KEPT, REPORT, RING, AGAIN = "alert", "kept", "report", "ring", "again"
INCIDENT, PATTERN, EXAMPLE, DRILL = "incident", "pattern", "example", "drill"
SOURCES = (ALERT, KEPT, REPORT, RING, INCIDENT, PATTERN, AGAIN, EXAMPLE, DRILL)
RECORDED = (REPORT, RING, INCIDENT, PATTERN)  # reading these is recorded


@dataclass(frozen=True, slots=True)
class Opened:
    """A form, and from what it was opened (a name of SOURCES with its number; neither for an empty form)."""

    form: AlertForm
    source: Mapping[str, str]

    @property
    def page(self) -> str:
        """Where a page with this form is opened."""
        [(name, number)] = self.source.items() or [("", "")]
        if name in (ALERT, KEPT):
            return f"/compose/{number}" if name == ALERT else f"/compose/kept/{number}"
        return f"/compose?{urlencode({name: number})}" if name else "/compose"


async def open_source(told: Mapping[str, str], uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> Opened:
    """Open the form that this request is about. Raises NotFound, and as the use cases for what may not be opened."""
    source = next((name for name in SOURCES if told.get(name)), "")
    number = told.get(source, "")
    if source in (REPORT, RING):
        return Opened(await _of_report(source, number, uow, actor, now, t), {source: number})
    if not source:
        return Opened(AlertForm(is_short=True, heard_at=now), {})
    if source == EXAMPLE:
        return Opened(await _of_example(number, uow, actor, now, t), {source: number})
    if source == DRILL:
        return Opened(AlertForm(is_short=True, heard_at=now, is_drill=True), {source: "1"})
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise NotFound
    if source == INCIDENT:
        return Opened(await _of_incident(IncidentId(int(number)), uow, actor, now, t), {source: number})
    if source == PATTERN:
        return Opened(await _of_pattern(PatternId(int(number)), uow, actor, now, t), {source: number})
    return Opened(await _stored(source, int(number), uow, actor, now), {source: number})


async def _stored(source: str, number: int, uow: UnitOfWork, actor: Actor, now: datetime) -> AlertForm:
    if source == ALERT:
        form, _ = await open_as_kept(AlertForm, AlertId(number), uow, actor, now)
    elif source == KEPT:
        form = await open_put_aside(AlertForm, number, uow, actor)
    else:
        form = await open_again(AlertForm, AlertId(number), uow, actor, now)
    return form if form.is_short else form.changed(is_short=True, words=form.what, is_own_words=True)


async def _of_example(key: str, uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> AlertForm:
    """Return a form that begins with an example. Raises NotFound for one that this person cannot use."""
    offered = await offered_examples(uow, actor, now, t)
    found = next((one for one in offered if one.key == key), None)
    if found is None:
        raise NotFound
    return begun_with(AlertForm(is_short=True, heard_at=now), found.text, found.kind, found.branch)


async def _of_incident(number: IncidentId, uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> AlertForm:
    words = left_out(t)
    return await start_from_incident(AlertForm(), number, uow, actor, now, words=words, to_draft=read_to_draft)


async def _of_pattern(number: PatternId, uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> AlertForm:
    seen = await read_pattern(uow, actor, number, now)
    return await start_from_pattern(AlertForm(), seen, uow, actor, now, words=partial(notice_words, t=t))


async def _of_report(source: str, number: str, uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> AlertForm:
    report_id = await uow.reports.by_number(number) if len(number) < 18 else None
    if report_id is None:
        raise NotFound
    if source == RING:
        return await start_from_ring(AlertForm(), report_id, uow, actor, now, words=left_out(t), to_draft=read_to_draft)
    report = await read_to_draft(uow, actor, report_id, now)
    return await start_from_report(AlertForm(), report, uow, actor, now, words=left_out(t))
