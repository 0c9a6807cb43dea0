"""Tests of the map below a notice: who gets it, what it shows, and that it is uploaded once."""

from dataclasses import replace

import pytest

from alerts.alert import AlertState
from alerts.errors import Undeliverable
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.alert.send_map import send_map
from tests.bot.handlers.test_delivery_rules import warns
from tests.bot.police import jeweller
from tests.bot.town import Bubble, Person, Town

pytestmark = pytest.mark.process  # a picture is drawn in a process of its own


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of the country, alone on duty."""
    return await town.coordinator(90, scope="national")


async def asks(person: Person) -> Bubble:
    """Press the button, and return what came."""
    await person.presses("map:1:0")
    assert person.t.plain("map-comes") == person.town.screens.toasts[-1]
    await person.town.deliver()
    return person.last


async def test_a_reader_gets_the_map_on_request_without_a_sound(town: Town, police: Person) -> None:
    """The button stands below a notice that was read. The words say what the picture shows, and no address."""
    els = await jeweller(town, 1, police)
    await warns(police)
    await els.taps(els.t.plain("seen-button"))
    assert els.t.plain("map") in [one.label for one in els.last.buttons]
    shown = await asks(els)
    assert isinstance(shown.message.picture, bytes)
    assert shown.message.picture.startswith(b"\x89PNG")
    assert len(shown.message.picture) < 80_000
    assert shown.message.is_silent
    assert "postcode 2903" in shown.text
    assert els.t("map-own", ring="0-1 km") in shown.text


async def test_a_picture_is_uploaded_once_for_a_ring(town: Town, police: Person) -> None:
    """The second reader in the ring gets the platform's copy; one that is refused is uploaded again."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await warns(police)
    first = await asks(els)
    assert f"picture-{first.id}" == (await asks(bob)).message.picture_ref
    town.clock.pass_by(minutes=1)
    town.screens.refusals[str(bob.id)] = [Undeliverable("wrong file identifier")]
    await bob.presses("map:1:0")
    await town.deliver()
    town.clock.pass_by(minutes=1)
    await town.deliver()
    assert isinstance(bob.last.message.picture, bytes)


async def test_the_map_is_for_who_may_read_the_notice(town: Town, police: Person) -> None:
    """Nobody else gets it, and nobody once the notice was ended, not even who asked before."""
    els, bob = await jeweller(town, 1, police), town.person(7)
    await warns(police)
    await bob.presses("map:1:0")
    await town.deliver()
    assert not any(one.message.picture for one in bob.bubbles)
    async with town.storage.transaction() as uow:
        reader = await uow.members.by_ref("telegram", str(els.id))
        assert reader is not None
        await send_map(uow, reader, AlertId(1), town.clock.now())
        alert = await uow.alerts.get(AlertId(1))
        await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=town.clock.now()))
    await town.deliver()
    assert els.t("map-gone") == els.last.text
    assert els.last.message.picture is None
    await els.presses("map:1:0")
    assert els.t.plain("map-comes") != town.screens.toasts[-1]


async def test_another_language_and_no_ring(town: Town, police: Person) -> None:
    """A coordinator without a shop gets the map without an own ring."""
    await jeweller(town, 1, police)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    await warns(police)
    shown = await asks(marshal)
    assert isinstance(shown.message.picture, bytes)
    assert marshal.t.plain("map-own", ring="").partition(":")[0] not in shown.text
