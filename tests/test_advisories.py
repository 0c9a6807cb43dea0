"""The check of the pinned packages against known vulnerabilities, with a stand-in for OSV."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.advisories import AT_ONCE, main, pinned
from tests.ports import HOST

ROOT = Path(__file__).parents[1]


class _Osv(BaseHTTPRequestHandler):
    """A stand-in that knows one advisory, for one version of one package."""

    answer: Any = None

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        assert len(asked) <= AT_ONCE
        bad = {"package": {"name": "aiohttp", "ecosystem": "PyPI"}, "version": "3.0.0"}
        known = {"results": [{"vulns": [{"id": "GHSA-1"}, {"id": "PYSEC-2"}]} if one == bad else {} for one in asked]}
        body = json.dumps(known if self.answer is None else self.answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Log nothing."""


@pytest.fixture
def osv() -> Iterator[str]:
    """The address of a running stand-in."""
    with HTTPServer((HOST, 0), _Osv) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{HOST}:{server.server_port}/v1/querybatch"
        server.shutdown()
        thread.join()
        _Osv.answer = None


def _requirements(folder: Path, *lines: str) -> list[Path]:
    file = folder / "requirements.txt"
    file.write_text("\n".join(lines) + "\n")
    return [file]


def test_every_pinned_package_is_asked_about() -> None:
    """Every package of the hashed requirements files is asked about, with its version."""
    packages = dict(pinned([ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]))
    assert {"aiohttp", "sqlalchemy", "python-telegram-bot", "pytest"} <= set(packages)
    assert all(version[0].isdigit() for version in packages.values())


def test_an_advisory_is_said_and_fails(tmp_path: Path, osv: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An advisory is printed by its id and fails the run; extras, markers and hashes in the line do not matter."""
    files = _requirements(tmp_path, "aiohttp[speedups]==3.0.0 \\", "    --hash=sha256:00", "alembic==1.14.0 ; x")
    assert 1 == main(files, osv)
    assert '{"package": "aiohttp", "version": "3.0.0", "advisories": ["GHSA-1", "PYSEC-2"]}' in capsys.readouterr().out


def test_without_an_advisory_all_is_well(tmp_path: Path, osv: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without advisories the run succeeds, also with more packages than OSV accepts in one query."""
    files = _requirements(tmp_path, *(f"package-{number}==1.{number}" for number in range(AT_ONCE + 5)))
    assert 0 == main(files, osv)
    assert f"{AT_ONCE + 5} packages, 0 with advisories\n" == capsys.readouterr().out


def test_without_a_network_it_is_skipped_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a network the check is skipped with a message, and nobody is kept from working."""
    assert 0 == main(_requirements(tmp_path, "aiohttp==3.0.0"), f"http://{HOST}:9/")
    assert capsys.readouterr().out.startswith("skipped: ")


@pytest.mark.parametrize("answer", [{}, [], {"results": []}, {"results": "x"}, {"results": [None]}, "x"])
def test_an_odd_answer_is_no_all_clear(tmp_path: Path, osv: str, answer: object) -> None:
    """An answer that cannot be parsed is an error, because it says nothing about the packages."""
    _Osv.answer = answer
    assert 1 == main(_requirements(tmp_path, "aiohttp==3.0.0"), osv)
