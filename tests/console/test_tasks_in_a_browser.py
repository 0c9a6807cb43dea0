"""Tests of tasks, meetings and neighbours in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.incident import NewIncident
from alerts.point import point_at
from alerts.premises import NewPremises, PointSource
from alerts.role import Role
from tests.bot.town import Town
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_search_in_a_browser import comes_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _robbed(town: Town) -> None:
    """Open an incident with a shop beside it."""
    async with town.storage.transaction() as uow:
        place = Place("2903", "2903AB", point_at(51.93, 4.58))
        told = NewIncident(IncidentKind.ROBBERY, place, None, None)
        await uow.incidents.add(told, await uow.incidents.next_number(2026), town.clock.now())
        point = point_at(51.9307, 4.58)
        shop = NewPremises(Branch.JEWELLER, "2903", "2903AB", point, PointSource.LOCATION, "De Hoek", "12")
        await uow.premises.add(shop, town.clock.now())


async def test_tasks_and_meetings_are_kept(browser: Browser, tmp_path: Path) -> None:
    """The pages pass axe, empty, filled and with a mistake; a task is made, a meeting planned, a neighbour visited."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        marshal = await town.coordinator(90, Role.CITY_MARSHAL)
        await _robbed(town)
        await comes_in(marshal, visitor, page)
        await page.get_by_role("link", name="Mijn taken").press("Enter")
        await expect(page.get_by_text("Je hebt nu geen open taken")).to_be_visible()
        await check_looks(page)
        await page.goto(f"{visitor.origin}/tasks/new/1")
        await page.get_by_label("Wat moet er gebeuren").fill("Zoek auto 12-ABC-3")
        await page.get_by_label("Wanneer moet het af zijn").fill("2026-12-04")
        async with page.expect_response(lambda one: one.status == 422):
            await page.get_by_role("button", name="Maak de taak").press("Enter")
        await check_looks(page)
        await page.get_by_label("Wat moet er gebeuren").fill("Laat de lantaarn voor de deur repareren")
        await page.get_by_role("button", name="Maak de taak").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Laat de lantaarn voor de deur repareren")
        await check_looks(page)
        await page.goto(f"{visitor.origin}/meetings/new/1")
        await page.get_by_label("Op welke dag").fill("2026-11-27")
        await page.get_by_label("Hoe laat").fill("09:30")
        await page.get_by_label("Waar?").fill("bij de achteringang")
        await page.get_by_role("checkbox", name="jij").check()
        await check_looks(page)
        await page.get_by_role("button", name="Nodig uit").press("Enter")
        await page.get_by_role("button", name="Ja, ik kom").press("Enter")
        await expect(page.get_by_text("Je komt.")).to_be_visible()
        await check_looks(page)
        await page.goto(f"{visitor.origin}/neighbours/1/1")
        await page.get_by_role("checkbox").first.check()
        await page.get_by_role("button", name="Bewaar").press("Enter")
        await expect(page.get_by_role("status")).to_be_visible()
        await page.get_by_role("button", name="Zet op bezocht").press("Enter")
        await expect(page.get_by_text("Bezocht:")).to_be_visible()
        await check_looks(page)
        await page.goto(f"{visitor.origin}/incidents/1")
        await page.get_by_role("button").last.press("Enter")
        await expect(page.get_by_role("heading", name="Buren voor een preventiebezoek")).to_be_visible()
        await check_looks(page)
        await page.get_by_role("link", name="Mijn taken").press("Enter")
        await expect(page.get_by_role("link", name="Laat de lantaarn")).to_be_visible()
        await check_looks(page)
