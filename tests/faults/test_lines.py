"""Tests of the lines of `make chaos`: each has the same figures."""

import json
from pathlib import Path

import pytest

from tests.faults import chaos
from tests.faults.finding import Finding

FIGURES = ("kills", "sent", "lost", "repeats", "bound")


async def test_every_line_has_every_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line has every figure also for a story without kills, and for one that failed; an unknown figure is null."""

    async def breaks(_directory: Path) -> Finding:
        raise AssertionError("it should be so")

    for name in ("refused", "kill-send"):
        monkeypatch.setitem(chaos.CASES, name, breaks)
    broken = {"sent": None, "lost": None, "repeats": None, "bound": None, "broken": ["it should be so"]}
    for finding, expected in (
        (Finding("sigterm", {"sent": 7}), {"kills": 0, "sent": 7, "lost": None, "repeats": None, "bound": 0}),
        (await chaos.found("refused", tmp_path), {"kills": 0, **broken}),
        (await chaos.found("kill-send", tmp_path), {"kills": None, **broken}),
    ):
        line = json.loads(finding.line())
        assert {"chaos": finding.case, **expected} == line
        assert ["chaos", *FIGURES] == list(line)[:6]
