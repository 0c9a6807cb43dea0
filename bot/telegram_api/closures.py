"""Closures: the chats that a 429 closed, in this process's limiter and in the database that all processes share."""

from datetime import datetime, timedelta
from time import monotonic

from alerts.ports import UnitOfWork
from bot.telegram_api.rate_limiter import EVERYTHING, ClosureNews, RateLimiter
from bot.telegram_api.send_queue import SendQueue


class Closures:
    """Which chats are closed, and for how long; the outbox stores what changed and applies what others stored."""

    def __init__(self, limiter: RateLimiter, queue: SendQueue) -> None:
        """Take the limiter that keeps the closures, and the queue that looks again when one ends or begins."""
        self._limiter = limiter
        self._queue = queue

    @property
    def chat_spacing(self) -> timedelta:
        """The time between two deliveries in one chat, in whole milliseconds."""
        return timedelta(milliseconds=int(1_000 * self._limiter.chat_spacing))

    def close_for(self, ref: str, seconds: float) -> None:
        """Close this chat (or EVERYTHING) for so long, as Telegram told earlier or told another process."""
        self._limiter.close_for(ref, monotonic(), seconds)
        self._queue.recheck()

    def is_closed_long(self) -> bool:
        """Return whether anything is closed longer than is obeyed, or was found open and is not stored as open."""
        return self._limiter.is_closed_long(monotonic())

    @property
    def has_news(self) -> bool:
        """Whether a change of closures is to be stored in the database."""
        return self._limiter.has_news

    async def agree(self, uow: UnitOfWork, now: datetime) -> ClosureNews:
        """Store long closures and reopenings, and apply those in the database; return what was stored. One that is gone
        from there was ended by an administrator, or by another process."""
        news = self._limiter.news()
        for ref, seconds in news.closed.items():
            await uow.closures.put(ref, seconds, now)
        for ref in news.opened:
            await uow.closures.remove(ref)
            await uow.deliveries.release_closed(now, None if ref == EVERYTHING else ref)
        left = dict(await uow.closures.left(now))
        self._limiter.open_all_but(left)
        for ref, seconds in left.items():
            self._limiter.close_for(ref, monotonic(), seconds)
        self._queue.recheck()
        return news

    def agreed(self, news: ClosureNews) -> None:
        """Note that the transaction in which these closures were stored is committed."""
        self._limiter.stored(news)

    def all_closed_for(self) -> float:
        """Return for how many seconds nothing may be sent to anybody; at most 0 when it may."""
        return self._limiter.all_closed_for(monotonic())
