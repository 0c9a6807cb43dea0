"""Test of the delivery sender when the data for a message cannot be read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Bot

from alerts.delivery import Notice, OnUnknown, Retry
from alerts.errors import Unavailable
from alerts.ports import UnitOfWork
from bot.drawing.drawer import Drawer
from bot.metrics import Meter
from bot.outgoing.delivery_sender import DeliverySender
from bot.outgoing.pictures import Pictures
from bot.render.notices.writer import Writer
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from storage.sql_storage import SqlStorage
from tests.claimed import CLAIMED
from texts.phrases import load_texts

NOW = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
RECEIPT = replace(
    CLAIMED,
    on_unknown=OnUnknown.GIVE_UP,
    deadline=NOW + timedelta(hours=1),
    notice=Notice("report-receipt", {"report": 1, "coordinators": 1}),
)


@dataclass
class _Clock:
    def now(self) -> datetime:
        return NOW


class _OutOfReach(SqlStorage):
    """A database whose server is being restarted."""

    def __init__(self) -> None:
        pass

    @asynccontextmanager
    async def reading(self, *, of_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        raise Unavailable("the database does not answer")
        yield


async def test_what_cannot_be_read_for_the_moment_is_tried_again() -> None:
    """A receipt is retried when the database was unavailable while it was written."""
    meter, clock = Meter(), _Clock()
    delivery_sender = DeliverySender(
        storage=_OutOfReach(),
        messenger=Messenger(Bot("1:test"), RateLimiter(1000, 1000), meter),
        pictures=Pictures(_OutOfReach(), Drawer(), clock),
        writer=Writer(load_texts(), clock, ZoneInfo("Europe/Amsterdam"), "wees_alert_bot"),
        clock=clock,
        meter=meter,
    )
    result = await delivery_sender.send(RECEIPT, lambda: None, is_silent=False)
    assert isinstance(result.outcome, Retry)
