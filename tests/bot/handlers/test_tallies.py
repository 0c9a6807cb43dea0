"""Tests that what people close, send and take back in the chat leaves the tallies that it should, and no others."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from alerts.errors import IllegalTransition
from alerts.ids import ReportId
from alerts.kvo_group import NewKvoGroup
from alerts.ports import UnitOfWork
from alerts.report import CHOSEN_OUTCOMES, Outcome
from alerts.retention import Retention
from alerts.role import Actor
from alerts.services.alert.end_alert import end_due_alerts
from alerts.services.report.close_report import close_report
from bot.jobs.retention import Housekeeping
from bot.runtime.clock_check import ClockCheck
from tests.bot.changing import correct_alone, end, retract
from tests.bot.chats import tied_chat
from tests.bot.police import jeweller as shop_of
from tests.bot.police import send_alone, to_preview
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town


class Tallies:
    """What is stored, read beside the bot."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, *columns: str) -> list[tuple[Any, ...]]:
        """Return these columns of every tally, in order."""
        with closing(sqlite3.connect(self._path)) as database:
            return sorted(database.execute(f"SELECT {', '.join(columns)} FROM tallies").fetchall(), key=str)  # noqa: S608

    def outcomes(self) -> list[str]:
        """Return the outcome of every tally, in alphabetical order."""
        return [row[0] for row in self.of("outcome")]


@pytest.fixture
def tallies(tmp_path: Path) -> Tallies:
    """The tallies of this town."""
    return Tallies(tmp_path / "town.db")


async def _reported(town: Town, *, kind: str = "reconnaissance") -> tuple[Person, Person]:
    """Return a reporter and the police officer who has the card of the report."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els, kind=kind)
    return els, agent


async def _actor(uow: UnitOfWork, person: Person) -> Actor:
    member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return Actor(member, tuple(await uow.roles.of_member(member.id)))


async def _close(agent: Person, outcome: Outcome) -> None:
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))


async def _close_beside(town: Town, agent: Person) -> None:
    """Close the report as this officer, who is in a form."""
    async with town.storage.transaction() as uow:
        report = await uow.reports.get(ReportId(1))
        actor, now = await _actor(uow, agent), town.clock.now()
        await close_report(uow, actor, report.id, Outcome.HANDLED, version=report.version, now=now)


# Reports.


@pytest.mark.parametrize("outcome", CHOSEN_OUTCOMES)
async def test_a_report_that_is_closed_leaves_one_tally(town: Town, tallies: Tallies, outcome: Outcome) -> None:
    """While a report is open there is none; closing leaves one with its outcome, its branch and its ground."""
    _, agent = await _reported(town)
    assert [] == tallies.of("id")
    await _close(agent, outcome)
    columns = ("subject", "kind", "outcome", "branches", "pc4", "municipality_id", "signals", "answered_in_time")
    assert [
        ("report", "reconnaissance", outcome, "jeweller", "2903", "capelle-aan-den-ijssel", "photos", 1)
    ] == tallies.of(*columns)


async def test_a_close_that_fails_leaves_none_and_closing_twice_leaves_one(town: Town, tallies: Tallies) -> None:
    """When the transaction of a close is lost, as by a kill, the report is open without a tally; it closes once, and a
    second close is refused."""
    _, agent = await _reported(town)

    async def close(*, is_lost: bool) -> None:
        async with town.storage.transaction() as uow:
            actor, now = await _actor(uow, agent), town.clock.now()
            await close_report(uow, actor, ReportId(1), Outcome.HANDLED, version=1, now=now)
            if is_lost:
                raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await close(is_lost=True)
    assert [] == tallies.of("id")
    await close(is_lost=False)
    with pytest.raises(IllegalTransition):
        await close(is_lost=False)
    assert ["handled"] == tallies.outcomes()


async def test_a_report_that_is_taken_back_leaves_none(town: Town, tallies: Tallies) -> None:
    """Who takes a report back within two minutes made a mistake, and nothing happened."""
    els, _ = await _reported(town)
    await els.taps(els.t.plain("report-back"))
    assert [] == tallies.of("id")


async def test_a_notice_made_of_a_report_closes_it_as_escalated(town: Town, tallies: Tallies) -> None:
    """Sending the notice leaves a tally of the report and one of the notice."""
    _, agent = await _reported(town, kind="robbery")
    await agent.taps("Maak er een bericht van")
    await send_alone(agent)
    assert [("notice", "sent"), ("report", "escalated")] == tallies.of("subject", "outcome")


async def test_a_report_that_was_closed_before_its_notice_is_sent_is_counted_once(town: Town, tallies: Tallies) -> None:
    """A report that was handled and becomes escalated afterwards has one tally, with the later outcome, and is still
    answered when it was first closed."""
    _, agent = await _reported(town, kind="robbery")
    await agent.taps("Maak er een bericht van")
    preview = agent.last
    await _close_beside(town, agent)
    town.clock.pass_by(minutes=5)
    await agent.taps("Versturen", preview)
    await agent.taps("Geen collega in dienst")
    expected = [("notice", "sent", None), ("report", "escalated", 1)]
    assert expected == tallies.of("subject", "outcome", "answered_in_time")


async def test_an_answer_after_two_days_is_late(town: Town, tallies: Tallies) -> None:
    """A report that is closed a second after 48 hours was not answered in time."""
    _, agent = await _reported(town)
    town.clock.pass_by(hours=48, seconds=1)
    await _close(agent, Outcome.UNFOUNDED)
    assert [("unfounded", 0)] == tallies.of("outcome", "answered_in_time")


async def test_who_is_erased_before_the_close_leaves_a_tally_without_their_shop(town: Town, tallies: Tallies) -> None:
    """The report of an erased person is closed as any other; of the shop that went with them the PC4 is counted."""
    els, agent = await _reported(town)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    await _close_beside(town, agent)
    assert [("handled", "", "2903")] == tallies.of("outcome", "branches", "pc4")


async def test_who_is_erased_after_the_close_leaves_the_tally(town: Town, tallies: Tallies) -> None:
    """An erasure leaves the tally as it was; a notice that is sent of the report later does not count it again."""
    els, agent = await _reported(town, kind="robbery")
    await agent.taps("Maak er een bericht van")
    preview = agent.last
    await _close_beside(town, agent)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    await agent.taps("Versturen", preview)
    await agent.taps("Geen collega in dienst")
    assert [("notice", "sent"), ("report", "handled")] == tallies.of("subject", "outcome")


async def test_a_report_that_nobody_dealt_with_is_counted_as_unanswered(town: Town, tallies: Tallies) -> None:
    """After ninety days it leaves its tally in the round that erases its content."""
    await _reported(town)
    town.clock.pass_by(days=90)
    await Housekeeping(town.storage, town.clock, Retention()).clean_if_due()
    assert [("unanswered", "jeweller", 0)] == tallies.of("outcome", "branches", "answered_in_time")


async def test_while_the_clock_is_in_doubt_no_tally_goes(town: Town, tallies: Tallies) -> None:
    """A clock that is six years ahead of Telegram's removes no tally, as it removes nothing else."""
    _, agent = await _reported(town)
    await _close(agent, Outcome.HANDLED)
    right = town.clock.now()
    town.clock.pass_by(days=6 * 365)
    await Housekeeping(
        town.storage, town.clock, Retention(), ClockCheck(town.storage, town.clock, lambda: right)
    ).clean_if_due()
    assert ["handled"] == tallies.outcomes()
    await Housekeeping(town.storage, town.clock, Retention()).clean_if_due()
    assert [] == tallies.outcomes()


async def test_the_group_whose_ground_it_is_is_counted(town: Town, tallies: Tallies) -> None:
    """A report from a shop on the ground of a KVO group is counted there; with several groups at the first one that
    fits the branch."""
    _, agent = await _reported(town)
    async with town.storage.transaction() as uow:
        actor = await _actor(uow, agent)
        await _group(uow, actor, "Elders", "3011", town)
        await _group(uow, actor, "Hoekplein", "2903AB", town)
        await _group(uow, actor, "De Terp", "2903", town)
    await _close(agent, Outcome.HANDLED)
    assert [(2,)] == tallies.of("kvo_group_id")


async def _group(uow: UnitOfWork, actor: Actor, name: str, code: str, town: Town) -> None:
    await uow.kvo_groups.add(NewKvoGroup(name, frozenset({code}), frozenset()), actor.member.id, town.clock.now())


# Notices.


async def _sent(town: Town) -> Person:
    police = await town.coordinator(1)
    await shop_of(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    return police


async def test_a_notice_leaves_a_tally_when_it_is_sent(town: Town, tallies: Tallies) -> None:
    """A draft leaves none; what is sent leaves when, where, for whom and how, once."""
    police = await town.coordinator(1)
    await shop_of(town, 2, police)
    await to_preview(police)
    assert [] == tallies.of("id")
    await send_alone(police)
    columns = ("subject", "kind", "outcome", "branches", "pc4", "municipality_id", "weapon", "answered_in_time")
    assert [("notice", "robbery", "sent", "jeweller", "2903", "capelle-aan-den-ijssel", "knife", None)] == tallies.of(
        *columns
    )


async def test_a_corrected_notice_has_one_tally_with_what_was_said_last(town: Town, tallies: Tallies) -> None:
    """A correction mends the tally: another kind is counted, and none is added."""
    police = await _sent(town)
    await police.taps("Corrigeren")
    await police.taps("Iets wijzigen")
    await police.taps("Soort")
    await police.taps("Poging tot overval")
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert [("robbery_attempt", "sent")] == tallies.of("kind", "outcome")


async def test_an_ended_and_a_retracted_notice_are_told_apart(town: Town, tallies: Tallies) -> None:
    """An all-clear and then a retraction change the outcome of the one tally."""
    police = await _sent(town)
    await correct_alone(police)
    assert ["sent"] == tallies.outcomes()
    await end(police)
    assert ["all_clear"] == tallies.outcomes()
    await police.types("/lopend")
    await retract(police)
    assert ["retracted"] == tallies.outcomes()


async def test_a_notice_whose_time_ended_stays_as_it_was_sent(town: Town, tallies: Tallies) -> None:
    """The end by time changes no figure."""
    await _sent(town)
    town.clock.pass_by(days=4)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    assert ["sent"] == tallies.outcomes()


async def test_a_tip_is_counted_for_its_group(town: Town, tallies: Tallies) -> None:
    """A tip in approved words leaves a tally with the group that it is addressed to."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    await police.types("/preventie")
    await police.taps("Samen openen")
    await police.taps("alleen een tip")
    await police.taps("Versturen")
    assert [("prevention", "sent", chat.group)] == tallies.of("kind", "outcome", "kvo_group_id")
