"""Tests of a notice that begins with an example in the console."""

from tests.bot.town import Town
from tests.console.forms import fields_in
from tests.console.pages.test_compose import drafter, follows, sends, words
from tests.console.visitor import Visitor

TEXT = "Om 14:05 is een juwelier overvallen in 2903 AB. De dader droeg een zwarte jas. Zie je iets? Bel 112."


async def test_an_example_begins_a_notice(town: Town, visitor: Visitor) -> None:
    """The page lists the examples by kind; a chosen one fills the words, the kind and the branch."""
    await drafter(town, visitor)
    page = await visitor.get("/compose")
    assert "Om {tijd} is een juwelier overvallen in {plaats}." in words(page)
    assert 'href="/compose?example=robbery-jeweller"' in page.text
    begun = await visitor.get("/compose?example=robbery-jeweller")
    fields = fields_in(begun.text, "compose")
    assert ("robbery", ["jeweller"]) == (fields["kind"], list(fields.several("branches")))
    assert fields["words"].startswith("Om {tijd} is een juwelier overvallen")
    assert 404 == (await visitor.get("/compose?example=nergens")).status


async def test_what_is_not_filled_in_is_not_sent(town: Town, visitor: Visitor) -> None:
    """A notice with an open placeholder is refused beside its words, with all that was typed; filled in, it is asked
    for as any other."""
    await drafter(town, visitor)
    begun = await visitor.get("/compose?example=robbery-jeweller")
    stored = await follows(visitor, await sends(visitor, begun, "preview", place="2903 AB"))
    refused = await sends(visitor, stored, "ask")
    assert 409 == refused.status
    assert "Vul eerst nog in: {tijd}, {plaats}, {signalement}, {richting}." in words(refused)
    again = await follows(visitor, await sends(visitor, refused, "preview", words=TEXT))
    asked = await follows(visitor, await sends(visitor, again, "ask"))
    assert "wacht op akkoord" in words(asked)
