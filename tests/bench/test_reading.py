"""Test that the benchmark of reading still runs."""

import json
from pathlib import Path

import pytest

from bench.reading import bench_reading


def test_a_few_texts_are_told_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark prints milliseconds for three hundred characters, and the growth of the time per character."""
    bench_reading(tmp_path, rounds=4)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["ms", "ms", "ms", "ms", "ratio", "ratio"] == [line["unit"] for line in lines]
    assert all(line["bench"] == "reading" and line["value"] > 0 for line in lines)
