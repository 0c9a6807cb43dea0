"""Tests of a new notice that begins with a report."""

import pytest

from alerts.ids import AlertId
from alerts.report import Report, ReportState
from tests.bot.reporting import jeweller
from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.visitor import Visitor


async def now_of(world: RoleWorld, report: Report) -> Report:
    """Return the report as it stands."""
    async with world.town.storage.reading() as uow:
        return await uow.reports.get(report.id)


async def test_a_report_becomes_a_notice(town: Town, visitor: Visitor) -> None:
    """The fields have what was reported; looking takes nothing, and the stored draft is linked to the report, which it
    names."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    report = await world.report(HERE, HERE)
    page = await visitor.get(f"/compose?report={report.number}")
    fields = fields_in(page.text, "compose")
    assert ("reconnaissance", "2903 AB") == (fields["kind"], fields["place"])
    assert ReportState.RECEIVED is (await now_of(world, report)).state
    stored = await visitor.post("/compose", fields.changed({"do": "preview"}).pairs)
    assert 303 == stored.status
    linked = await now_of(world, report)
    assert (ReportState.TRIAGE, world.members["P"]) == (linked.state, linked.taken_by)
    path = stored.headers["Location"].partition("?")[0]
    assert AlertId(int(path.split("/")[-1])) == linked.alert_id
    assert report.number in (await visitor.get(path)).text
    again = await visitor.get(f"/compose?report={report.number}")
    assert 409 == again.status
    late = await visitor.post("/compose", fields.changed({"do": "preview"}).pairs)
    assert 422 == late.status
    assert fields["place"] == fields_in(late.text, "compose")["place"]


@pytest.mark.parametrize("letter", ["P", "K", "B"])
async def test_a_report_that_is_not_theirs(town: Town, visitor: Visitor, letter: str) -> None:
    """Who may not see the report gets no word of it, as if it did not exist, and takes nothing by the form."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    report = await world.report(ELSEWHERE, ELSEWHERE)
    page = await visitor.get(f"/compose?report={report.number}")
    assert page.status in (403, 404)
    assert "vitrine" not in page.text
    empty = await visitor.get("/compose")
    typed = {"do": "preview", "report": report.number, "kind": "robbery", "place": "2903 AB"}
    sent = await visitor.post("/compose", fields_in(empty.text, "compose").changed(typed).pairs)
    assert sent.status in (403, 404)
    assert ReportState.RECEIVED is (await now_of(world, report)).state


async def test_a_report_brings_its_part_of_the_day(town: Town, visitor: Visitor) -> None:
    """The form of a notice that begins with a report shows when it was as the shop told it."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("gistermiddag filmden 2 mannen de kluis")
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    await enrolled(agent, visitor)
    page = await visitor.get("/compose?report=M-2026-0001")
    assert "afternoon 2026-11-23T15:00" == fields_in(page.text, "compose")["part_of_day"]
    assert "Toon als: 23 november, in de middag" in page.text
