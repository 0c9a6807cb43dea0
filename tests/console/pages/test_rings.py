"""Tests of the ring in the console: the report says what its card says, and a link makes a notice of it."""

import pytest

from alerts.ids import AlertId
from alerts.report import Outcome
from alerts.severity import Severity
from tests.bot.reporting import report_of
from tests.bot.role_world import ELSEWHERE, build
from tests.bot.town import BEGIN, ZONE, Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.pages.test_reports import opened, reported, words
from tests.console.visitor import Visitor

PATH = "/compose?ring=M-2026-0001"


async def test_a_ring_becomes_a_notice(town: Town, visitor: Visitor) -> None:
    """The page of a robbery tells the ring and that it is assumed; its link leads to a form with the reach, the
    branches, the end and the severity of the ring, and the stored draft belongs to the report."""
    _els, agent, _colleague = await reported(town, kind="robbery")
    await enrolled(agent, visitor)
    page = await opened(visitor)
    assert "binnen 1 km van deze plek, 14 dagen lang" in words(page)
    assert "Dit is een aanname." in words(page)
    assert f'href="{PATH}"' in page.text
    fields = fields_in((await visitor.get(PATH)).text, "compose")
    assert ("1", Severity.P2, "2903 AB") == (fields["reach"], fields["severity"], fields["place"])
    assert ["jeweller", "optician", "secondhand_gold"] == sorted(fields.several("branches"))
    assert "2026-12-08T13:00" == fields["until"]
    assert (await report_of(town)).taken_by is None
    stored = await visitor.post("/compose", fields.changed({"do": "preview", "tlp": "AMBER"}).pairs)
    assert 303 == stored.status, words(stored)
    alert_id = (await report_of(town)).alert_id
    assert alert_id is not None
    async with town.storage.reading() as uow:
        content = (await uow.alerts.get(AlertId(alert_id))).content
    assert (1_000, BEGIN.astimezone(ZONE).day) == (content.reach_m, 24)
    assert "/compose?ring" not in (await visitor.get("/reports/1")).text
    assert 409 == (await visitor.get(PATH)).status


async def test_a_sighting_has_none(town: Town, visitor: Visitor) -> None:
    """A report that is about no robbery has no ring, and its address says so."""
    _els, agent, _colleague = await reported(town)
    await enrolled(agent, visitor)
    page = await opened(visitor)
    assert "Ring, een voorstel" not in words(page)
    assert "/compose?ring" not in page.text
    assert 409 == (await visitor.get(PATH)).status


async def test_a_ring_that_is_over(town: Town, visitor: Visitor) -> None:
    """A robbery that was nothing has no ring; a form that was open then begins a new notice, with what was typed."""
    _els, agent, _colleague = await reported(town, kind="robbery")
    await enrolled(agent, visitor)
    page = await opened(visitor)
    fields = fields_in((await visitor.get(PATH)).text, "compose")
    await visitor.sends(page, "/reports/1/close", version="1", outcome="unfounded")
    assert Outcome.UNFOUNDED is (await report_of(town)).outcome
    late = await visitor.post("/compose", fields.changed({"do": "preview"}).pairs)
    assert 422 == late.status
    assert fields["place"] == fields_in(late.text, "compose")["place"]


@pytest.mark.parametrize("letter", ["P", "K", "B", "O"])
async def test_a_ring_that_is_not_theirs(town: Town, visitor: Visitor, letter: str) -> None:
    """Who may not see the report gets no word of it, as if it did not exist."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    report = await world.report(ELSEWHERE, ELSEWHERE)
    page = await visitor.get(f"/compose?ring={report.number}")
    assert page.status in (403, 404)
    assert "vitrine" not in page.text
    missing = await visitor.get("/compose?ring=M-2026-9999")
    assert missing.status in (403, 404)
