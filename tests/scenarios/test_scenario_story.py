"""The main story: a shop subscribes, police send an alert, the shops concerned get it, and it ends."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from alerts.branch import Branch
from bot.demo.neighbourhood import POSTCODES, let_police_send_alone
from bot.imports.postcode_table import read_postcodes
from tests.scenarios.steps import alerts_on, compose, number_in, send, subscribe, verify
from tests.scenarios.world import World

INVITE = ("invite", "--for", "A. de Vries, politie", "--role", "police")


@pytest.mark.main
async def test_police_warns_and_whom_it_concerns_has_it(empty_world: World) -> None:
    """The story runs from an imported table and printed links to a notice that is seen, counted, and ended by its
    time."""
    world, words = empty_world, empty_world.words
    assert "postcodes imported" in await world.command("postcodes", "import", str(POSTCODES))
    await _let_police_send_alone(world)
    await world.start()
    printed = await world.command(*INVITE, "--scope", "2900-3099")
    link = next(line for line in printed.splitlines() if line.startswith("https://t.me/"))
    police = await world.coordinator(link=link)
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)
    across = await subscribe(world, "Optiek Overkant", postcode="2922 ab", branch=Branch.OPTICIAN)
    await verify(world, police, across)
    bakery = await subscribe(world, "Bakkerij Vuurlelie", branch=Branch.BAKERY)
    await verify(world, police, bakery)
    stranger = await subscribe(world, "Juwelier Onbekend")

    preview = await compose(world, police, branches=(Branch.JEWELLER, Branch.OPTICIAN))
    number = await send(world, police)
    near, far = await jeweller.expect(number), await across.expect(number)
    assert near.text == preview.text
    assert ", 1,5 km van je zaak" in far.text
    assert near.is_protected
    assert far.is_protected
    report = await police.expect(words("progress-head", number=number, state="delivered"))
    assert words("count-sent", count=2) in report.text
    assert [await alerts_on(bakery), await alerts_on(stranger)] == [[], []]

    await jeweller.tap(words("seen-button"))
    await police.expect(lambda seen: seen.is_edited and words("count-seen", count=1) in seen.text)
    await bakery.type("/actueel")
    await bakery.expect(words("current-none"))

    await world.kill()
    await _let_time_pass(world)
    await world.start()
    ended = await police.expect(words("ended-head", number=number))
    assert number_in(ended) == number
    await jeweller.type("/actueel")
    await jeweller.expect(words("current-none"))


async def _let_police_send_alone(world: World) -> None:
    """Let all municipalities that the notice reaches agree that police send alone."""
    rows = (await read_postcodes(str(POSTCODES))).rows
    async with world.database() as storage, storage.transaction() as uow:
        await let_police_send_alone(uow, rows)


async def _let_time_pass(world: World) -> None:
    """Let the alert's end time pass while the bot is down."""
    now = datetime.now(UTC)
    async with world.database() as storage, storage.transaction() as uow:
        for alert in await uow.alerts.live_by_place(now):
            await uow.alerts.save(replace(alert, content=replace(alert.content, until=now)))
