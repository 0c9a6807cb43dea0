"""Tests of /cijfers: what became of the reports of a month, in the reader's own scope and without small numbers."""

from collections import Counter
from datetime import date

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.ids import KvoGroupId
from alerts.kvo_group import NewKvoGroup
from alerts.report import Outcome
from alerts.role import Role
from alerts.tally import TallyOutcome
from tests.bot.counting import closed_in, sent_in
from tests.bot.reporting import jeweller, labels, reports
from tests.bot.town import Town

OCTOBER, AUGUST = date(2026, 10, 31), date(2026, 8, 15)  # it is November


async def shared_in(
    town: Town, pc4: str, *, in_time: int, late: int, happy: int, unhappy: int, group: KvoGroupId | None = None
) -> None:
    """Leave tallies of reports of October there: so many in time and late, and of the answers so many yes and no."""
    answers = [True] * happy + [False] * unhappy + [None] * (in_time + late - happy - unhappy)
    times = [True] * in_time + [False] * late
    for (is_in_time, answer), many in Counter(zip(times, answers, strict=True)).items():
        await closed_in(town, pc4, OCTOBER, many, in_time=is_in_time, is_satisfied=answer, group=group)


async def test_the_last_month_is_shown_by_kind_and_outcome(town: Town) -> None:
    """The command shows the last month that is over: each kind with its outcomes, all together, and how many were
    answered in time. What is not shown is not there, and a line says why."""
    agent = await town.coordinator(90)
    await closed_in(town, "2903", OCTOBER, 6)
    await closed_in(town, "2904", OCTOBER, 4, outcome=TallyOutcome.UNFOUNDED, in_time=False)
    await closed_in(town, "2903", OCTOBER, 1, outcome=TallyOutcome.LINKED)
    await closed_in(town, "2903", OCTOBER, 9, kind=IncidentKind.RECONNAISSANCE)
    await closed_in(town, "2903", OCTOBER, 2, kind=IncidentKind.RECONNAISSANCE, outcome=TallyOutcome.ESCALATED)
    await agent.types("/cijfers")
    assert (
        "<b>Cijfers van oktober 2026</b>\n\n"
        "Gesloten meldingen in jouw werkgebied, en wat ervan werd.\n\n"
        "<b>Voorverkenning: 11</b>\nafgehandeld 9\n\n"
        "<b>Alle meldingen: 22</b>\nafgehandeld 15 · niets aan de hand 4\n\n"
        "Binnen 48 uur wist de melder wat ervan werd: 18 van 22 (82%).\n\n"
        "Wat er niet staat, is 0, 1 of 2, of je kunt er zo’n klein aantal mee uitrekenen."
    ) == agent.last.text
    assert [] == labels(agent)
    assert agent.last.message.is_protected


async def test_too_few_reports_are_not_shown(town: Town) -> None:
    """Two reports are too few to show, as none are: the answer is the same."""
    agent = await town.coordinator(90)
    await agent.types("/cijfers")
    without = agent.last.text
    await closed_in(town, "2903", OCTOBER, 2)
    await agent.types("/cijfers")
    assert without == agent.last.text
    assert agent.t("figures-none") in without


async def test_nothing_of_the_month_that_goes_on_or_of_elsewhere_is_shown(town: Town) -> None:
    """Reports of this month, of the month before and of another scope are not in the figures of a month."""
    agent = await town.coordinator(90)
    await closed_in(town, "2903", town.clock.now().date(), 7)
    await closed_in(town, "2903", date(2026, 9, 30), 8)
    await closed_in(town, "3011", OCTOBER, 9)
    await agent.types("/stats")
    assert agent.t("figures-none") in agent.last.text
    assert not {"7", "8", "9"} & set(agent.last.text)


async def test_months_are_turned(town: Town) -> None:
    """The buttons go back as far as there are tallies and forward to the last month that is over; a forged month is
    answered with the last one."""
    agent = await town.coordinator(90)
    await closed_in(town, "2903", AUGUST, 4)
    await closed_in(town, "2903", OCTOBER, 5)
    earlier, later = agent.t.plain("figures-earlier"), agent.t.plain("figures-later")
    await agent.types("/cijfers")
    assert [earlier] == labels(agent)
    await agent.taps(earlier)
    assert "september 2026" in agent.last.text
    assert [earlier, later] == labels(agent)
    await agent.taps(earlier)
    assert "augustus 2026" in agent.last.text
    assert "<b>Alle meldingen: 4</b>" in agent.last.text
    assert [later] == labels(agent)
    for forged in ("2026-11", "2099-12", "2026-13", "0000-01", "x", ""):
        await agent.presses(f"figures:{forged}:0", agent.last)
        assert "oktober 2026" in agent.last.text, forged
        assert "<b>Alle meldingen: 5</b>" in agent.last.text


@pytest.mark.parametrize("scope", ["municipality:Capelle aan den IJssel", "2903", "national"])
async def test_a_marshal_sees_the_figures_of_their_own_scope(town: Town, scope: str) -> None:
    """A city marshal sees what lies in their municipality, postcodes or the country."""
    marshal = await town.coordinator(91, Role.CITY_MARSHAL, scope)
    await closed_in(town, "2903", OCTOBER, 3)
    await closed_in(town, "2904", OCTOBER, 4)
    await closed_in(town, "3011", OCTOBER, 5)
    expected = {"2903": 3, "national": 12}.get(scope, 7)
    await marshal.types("/cijfers")
    assert f"<b>Alle meldingen: {expected}</b>" in marshal.last.text


async def test_notices_are_counted_by_kind_outcome_and_branch(town: Town) -> None:
    """Below the reports stand the notices of the month in scope, each list with the numbers that may be shown; those of
    another place or month are not counted."""
    agent = await town.coordinator(90)
    await sent_in(town, "2903", OCTOBER, 6, Branch.JEWELLER)
    await sent_in(town, "2904", OCTOBER, 4, kind=IncidentKind.RECONNAISSANCE, outcome=TallyOutcome.ALL_CLEAR)
    await sent_in(town, "2904", OCTOBER, 3, Branch.HOTEL, Branch.CAFE, kind=IncidentKind.RECONNAISSANCE)
    await sent_in(town, "2904", OCTOBER, 1, outcome=TallyOutcome.RETRACTED)
    await sent_in(town, "3011", OCTOBER, 20)
    await sent_in(town, "2903", AUGUST, 30)
    await agent.types("/cijfers")
    assert (
        "<b>Wees-alertberichten en tips: 14</b>\n"
        "Soort: Voorverkenning 7\n"
        "Afloop: verstuurd 9\n"
        "Voor: Juwelier 6 · Alle branches 5\n\n"
        "Wat er niet staat, is 0, 1 of 2"
    ) in agent.last.text
    await agent.taps(agent.t.plain("figures-earlier"))
    await agent.taps(agent.t.plain("figures-earlier"))
    assert "<b>Wees-alertberichten en tips: 30</b>" in agent.last.text


async def test_shares_stand_below_the_figures_by_municipality(town: Town) -> None:
    """Police read what share of those who answered were helped well, and both shares of each municipality, in steps."""
    agent = await town.coordinator(90)
    await shared_in(town, "2903", in_time=9, late=6, happy=8, unhappy=4)
    await shared_in(town, "2922", in_time=3, late=9, happy=3, unhappy=3)
    await agent.types("/cijfers")
    assert "Binnen 48 uur wist de melder wat ervan werd: 12 van 27 (44%)." in agent.last.text
    assert "Goed geholpen, volgens wie daarop antwoordde: ongeveer 60%." in agent.last.text
    assert (
        "<b>Per gemeente</b>\n"
        "Capelle aan den IJssel: binnen 48 uur 60% · goed geholpen 65%\n"
        "Krimpen aan den IJssel: binnen 48 uur 25% · goed geholpen 50%"
    ) in agent.last.text
    assert agent.t("shares-hint") in agent.last.text


@pytest.mark.parametrize("role", [Role.MUNICIPALITY, Role.KVO_MANAGER])
async def test_a_municipality_and_a_manager_read_shares_and_no_numbers(town: Town, role: Role) -> None:
    """They read the shares of their own scope, without a number of reports; of too few there is nothing."""
    agent = await town.coordinator(90)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(agent.id))
        assert member is not None
        new = NewKvoGroup("De Terp", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(new, member.id, town.clock.now())
    scope = "municipality:Capelle aan den IJssel" if role is Role.MUNICIPALITY else f"kvo_group:{group.id}"
    person = await town.coordinator(91, role, scope)
    assert "cijfers" in person.menu
    await person.types("/cijfers")
    assert person.t("figures-none") in person.last.text
    await shared_in(town, "2903", in_time=9, late=6, happy=8, unhappy=4, group=group.id)
    await shared_in(town, "3011", in_time=40, late=40, happy=20, unhappy=20)
    await person.types("/cijfers")
    assert (
        "<b>Cijfers van oktober 2026</b>\n\n"
        "Binnen 48 uur gesloten: ongeveer 60% van de meldingen.\n\n"
        "Goed geholpen, volgens wie daarop antwoordde: ongeveer 65%.\n\n"
        f"{person.t('shares-hint')}"
    ) == person.last.text
    assert person.last.message.is_protected


async def test_too_few_notices_are_not_shown(town: Town) -> None:
    """Two notices are too few to show, as none are: the answer is the same."""
    agent = await town.coordinator(90)
    await closed_in(town, "2903", OCTOBER, 5)
    await agent.types("/cijfers")
    without = agent.last.text
    await sent_in(town, "2903", OCTOBER, 2)
    await agent.types("/cijfers")
    assert without == agent.last.text


async def test_nobody_else_sees_figures(town: Town) -> None:
    """A shop, a safety director and police who follow a branch are refused, and are not offered the command."""
    agent = await town.coordinator(90)
    people = [
        await jeweller(town, 1, agent),
        await town.coordinator(92, Role.SAFETY_DIRECTOR),
        await town.coordinator(93, Role.POLICE, "branch:jeweller"),
    ]
    await closed_in(town, "2903", OCTOBER, 5)
    assert "cijfers" in agent.menu
    for person in people:
        await person.types("/cijfers")
        assert person.t("not-allowed-see_shares") == person.last.text
        assert "cijfers" not in person.menu


async def test_what_is_closed_is_in_the_figures_of_its_month(town: Town) -> None:
    """Three reports that are closed in the chat are counted once their month is over, in English too."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    for _ in range(3):
        await reports(els)
        await agent.taps("Sluit")
        await agent.taps(agent.t.plain(f"report-close-{Outcome.HANDLED}"))
        town.clock.pass_by(hours=2)
    await agent.types("/taal")
    await agent.taps("English")
    town.clock.pass_by(days=31)
    await agent.types("/stats")
    assert "<b>All reports: 3</b>" in agent.last.text
    assert "for nearly all reports, at most 2 not." in agent.last.text
