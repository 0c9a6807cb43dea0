"""Tests that the benchmarks run on PostgreSQL too, and compare it with SQLite."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.database import PostgresDatabases, SqliteFiles
from bench.fanout import bench_fanout
from bench.figure import Figure
from bench.queue import bench_queue
from bench.targeting import bench_targeting
from tests.postgres import PostgresServer


def _told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_case_has_its_ratio_to_sqlite(
    tmp_path: Path, postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each case names its database and has its ratio to the same case on SQLite."""
    both = (SqliteFiles(tmp_path), PostgresDatabases(postgres, tmp_path))
    bench_fanout(both[0], recipients=50, rounds=1, with_peers=False)
    bench_targeting(both[0], curve=[300], many=40, with_peers=False)
    in_file = _told(capsys)
    with Figure.on_postgresql():
        bench_fanout(both[1], recipients=50, rounds=1, with_peers=False)
        bench_targeting(both[1], curve=[300], many=40, with_peers=False)
    on_server = _told(capsys)
    assert [f"{line['case']} on PostgreSQL" for line in in_file] == [line["case"] for line in on_server]
    assert [("SQLite", line["value"]) for line in in_file] == [(one["peer"], one["peer_value"]) for one in on_server]
    assert all(line["ratio"] > 0 for line in on_server)


def test_the_queue_is_measured_by_what_waits(
    tmp_path: Path, postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """The queue's benchmark measures claims, queries and depth by the number of waiting rows, and two processes on a
    server."""
    with Figure.on_postgresql():
        bench_queue(PostgresDatabases(postgres, tmp_path), curve=[200], recipients=60)
    *of_claims, by_two = _told(capsys)
    assert ["ms"] * 4 == [line["unit"] for line in of_claims]
    assert ("60 by two processes on PostgreSQL", "one process") == (by_two["case"], by_two["peer"])
