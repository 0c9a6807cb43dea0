"""Test that an unreadable row stops no other."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from alerts.delivery import DeliveryState
from tests.bot.outbox_world import SHOPS, World


@pytest.mark.parametrize("broken", ["operation = 'juggle'", "notice_fields = '{'", "on_unknown = ''"])
async def test_a_row_that_cannot_be_read_stops_no_other(world: World, tmp_path: Path, broken: str) -> None:
    """An unreadable row of a P1, before all others, is settled as failed, and the others are sent."""
    bad = _break_nearest(tmp_path / "test.db", broken)
    with capture_logs() as logs:
        progress = await world.deliver()
    assert (SHOPS - 1, 1) == (progress.sent, sum(one.count for one in progress.failed))
    assert SHOPS - 1 == len(world.messenger.recipients())
    assert [bad] == [line["delivery"] for line in logs if line["event"] == "delivery_not_read"]
    with closing(sqlite3.connect(tmp_path / "test.db")) as there:
        [state] = there.execute("SELECT state FROM deliveries WHERE id = ?", [bad]).fetchone()
    assert DeliveryState.FAILED == state


def _break_nearest(path: Path, broken: str) -> int:
    with closing(sqlite3.connect(path)) as there, there:
        there.execute("UPDATE deliveries SET priority = '0-p1'")
        text = "revision_id IS NOT NULL ORDER BY distance_sq LIMIT 1"
        [bad] = there.execute(f"SELECT id FROM deliveries WHERE {text}").fetchone()  # noqa: S608 - a constant
        there.execute(f"UPDATE deliveries SET {broken} WHERE id = ?", [bad])  # noqa: S608 - one of the parameters
    return int(bad)
