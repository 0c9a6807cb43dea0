"""Tests of the administrator's technical stop: waiting deliveries are not sent, and no text changes."""

from alerts.delivery import DeliveryState
from alerts.ids import AlertId
from alerts.role import Role
from tests.bot.administering import CAPELLE, administrator
from tests.bot.changing import retract
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


async def _held_back(town: Town, police: Person) -> list[Person]:
    """Return a notice that two shops got and two more wait for, of which one paused."""
    shops = [await jeweller(town, number, police) for number in (11, 12, 13)]
    await shops[2].types("/mijn")
    await shops[2].taps("Nacht en pauze")
    await shops[2].taps("1 week")
    await to_preview(police)
    await send_alone(police)
    return shops


async def test_the_administrator_stops_what_waits(town: Town) -> None:
    """The administrator sees a number and a count, police and author are told, and a member who paused does not get the
    notice."""
    admin, police = await administrator(town, scope=CAPELLE), await town.coordinator(1)
    shops = await _held_back(town, police)
    police.news()
    admin.news()
    await admin.types("/beheer")
    await admin.taps("Versturen stoppen")
    assert ["Stop 2026-0001 (nog 1)", "‹ Terug"] == [one.label for one in admin.last.buttons]
    await admin.taps("Stop 2026")
    await admin.taps("Ja, stop")
    assert admin.t("admin-stop-done", count=1) == admin.last.text
    assert all(word not in admin.news() for word in ("Overval", "Juwelier", "scooter", "2903"))
    assert police.t("sending-stopped", number="2026-0001", count=1) in police.news()
    await shops[2].types("/mijn")
    await shops[2].taps("Nacht en pauze")
    await shops[2].taps("Pauze beëindigen")
    assert [1, 1, 0] == [len(alerts_of(shop)) for shop in shops]
    async with town.storage.reading() as uow:
        counts = {(one.state, one.reason) for one in await uow.deliveries.counts(AlertId(1))}
    assert (DeliveryState.SKIPPED, "stopped") in counts


async def test_what_was_sent_or_retracted_cannot_be_stopped(town: Town) -> None:
    """Sent or retracted notices cannot be stopped: an old button says so, and retractions are never held back."""
    admin, police = await administrator(town), await town.coordinator(1)
    await _held_back(town, police)
    await retract(police)
    for verb in ("admin-stop", "admin-stopped"):
        await admin.presses(f"{verb}:1:0")
        assert admin.t.plain("too-late-all-sent") == town.screens.toasts[-1]


async def test_elsewhere_nothing_is_stopped(town: Town) -> None:
    """Another administrator and police cannot stop a notice elsewhere."""
    police = await town.coordinator(1)
    shops = await _held_back(town, police)
    elsewhere = await administrator(town, scope="municipality:Rotterdam")
    marshal = await town.coordinator(2, Role.CITY_MARSHAL)
    await elsewhere.types("/beheer")
    await elsewhere.taps("Versturen stoppen")
    assert elsewhere.t("admin-sending-none") in elsewhere.last.text
    for person, text in (
        (elsewhere, "not-found"),
        (marshal, "not-allowed-administer"),
        (police, "not-allowed-administer"),
    ):
        await person.presses("admin-stopped:1:0")
        assert person.t.plain(text) == town.screens.toasts[-1]
    await shops[2].types("/mijn")
    await shops[2].taps("Nacht en pauze")
    await shops[2].taps("Pauze beëindigen")
    assert 1 == len(alerts_of(shops[2]))
