"""Tests of the front page."""

from tests.bot.town import BOT_NAME
from tests.console.visitor import Visitor


async def test_the_front_page_says_112_first_and_leads_to_the_bot(visitor: Visitor) -> None:
    """The page names 112 before anything else, and links to the bot."""
    page = (await visitor.get("/")).text
    assert 0 < page.index("Bel 112") < page.index(f'href="https://t.me/{BOT_NAME}"')
