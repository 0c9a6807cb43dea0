"""Reading on the command line: lines in, JSON lines out, as a pipe wants it."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.cli.read_text import reading_of

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 29, 17, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ISO = "2026-11-29T17:00:00+01:00"
KEYS = [
    *("is_report", "kind", "occurred_at", "persons", "signals", "approach", "weapon", "violence", "face_cover"),
    *("loot_type", "exit_mode", "exit_direction", "vehicle", "clothing", "place", "branches", "spans"),
]
NOWHERE = {"pc4": None, "pc6": None, "town": None, "here": False}


def _read(*arguments: str, lines: bytes, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bot", "read-text", *arguments]
    return subprocess.run(
        command, cwd=cwd, env={"PYTHONPATH": str(ROOT)}, input=lines, capture_output=True, check=False
    )


def test_each_line_has_its_reading(tmp_path: Path) -> None:
    """In an empty directory, without settings; the last line needs no end."""
    done = _read(
        "--now", ISO, lines="net 2 jongens bij ons die filmden\nhoe zet ik dit uit?\n\xff".encode(), cwd=tmp_path
    )
    report, question, odd = (json.loads(line) for line in done.stdout.splitlines())
    assert KEYS == list(report) == list(question) == list(odd)
    assert (True, "reconnaissance", ISO, "2") == tuple(report[key] for key in KEYS[:4])
    assert ["photos"] == report["signals"]
    assert NOWHERE | {"here": True} == report["place"]
    assert {"field": "persons", "start": 4, "end": 13} in report["spans"]
    assert [False, False] == [question["is_report"], odd["is_report"]]
    assert (0, b"") == (done.returncode, done.stderr)
    assert [] == list(tmp_path.iterdir())


def test_what_the_guard_blocks_is_not_read() -> None:
    """Nobody learns from it what the text said; a name only warns, and an amount is no personal data."""
    blocked = json.loads(reading_of(b"2 mannen met mes, kenteken 12-AB-34\n", NOW))
    assert KEYS == list(blocked)
    assert [None, None, None, None, [], NOWHERE, []] == [
        blocked[key] for key in ("is_report", "kind", "persons", "weapon", "signals", "place", "spans")
    ]
    for line in (b"2 mannen met mes, een heet Kevin\n", "2 mannen met mes, buit € 500\n".encode()):
        assert "2" == json.loads(reading_of(line, NOW))["persons"]


def test_a_long_line_is_read_as_far_as_it_is_looked_at() -> None:
    """And what is behind it costs nothing."""
    assert json.loads(reading_of(b"2 mannen met een mes " + b"x" * 1_000_000, NOW))["is_report"]


@pytest.mark.parametrize("wrong", ["nonsense", "2026-13-01", "", "0001-01-01T00:00:00+14:00"])
def test_a_wrong_moment_is_told_in_one_line(wrong: str, tmp_path: Path) -> None:
    """And nothing is read."""
    done = _read("--now", wrong, lines=b"2 mannen\n", cwd=tmp_path)
    assert (2, b"") == (done.returncode, done.stdout)
    assert [True] == [line.startswith(b"wees-alert: --now: ") for line in done.stderr.splitlines()]


def test_a_moment_without_an_offset_is_dutch(tmp_path: Path) -> None:
    """Summer time too."""
    done = _read("--now", "2026-07-01T12:00", lines=b"net 2 mannen met een mes\n", cwd=tmp_path)
    assert "2026-07-01T12:00:00+02:00" == json.loads(done.stdout)["occurred_at"]


@pytest.mark.usefixtures("own_logs")
def test_the_command_is_one_of_the_program() -> None:
    """It is in the help, and reads without the short cut too."""
    assert "read-text" in CliRunner().invoke(app, ["--help"]).output
    shown = CliRunner().invoke(app, ["read-text", f"--now={ISO}"], input="net 2 jongens met een mes\n")
    assert ISO == json.loads(shown.output)["occurred_at"]
    assert 2 == CliRunner().invoke(app, ["read-text", "--now=nonsense"], input="x\n").exit_code


def test_it_starts_without_what_it_does_not_need(tmp_path: Path) -> None:
    """Neither a database nor Telegram is loaded for it."""
    asked = (
        "import sys, bot.cli.read_text; "
        "print(sorted({'sqlalchemy', 'telegram', 'aiohttp', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    assert b"[]\n" == done.stdout
