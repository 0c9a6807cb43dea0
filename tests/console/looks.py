"""What every page of the console must hold in a browser, at each width and in each scheme."""

from typing import Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


async def check_looks(page: Page) -> None:
    """Check the page as it stands: axe finds nothing, and nothing is wider than the window."""
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 800})
            found = (await Axe().run(page, options=RULES)).response["violations"]
            told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
            assert (scheme, width, []) == (scheme, width, told), told
            assert width >= await page.evaluate("document.documentElement.scrollWidth")
