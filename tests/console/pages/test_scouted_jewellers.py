"""Story 2 of docs/domain.md in the console: the pattern, the notice that is made of it, and the register."""

import re

from tests.bot.handlers.test_scouted_jewellers import reported
from tests.bot.police import alerts_of
from tests.bot.reporting import jeweller
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_compose import follows, notice, sends, words
from tests.console.visitor import Visitor


async def test_police_make_a_notice_of_a_pattern_and_find_it_again(town: Town, visitor: Visitor) -> None:
    """Three shops in four days are one pattern on the page of patterns; its notice has three measures in the preview
    and at the shops, and stands in the register with those for its branches."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    shops = [await jeweller(town, number, colleague) for number in (11, 12, 13)]
    await enrolled(police, visitor)
    await reported(town, *shops[:2], days=2)
    assert [] == re.findall(r'href="/patterns/\d+"', (await visitor.get("/patterns")).text)
    town.clock.pass_by(days=2)
    await enrolled(police, visitor)
    await reported(town, shops[2], days=0)
    [path] = re.findall(r'href="(/patterns/\d+)"', (await visitor.get("/patterns")).text)
    [form] = re.findall(r'href="(/compose\?pattern=\d+)"', (await visitor.get(path)).text)
    page = await follows(visitor, await sends(visitor, await visitor.get(form), "preview"))
    shown = notice(page)
    assert 3 == shown.count("• ")
    assert "Laat één kostbaar stuk tegelijk zien." in shown
    await follows(visitor, await sends(visitor, page, "ask"))
    await colleague.types("/goedkeuren")
    await colleague.taps("Akkoord, versturen")
    await town.deliver()
    for shop in shops:
        [arrived] = alerts_of(shop)
        assert 3 == arrived.count("• ")
    listed = await visitor.get("/mo")
    [record] = re.findall(r'href="(/mo/[0-9a-f]+)"', listed.text)
    found = words(await visitor.get(record))
    assert "Laat één kostbaar stuk tegelijk zien." in found
    assert "In het bericht stond:" in found
