"""Tests of what happened after a notice in a real browser: a table that fits a phone, and that axe has nothing
against."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from alerts.alert import IncidentKind
from tests.bot.counting import dealt_with
from tests.bot.handlers.test_effects import day, tick
from tests.console.looks import check_looks
from tests.console.pages.test_alerts import PATH, sent
from tests.console.test_passkeys_in_a_browser import open_page
from tests.console.test_running_in_a_browser import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_table_fits_every_window(browser: Browser, tmp_path: Path) -> None:
    """The page of a notice of a month ago shows its table at each width, in light and dark."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        police, _shop = await sent(town)
        await dealt_with(town, [("2903", day(3))] * 14 + [("3011", day(-4))] * 125, kind=IncidentKind.RECONNAISSANCE)
        town.clock.pass_by(days=31)
        await tick(town)
        await signed_in(police, visitor, page)
        await page.goto(visitor.origin + PATH)
        table = page.get_by_role("table", name="Aantallen voor en na het bericht")
        await expect(table.get_by_role("row", name="Voorverkenning of verdachte situatie, elders")).to_contain_text(
            "125"
        )
        await check_looks(page)
