"""Tests of faults while updates come in, with real processes: each update has its effect once."""

from pathlib import Path

import pytest

from tests.faults import receiving


@pytest.mark.parametrize("by_webhook", [False, True], ids=["polling", "webhook"])
async def test_kills_during_a_stream_of_reports(tmp_path: Path, *, by_webhook: bool) -> None:
    """After kill -9 at random moments every report that was sent is stored once, and has its receipt."""
    assert [] == (await receiving.kill_receive(tmp_path, members=10, kills=4, by_webhook=by_webhook)).broken


async def test_a_full_disk_during_a_stream_of_reports(tmp_path: Path) -> None:
    """An update that could not be stored is not acknowledged: it comes again, and has its effect once."""
    assert [] == (await receiving.full_disk_receive(tmp_path, members=10, times=3)).broken
