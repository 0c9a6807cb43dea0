"""Test that the benchmark of patterns still runs."""

import json
from pathlib import Path

import pytest

from bench.patterns import bench_patterns


def test_one_town_at_each_level_of_noise_is_told_in_json_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The benchmark prints shares and hours for four levels, and how long the search takes in full and one by one."""
    bench_patterns(tmp_path, many=2_000, towns=1)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["share", "share", "h", "h"] * 4 + ["s", "s", "ms", "ms"] == [line["unit"] for line in lines]
    quiet, recalled = (lines[at]["value"] for at in (0, 1))
    assert quiet > 0.8, "with little noise, most patterns are about a crew"
    assert recalled > 0.5
