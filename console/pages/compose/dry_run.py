"""The dry run of one's own draft: what would happen if it were sent now. Read beside all writers, as it may count
many."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.alert import AlertState
from alerts.errors import OutOfReach
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.dry_run_alert import dry_run_alert
from alerts.services.alert.publish_alert import copies_of
from alerts.services.permission.check_may import check_has
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.dry_run import DryRunSection, sections


@dataclass(frozen=True, slots=True)
class DryRunView:
    """The dry run of the draft with this number, in sections."""

    template: ClassVar[str] = "pages/compose/dry_run.html"
    back: str
    number: str
    sections: tuple[DryRunSection, ...]


async def show_dry_run(request: web.Request) -> web.StreamResponse:
    """Show the dry run of one's own notice that was not sent yet. Raises OutOfReach for any other."""
    site, actor, number = request.app[SITE], person(request).actor, AlertId(int(request.match_info["number"]))
    now = site.clock.now()
    check_has(actor, Action.DRAFT_ALERT, now)
    async with site.storage.reading() as uow:
        alert = await uow.alerts.get(number)
        is_unsent = alert.state in (AlertState.DRAFT, AlertState.PENDING)
        if alert.author_id != actor.member.id or alert.content.is_tip or not is_unsent:
            raise OutOfReach("own-draft-only")
        copies = await copies_of(uow, alert, now)
        run = await dry_run_alert(uow, actor, alert, copies, now, zone=site.zone)
    view = DryRunView(f"/compose/{number}", alert.number or "", sections(run, phrases_of(request)))
    return respond(request, view)


ROUTES = (web.get(r"/compose/{number:\d{1,18}}/dry-run", signed_in(show_dry_run)),)
