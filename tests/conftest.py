"""What holds for all tests: their files are in memory where there is room, and in CI none may be skipped."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 -- pytest makes a directory of its own in it
ROOM = 1 << 30  # bytes; a container has 64 MB here unless told otherwise

_skipped: list[str] = []


def pytest_configure() -> None:
    """Keep databases off the disk, for the programs that tests start too: no test turns off the power, and waiting for
    the disk at every commit is a large part of their time. `TMPDIR` says otherwise."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: something that CI should install is missing."""
    if "CI" in os.environ and _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print("skipped in CI:", *_skipped, sep="\n  ")  # noqa: T201 -- the terminal is where it is read
