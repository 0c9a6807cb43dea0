"""Tests of retention: every night with one line in the log, or by a command."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from alerts.retention import Retention
from bot.cli.commands import app
from bot.jobs.retention import Housekeeping
from bot.settings import Settings
from tests.bot.reporting import jeweller, report_of, reports
from tests.bot.town import Town
from tests.sqlite import make_database


def _lines(logs: list[dict[str, object]]) -> list[dict[str, object]]:
    return [line for line in logs if line["event"] == "retention_applied"]


async def test_it_says_once_a_night_what_it_removed(town: Town) -> None:
    """The job logs once a night what it removed, also with a restart in between and a check every minute."""
    els = await jeweller(town, 1)
    await reports(els)
    keep = Retention(reports=timedelta(days=3))
    with capture_logs() as logs:
        await Housekeeping(town.storage, town.clock, keep).clean_if_due()
        await Housekeeping(town.storage, town.clock, keep).clean_if_due()
        town.clock.pass_by(days=3)
        for _ in range(3):
            await Housekeeping(town.storage, town.clock, keep).clean_if_due()
    first, second = _lines(logs)  # type: ignore[arg-type]
    assert 0 == first["reports"]
    assert 1 == second["reports"]
    kinds = {"deliveries", "seen", "reports", "shops", "unclaimed", "forms", "alerts", "tallies"}
    kinds |= {"incidents", "tasks", "meetings", "visits", "mo_records", "passers_by", "audit", "leftovers"}
    kinds |= {"cases", "case_tallies"}
    assert kinds == set(second) - {"event", "log_level"}
    left = await report_of(town)
    assert (None, None) == (left.member_id, left.place.pc6)


async def test_what_became_of_a_report_is_not_asked_any_more(town: Town) -> None:
    """A reporter no longer sees an old report in the list, and an old card of the police shows the remaining fields."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    town.clock.pass_by(days=90)
    await Housekeeping(town.storage, town.clock, Retention()).clean_if_due()
    await els.types("/mijnmeldingen")
    assert "M-2026-0001" not in els.last.text
    await agent.types("/meldingen")
    assert agent.t("reports-none") in agent.last.text
    await agent.presses("report-open:1:0")
    assert "M-2026-0001" in agent.last.text
    assert "De Parel" not in agent.last.text


def test_how_long_is_a_setting() -> None:
    """The retention periods are settings, in days."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings adds it
        retention_alerts_days=4,
        retention_reports_days=3,
        retention_deliveries_days=2,
        retention_audit_days=1,
        retention_tallies_days=5,
        retention_aftercare_days=6,
    )
    five, four, three, two, one = (timedelta(days=days) for days in (5, 4, 3, 2, 1))
    assert (
        Retention(alerts=four, reports=three, deliveries=two, audit=one, tallies=five, cases=timedelta(days=6))
        == settings.retention
    )


@pytest.mark.usefixtures("own_logs")
def test_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command has a dry run that removes nothing."""
    asyncio.run(make_database(tmp_path / "wees-alert.db"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEES_ALERT_TELEGRAM_TOKEN", "1:a")
    for kind in ("reports", "forms", "unclaimed"):
        assert f"{kind}: 0 to remove" in _said("retention", "--dry-run")
        assert f"{kind}: 0 removed" in _said("retention")


def _said(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments)
    assert 0 == done.exit_code
    return done.output
