"""Test that the benchmark of targeting still runs, and finds the same recipients as its peer."""

import json
from pathlib import Path

import pytest

from bench.database import SqliteFiles
from bench.targeting import bench_targeting


def test_a_small_database_is_told_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark prints the figures of a small database as JSON lines."""
    bench_targeting(SqliteFiles(tmp_path), curve=[300], many=40)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    cases = ("150 recipients", "40 recipients", "a branch in the country")
    assert [f"300 premises, {case}" for case in cases] == [line["case"] for line in lines]
