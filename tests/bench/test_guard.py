"""Test that the benchmark of the guard still runs."""

import json
from pathlib import Path

import pytest

from bench.guard import bench_guard


def test_a_few_texts_are_told_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark prints milliseconds for a thousand characters, the growth of the time per character, and the loop's
    lateness."""
    bench_guard(tmp_path, rounds=4)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["ms", "ms", "ms", "ms", "ratio", "ratio", "ms", "ms"] == [line["unit"] for line in lines]
    assert all(line["bench"] == "guard" and line["value"] > 0 for line in lines)
