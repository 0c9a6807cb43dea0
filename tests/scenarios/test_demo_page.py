"""Test of the page after `make demo`, in a real browser; it also makes the README's picture.

WEES_ALERT_PICTURE=docs/demo.png .venv/bin/pytest tests/scenarios/test_demo_page.py
"""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
expect.set_options(timeout=PATIENCE * 1000)
SIZE = {"width": 1440, "height": 900}
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and "CI" not in os.environ, reason="the system has no Chromium (package chromium)"
)


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A page of the size of a laptop's window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield await browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
        await browser.close()


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """The address that `wees-alert demo` prints when its story has ended."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            async for line in process.stdout:
                if (found := re.search(r"http://\S+", line.decode())) and "Chat zelf verder" in line.decode():
                    yield found[0]
                    break
            else:
                raise AssertionError("the demo ended without an address")
    finally:
        process.terminate()
        await process.wait()


@needs_chromium
async def test_the_page_shows_who_was_warned(page: Page, address: str) -> None:
    """Shops, city marshal and police see the notice on their phones and the group in its chat, the bakery does not, and
    the chat goes on."""
    await page.goto(address)
    jeweller, bakery, marshal, police, group = (
        page.get_by_role("article", name=re.compile(name))
        for name in ("Nieuwe juwelier", "Bakkerij", "Stadsmarinier", "coördinator", "De Koperwiek")
    )
    await expect(page.get_by_role("complementary", name="Note")).to_contain_text("De klok van de demo")
    await expect(jeweller).to_contain_text("PATROON: voorverkenning")
    await expect(marshal).to_contain_text("TLP:GREEN")
    await expect(police).to_contain_text("Verstuurd")
    await expect(group).to_contain_text("Gelezen (2)")
    await expect(bakery).to_be_visible()
    await expect(bakery).not_to_contain_text("PATROON")
    if picture := os.environ.get("WEES_ALERT_PICTURE"):
        await page.get_by_role("button", name="Close the note").click()
        await page.mouse.click(5, 895)  # nothing has the focus
        await jeweller.get_by_text("PATROON").last.scroll_into_view_if_needed()
        await page.screenshot(path=ROOT / picture)
    await jeweller.get_by_role("textbox").fill("/hulp")
    await jeweller.get_by_role("textbox").press("Enter")
    await expect(jeweller).to_contain_text("0900-8844: politie")
