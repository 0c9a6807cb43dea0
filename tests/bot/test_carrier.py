"""The carrier, where what it needs to write a message cannot be read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Bot

from alerts.delivery import Claimed, Notice, OnUnknown, Operation, Retry
from alerts.errors import Unavailable
from alerts.ids import AddressId, DeliveryId
from alerts.member import Language
from alerts.ports import UnitOfWork
from bot.carrier import Carrier
from bot.limiter import Limiter
from bot.messenger import Messenger
from bot.metrics import Meter
from bot.render.writer import Writer
from bot.texts import load_texts
from storage.sql_storage import SqlStorage

NOW = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
RECEIPT = Claimed(
    id=DeliveryId(1),
    address_id=AddressId(1),
    channel="telegram",
    ref="1",
    is_active=True,
    operation=Operation.SEND,
    on_unknown=OnUnknown.GIVE_UP,
    attempts=0,
    deadline=NOW + timedelta(hours=1),
    notice=Notice("report-receipt", {"report": 1, "coordinators": 1}),
    revision_id=None,
    distance_m=None,
    target_ref=None,
    target_message=None,
    language=Language.DUTCH,
    paused_until=None,
    muted=frozenset(),
    p1_at_night=True,
    severity=None,
    tlp=None,
    alert_state=None,
    is_protected=False,
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
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        raise Unavailable("the database does not answer")
        yield


async def test_what_cannot_be_read_for_the_moment_is_tried_again() -> None:
    """A receipt is not given up because the database was away when it was written."""
    meter, clock = Meter(), _Clock()
    carrier = Carrier(
        storage=_OutOfReach(),
        messenger=Messenger(Bot("1:test"), Limiter(1000, 1000), meter),
        writer=Writer(load_texts(), clock, ZoneInfo("Europe/Amsterdam"), "wees_alert_bot"),
        clock=clock,
        meter=meter,
    )
    carried = await carrier.carry(RECEIPT, lambda: None, is_silent=False)
    assert isinstance(carried.outcome, Retry)
