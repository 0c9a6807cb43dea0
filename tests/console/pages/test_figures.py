"""Tests of the page of figures: the numbers of /cijfers, and none that are not in these."""

import re
from datetime import date

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.role import Role
from alerts.tally import TallyOutcome
from tests.bot.counting import closed_in, sent_in
from tests.bot.handlers.test_figures import shared_in
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor

OCTOBER, AUGUST = date(2026, 10, 31), date(2026, 8, 15)  # it is November


def row(page: Answer, name: str) -> list[str]:
    """Return what stands in the first row with this name."""
    [cells, *_] = re.findall(rf'<th scope="row">{name}</th>(.*?)</tr>', page.text, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<td>(.*?)</td>", cells, re.DOTALL)]


async def seeded(town: Town) -> None:
    """Leave the tallies of the test of /cijfers."""
    await closed_in(town, "2903", OCTOBER, 6)
    await closed_in(town, "2904", OCTOBER, 4, outcome=TallyOutcome.UNFOUNDED, in_time=False)
    await closed_in(town, "2903", OCTOBER, 1, outcome=TallyOutcome.LINKED)
    await closed_in(town, "2903", OCTOBER, 9, kind=IncidentKind.RECONNAISSANCE)
    await closed_in(town, "2903", OCTOBER, 2, kind=IncidentKind.RECONNAISSANCE, outcome=TallyOutcome.ESCALATED)


async def test_the_page_has_the_numbers_of_the_chat_and_no_other(town: Town, visitor: Visitor) -> None:
    """Each number of the chat's screen stands in the table; every other cell has a dash, also where the number would
    give a small one away."""
    agent = await town.coordinator(90)
    await seeded(town)
    await agent.types("/cijfers")
    in_chat = set(re.findall(r"\d+", agent.last.text))
    await enrolled(agent, visitor)
    page = await visitor.get("/figures")
    assert "Cijfers van oktober 2026" in words(page)
    assert ["9", *["–"] * 7, "11"] == row(page, "Voorverkenning")
    assert ["15", "–", "4", *["–"] * 5, "22"] == row(page, "Alle meldingen")
    assert "18 van 22 (82%)" in words(page)
    shown = re.findall(r"\d+", " ".join(" ".join(row(page, one)) for one in ("Voorverkenning", "Alle meldingen")))
    table = page.text.partition("<tbody>")[2].partition("</table>")[0]
    assert sorted(shown) == sorted(re.findall(r"\d+", re.sub(r"<[^>]+>", "", table)))
    assert set(shown) <= in_chat


async def test_a_bar_has_the_length_of_a_number_that_is_shown(town: Town, visitor: Visitor) -> None:
    """Only kinds with a total have a bar, the largest of the whole width; what is not shown has none."""
    agent = await town.coordinator(90)
    for kind, many in ((IncidentKind.ROBBERY, 10), (IncidentKind.RECONNAISSANCE, 40)):
        for outcome in (TallyOutcome.HANDLED, TallyOutcome.UNFOUNDED):
            await closed_in(town, "2903", OCTOBER, many, kind=kind, outcome=outcome)
    await closed_in(town, "2903", OCTOBER, 1, kind=IncidentKind.ROBBERY_ATTEMPT)
    await enrolled(agent, visitor)
    page = await visitor.get("/figures")
    totals = {name: row(page, name)[-1] for name in ("Overval", "Voorverkenning", "Poging tot overval")}
    shown = [int(total) for total in totals.values() if total.isdigit()]
    wanted = sorted(round(100 * total / max(shown)) for total in shown)
    assert wanted == sorted(int(one) for one in re.findall(r'<rect width="(\d+)"', page.text))
    assert "–" == totals["Poging tot overval"]


async def test_too_few_reports_are_not_shown(town: Town, visitor: Visitor) -> None:
    """Two reports are too few to show, as none are: the page is the same."""
    await enrolled(await town.coordinator(90), visitor)
    without = words(await visitor.get("/figures"))
    assert "te weinig gesloten meldingen" in without
    await closed_in(town, "2903", OCTOBER, 2)
    assert without == words(await visitor.get("/figures"))


async def test_the_notices_of_the_month_stand_in_lists(town: Town, visitor: Visitor) -> None:
    """The notices in scope are counted by kind, outcome and branch, with no number that may not be shown; of two, as of
    none, the page says that there are too few."""
    await sent_in(town, "2903", OCTOBER, 2)
    await sent_in(town, "3011", OCTOBER, 20)
    await enrolled(await town.coordinator(90), visitor)
    assert "te weinig wees-alertberichten" in words(await visitor.get("/figures"))
    await sent_in(town, "2903", OCTOBER, 7, Branch.JEWELLER)
    await sent_in(town, "2904", OCTOBER, 4, kind=IncidentKind.RECONNAISSANCE, outcome=TallyOutcome.ALL_CLEAR)
    page = await visitor.get("/figures")
    assert "Verstuurd over deze maand in jouw werkgebied: 13." in words(page)
    assert [["9"], ["7"]] == [row(page, one) for one in ("verstuurd", "Juwelier")]
    assert [] == [one for one in ("Voorverkenning", "afgesloten met ‘veilig’") if f">{one}<" in page.text]


async def test_the_shares_of_each_municipality_stand_in_a_table(town: Town, visitor: Visitor) -> None:
    """Police read both shares of each municipality beside the numbers."""
    await shared_in(town, "2903", in_time=9, late=6, happy=8, unhappy=4)
    await shared_in(town, "2922", in_time=3, late=9, happy=3, unhappy=3)
    await enrolled(await town.coordinator(90), visitor)
    page = await visitor.get("/figures")
    assert [["60%", "65%"], ["25%", "50%"]] == [row(page, f"{one} aan den IJssel") for one in ("Capelle", "Krimpen")]
    assert "12 van 27 (44%)" in words(page)


async def test_a_municipality_reads_shares_and_no_numbers(town: Town, visitor: Visitor) -> None:
    """The page of a municipality has the shares of its own scope and no table of reports or notices; of too few it says
    so."""
    scope = "municipality:Capelle aan den IJssel"
    await enrolled(await town.coordinator(91, Role.MUNICIPALITY, scope), visitor)
    assert "te weinig gesloten meldingen" in words(await visitor.get("/figures"))
    await shared_in(town, "2903", in_time=9, late=6, happy=8, unhappy=4)
    await shared_in(town, "3011", in_time=40, late=40, happy=20, unhappy=20)
    await sent_in(town, "2903", OCTOBER, 9)
    page = await visitor.get("/figures")
    assert 'href="/figures"' in page.text
    assert "Binnen 48 uur gesloten: ongeveer 60% van de meldingen." in words(page)
    assert "ongeveer 65%" in words(page)
    assert ("<table" in page.text, "Wees-alertberichten en tips" in words(page)) == (False, False)


async def test_months_are_turned(town: Town, visitor: Visitor) -> None:
    """The links go back as far as there are tallies and forward to the last month that is over; a forged month is
    answered with the last one."""
    await enrolled(await town.coordinator(90), visitor)
    await closed_in(town, "2903", AUGUST, 4)
    await closed_in(town, "2903", OCTOBER, 5)
    page = await visitor.get("/figures")
    assert ["/figures?month=2026-09"] == re.findall(r'href="(/figures\?[^"]+)"', page.text)
    page = await visitor.get("/figures?month=2026-09")
    assert ["2026-08", "2026-10"] == re.findall(r'href="/figures\?month=([^"]+)"', page.text)
    page = await visitor.get("/figures?month=2026-08")
    assert ("4", ["2026-09"]) == (row(page, "Alle meldingen")[-1], re.findall(r"\?month=([^\"]+)", page.text))
    for forged in ("2026-11", "2099-12", "2026-13", "0000-01", "x", ""):
        page = await visitor.get(f"/figures?month={forged}")
        assert ("5", True) == (row(page, "Alle meldingen")[-1], "oktober 2026" in words(page)), forged


@pytest.mark.parametrize("scope", ["municipality:Capelle aan den IJssel", "2903", "national"])
async def test_a_marshal_sees_the_figures_of_their_own_scope(town: Town, visitor: Visitor, scope: str) -> None:
    """A city marshal sees what lies in their municipality, postcodes or the country."""
    marshal = await town.coordinator(91, Role.CITY_MARSHAL, scope)
    for pc4, many in (("2903", 3), ("2904", 4), ("3011", 5)):
        await closed_in(town, pc4, OCTOBER, many)
    await enrolled(marshal, visitor)
    expected = {"2903": "3", "national": "12"}.get(scope, "7")
    assert expected == row(await visitor.get("/figures"), "Alle meldingen")[-1]


async def test_nobody_else_sees_figures(town: Town, visitor: Visitor) -> None:
    """A safety director and police who follow a branch have neither link nor page."""
    await closed_in(town, "2903", OCTOBER, 5)
    for number, role, scope in ((92, Role.SAFETY_DIRECTOR, "2900-2999"), (93, Role.POLICE, "branch:jeweller")):
        other = visitor.beside()
        await enrolled(await town.coordinator(number, role, scope), other)
        page = await other.get("/figures")
        assert (403, False) == (page.status, 'href="/figures"' in page.text)
