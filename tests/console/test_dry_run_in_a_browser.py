"""Tests of the dry run in a real browser: reached by keyboard from the preview, at each width, in light and dark."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.bot.police import jeweller, send_alone, to_preview
from tests.console.accounts import link_of
from tests.console.looks import check_looks
from tests.console.test_passkeys_in_a_browser import open_page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_dry_run_is_read_from_the_preview(browser: Browser, tmp_path: Path) -> None:
    """The line at the preview leads to the page, which names the live notice and passes axe."""
    async with open_page(browser, tmp_path) as (town, visitor, page):
        police = await town.coordinator(90)
        await jeweller(town, 3, police)
        await to_preview(police)
        await send_alone(police)
        await town.deliver()
        await police.types("/alert")
        await police.types("Net filmden 2 jongens thans de etalage van een juwelier in 2903.")
        await page.goto(visitor.origin + await link_of(police))
        await page.get_by_role("button", name="Toegangssleutel maken").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")
        await page.goto(f"{visitor.origin}/compose/2")
        await expect(page.get_by_text("Proefrun: 1 met geluid.")).to_be_visible()
        await page.get_by_role("link", name="Hele proefrun").press("Enter")
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Proefrun van 2026-0002")
        await expect(page.get_by_text("Moeilijk woord: ‘thans’.")).to_be_visible()
        await expect(page.get_by_role("link", name="Vul dat bericht aan")).to_be_visible()
        await check_looks(page)
