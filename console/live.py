"""Live updates: a page that is open hears by server-sent events that something on it changed, and fetches itself again.

An event says only that something changed, never what: the page is fetched with the rights of that moment. Each process
looks in the database once a second for all its streams together, and not at all while it has none.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from random import random, randrange

from aiohttp import web
from aiohttp.typedefs import Handler

from alerts.errors import NotFound, Unavailable
from alerts.ids import AlertId
from alerts.role import Action, may
from alerts.services.alert.find_running import find_sent
from console.changes import Changes, Stream
from console.log import logger
from console.security.sessions import LIVE_PATH, person, signed_in
from console.site import LIVE_STATE, SITE

EVERY = 1.0  # seconds between two looks in the database
LASTS = 120.0  # seconds; then the browser opens a new stream, and its session and rights are checked anew
BEAT = 25.0  # seconds between two signs of life, for proxies that close a silent connection
PACE = 2.0  # seconds at least between two events of one stream
EACH = 0.02  # of those for each open stream: all pages of a full process are not fetched at once
RETRY = (2_000, 6_000)  # milliseconds before a browser opens the next one; not all at once
MOST_STREAMS = 8  # of one session
LISTS = {"alerts": Action.READ_ALERTS, "approvals": Action.APPROVE_ALERT, "today": None}

log = logger()
CHANGES = web.AppKey("changes", Changes)


async def show_changes(request: web.Request) -> web.StreamResponse:
    """Stream a sign for each change of what the page shows. Raises NotFound for a page that is not this person's."""
    changes, visitor, of = request.app[CHANGES], person(request), await _subject(request)
    since = request.headers.get("Last-Event-ID") or request.query.get("since", "")
    with _opened(request, Stream(of, visitor.session.id, since, is_watched=lambda: _is_there(request))) as stream:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        await response.prepare(request)
        with suppress(ConnectionResetError):  # the page was left
            await response.write(f"retry: {randrange(*RETRY)}\n\n".encode())  # noqa: S311  # no secret
            async for token in _signs(stream, changes):
                await response.write(f"id: {token}\ndata: changed\n\n".encode() if token else b":\n\n")
            if stream.is_signed_out:
                await response.write(b"event: over\ndata: over\n\n")
    return response


async def _signs(stream: Stream, changes: Changes) -> AsyncIterator[str]:
    """Give the token of each change that the stream must tell, and an empty one as a sign of life."""
    clock = asyncio.get_running_loop().time
    end = clock() + LASTS
    while (left := end - clock()) > 0 and not stream.is_over.is_set():
        with suppress(TimeoutError):
            async with asyncio.timeout(min(left, BEAT)):
                await stream.stirred.wait()
        if stream.is_over.is_set():
            return
        if not stream.stirred.is_set():
            yield ""
            continue
        with suppress(TimeoutError):  # so that many pages do not fetch themselves at the same moment
            async with asyncio.timeout(random() * EACH * len(changes.streams)):  # noqa: S311  # no secret
                await stream.is_over.wait()
                return
        stream.stirred.clear()
        yield str(changes.state)
        with suppress(TimeoutError):
            async with asyncio.timeout(max(PACE, EACH * len(changes.streams))):
                await stream.is_over.wait()


async def _subject(request: web.Request) -> str:
    """Return what the stream is about: a list, or a notice as `alert-5`. Raises NotFound unless this person sees it."""
    of, visitor, site = request.query.get("of", ""), person(request), request.app[SITE]
    now = site.clock.now()
    if of in LISTS:
        action = LISTS[of]
        if action is not None and not may(visitor.grants, action, None, now=now):
            raise NotFound
        return of
    kind, _, number = of.partition("-")
    if kind != "alert" or not (number.isascii() and number.isdigit() and len(number) <= 18):
        raise NotFound
    async with site.storage.reading() as uow:
        await find_sent(uow, visitor.actor, AlertId(int(number)), now)
    return of


@contextmanager
def _opened(request: web.Request, stream: Stream) -> Iterator[Stream]:
    """Count the stream within the block. Raises HTTPTooManyRequests when its session has too many."""
    changes = request.app[CHANGES]
    of_session = [one for one in changes.streams if one.session == stream.session and one.is_watched()]
    if len(of_session) >= MOST_STREAMS:
        raise web.HTTPTooManyRequests
    changes.open(stream)
    try:
        yield stream
    finally:
        changes.close(stream)


def _is_there(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()


async def look_for_changes(app: web.Application) -> AsyncIterator[None]:
    """Look in the database while the application runs and has streams; end all of them with it."""
    looking = asyncio.create_task(_look(app))
    yield
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking


async def _look(app: web.Application) -> None:
    changes, site = app[CHANGES], app[SITE]
    while True:
        await changes.has_streams.wait()
        try:
            async with site.storage.reading() as uow:
                await changes.look(uow, site.clock.now())
        except Unavailable as error:
            log.warning("console_live_unavailable", reason=str(error))
        await asyncio.sleep(EVERY)


async def end_streams(app: web.Application) -> None:
    """End every stream, so that the program does not wait for them when it stops."""
    app[CHANGES].end_all()


@web.middleware
async def note_state(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Note for the page what was known to have changed before it was read, so that its stream misses nothing since."""
    request[LIVE_STATE] = str(request.app[CHANGES].state)
    return await handler(request)


ROUTES = (web.get(LIVE_PATH, signed_in(show_changes), allow_head=False),)
