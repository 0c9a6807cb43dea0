"""Tests of the guard on the command line: lines in, JSON lines out, in a pipe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.check_text import judged
from bot.cli.commands import app

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "bot", "check-text"]


@pytest.mark.parametrize(
    ("line", "verdict", "found"),
    [
        (b"met 12-AB-34 weg\n", "block", [{"kind": "plate", "start": 4, "end": 12}]),
        (b"hij heet Kevin\r\n", "warn", [{"kind": "name", "start": 9, "end": 14}]),
        ("é😀 12-AB-34".encode(), "block", [{"kind": "plate", "start": 3, "end": 11}]),
        (b"caf\xe9 12-AB-34", "block", [{"kind": "plate", "start": 5, "end": 13}]),
        (b"\xff\xfe\x00", "ok", []),
        (b"\n", "ok", []),
        (b"", "ok", []),
        ("buit € 500".encode(), "ok", []),
    ],
)
def test_each_line_has_its_verdict(line: bytes, verdict: str, found: list[dict[str, object]]) -> None:
    """Each line has a verdict with places in characters, for invalid bytes too; amounts are not personal data."""
    assert {"verdict": verdict, "found": found} == json.loads(judged(line))


def test_a_pipe_has_each_answer_at_once(tmp_path: Path) -> None:
    """A pipe gets each answer before the next line, in an empty directory, without settings; the last line needs no
    line end."""
    with subprocess.Popen(
        COMMAND, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as checking:
        assert checking.stdin is not None
        assert checking.stdout is not None
        for line, verdict in ((b"bel 0612345678", "block"), (b"", "ok"), (b"x" * 1_000_000, "ok")):
            checking.stdin.write(line + b"\n")
            checking.stdin.flush()
            assert verdict == json.loads(checking.stdout.readline())["verdict"]
        rest, _ = checking.communicate(b"jan@winkel.nl")
    assert [{"kind": "email", "start": 0, "end": 13}] == json.loads(rest)["found"]
    assert 0 == checking.returncode
    assert [] == list(tmp_path.iterdir())


def test_who_stops_reading_stops_it(tmp_path: Path) -> None:
    """When its reader closes the pipe, as in `wees-alert check-text | head -1`, the command ends without an error."""
    with subprocess.Popen(
        COMMAND,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as checking:
        assert checking.stdin is not None
        assert checking.stdout is not None
        assert checking.stderr is not None
        checking.stdout.close()
        checking.stdin.write(b"tekst\n")
        checking.stdin.close()
        assert b"" == checking.stderr.read()
    assert 0 == checking.returncode


@pytest.mark.usefixtures("own_logs")
def test_the_command_is_one_of_the_program() -> None:
    """The command is in the help, with a description of its output."""
    assert "check-text" in CliRunner().invoke(app, ["--help"]).output
    shown = CliRunner().invoke(app, ["check-text"], input="met 12-AB-34 weg\n")
    assert "block" == json.loads(shown.output)["verdict"]


def test_it_starts_without_what_it_does_not_need(tmp_path: Path) -> None:
    """The command loads neither a database nor Telegram."""
    asked = (
        "import sys, bot.__main__; print(sorted({'sqlalchemy', 'telegram', 'aiohttp', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    assert b"[]\n" == done.stdout
