"""Limits by address and by account: how many requests that change something, and how many failures."""

import ipaddress
from collections import OrderedDict, deque
from time import monotonic

from aiohttp import web
from aiohttp.typedefs import Handler

from console.security.form_check import SAFE

MOST_KEYS = 10_000  # addresses that are remembered; the one that was seen longest ago is forgotten first
FORWARDED = "X-Forwarded-For"


class SlidingLimit:
    """At most `most` events of one key within any `seconds`. Kept in memory: a restart forgets them."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def add(self, key: str) -> None:
        """Count one event of this key."""
        self._times.setdefault(key, deque(maxlen=self._most)).append(monotonic())
        self._times.move_to_end(key)
        if len(self._times) > MOST_KEYS:
            self._times.popitem(last=False)

    def is_spent(self, key: str) -> bool:
        """Whether this key has no event left now."""
        times = self._times.get(key)
        return times is not None and len(times) == self._most and monotonic() - times[0] < self._seconds


class Limits:
    """The limits of one console. A whole office may share one address."""

    def __init__(self) -> None:
        self.by_address = SlidingLimit(300, 60.0)
        self.by_account = SlidingLimit(120, 60.0)
        self.failures = SlidingLimit(30, 600.0)
        self.feeds = SlidingLimit(120, 60.0)  # calendars, which apps ask for by themselves
        self.wrong_feeds = SlidingLimit(30, 600.0)
        self.recorded = SlidingLimit(60, 3600.0)  # failures of nobody we know, in the audit record


LIMITS = web.AppKey("limits", Limits)


@web.middleware
async def check_limits(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a request that changes something, from an address that made too many of them or failed too often."""
    if request.method not in SAFE:
        limits, address = request.app[LIMITS], address_of(request)
        if limits.by_address.is_spent(address) or limits.failures.is_spent(address):
            raise web.HTTPTooManyRequests
        limits.by_address.add(address)
    return await handler(request)


def address_of(request: web.Request) -> str:
    """Return the address of the client: the last one that a proxy of ours named, where the peer is no public address.
    IPv6 addresses of one network (/64) count as one."""
    peer = _parsed(request.remote or "")
    named = _parsed(request.headers.get(FORWARDED, "").rpartition(",")[2].strip())
    known = named if named is not None and (peer is None or peer.is_private) else peer
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((known, 64), strict=False))
    return str(known)


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
