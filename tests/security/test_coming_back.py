"""Tests that limits still count after `/verwijder`, for a person who erases themselves and comes back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alerts.limits import REPORTS_PER_HOUR, SIGNUPS
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention
from tests.bot.reporting import jeweller, many_reports, reports
from tests.bot.town import Person, Town


async def _erases(person: Person) -> None:
    await person.types("/verwijder")
    await person.taps(person.t.plain("erase-yes"))


def _facts(directory: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(directory / "town.db")) as database:
        return database.execute("SELECT name, value FROM facts WHERE name LIKE 'spent:%' ORDER BY name").fetchall()


async def test_reports_are_counted_on(town: Town, tmp_path: Path) -> None:
    """Reports are counted across two erasures, by times and a hash only; those of more than a day go with the next
    retention."""
    els, bob = await jeweller(town, 1), await jeweller(town, 2)
    for _ in range(REPORTS_PER_HOUR // 2):
        await reports(els)
    await _erases(els)
    await jeweller(town, 1)
    town.clock.pass_by(minutes=20)
    for _ in range(REPORTS_PER_HOUR // 2):
        await reports(els)
    await _erases(els)
    await jeweller(town, 1)
    await els.types("/melding")
    assert els.t("limit-reports", minutes="40") == els.last.text
    await reports(bob)
    town.clock.pass_by(minutes=41)
    await reports(els)
    assert REPORTS_PER_HOUR + 2 == await many_reports(town)
    assert ["spent:premises.added", "spent:report.received"] == [
        name.rpartition(":")[0] for name, _ in _facts(tmp_path)
    ]
    assert str(els.id) not in str(_facts(tmp_path))
    for hours, left in ((22, 2), (2, 0)):
        town.clock.pass_by(hours=hours)
        await apply_retention(town.storage, Retention(), town.clock.now())
        assert left == len(_facts(tmp_path))


async def test_sign_ups_are_counted_on(town: Town) -> None:
    """Sign-ups are counted across erasures, because each is a card for the coordinators of the place."""
    agent, eve = await town.coordinator(90), town.person(1)
    for _ in range(SIGNUPS[0].most):
        await eve.subscribes("2903AB", "jeweller", "Goud", "1")
        await _erases(eve)
    told = len(agent.bubbles)
    await eve.subscribes("2903AB", "jeweller", "Goud", "1")
    assert eve.t.plain("limit-signups-hours", hours="24") in town.screens.toasts
    assert told == len(agent.bubbles)
