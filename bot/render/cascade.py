"""The card of a cascade, with its buttons, and the whole cascade with times."""

from alerts.cascade import Call, Cascade
from alerts.ids import MemberId
from alerts.incident import Incident, IncidentState
from alerts.report import Outcome, Report, ReportState
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, Style
from bot.conversation.view import View
from bot.render.report import told_lines, where_lines
from texts.cascade import cascade_steps, taken_words
from texts.html import Html, lines, paragraphs
from texts.times_and_distances import moment


async def cascade_card(incident: Incident, cascade: Cascade, view: View) -> Message:
    """Render what is known of the incident, without who reported it, and the buttons that are left to press."""
    t, reader = view.t, view.reader
    assert reader is not None, "a card is for somebody"
    kind = t.plain(f"kind-{incident.kind}")
    if not incident.is_open:
        over = t(f"cascade-over-{incident.state}", number=incident.number, kind=kind, main=await _main(incident, view))
        return Message(over, is_protected=True)
    confirmed = moment(incident.confirmed_at, t, view.zone, view.now) if incident.confirmed_at else ""
    taken = [await taken_words(view.uow, one, t, view.zone, view.now) for one in _taken(cascade)]
    text = paragraphs(
        t("cascade-card", kind=kind),
        lines(*await known_lines(incident, view)),
        lines(*taken),
        lines(t("cascade-confirmed", number=incident.number, at=confirmed), t("alert-share-amber_strict")),
    )
    rows = _own_rows(cascade, reader, incident, view)
    below = [button(t.plain("incident-open", number=incident.number), "incident-open", incident.id)]
    if await is_allowed(view.uow, reader, Action.SEE_CASCADE, incident.place, view.now):
        below.append(button(t.plain("cascade-whole"), "cascade-whole", incident.id))
    rows = (*rows, tuple(below))
    return Message(text, is_protected=True).with_keyboard(*rows)


async def known_lines(incident: Incident, view: View) -> list[Html]:
    """Say what the reports of an incident tell, the first one that says something of each; nothing of who reported."""
    told: dict[str, Html] = {}
    where: list[Html] = []
    for report in await _reports(incident, view):
        said = told_lines(report.content, report.occurred_at, view)
        told = said | {name: line for name, line in told.items() if line}
        where = where or await where_lines(report, view)
    return [*(line for line in told.values() if line), *where]


async def whole_cascade(incident: Incident, cascade: Cascade, view: View) -> Message:
    """List every step with its times, for police and the safety director."""
    t = view.t
    steps = await cascade_steps(view.uow, incident, cascade, t, view.zone, view.now)
    begun = moment(cascade.begun_at, t, view.zone, view.now)
    ended = "" if cascade.ended_at is None else t("cascade-ended", at=moment(cascade.ended_at, t, view.zone, view.now))
    head = t("cascade-title", number=incident.number, at=begun)
    return Message(paragraphs(head, lines(*steps), ended), is_protected=True)


async def _reports(incident: Incident, view: View) -> list[Report]:
    found = [await view.uow.reports.get(one) for one in await view.uow.incidents.reports_of(incident.id)]
    gone = (Outcome.WITHDRAWN, Outcome.UNFOUNDED)
    return [one for one in found if one.state is not ReportState.DUPLICATE and one.outcome not in gone]


def _own_rows(cascade: Cascade, reader: MemberId, incident: Incident, view: View) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons that this reader can still press."""
    t, left = view.t, cascade.left_for(reader)
    if left is None:
        return ()
    seen = button(t.plain("cascade-seen"), "cascade-seen", incident.id, style=Style.SUCCESS)
    take = button(t.plain("cascade-take"), "cascade-take", incident.id)
    rows = ((seen,),) if left.is_unseen else ()
    return (*rows, (take,)) if left.is_free else rows


def _taken(cascade: Cascade) -> list[Call]:
    """Return who takes it on, each once."""
    return list({one.member_id: one for one in cascade.calls if one.taken_at is not None}.values())


async def _main(incident: Incident, view: View) -> str:
    is_joined = incident.state is IncidentState.JOINED and incident.main_id is not None
    return (await view.uow.incidents.get(incident.main_id)).number if is_joined and incident.main_id else ""
