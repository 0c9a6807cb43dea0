"""Tests of what a log line may contain."""

import asyncio
import logging

import pytest
from pydantic import ValidationError

from alerts.errors import Unavailable
from bot.forms.alert.draft import AlertDraft
from bot.jobs.schedule import Job, Schedule
from bot.logs import logger, redacted, set_up_logs
from tests.bot.town import Town

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"

pytestmark = pytest.mark.usefixtures("own_logs")


@pytest.mark.parametrize("log_format", ["console", "json"])
def test_the_token_is_in_no_line_and_no_traceback(capsys: pytest.CaptureFixture[str], log_format: str) -> None:
    """The token is in no log line: not as a value, in an exception or its cause, or from a library."""
    set_up_logs("json" if log_format == "json" else "console", "info")
    try:
        try:
            raise OSError(f"https://api.telegram.org/bot{TOKEN}/sendMessage")
        except OSError as cause:
            raise RuntimeError(f"bot{TOKEN} failed") from cause
    except RuntimeError:
        logger().exception("update_failed", update_id=7, url=f"/bot{TOKEN}/x")
    logging.getLogger("aiohttp").error("GET /bot%s/getMe", TOKEN)
    printed = capsys.readouterr().err
    assert "update_failed" in printed
    assert "RuntimeError" in printed
    assert "getMe" in printed
    assert TOKEN not in printed
    assert "AAHdq" not in printed


def test_a_database_out_of_reach_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """An unreachable database is logged in one line with its reason; an error of the program keeps its traceback."""
    set_up_logs("console", "info")
    for error in (Unavailable("database is locked"), RuntimeError("ours")):
        try:
            raise error
        except (Unavailable, RuntimeError):
            logger().exception("tick_failed", tick="remind")
    first, *rest = capsys.readouterr().err.splitlines()
    assert "tick_failed" in first
    assert "database is locked" in first
    assert "Traceback" in rest[1]


async def test_work_that_the_end_cuts_short_is_no_failure(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """Work that is cancelled at the end is logged neither as an error nor with a traceback, whether or not it had
    begun."""
    set_up_logs("console", "info")
    began = asyncio.Event()

    async def endless() -> None:
        began.set()
        await asyncio.Event().wait()

    for awaited in (began.wait(), asyncio.sleep(0)):
        schedule = Schedule(town.storage, town.clock, lambda: None, (Job(endless, 60),))
        schedule.start()
        await awaited
        schedule.stop()
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
    assert "" == capsys.readouterr().err


def test_what_is_no_token_stays() -> None:
    """Times and ids, which are no token, are not redacted."""
    text = "20:45:07 update 1905948356 chat -1001234567890"
    assert text == redacted(text)


def test_what_somebody_typed_is_not_in_the_error_about_it() -> None:
    """An error about a draft that no longer fits says what is wrong, not what was typed."""
    with pytest.raises(ValidationError) as caught:
        AlertDraft.model_validate({"what": "Zwarte auto", "kind": "De man met de hoed"})
    assert "hoed" not in str(caught.value)
