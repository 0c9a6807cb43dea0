"""Tests that the benchmark of the console still runs, on both databases."""

import json
from pathlib import Path

import pytest

from bench.console import bench_console
from bench.database import Databases, PostgresDatabases, SqliteFiles
from bench.figure import Figure
from tests.postgres import PostgresServer


def _bench(databases: Databases, *, with_peers: bool) -> None:
    bench_console(databases, with_peers=with_peers, premises=300, reports=200, notices=100, recipients=20, times=3)


def test_the_slowest_page_is_told_beside_a_bare_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every page answers in a small database, and the slowest is told with its ratio to a bare page."""
    _bench(SqliteFiles(tmp_path), with_peers=True)
    shown = capsys.readouterr()
    lines = [json.loads(line) for line in shown.out.splitlines()]
    told = [(one["case"], one["unit"], one["peer"]) for one in lines]
    assert [(f"{what}, p95", "ms", "bare aiohttp page") for what in ("recount", "page")] == told
    assert "bench: console: /today " in shown.err


def test_the_pages_are_measured_on_a_server(
    tmp_path: Path, postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same pages answer on PostgreSQL, and the case says so."""
    with Figure.on_postgresql():
        _bench(PostgresDatabases(postgres, tmp_path), with_peers=False)
    lines = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert ["recount, p95 on PostgreSQL", "page, p95 on PostgreSQL"] == [one["case"] for one in lines]
