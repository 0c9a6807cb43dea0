"""Test that the benchmark of an update still runs: the first text, then the update to everybody who has it."""

import json
from pathlib import Path

import pytest

from bench.database import SqliteFiles
from bench.revision import bench_revision


def test_an_update_is_told_beside_its_first_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A short run prints its figures with the first text as the peer."""
    bench_revision(SqliteFiles(tmp_path), recipients=60, rounds=1)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["messages/s", "us CPU/message"] == [line["unit"] for line in lines]
    assert all(line["peer"] == "a first text" and line["value"] > 0 for line in lines)
