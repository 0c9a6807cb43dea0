"""Test that one process owns the database."""

from importlib.metadata import version
from pathlib import Path

import pytest

from tests.faults.crowd import DATABASE
from tests.faults.program import a_program
from tests.faults.stand_in import running_stand_in

REFUSED = 2


@pytest.mark.main
async def test_a_second_process_is_refused(tmp_path: Path) -> None:
    """A second process is refused with one line that names the file in use, and the first process goes on."""
    async with (
        running_stand_in() as stand_in,
        a_program(tmp_path, stand_in.url) as first,
        a_program(tmp_path, stand_in.url) as second,
    ):
        await first.start()
        running = await first.logged("running")
        named = {"bot": "@standin_bot", "database": f"sqlite:///{DATABASE}", "version": version("wees-alert")}
        assert named.items() <= running.items()
        await second.spawn()
        assert REFUSED == await second.exit_code()
        (line,) = second.lines
        assert f"{tmp_path / DATABASE} is in use by another process" in line["event"]
        assert 0 == await first.terminate()
