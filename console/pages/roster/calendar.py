"""One's own duties as a calendar: the secret link is made, shown once and revoked here, and calendar apps read it."""

import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta

from aiohttp import web

from alerts.duty_roster import Duty, Roster
from alerts.ids import MemberId
from alerts.member import Language
from alerts.services.duty.read_roster import READS
from alerts.services.duty.share_feed import end_feed, make_feed, open_feed
from alerts.services.permission.check_may import check_has
from console.pages.roster.rosters import PATH
from console.pages.roster.views import CalendarView
from console.rendering import phrases_of, respond
from console.security.limits import LIMITS, address_of
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.roles import scope_words
from texts.times_and_distances import moment

CALENDAR = f"{PATH}/calendar"
FEED = f"{PATH}/feed"
RENEWED = timedelta(hours=1)  # how often calendar apps are asked to look
PRODID = "-//Wees Alert//rooster//NL"


async def show_calendar(request: web.Request) -> web.StreamResponse:
    """Show whether there is a link, without it: only its hash is stored."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    check_has(visitor.actor, READS, site.clock.now())
    async with site.storage.reading() as uow:
        since = await uow.rosters.feed_since(visitor.member.id)
    words = Html("") if since is None else moment(since, t, site.zone, site.clock.now())
    return respond(request, CalendarView(words))


async def make(request: web.Request) -> web.StreamResponse:
    """Make a link and show it this once; an earlier one ends."""
    site, t, now = request.app[SITE], phrases_of(request), request.app[SITE].clock.now()
    async with site.storage.transaction() as uow:
        secret = await make_feed(uow, person(request).actor, now)
    link = f"{site.address.origin}{FEED}/{secret}.ics"
    return respond(request, CalendarView(moment(now, t, site.zone, now), link))


async def end(request: web.Request) -> web.StreamResponse:
    """Revoke the link."""
    site, now = request.app[SITE], request.app[SITE].clock.now()
    check_has(person(request).actor, READS, now)
    async with site.storage.transaction() as uow:
        await end_feed(uow, person(request).actor, now)
    return web.Response(status=303, headers={"Location": CALENDAR})


async def send_feed(request: web.Request) -> web.StreamResponse:
    """Send the calendar behind a secret link. A secret that does not count is no page; who tries many is refused."""
    site, limits, address = request.app[SITE], request.app[LIMITS], address_of(request)
    if limits.feeds.is_spent(address) or limits.wrong_feeds.is_spent(address):
        raise web.HTTPTooManyRequests
    limits.feeds.add(address)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        found = await open_feed(uow, request.match_info["secret"], now)
        language = Language.DUTCH if found is None else (await uow.members.get(found[0])).language
    if found is None:
        limits.wrong_feeds.add(address)
        raise web.HTTPNotFound
    body = calendar(found[1], found[0], site.texts[language], site.address.domain, now)
    headers = {
        "Content-Disposition": 'attachment; filename="rooster.ics"',
        "Cache-Control": "private, no-cache",
    }
    return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)


def calendar(duties: Sequence[tuple[Roster, Duty]], member: MemberId, t: Phrases, domain: str, now: datetime) -> bytes:
    """Write a member's duties as iCalendar (RFC 5545), in UTC; without names, and of others' shifts only that the
    member is next."""
    from icalendar import Calendar, Event  # a sixteenth of a second, which few consoles ever need

    written = Calendar()
    written.add("prodid", PRODID)
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", t.plain("console-calendar-name"))
    written.add("refresh-interval", RENEWED, parameters={"VALUE": "DURATION"})
    for roster, duty in duties:
        is_own = duty.member_id == member
        text = "console-calendar-duty" if is_own else "console-calendar-next"
        event = Event()
        event.add("uid", f"{_mark(duty, is_own)}@{domain}")
        event.add("dtstamp", now)
        event.add("dtstart", duty.span.begins)
        event.add("dtend", duty.span.ends)
        event.add("summary", t.plain(text, scope=scope_words(roster.scope, t)))
        event.add("transp", "OPAQUE" if is_own else "TRANSPARENT")
        written.add_component(event)
    return bytes(written.to_ical())


def _mark(duty: Duty, is_own: bool) -> str:
    """Return the same id for the same duty each time; it tells no number of ours."""
    told = f"{duty.shift.id} {duty.day} {is_own}".encode()
    return hmac.digest(b"calendar", told, "sha256").hex()[:32]


PUBLIC_ROUTES = (web.get(f"{FEED}/{{secret:[A-Za-z0-9_-]{{32}}}}.ics", send_feed),)
ROUTES = (
    web.get(CALENDAR, signed_in(show_calendar)),
    web.post(CALENDAR, signed_in(make)),
    web.post(f"{CALENDAR}/end", signed_in(end)),
)
