"""Strangers: which senders are established (have a role, or a verified shop), and which are strangers.

Looked up for all senders of a batch at once and remembered for a while, so that a flood costs next to nothing to tell
apart from members.
"""

from collections.abc import Collection, Iterable
from time import monotonic

from alerts.ports import Storage, UnitOfWork

# An established person counts as such for a while; a stranger is looked up again soon.
ESTABLISHED_SECONDS = 300.0
STRANGER_SECONDS = 2.0
_MOST_KEPT = 20_000


class Strangers:
    """A cache of the standing of people in one channel, by their address there. Whoever is not in it counts as a
    stranger."""

    def __init__(self, storage: Storage, channel: str) -> None:
        self._storage = storage
        self._channel = channel
        self._established: dict[str, float] = {}  # person -> when to look up again (monotonic seconds)
        self._strangers: dict[str, float] = {}

    def is_stranger(self, person: str) -> bool:
        """Return whether this person has neither a role nor a verified shop, as far as was looked up."""
        return person not in self._established

    async def learn(self, people: Iterable[str], uow: UnitOfWork | None = None) -> None:
        """Look up the people whose standing is not known, or no longer fresh: in the transaction given, or one of its
        own."""
        now = monotonic()
        unknown = {one for one in people if now >= self._established.get(one, self._strangers.get(one, 0.0))}
        if not unknown:
            return
        if uow is None:
            async with self._storage.reading() as own:
                self._note(unknown, await own.members.established(self._channel, unknown), now)
        else:
            self._note(unknown, await uow.members.established(self._channel, unknown), now)

    def forget(self, person: str) -> None:
        """Forget that this person is a stranger, so that it is looked up again: something was done that may have
        changed it."""
        self._strangers.pop(person, None)

    def _note(self, asked: Collection[str], established: Collection[str], now: float) -> None:
        for one in asked:
            if one in established:
                self._strangers.pop(one, None)
                self._established[one] = now + ESTABLISHED_SECONDS
            else:
                self._established.pop(one, None)
                self._strangers[one] = now + STRANGER_SECONDS
        for kept in (self._established, self._strangers):
            if len(kept) > _MOST_KEPT:
                for one in list(kept)[: len(kept) - _MOST_KEPT // 2]:
                    del kept[one]
