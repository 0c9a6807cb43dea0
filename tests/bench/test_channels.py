"""Test that the benchmark of a dead mail server still runs."""

import json
from pathlib import Path

import pytest

from bench.channels import bench_channels
from bench.database import SqliteFiles


def test_a_dead_mail_server_is_told_beside_no_mail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A short run prints its figures with the fan-out without e-mail as the peer."""
    bench_channels(SqliteFiles(tmp_path), recipients=60, rounds=1)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["messages/s", "us CPU/message"] == [line["unit"] for line in lines]
    assert all(line["peer"] == "without e-mail" and line["value"] > 0 for line in lines)
