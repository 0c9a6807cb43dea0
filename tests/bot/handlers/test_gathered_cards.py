"""Tests of many reports at once: one card for the unverified robberies of a place, and one list beyond five cards."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.area import Place
from alerts.delivery import Priority
from alerts.ids import MemberId
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.role import Role
from alerts.services.report.submit_report import submit_report
from tests.bot.reporting import cards, jeweller
from tests.bot.town import ZONE, Person, Town


async def _member(town: Town, person: Person) -> MemberId:
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def _reports(
    town: Town, person: Person, pc4: str, *, kind: ReportKind = ReportKind.ROBBERY, confirmed: bool = False
) -> None:
    """Report this from the person about that place."""
    new = NewReport(
        kind, ReportContent(), Place(pc4), await _member(town, person), premises_id=None, is_confirmed=confirmed
    )
    async with town.storage.transaction() as uow:
        await submit_report(uow, new, town.clock.now(), zone=ZONE)
    await town.deliver()


async def test_robberies_that_nobody_vouches_for_are_one_card_a_place(town: Town) -> None:
    """Ten robberies each by five unverified accounts about two places make two cards, which name the other reports."""
    agent = await town.coordinator(90)
    accounts = [await jeweller(town, number) for number in range(1, 6)]
    agent.news()
    for person in accounts:
        for pc4 in ("2903", "2904") * 5:
            await _reports(town, person, pc4)
    assert 2 == len(cards(agent))
    assert "M-2026-0003" in cards(agent)[0]
    assert agent.t("report-gathered-more", count=16) in cards(agent)[0]
    town.clock.pass_by(minutes=11)
    await _reports(town, await jeweller(town, 6), "2903")
    assert 3 == len(cards(agent)), "ten minutes later it is a new card"


async def test_a_verified_shop_goes_before_them_and_has_its_own_card(town: Town, tmp_path: Path) -> None:
    """A robbery by a verified shop has its own card before them, however many there are, also about the same place."""
    agent = await town.coordinator(90)
    shop, account = await jeweller(town, 1, agent), await jeweller(town, 2)
    for pc4 in ("2903", "2904", "2905", "2906", "2907", "2908"):
        await _reports(town, account, pc4)
    before = len(cards(agent))
    await _reports(town, shop, "2903", confirmed=True)
    await _reports(town, shop, "2903", confirmed=True)
    assert before + 2 == len(cards(agent))
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        found = database.execute(
            "SELECT priority FROM deliveries WHERE notice_view LIKE 'report-%' AND operation = 'send'"
        )
        sent = [row[0] for row in found if row[0] == Priority.P1]
    assert 2 == len(sent)


def _again(person: Person) -> list[str]:
    """Return the messages about another reporter of a robbery in the same place."""
    return [one.text for one in person.bubbles if "Nog iemand meldt hier een overval" in one.text]


async def test_strangers_take_no_card_of_a_verified_shop(town: Town) -> None:
    """Unverified robberies of ten places leave five cards for verified shops, which do not wait behind them."""
    agent = await town.coordinator(90)
    shop, account = await jeweller(town, 1, agent), await jeweller(town, 2)
    for number in range(2900, 2910):
        await _reports(town, account, str(number))
    assert 5 == len(cards(agent))
    for _ in range(5):
        await _reports(town, shop, "2903", kind=ReportKind.RECONNAISSANCE, confirmed=True)
    assert 10 == len(cards(agent))


async def test_verified_ones_go_first_in_the_queue(town: Town) -> None:
    """Reports of verified shops go first in the queue, although they came later."""
    agent = await town.coordinator(90)
    shop, account = await jeweller(town, 1, agent), await jeweller(town, 2)
    agent.news()
    async with town.storage.transaction() as uow:
        for number, person in enumerate((account, account, shop)):
            new = NewReport(
                ReportKind.RECONNAISSANCE,
                ReportContent(),
                Place("2903"),
                await _member(town, person),
                premises_id=None,
                is_confirmed=number == 2,
            )
            await submit_report(uow, new, town.clock.now(), zone=ZONE)
    await town.deliver()
    assert [["M-2026-0003"], ["M-2026-0001"], ["M-2026-0002"]] == [
        re.findall(r"Melding (M-2026-\d+)", one) for one in cards(agent)
    ]


async def test_a_robbery_that_others_report_too_is_heard(town: Town) -> None:
    """The second reporter of a robbery and each fifth cause a new message, so that a false one in advance silences
    nobody; a repeat by the same reporter does not."""
    agent = await town.coordinator(90)
    people = [await jeweller(town, number) for number in range(1, 12)]
    heard = []
    for person in people:
        await _reports(town, person, "2903")
        await _reports(town, person, "2903")
        heard.append(len(_again(agent)))
    assert [0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3] == heard
    assert 1 == len(cards(agent))


async def test_the_list_sounds_with_every_fifth_robbery(town: Town) -> None:
    """The list sounds for every fifth robbery, of places beyond the five with a card."""
    agent = await town.coordinator(90)
    people = [await jeweller(town, number) for number in range(1, 3)]
    for number in range(15):
        await _reports(town, people[number // 8], str(2900 + number))
    lists = [one for one in agent.bubbles if "Veel meldingen tegelijk" in one.text]
    assert (5, 3) == (len(cards(agent)), len(lists))
    assert "15 open" in lists[-1].text


async def test_one_whose_first_was_closed_begins_anew(town: Town) -> None:
    """After the first report on a card was closed, later ones begin a new card."""
    agent = await town.coordinator(90)
    one, two = await jeweller(town, 1), await jeweller(town, 2)
    await _reports(town, one, "2903")
    await agent.presses("report-outcome:1.unfounded:1", agent.last)
    await _reports(town, two, "2903")
    assert 2 == len(cards(agent))


@pytest.mark.parametrize("confirmed", [False, True])
async def test_beyond_five_cards_there_is_one_list(town: Town, confirmed: bool) -> None:
    """Beyond five cards there is one list, edited in place: after 30 reports a coordinator has five cards and a list of
    the rest."""
    agent, other = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    people = [await jeweller(town, number, agent if confirmed else None) for number in range(1, 7)]
    agent.news(), other.news()
    for number in range(18):
        await _reports(town, people[number % 6], "2903", kind=ReportKind.RECONNAISSANCE, confirmed=confirmed)
    for person in (agent, other):
        lists = [one for one in person.bubbles if "Veel meldingen tegelijk" in one.text]
        assert (5, 1) == (len(cards(person)), len(lists))
        assert "18 open" in lists[0].text
        assert "M-2026-0018" in lists[0].text
        assert any("M-2026-0018" in one.label for one in lists[0].buttons)
    town.clock.pass_by(minutes=11)
    await _reports(town, people[0], "2903", kind=ReportKind.RECONNAISSANCE, confirmed=True)
    assert 6 == len(cards(agent))


async def test_a_list_that_waits_is_renewed_once(town: Town, tmp_path: Path) -> None:
    """While a chat cannot be written to, hundreds of reports leave one list and one edit of it in the queue."""
    agent = await town.coordinator(90)
    people = [await jeweller(town, number, agent) for number in range(1, 7)]
    async with town.storage.transaction() as uow:
        for number in range(48):
            new = NewReport(
                ReportKind.RECONNAISSANCE,
                ReportContent(),
                Place("2903"),
                await _member(town, people[number % 6]),
                premises_id=None,
                is_confirmed=True,
            )
            await submit_report(uow, new, town.clock.now(), zone=ZONE)
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        waiting = (
            "SELECT count(*) FROM deliveries WHERE state = 'queued' AND notice_view IN ('report-card', 'report-list')"
        )
        assert [(6,)] == database.execute(waiting).fetchall()
    await town.deliver()
    assert "48 open" in agent.last.text
