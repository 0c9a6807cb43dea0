"""The ring of a robbery on the card of its report: the proposal in words, and the button that makes a notice of it."""

from alerts.report import Report
from alerts.services.ring.propose_ring import has_ring_to_draft, propose_ring
from bot.conversation.callbacks import button
from bot.conversation.message import Button
from bot.conversation.view import View
from texts.html import Html
from texts.rings import ring_words


async def ring_line(report: Report, view: View) -> Html:
    """Render the proposal; empty where the report has no ring."""
    ring = await propose_ring(view.uow, report, view.now)
    return ring_words(ring, view.t, view.zone) if ring else Html("")


async def ring_rows(report: Report, view: View) -> tuple[tuple[Button, ...], ...]:
    """Make the row with the button, where a notice may be made of a ring."""
    if not await has_ring_to_draft(view.uow, report, view.now):
        return ()
    return ((button(view.t.plain("report-ring"), "report-ring", report.id, report.version),),)
