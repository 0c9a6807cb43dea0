"""Tests of a pause, and of the deliveries that it held."""

import pytest

from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


@pytest.fixture
async def paused(town: Town) -> Person:
    """A jeweller who paused for a week before a P2 of three days was sent."""
    police = await town.coordinator(90)
    els = await jeweller(town, 1, police)
    await els.types("/mijn")
    await els.taps(els.t.plain("mine-settings"))
    await els.taps(els.t.plain("pause-week"))
    await to_preview(police)
    await send_alone(police)
    assert alerts_of(els) == []
    return els


async def test_ending_a_pause_releases_what_it_held(paused: Person) -> None:
    """When a pause is ended, the held deliveries are sent."""
    await paused.taps(paused.t.plain("pause-none"))
    assert len(alerts_of(paused)) == 1


async def test_a_shorter_pause_holds_until_its_own_end(paused: Person) -> None:
    """When a pause is shortened, deliveries are held until the new end."""
    await paused.taps(paused.t.plain("pause-morning"))
    assert alerts_of(paused) == []
    paused.town.clock.pass_by(hours=18)
    await paused.town.deliver()
    assert len(alerts_of(paused)) == 1


async def test_what_ended_during_the_pause_does_not_come(paused: Person) -> None:
    """An alert that ended during the pause is not sent."""
    paused.town.clock.pass_by(days=8)
    await paused.town.deliver()
    assert alerts_of(paused) == []
