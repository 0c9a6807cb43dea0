"""Tests of duplicates of reports: suggested with reasons, joined by a person, and ended with their main report."""

import asyncio
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from alerts.area import Place
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import IncidentId, ReportId
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.report import (
    CHOSEN_OUTCOMES,
    NewReport,
    Outcome,
    Report,
    ReportContent,
    ReportKind,
    ReportState,
    ReportStep,
)
from alerts.retention import Retention
from alerts.role import Actor, Role
from alerts.services.incident.join_duplicate import join_duplicate
from alerts.services.report.close_report import close_report
from alerts.services.report.release_duplicate import release_duplicate
from alerts.services.report.submit_report import submit_report
from bot.jobs.retention import Housekeeping
from tests.bot.police import send_alone
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, to_kind, under_way
from tests.bot.town import ZONE, Person, Town

FIRST, SECOND, THIRD = (f"M-2026-000{number}" for number in (1, 2, 3))


async def both(town: Town, *, kind: str = "robbery") -> tuple[Person, Person, Person]:
    """Two shops reported the same, twenty minutes apart: their people, and the agent who has both cards."""
    agent = await town.coordinator(90)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await reports(els, kind=kind)
    town.clock.pass_by(minutes=20)
    await reports(bob, kind=kind)
    for person in (els, bob):
        person.news()
    return els, bob, agent


async def joined(town: Town) -> tuple[Person, Person, Person]:
    """The agent joined the second to the first."""
    els, bob, agent = await both(town)
    await agent.taps(agent.t.plain("report-join", number=FIRST))
    return els, bob, agent


async def actor_of(uow: UnitOfWork, person: Person) -> Actor:
    """Return the member with the roles that this person has."""
    member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return Actor(member, tuple(await uow.roles.of_member(member.id)))


async def join(town: Town, agent: Person, report: int, main: int) -> None:
    """Join a report to another one as this agent."""
    async with town.storage.transaction() as uow:
        version, actor = (await uow.reports.get(ReportId(report))).version, await actor_of(uow, agent)
        await join_duplicate(uow, actor, ReportId(report), ReportId(main), version=version, now=town.clock.now())
    await town.deliver()


async def close(town: Town, agent: Person, report: int, outcome: Outcome = Outcome.HANDLED) -> None:
    """Close a report as this agent."""
    async with town.storage.transaction() as uow:
        version, actor = (await uow.reports.get(ReportId(report))).version, await actor_of(uow, agent)
        await close_report(uow, actor, ReportId(report), outcome, version=version, now=town.clock.now())
    await town.deliver()


def tallies(folder: Path) -> list[tuple[Any, ...]]:
    """Return the outcome of every tally and whether it was answered in time."""
    with closing(sqlite3.connect(folder / "town.db")) as database:
        return sorted(database.execute("SELECT outcome, answered_in_time FROM tallies").fetchall())


# Suggested.


async def test_the_card_says_of_which_report_it_may_be_a_duplicate_and_why(town: Town) -> None:
    """The card of the later report names the earlier one with kind, distance and time, and has a button; the earlier
    card does not name the later one."""
    _, _, agent = await both(town)
    first, second = cards(agent)
    assert f"Misschien dubbel van <b>{FIRST}</b>: zelfde soort, minder dan 250 m, 20 minuten eerder." in second
    assert "dubbel" not in first
    assert f"Dubbel van {FIRST}" in labels(agent)


async def test_what_is_not_alike_is_not_suggested(town: Town) -> None:
    """Another kind without a shared signal, another time, and a reconnaissance at another shop are not suggested."""
    agent = await town.coordinator(90)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await reports(els, kind="reconnaissance")
    await reports(bob, kind="reconnaissance")
    await reports(bob, kind="robbery")
    town.clock.pass_by(hours=7)
    await reports(els, kind="robbery")
    assert not any("dubbel" in card for card in cards(agent))


async def test_a_readers_own_report_is_not_suggested(town: Town) -> None:
    """An officer who reported deals with neither; a colleague gets the suggestion."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await to_kind(agent)
    await agent.taps("Overval")
    while agent.t("report-ask-where") not in agent.last.text:
        await agent.taps("Overslaan")
    await agent.taps("Ergens anders")
    await agent.types("2903")
    if "Nu versturen" in labels(agent):
        await agent.taps("Nu versturen")
    await reports(els, kind="robbery")
    assert "Misschien dubbel" in colleague.last.text
    assert "Misschien dubbel" not in agent.last.text
    await agent.presses("report-join:2.1:1", agent.last)
    assert agent.t.plain("not-allowed-own-report") == town.screens.toasts[-1]
    assert (await report_of(town, 2)).main_id is None


async def test_a_report_in_another_scope_is_neither_suggested_nor_joined(town: Town) -> None:
    """At the border of two scopes only who covers both places gets the suggestion; for the other the number is one that
    is not there."""
    both_places, here = await town.coordinator(90), await town.coordinator(91, scope="2903")
    els = await jeweller(town, 1, both_places)
    async with town.storage.transaction() as uow:
        member = (await actor_of(uow, els)).member.id
        for pc4, latitude in (("2904", 51.9325), ("2903", 51.9320)):
            place = Place(pc4, None, point_at(latitude, 4.5840))
            new = NewReport(ReportKind.ROBBERY, ReportContent(), place, member, None, is_confirmed=True)
            await submit_report(uow, new, town.clock.now(), zone=ZONE)
    await town.deliver()
    assert f"Misschien dubbel van <b>{FIRST}</b>" in both_places.last.text
    assert "Misschien dubbel" not in here.last.text
    for main in (1, 99):
        await here.presses(f"report-join:2.{main}:1", here.last)
        assert here.t.plain("not-found") == town.screens.toasts[-1]
    assert (await report_of(town, 2)).main_id is None


async def test_a_report_that_was_taken_back_is_not_suggested(town: Town) -> None:
    """Nor can one be joined to it."""
    agent = await town.coordinator(90)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await reports(els, kind="robbery")
    await els.taps(els.t.plain("report-back"))
    await reports(bob, kind="robbery")
    assert "dubbel" not in agent.last.text
    await agent.presses("report-join:2.1:1", agent.last)
    assert agent.t.plain("too-late-report-gone") == town.screens.toasts[-1]
    assert ReportState.RECEIVED is (await report_of(town, 2)).state


# Joined.


async def test_a_tap_joins_it_and_the_reporter_hears_without_who(town: Town) -> None:
    """The reporter reads that it is looked at with another one, neither its number nor whose it is, and may add; both
    cards show it, and the list has the main report only."""
    els, bob, agent = await joined(town)
    assert bob.t("report-news-joined", number=SECOND) == bob.news()
    assert [bob.t.plain("report-add")] == labels(bob)
    assert "" == els.news()
    report = await report_of(town, 2)
    assert (ReportState.DUPLICATE, ReportId(1)) == (report.state, report.main_id)
    first, second = cards(agent)
    assert agent.t("report-duplicates", numbers=SECOND) in first
    assert f"Dubbel van melding {FIRST}. Die is nu: Nog niet opgepakt." in second
    assert [f"{FIRST} bekijken", agent.t.plain("report-release")] == labels(agent)[-2:], "behind those of its incident"
    await agent.types("/meldingen")
    assert FIRST in agent.last.text
    assert SECOND not in agent.last.text
    await bob.types("/mijnmeldingen")
    assert bob.t("my-report-joined") in bob.last.text
    assert FIRST not in bob.last.text
    await agent.types(f"/logboek {SECOND}")
    assert agent.t.plain("audit-report-joined", about=SECOND) in agent.last.text


async def test_its_reporter_may_still_add(town: Town) -> None:
    """What the reporter of a duplicate adds stands on the card of the main report, and the duplicates can be opened."""
    _, bob, agent = await joined(town)
    await bob.taps(bob.t.plain("report-add"))
    await bob.types("Hij had een rode rugzak.")
    assert f"bij {SECOND}:</b> Hij had een rode rugzak." in cards(agent)[0]
    await agent.presses("report-doubles:1:0")
    assert agent.t("report-duplicates-title", number=FIRST) in agent.last.text
    await agent.taps(f"{SECOND} bekijken")
    assert "rode rugzak" in agent.last.text


@pytest.mark.parametrize("outcome", CHOSEN_OUTCOMES)
async def test_it_ends_with_its_main_report(town: Town, tmp_path: Path, outcome: Outcome) -> None:
    """Its reporter hears the outcome of the main report; the figures have one with that outcome and one duplicate."""
    els, bob, agent = await joined(town)
    bob.news()
    await agent.types("/meldingen")
    await agent.taps(f"{FIRST} bekijken")
    await agent.taps("Beoordelen")
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))
    words = bob.t.plain(f"outcome-{outcome}")
    news = bob.news()
    assert bob.t("report-news-main-ended", number=SECOND, outcome=words) in news
    assert bob.t("report-closed-victim") in news
    assert FIRST not in news
    assert els.t(f"report-news-{outcome}", number=FIRST) in els.news()
    report = await report_of(town, 2)
    assert (ReportState.CLOSED, Outcome.DUPLICATE, ReportId(1)) == (report.state, report.outcome, report.main_id)
    assert sorted([("duplicate", 1), (outcome.value, 1)]) == tallies(tmp_path)
    await bob.types("/mijnmeldingen")
    assert bob.t("my-report-ended", outcome=words) in bob.last.text
    assert agent.t("report-standing-ended", main=FIRST, outcome=words) in cards(agent)[1]


async def test_it_ends_with_the_notice_that_is_made_of_the_main_report(town: Town, tmp_path: Path) -> None:
    """Both reporters read the number of the notice; each leaves one tally, with its own outcome."""
    els, bob, agent = await joined(town)
    await agent.presses("report-alert:1:1", agent.last)
    await send_alone(agent)
    assert bob.t("report-news-main-escalated", number=SECOND, alert="2026-0001") in bob.news()
    assert els.t("report-news-escalated", number=FIRST, alert="2026-0001") in els.news()
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        found = database.execute("SELECT outcome FROM tallies WHERE subject = 'report' ORDER BY outcome").fetchall()
    assert [("duplicate",), ("escalated",)] == found


async def test_a_duplicate_of_a_report_that_was_closed_hears_its_outcome_at_once(town: Town, tmp_path: Path) -> None:
    """What was dealt with already is suggested too; the reporter gets one message, with the outcome."""
    _, bob, agent = await both(town)
    await close(town, agent, 1, Outcome.UNFOUNDED)
    await agent.taps(agent.t.plain("report-join", number=FIRST))
    assert bob.t("report-news-main-ended", number=SECOND, outcome="niets aan de hand") in bob.news()
    assert ReportState.CLOSED is (await report_of(town, 2)).state
    assert [("duplicate", 1), ("unfounded", 1)] == tallies(tmp_path)
    async with town.storage.reading() as uow:
        steps = [one.step for one in await uow.reports.events(ReportId(2))]
    assert [ReportStep.RECEIVED, ReportStep.JOINED, ReportStep.CLOSED] == steps


async def test_a_later_outcome_of_the_main_report_is_told_too(town: Town) -> None:
    """A notice that is sent of the main report after it was closed reaches the reporter of its duplicate, whose report
    is counted once."""
    _, bob, agent = await joined(town)
    await agent.presses("report-alert:1:1", agent.last)
    preview = agent.last
    await close(town, agent, 1)
    assert bob.t("report-news-main-ended", number=SECOND, outcome="afgehandeld") in bob.news()
    await agent.taps("Versturen", preview)
    await agent.taps("Geen collega in dienst")
    assert bob.t("report-news-main-escalated", number=SECOND, alert="2026-0001") in bob.news()


async def test_an_end_after_two_days_is_late_for_the_duplicate_too(town: Town, tmp_path: Path) -> None:
    """Whether its reporter knew in time goes by the end of the main report."""
    _, _, agent = await joined(town)
    town.clock.pass_by(hours=48, seconds=1)
    await close(town, agent, 1)
    assert [("duplicate", 0), ("handled", 0)] == tallies(tmp_path)


# Chosen by hand.


async def test_another_report_is_chosen_by_its_number(town: Town) -> None:
    """From *Sluit* the reports that are alike are shown with why, and any other is chosen by its number. A wrong
    number, one of elsewhere and the report itself are refused and asked again."""
    agent = await town.coordinator(90)
    far = await town.coordinator(92, scope="3000-3099")
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    jan = town.person(3)
    await jan.subscribes("3011AA", "optician", "Elders", "1")
    await far.taps("Verifiëren")
    await reports(els)
    town.clock.pass_by(hours=5)
    await reports(bob, kind="robbery")
    await reports(jan)
    await agent.types("/meldingen")
    await agent.taps(f"{SECOND} bekijken")
    await agent.taps("Beoordelen")
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain("report-close-duplicate"))
    assert agent.t("report-ask-main-none") in agent.last.text
    await agent.taps("Toch niet")
    assert "Sluit" in labels(agent)
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain("report-close-duplicate"))
    await agent.taps(agent.t.plain("report-number"))
    for typed, why in (
        ("die van daarnet", "text-report-number"),
        ("99", "text-report-number"),
        ("3", "text-report-number"),
        (SECOND, "too-late-report-itself"),
    ):
        await agent.types(typed)
        assert agent.t(why) in agent.last.text, typed
    await agent.types("1")
    assert await under_way(agent) is None
    assert ReportId(1) == (await report_of(town, 2)).main_id
    assert f"Dubbel van melding {FIRST}" in agent.last.text


async def test_a_number_that_is_typed_too_late_shows_what_became_of_the_report(town: Town) -> None:
    """When a colleague closed the report meanwhile, nothing is joined."""
    _, bob, agent = await both(town)
    version = (await report_of(town, 2)).version
    await agent.presses(f"report-number:2:{version}", agent.last)
    await close(town, await town.coordinator(91), 2)
    await agent.types("1")
    assert "Gesloten: afgehandeld." in agent.last.text or agent.t("too-late-report-closed") in agent.last.text
    assert Outcome.HANDLED is (await report_of(town, 2)).outcome
    assert "samen met een andere" not in bob.news()


# Undone.


async def test_who_undoes_it_deals_with_it(town: Town) -> None:
    """The report is by itself again, taken by who did so, and its reporter hears it; the other card changes too."""
    _, bob, agent = await joined(town)
    bob.news()
    await agent.taps(agent.t.plain("report-release"))
    report = await report_of(town, 2)
    assert (ReportState.TRIAGE, None) == (report.state, report.main_id)
    assert bob.t("report-news-released", number=SECOND) == bob.news()
    assert SECOND not in cards(agent)[0]
    await agent.presses("report-release:2:3", agent.last)
    assert agent.t.plain("too-late-report-single") == town.screens.toasts[-1]


async def test_two_robberies_that_are_one_have_one_incident(town: Town) -> None:
    """Joining the reports joins what they opened, in one step; undoing it opens an incident for the second again."""
    _, _, agent = await joined(town)
    assert {1: "unconfirmed", 2: "joined"} == await _incidents(town)
    assert 1 == (await report_of(town, 2)).incident_id
    await agent.taps(agent.t.plain("report-release"))
    assert {1: "unconfirmed", 2: "joined", 3: "unconfirmed"} == await _incidents(town)
    assert (1, 3) == tuple([(await report_of(town, one)).incident_id for one in (1, 2)])


async def test_a_marshal_joins_the_reports_and_police_the_incidents(town: Town) -> None:
    """Who may not decide about incidents leaves them apart; the report is a duplicate all the same."""
    await both(town)
    marshal = await town.coordinator(92, Role.CITY_MARSHAL)
    await join(town, marshal, 2, 1)
    assert ReportState.DUPLICATE is (await report_of(town, 2)).state
    assert {1: "unconfirmed", 2: "unconfirmed"} == await _incidents(town)


async def _incidents(town: Town) -> dict[int, str]:
    async with town.storage.reading() as uow:
        found = [await uow.incidents.get(one) for one in map(IncidentId, range(1, 4)) if await _is_there(uow, one)]
    return {one.id: one.state.value for one in found}


async def _is_there(uow: UnitOfWork, incident: IncidentId) -> bool:
    return bool(await uow.incidents.events(incident))


async def test_a_main_report_that_is_taken_back_lets_its_duplicates_go(town: Town) -> None:
    """They wait for a coordinator again, who hears that, and so does their reporter."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await reports(els, kind="robbery")
    await reports(bob, kind="robbery")
    await agent.taps(agent.t.plain("report-join", number=FIRST))
    for person in (agent, bob, colleague):
        person.news()
    await els.taps(els.t.plain("report-back"))
    assert bob.t("report-news-released", number=SECOND) == bob.news()
    assert colleague.t("report-released", number=SECOND) in colleague.news()
    report = await report_of(town, 2)
    assert (ReportState.RECEIVED, None, None) == (report.state, report.main_id, report.taken_by)
    await colleague.taps(f"{SECOND} bekijken")
    await colleague.taps("Beoordelen")
    assert "Ik pak dit op" in labels(colleague)


async def test_a_duplicate_can_be_taken_back(town: Town, tmp_path: Path) -> None:
    """Within two minutes: it leaves no tally, its main report goes on, and who took that is told."""
    agent = await town.coordinator(90)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await reports(els, kind="robbery")
    await agent.taps("Ik pak dit op")
    await reports(bob, kind="robbery")
    receipt = bob.last
    await agent.taps(agent.t.plain("report-join", number=FIRST))
    await bob.taps(bob.t.plain("report-back"), receipt)
    assert agent.t("report-withdrawn", number=SECOND) in agent.news()
    assert SECOND not in cards(agent)[0]
    report = await report_of(town, 2)
    assert (Outcome.WITHDRAWN, None) == (report.outcome, report.main_id)
    await close(town, agent, 1)
    assert [("handled", 1)] == tallies(tmp_path)
    assert "handled" not in bob.news()


async def test_the_main_report_of_an_erased_person_goes_on(town: Town) -> None:
    """Its reporter was erased meanwhile: nobody hears of that, and the duplicate still gets its outcome."""
    els, bob, agent = await joined(town)
    bob.news()
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    assert ReportState.DUPLICATE is (await report_of(town, 2)).state
    await close(town, agent, 1)
    assert bob.t("report-news-main-ended", number=SECOND, outcome="afgehandeld") in bob.news()


async def test_retention_ends_a_duplicate_with_its_main_report(town: Town, tmp_path: Path) -> None:
    """Of reports with which nobody dealt each leaves one tally; the content of both is gone, and nobody is told."""
    els, bob, _ = await joined(town)
    for person in (els, bob):
        person.news()
    town.clock.pass_by(days=90)
    keeper = Housekeeping(town.storage, town.clock, Retention())
    await keeper.clean_if_due()
    town.clock.pass_by(days=1)
    await keeper.clean_if_due()
    assert [("duplicate", 0), ("unanswered", 0)] == tallies(tmp_path)
    for number in (1, 2):
        report = await report_of(town, number)
        assert (ReportState.CLOSED, None) == (report.state, report.member_id)
    assert ["", ""] == [person.news() for person in (els, bob)]


# No chains, no circles.


async def test_what_is_joined_to_a_duplicate_follows_its_main_report(town: Town) -> None:
    """A third report that is joined to the second follows the first; the first takes both along when it is joined to a
    fourth."""
    _, _, agent = await joined(town)
    jan = await jeweller(town, 3, agent)
    for _ in range(2):
        await reports(jan, kind="robbery")
    await join(town, agent, 3, 2)
    assert ReportId(1) == (await report_of(town, 3)).main_id
    await join(town, agent, 1, 4)
    assert [ReportId(4)] * 3 == [(await report_of(town, number)).main_id for number in (1, 2, 3)]
    with pytest.raises(IllegalTransition):
        await join(town, agent, 4, 2)
    await close(town, agent, 4)
    for number in (1, 2, 3):
        assert Outcome.DUPLICATE is (await report_of(town, number)).outcome


async def test_of_two_who_join_them_crosswise_one_does(town: Town) -> None:
    """Two coordinators press at once, each the other way round: one report follows the other, and the second hears it
    is one already."""
    _, _, agent = await both(town)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    done = await asyncio.gather(join(town, agent, 2, 1), join(town, marshal, 1, 2), return_exceptions=True)
    assert 1 == len([one for one in done if isinstance(one, IllegalTransition | Conflict)])
    assert 1 == len([one for one in (await report_of(town, 1), await report_of(town, 2)) if one.main_id is not None])


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_pressed_there_is_never_a_chain(town: Town, seed: int) -> None:
    """After any joins, releases and closings a main report is no duplicate, an open duplicate has an open main report,
    and what ended has an outcome."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    for _ in range(6):
        town.clock.pass_by(hours=2)
        await reports(els, kind="robbery")
    chance = random.Random(seed)
    for _ in range(40):
        one, other = chance.sample(range(1, 7), 2)
        act = chance.choice(["join", "join", "join", "release", "close"])
        with suppress(IllegalTransition):
            await _act(town, agent, act, one, other)
        found = {number: await report_of(town, number) for number in range(1, 7)}
        assert [] == [number for number, report in found.items() if not _is_sound(report, found)]


async def _act(town: Town, agent: Person, act: str, one: int, other: int) -> None:
    if act == "join":
        await join(town, agent, one, other)
    elif act == "close":
        await close(town, agent, one)
    else:
        async with town.storage.transaction() as uow:
            version, actor = (await uow.reports.get(ReportId(one))).version, await actor_of(uow, agent)
            await release_duplicate(uow, actor, ReportId(one), version=version, now=town.clock.now())


def _is_sound(report: Report, found: dict[int, Report]) -> bool:
    if report.main_id is None:
        return report.outcome is not Outcome.DUPLICATE and report.state is not ReportState.DUPLICATE
    main = found[report.main_id]
    return main.main_id is None and report.is_closed == main.is_closed and not report.is_open


# Buttons and kills.


@pytest.mark.parametrize("verb", ["report-take", "report-alert", "report-close", "report-ask", "report-double"])
async def test_a_duplicate_is_dealt_with_by_its_main_report(town: Town, verb: str) -> None:
    """A press on an old card of a duplicate says what it is, and changes nothing."""
    _, _, agent = await joined(town)
    version = (await report_of(town, 2)).version
    for old in (1, version):
        await agent.presses(f"{verb}:2:{old}", agent.last)
        assert agent.t.plain("too-late-report-duplicate") in {town.screens.toasts[-1], agent.last.text}
    assert version == (await report_of(town, 2)).version
    assert await under_way(agent) is None


async def test_a_report_of_which_a_notice_is_made_is_not_joined(town: Town) -> None:
    """Its reporter was told of the notice: the card has no button for it, and a press says why."""
    _, _, agent = await both(town)
    await agent.presses("report-alert:2:1", agent.last)
    version = (await report_of(town, 2)).version
    await agent.presses(f"report-join:2.1:{version}")
    assert agent.t.plain("too-late-report-drafted") == town.screens.toasts[-1]
    assert (await report_of(town, 2)).main_id is None


@pytest.mark.parametrize("data", ["report-join:2.1:1", "report-join:2.99:2", "report-join:2:2", "report-join:x.1:2"])
async def test_stale_and_altered_buttons_join_nothing(town: Town, data: str) -> None:
    """An old version, and a number that nothing has, are answered."""
    _, _, agent = await both(town)
    await agent.presses("report-take:2:1", agent.last)
    toasts = len(town.screens.toasts)
    await agent.presses(data, agent.last)
    assert len(town.screens.toasts) > toasts
    assert (await report_of(town, 2)).main_id is None


async def test_a_commit_that_is_lost_joins_and_ends_nothing(town: Town, tmp_path: Path) -> None:
    """The end of a report and of its duplicates is one commit: a kill in between leaves all open, and nothing is
    counted."""
    _, bob, agent = await joined(town)
    bob.news()

    async def lost(act: Callable[[UnitOfWork, Actor], Any]) -> None:
        with suppress(ConnectionResetError):
            async with town.storage.transaction() as uow:
                await act(uow, await actor_of(uow, agent))
                raise ConnectionResetError

    now = town.clock.now() + timedelta(minutes=1)
    version = (await report_of(town, 2)).version
    await lost(lambda uow, actor: close_report(uow, actor, ReportId(1), Outcome.HANDLED, version=1, now=now))
    await lost(lambda uow, actor: release_duplicate(uow, actor, ReportId(2), version=version, now=now))
    await town.deliver()
    assert [ReportState.RECEIVED, ReportState.DUPLICATE] == [(await report_of(town, one)).state for one in (1, 2)]
    assert ([], "") == (tallies(tmp_path), bob.news())


async def test_in_english(town: Town) -> None:
    """A reporter who reads English hears the same."""
    agent = await town.coordinator(90)
    els, ann = await jeweller(town, 1, agent), town.person(2, "en")
    await ann.subscribes("2903AB", "jeweller", "Pearl", "2")
    await agent.taps("Verifiëren")
    await reports(els, kind="robbery")
    await reports(ann, kind="robbery")
    await agent.taps(agent.t.plain("report-join", number=FIRST))
    assert "is about the same as another report" in ann.last.text
    await close(town, agent, 1)
    assert "together with another report about the same: dealt with" in ann.news()
