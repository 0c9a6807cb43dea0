"""Test that the benchmark of the fan-out still runs: seeded, approved by a press, counted at the stand-in and read from
disk."""

import asyncio
import json
from pathlib import Path

import pytest

from bench.database import SqliteFiles
from bench.fanout import bench_fanout
from bench.process import product, stand_in
from bench.run import chats, run_product
from bench.seed import big_town, seed, seed_alerts


@pytest.mark.main
def test_a_short_fan_out_is_told_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A short fan-out prints its figures as JSON lines."""
    bench_fanout(SqliteFiles(tmp_path), recipients=100, rounds=1, with_peers=False)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["messages/s", "us CPU/message"] == [line["unit"] for line in lines]
    assert all(line["bench"] == "fanout" and line["value"] > 0 for line in lines)


def test_a_fan_out_that_misses_somebody_gives_no_figure(tmp_path: Path) -> None:
    """A fan-out that misses a recipient is an error without a figure."""
    database, town = SqliteFiles(tmp_path).new("seeded"), big_town(20)
    asyncio.run(seed(database, [town]))
    [alert] = asyncio.run(seed_alerts(database, town))
    with (
        stand_in(blocked=[chats(20)[7]]) as server,
        product(server, database) as program,
        pytest.raises(AssertionError, match="not all is sent"),
    ):
        run_product(server, program, database, alert, chats(19), seconds=30)
