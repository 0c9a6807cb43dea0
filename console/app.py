"""The web application of the console: its routes, and what each request passes on its way."""

from aiohttp import web

from console.changes import Changes
from console.error_pages import show_errors
from console.live import CHANGES, end_streams, look_for_changes, note_state
from console.live import ROUTES as LIVE
from console.pages.account import account, my_data
from console.pages.alerts import alerts, close, correct
from console.pages.approvals import approvals
from console.pages.cascade import cascade
from console.pages.compose import compose, dry_run
from console.pages.examples import examples
from console.pages.figures import figures
from console.pages.front import front
from console.pages.groups import group, group_form, groups, manager
from console.pages.incidents import aftercare, incident, incidents
from console.pages.incidents import cascade as cascade_answers
from console.pages.link import link
from console.pages.mail import mail
from console.pages.map import map_page, place, tiles
from console.pages.map.land import LAND, KnownLand
from console.pages.measures import measures
from console.pages.meetings import meeting, neighbour
from console.pages.meetings import new as new_meeting
from console.pages.mo_register import mo_register
from console.pages.outcome_texts import outcome_texts
from console.pages.patterns import pattern, patterns
from console.pages.people import confirmations, invite, people, person, recoveries
from console.pages.provider import provider
from console.pages.record import record
from console.pages.reports import duplicates, report, reports
from console.pages.roster import calendar, duty, rosters, week
from console.pages.search import search
from console.pages.settings import settings
from console.pages.shops import invitation, shop, shops, signups
from console.pages.sign_in import kept, sign_in
from console.pages.support import support
from console.pages.tasks import new as new_task
from console.pages.tasks import task, tasks
from console.pages.telegram import telegram
from console.pages.templates import templates
from console.pages.tips import tips
from console.pages.today import today
from console.security.form_check import MOST_BYTES, check_form
from console.security.headers import set_headers
from console.security.host_check import check_host
from console.security.limits import LIMITS, Limits, check_limits
from console.security.sessions import load_session
from console.site import SITE, Site
from console.static_files import static_routes

MIDDLEWARES = (show_errors, check_host, check_limits, check_form, load_session, note_state)
PUBLIC = (
    front.ROUTES,
    sign_in.ROUTES,
    link.ROUTES,
    provider.ROUTES,
    kept.ROUTES,
    telegram.ROUTES,
    calendar.PUBLIC_ROUTES,
    mail.ROUTES,
)
SIGNED_IN = (
    today.ROUTES,
    search.ROUTES,
    account.ROUTES,
    my_data.ROUTES,
    compose.ROUTES,
    dry_run.ROUTES,
    templates.ROUTES,
    approvals.ROUTES,
    tips.ROUTES,
    reports.ROUTES,
    report.ROUTES,
    duplicates.ROUTES,
    examples.ROUTES,
    outcome_texts.ROUTES,
    support.ROUTES,
    incidents.ROUTES,
    cascade_answers.ROUTES,
    incident.ROUTES,
    aftercare.ROUTES,
    patterns.ROUTES,
    pattern.ROUTES,
    tasks.ROUTES,
    task.ROUTES,
    new_task.ROUTES,
    meeting.ROUTES,
    new_meeting.ROUTES,
    neighbour.ROUTES,
    rosters.ROUTES,
    calendar.ROUTES,
    week.ROUTES,
    duty.ROUTES,
    people.ROUTES,
    invite.ROUTES,
    person.ROUTES,
    recoveries.ROUTES,
    confirmations.ROUTES,
    settings.ROUTES,
    cascade.ROUTES,
    record.ROUTES,
    figures.ROUTES,
    alerts.ROUTES,
    mo_register.ROUTES,
    measures.ROUTES,
    map_page.ROUTES,
    place.ROUTES,
    tiles.ROUTES,
    correct.ROUTES,
    close.ROUTES,
    LIVE,
    signups.ROUTES,
    shops.ROUTES,
    shop.ROUTES,
    invitation.ROUTES,
    groups.ROUTES,
    group_form.ROUTES,
    group.ROUTES,
    manager.ROUTES,
)


def build_app(site: Site) -> web.Application:
    """Build the console's application; a proxy in front of it speaks HTTPS and passes the header Host on."""
    app = web.Application(client_max_size=MOST_BYTES, middlewares=MIDDLEWARES)
    app[SITE], app[LIMITS], app[CHANGES], app[LAND] = site, Limits(), Changes(), KnownLand()
    app.on_response_prepare.append(set_headers)
    app.cleanup_ctx.append(look_for_changes)
    app.cleanup_ctx.append(tiles.open_tiles)
    app.on_shutdown.append(end_streams)
    app.add_routes([*static_routes(), *(route for routes in (*PUBLIC, *SIGNED_IN) for route in routes)])
    return app
