"""Tests of what happened after a notice, on its page: the numbers that its sender was told, for who may draft there."""

import re
from datetime import timedelta

from alerts.alert import IncidentKind
from alerts.effect import effect_of
from alerts.role import Role
from tests.bot.counting import dealt_with
from tests.bot.handlers.test_effects import FEW, day, tick, told
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_alerts import PATH, sent, words
from tests.console.visitor import Answer, Visitor

TITLE = "Wat er daarna gebeurde"


def rows(page: Answer, what: str) -> list[str]:
    """Return the numbers of these rows: before and after in the area, before and after elsewhere."""
    cells = re.findall(rf'<th scope="row">{what}, (?:in het gebied|elders)</th>((?:<td>[^<]*</td>)+)</tr>', page.text)
    return re.findall("<td>([^<]*)</td>", "".join(cells))


async def test_the_page_has_what_the_sender_was_told(town: Town, visitor: Visitor) -> None:
    """Nothing is there before the thirty days are over; then the numbers of the message, with its caveat. They stay as
    they were counted."""
    police, _shop = await sent(town)
    await dealt_with(town, [("2903", day(3))] * 4 + [("3011", day(-4))] * 5, kind=IncidentKind.RECONNAISSANCE)
    await enrolled(police, visitor)
    assert TITLE not in words(await visitor.get(PATH))
    town.clock.pass_by(days=31)
    await tick(town)
    assert "In het gebied: 4" in told(police)[0]
    await dealt_with(town, [("2903", day(5))] * 4, kind=IncidentKind.RECONNAISSANCE)
    await visitor.signs_in(await enrolled(police, visitor))
    page = await visitor.get(PATH)
    assert TITLE in words(page)
    assert [FEW, "4", "5", FEW] == rows(page, "Voorverkenning of verdachte situatie")
    assert [FEW] * 4 == rows(page, "Overvallen en pogingen")
    assert "geen bewijs dat het bericht werkte" in words(page)


async def test_who_may_only_read_sees_no_numbers(town: Town, visitor: Visitor) -> None:
    """A safety director reads the notice while it runs, and not what was counted."""
    police, _shop = await sent(town)
    reader = await town.coordinator(5, Role.SAFETY_DIRECTOR)
    async with town.storage.transaction() as uow:
        [alert_id] = await uow.effects.due(town.clock.now() + timedelta(days=31), 9)
        await uow.effects.settle(alert_id, effect_of(day(0), {"2903"}, (), ()), town.clock.now())
    await enrolled(reader, visitor)
    page = await visitor.get(PATH)
    assert "Wat er verstuurd is" in words(page)
    assert TITLE not in words(page)
    await enrolled(police, visitor)
    assert TITLE in words(await visitor.get(PATH))
