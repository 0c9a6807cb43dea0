"""Rate shares: what part of the rates, which hold for all processes together, this process may send."""

from typing import Protocol

from alerts.ports import Standing
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outbox import Outbox
from bot.telegram_api.rate_limiter import RateLimiter

NEWCOMER_LOOKS = 2  # checks after which every other process knows of the newcomer, and sends less


class ShareUpdates(Protocol):
    """Port: the receiver, which shares the stored updates with other processes."""

    def __call__(self, *, with_others: bool) -> None:
        """Note whether other processes run, which may have stored updates; called at each check of who is alive."""


class RateShares:
    """Adapts the rates to the number of processes alive. While this process has no place nothing is claimed, as others
    may send at the full rate; nor before the others know of a newcomer."""

    def __init__(
        self, limiter: RateLimiter, window: InFlightWindow, outbox: Outbox, *, share_updates: ShareUpdates
    ) -> None:
        self._limiter = limiter
        self._window = window
        self._outbox = outbox
        self._share_updates = share_updates
        self._looks = 0
        self._standing: Standing | None = None
        outbox.may_claim = False

    def update(self, standing: Standing | None) -> None:
        """Apply the standing of this process among the others; None when it has lost its place."""
        if standing is None:
            self._looks, self._outbox.may_claim = 0, False
            return
        if standing != self._standing:
            self._standing = standing
            self._limiter.share(standing.alive, leads=standing.is_leader)
            self._outbox.with_groups = standing.is_leader
            self._outbox.is_among_others = standing.alive > 1
            self._outbox.wake()
            self._window.rate = self._limiter.broadcast_rate / standing.alive
        is_known = standing.alive == 1 or self._looks >= NEWCOMER_LOOKS
        self._looks += 1
        self._share_updates(with_others=standing.alive > 1)
        if standing.alive > 1 or is_known != self._outbox.may_claim:
            self._outbox.wake()
        self._outbox.may_claim = is_known
