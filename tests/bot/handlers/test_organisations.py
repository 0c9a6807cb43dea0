"""Tests of notices to the services of organisations, by Apprise to a real HTTP server; and of the link in a mail."""

import json

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from alerts.channel import SERVICE
from alerts.service import parse_services
from alerts.services.channel.queue_services import queue_services
from bot.outgoing.channels.channel_sender import ChannelSender
from bot.outgoing.channels.letter_writer import LetterWriter
from bot.outgoing.channels.organisation import Organisation
from tests.bot.police import send_alone, to_preview
from tests.bot.town import BOT_NAME, ZONE, Town


@pytest.mark.parametrize(("tlp", "has_words"), [("GREEN ·", True), ("AMBER ·", False)])
async def test_an_organisation_gets_what_it_wants_once(town: Town, tlp: str, has_words: bool) -> None:
    """A service that wants P2 has it once and within the label; one that wants P1 has nothing."""
    got: list[str] = []

    async def take(request: web.Request) -> web.Response:
        got.append(await request.text())
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    async with TestServer(app) as server:
        url = f"json://127.0.0.1:{server.port}/notice"
        listed = [{"name": name, "url": url, "severities": [which]} for name, which in (("a", "P2"), ("b", "P1"))]
        services = parse_services(json.dumps(listed))
        police = await town.coordinator(90, scope="national")
        await to_preview(police, tlp=tlp)
        await send_alone(police)
        writer = LetterWriter(town.storage, town.texts, ZONE, BOT_NAME)
        for _ in range(2):
            async with town.storage.transaction() as uow:
                await queue_services(uow, services, town.clock.now())
            for one in services:
                carrier, channel = Organisation(one.url), f"{SERVICE}{one.name}"
                clock, storage = town.clock, town.storage
                await ChannelSender(channel, carrier, writer, storage=storage, clock=clock, rate=1).round()
    assert 1 == len(got)
    assert "2026-0001" in got[0]
    assert has_words == ("scooter" in got[0])


@pytest.mark.parametrize("text", ["{", "{}", '[{"name": "a"}]', '[{"name": "a", "url": "json://x", "severities": []}]'])
def test_a_wrong_list_is_refused_without_repeating_it(text: str) -> None:
    """A list that cannot be read stops the start, and no address of it is repeated."""
    with pytest.raises(ValueError, match=r"must|needs") as refused:
        parse_services(text)
    assert "://" not in str(refused.value)
