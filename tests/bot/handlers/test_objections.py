"""Tests of what did not come to a member lately, with the reason stored for each."""

import pytest

from tests.bot.handlers.test_delivery_rules import chooses, until, warns
from tests.bot.police import jeweller
from tests.bot.town import Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def asks(person: Person) -> str:
    """Return what the screen lists."""
    await person.types("/instellingen")
    await person.taps(person.t.plain("objections"))
    return person.last.text


async def test_each_notice_that_did_not_come_has_its_reason(town: Town, police: Person) -> None:
    """What was dropped, what waits and what came after all, newest first; nothing of a week ago, nor of others."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await bob.types("/waarom")
    await bob.taps(bob.t.plain("objections"))
    assert bob.t("objections-none") in bob.last.text
    await until(town, 10)
    await chooses(els)
    await els.taps(els.t.plain("settings-mute", severity="P3"))
    await warns(police, severity="P3 ·")
    await els.types("/instellingen")
    await els.taps(els.t.plain("pause-week"))
    await warns(police)
    told = await asks(els)
    waits = f"bericht 2026-0002: wacht nog. {els.t('objection-paused')}"
    dropped = f"bericht 2026-0001: kwam niet. {els.t('objection-muted')}"
    assert waits in told
    assert dropped in told
    assert told.index(waits) < told.index(dropped)
    assert bob.t("objections-none") in await asks(bob)
    await els.types("/instellingen")
    await els.taps(els.t.plain("pause-none"))
    await town.deliver()
    told = await asks(els)
    assert "2026-0002" not in told
    assert dropped in told
    town.clock.pass_by(days=7, minutes=1)
    assert els.t("objections-none") in await asks(els)


async def test_a_long_list_shows_the_newest(town: Town, police: Person) -> None:
    """Fifteen stand on the screen, and that there was more."""
    els = await jeweller(town, 1, police)
    await chooses(els)
    await els.taps(els.t.plain("settings-mute", severity="P3"))
    for _ in range(16):
        await warns(police, severity="P3 ·")
    told = await asks(els)
    assert els.t("objections-more") in told
    assert ("2026-0016" in told, "2026-0002" in told, "2026-0001" in told) == (True, True, False)
