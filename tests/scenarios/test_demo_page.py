"""Test of the page and the console after `make demo`, in a real browser; it also makes the README's pictures.

WEES_ALERT_PICTURE=docs/demo.png WEES_ALERT_CONSOLE_PICTURE=docs/console.png \
    .venv/bin/pytest tests/scenarios/test_demo_page.py
"""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.demo.cast import Words
from bot.demo.phone import Phone
from bot.demo.playground import Playground
from bot.demo.prepare import ACROSS
from tests.patience import PATIENCE
from tests.scenarios.steps import report_number_in
from tests.scenarios.test_demo_breakages import DEMO_SECONDS

SEEN = "Net twee jongens met helm op in de winkel, ze vroegen naar de kluis en filmden de kassa."
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
        async with asyncio.timeout(DEMO_SECONDS):
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
    await _ask_approval(address)
    await _approve_in_console(page)
    await expect(marshal).to_contain_text("2026-0003 is bezorgd")
    await expect(police).to_contain_text("2026-0003 is goedgekeurd door jou")


async def _approve_in_console(page: Page) -> None:
    """Press the button on the phone of the police, which opens the console as them, and approve what waits there."""
    police = page.get_by_role("article", name=re.compile("coördinator"))
    async with page.context.expect_page() as opened:
        await police.get_by_role("link", name="Console").click()
    console = await opened.value
    await console.get_by_role("link", name="2026-0003").click()
    await expect(console.get_by_role("region", name="Zo komt het bericht aan")).to_contain_text("kluis")
    if picture := os.environ.get("WEES_ALERT_CONSOLE_PICTURE"):
        await console.set_viewport_size({"width": 1280, "height": 900})
        await console.screenshot(path=ROOT / picture)
    await console.get_by_role("button", name="Akkoord, versturen").click()
    await expect(console.get_by_text("is goedgekeurd door jou")).to_be_visible()
    await console.close()


async def _ask_approval(address: str) -> None:
    """Let a shop that reported nothing before do so, and the city marshal make a notice of it and ask for approval."""
    words = Words()
    async with _playground(address) as playground:
        users = {one["first_name"]: one["id"] for one in (await playground.get("state"))["users"]}
        shop, marshal = (Phone(playground, users[name], name) for name in (ACROSS, "Stadsmarinier"))
        await shop.type(SEEN)
        await shop.expect(words("report-safety"))
        await shop.tap(words("report-safety-safe"))
        await shop.expect(words("report-overview"))
        await shop.tap(words("report-send"))
        number = report_number_in(await shop.expect("Ontvangen. Nog niet gedeeld."))
        await marshal.expect(number)  # in the list, as there were five cards in the minutes before
        await marshal.type("/meldingen")
        opens = words("reports-open", number=number)
        await marshal.expect(lambda seen: opens in seen.labels)
        await marshal.tap(opens)
        await marshal.expect(lambda seen: words("purpose-triage") in seen.labels)
        await marshal.tap(words("purpose-triage"))
        await marshal.expect(lambda seen: number in seen.text and words("report-alert") in seen.labels)
        await marshal.tap(words("report-alert"))
        await marshal.expect(words("alert-preview-above"))
        await marshal.tap(words("alert-ask-approval"))
        await marshal.expect(words("alert-waits", number="2026-0003", approvers=1))


@asynccontextmanager
async def _playground(address: str) -> AsyncIterator[Playground]:
    """The playground of the running demo, which knows what happened before."""
    async with aiohttp.ClientSession() as session:
        playground = Playground(address, session)
        listening = asyncio.create_task(playground.listen())
        try:
            yield playground
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
