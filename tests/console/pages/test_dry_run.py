"""The dry run in the console: the same figures as in the chat, for one's own draft only."""

from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_compose import drafter, previewed, sends, words
from tests.console.visitor import Visitor


async def test_the_preview_leads_to_the_whole_dry_run(town: Town, visitor: Visitor) -> None:
    """The line stands at the preview of a stored draft and is the chat's; nothing is counted while somebody types."""
    author = await drafter(town, visitor)
    await jeweller(town, 3, author)
    page = await previewed(visitor)
    assert "Proefrun: 2 met geluid." in words(page)
    assert "Proefrun:" not in words(await sends(visitor, page, "check"))
    dry_run = await visitor.get("/compose/1/dry-run")
    told = words(dry_run)
    assert "2 ontvangers: 0-1 km: 1, zonder afstand: 1" in told
    assert "Juwelier: 1 (0-1 km: 1)" in told
    assert "wanneer: staat er" in told
    await author.types("/concepten")
    await author.taps(author.last.buttons[0].label)
    await author.taps(author.t.plain("dry-run-more"))
    assert "2 ontvangers: 0-1 km: 1, zonder afstand: 1" in author.last.text


async def test_an_overlap_leads_to_the_update_of_the_live_notice(town: Town, visitor: Visitor) -> None:
    """The link opens the form of the update."""
    police = await town.coordinator(1)
    await jeweller(town, 3, police)
    await to_preview(police)
    await send_alone(police)
    await town.deliver()
    await enrolled(police, visitor)
    await previewed(visitor)
    page = await visitor.get("/compose/2/dry-run")
    assert "2026-0001" in words(page)
    assert 'href="/alerts/1/update"' in page.text
    assert 200 == (await visitor.get("/alerts/1/update")).status


async def test_only_its_author_sees_the_dry_run(town: Town, visitor: Visitor) -> None:
    """A draft of a colleague is refused, and one that is not there."""
    await drafter(town, visitor)
    await previewed(visitor)
    assert 200 == (await visitor.get("/compose/1/dry-run")).status
    colleague = visitor.beside()
    await enrolled(await town.coordinator(5), colleague)
    assert (await colleague.get("/compose/1/dry-run")).status in (403, 404)
    assert (await visitor.get("/compose/9/dry-run")).status == 404
