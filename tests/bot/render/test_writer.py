"""The writer fills in what differs by reader and moment once for all at one distance in a minute."""

from datetime import timedelta

from alerts.delivery import Claimed
from bot.render.notices.writer import Writer
from tests.bot.outbox_world import SHOPS, START, ZONE, World
from texts.phrases import load_texts

LEASE = timedelta(minutes=1)


async def test_one_text_for_all_at_one_distance_until_the_minute_is_over(world: World) -> None:
    """It says how far from this shop and how long ago, as of when it is sent."""
    writer = Writer(load_texts(), world.clock, ZONE, "bot")
    near, far = await _prepared(world, writer)
    first = writer.prepared(near, is_silent=False)
    assert first is not None
    assert first.text.startswith("<b>WEES ALERT: overval, minder dan 250 m van je zaak</b> · 5 minuten geleden\n")
    world.clock.moment = START + timedelta(seconds=59)
    assert writer.prepared(near, is_silent=False) is first
    assert ", 1,2 km van je zaak</b> · 5 minuten" in _text(writer, far)
    world.clock.moment = START + timedelta(seconds=61)
    assert "minder dan 250 m van je zaak</b> · 6 minuten geleden" in _text(writer, near)


async def test_a_clock_that_is_set_back_is_followed(world: World) -> None:
    """No text stays from a time that has not come yet."""
    writer = Writer(load_texts(), world.clock, ZONE, "bot")
    near, _ = await _prepared(world, writer)
    world.clock.moment = START + timedelta(minutes=30)
    assert "· 35 minuten geleden" in _text(writer, near)
    world.clock.moment = START
    assert "· 5 minuten geleden" in _text(writer, near)


async def _prepared(world: World, writer: Writer) -> tuple[Claimed, Claimed]:
    """The copies of the nearest and the farthest shop, for which the text was rendered once."""
    async with world.storage.transaction() as uow:
        ids = await uow.deliveries.claim(SHOPS + 1, "test", LEASE, START)
        claimed = [one for one in await uow.deliveries.claimed(ids, "test") if one.distance_m is not None]
        for one in claimed:
            await writer.prepare(one, uow)
    return claimed[0], claimed[-1]


def _text(writer: Writer, claimed: Claimed) -> str:
    message = writer.prepared(claimed, is_silent=False)
    assert message is not None
    return message.text
