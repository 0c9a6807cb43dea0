"""Test of forms on a PostgreSQL database, whose integers have limits of their own."""

from alerts.point import point_at
from alerts.postcode import Pc4Place
from storage import open_storage
from tests.bot.reporting import cards, jeweller, reports
from tests.bot.town import TABLE, Town


async def test_a_shop_signs_up_and_reports(postgres_url: str) -> None:
    """A sign-up and a report work on a server, from /start to the card of the police."""
    storage = await open_storage(postgres_url, owner=True)
    try:
        async with storage.transaction() as uow:
            rows = [Pc4Place(pc4, place, point_at(lat, lon), place) for pc4, lat, lon, place in TABLE]
            await uow.postcodes.replace_all(rows)
        town = Town(storage)
        agent = await town.coordinator(90)
        await reports(await jeweller(town, 1, agent))
        assert 1 == len(cards(agent))
    finally:
        await storage.close()
