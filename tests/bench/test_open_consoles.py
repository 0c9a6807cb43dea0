"""Tests that the benchmark of open consoles still runs."""

import json
from pathlib import Path

import pytest

from bench.database import SqliteFiles
from bench.open_consoles import bench_open_consoles


def test_open_pages_and_people_at_work_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Few pages hear of each change; the fan-out and the presses are told beside the same without a console in use."""
    bench_open_consoles(SqliteFiles(tmp_path), pages=6, at_work=2, recipients=30, presses=4, rounds=1, seconds=1.2)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [
        ("memory of 6 open pages", None),
        ("6 open pages, idle", None),
        ("6 open pages, a change every 0 s", None),
        ("durable fan-out, 2 consoles in use", "no console in use"),
        ("press to answer, p95, 2 consoles in use", "no console in use"),
    ] == [(one["case"], one["peer"]) for one in lines]
    assert all(one["value"] >= 0 for one in lines)
