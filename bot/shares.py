"""Shares: what this process may send of the rates that hold for all processes together."""

from typing import Protocol

from alerts.ports import Standing
from bot.limiter import Limiter
from bot.outbox import Outbox
from bot.window import Window

NEWCOMER_LOOKS = 2  # by then every other process has looked as well, and sends less


class ShareUpdates(Protocol):
    """Who handles updates."""

    def __call__(self, *, with_others: bool) -> None:
        """At each look: whether others may have stored some."""


class Shares:
    """Hears at each look how many are alive. Without a place nothing is claimed, as others may send at the full rate;
    nor by a newcomer before the others know of it.
    """

    def __init__(self, limiter: Limiter, window: Window, outbox: Outbox, *, share_updates: ShareUpdates) -> None:
        self._limiter = limiter
        self._window = window
        self._outbox = outbox
        self._share_updates = share_updates
        self._looks = 0
        self._standing: Standing | None = None
        outbox.may_claim = False

    def look(self, standing: Standing | None) -> None:
        """How things stand, None when this process has lost its place."""
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
