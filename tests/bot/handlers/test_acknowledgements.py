"""Tests of what comes after reading: measures that a shop took, why a notice came, and the one reminder."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.acknowledgement import RingProgress
from alerts.delivery import priority_of
from alerts.dry_run import Ring
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.acknowledgement.remind_unread import has_unread_due, remind_unread
from alerts.services.alert import report_progress as report_progress_service
from alerts.services.alert.report_progress import progress_of, report_progress
from alerts.targeting import target_of
from alerts.tlp import Tlp
from bot.conversation.callbacks import read_press
from tests.bot.handlers.test_delivery_rules import chooses, until, warns
from tests.bot.police import alerts_of, jeweller
from tests.bot.town import Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def rings(town: Town) -> list[RingProgress]:
    """Return how far the first notice is in each ring, without those who have no distance."""
    async with town.storage.reading() as uow:
        return [one for one in await uow.acknowledgements.by_ring(AlertId(1)) if one.rings != (Ring.NONE,)]


async def counted(town: Town) -> None:
    """Update the counting message."""
    async with town.storage.transaction() as uow:
        await report_progress(uow, town.clock.now())
    await town.deliver()


async def reminds(town: Town, **passed: int) -> None:
    """Let time pass, and do the job of the reminders as it is due."""
    town.clock.pass_by(**passed)
    async with town.storage.reading() as uow:
        is_due = await has_unread_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await remind_unread(uow, town.clock.now())
    await town.deliver()


def reminder(person: Person) -> str:
    """Return the beginning of a reminder."""
    return str(person.t("unread", number="")).partition("<")[0]


async def test_a_measure_is_two_taps_and_the_sender_sees_the_ring(town: Town, police: Person) -> None:
    """Read, then the measures that fit the branch, any of them at once; the counting message has the rings."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await jeweller(town, 3, police)
    await warns(police)
    await els.taps(els.t.plain("seen-button"))
    await els.taps(els.t.plain("act"))
    labels = [one.label for one in els.last.buttons]
    assert 3 <= len(labels) <= 5
    await els.taps(els.t.plain("act-button", number=1))
    await els.taps(els.t.plain("act-button", number=2))
    assert els.t("act-thanks", count=2) in els.last.text
    [near] = await rings(town)
    assert (3, 1, 1) == (near.sent, near.seen, near.acted)
    await counted(town)
    assert "1 zaak nam een maatregel" in "".join(one.text for one in police.bubbles)
    for _ in range(2):
        await els.taps("✓ Maatregel")
    [near] = await rings(town)
    assert (1, 0) == (near.seen, near.acted)
    await bob.presses("act-measure:1.1.mist:0")
    assert bob.t.plain("not-found") == town.screens.toasts[-1]


async def test_the_rings_fill_while_it_goes_out(town: Town, police: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """What still waits does not keep the sender from seeing how far it is; who pressed in time is in a ring. A sending
    that is too large has them at its end."""
    shops = [await jeweller(town, number, police) for number in range(1, 5)]
    await warns(police)
    await shops[0].taps(police.t.plain("seen-button"))
    async with town.storage.transaction() as uow:
        revision = await uow.alerts.latest_revision(AlertId(1))
        assert revision is not None
        marshal = await uow.members.by_ref("telegram", str(police.id))
        assert marshal is not None
        until, now = revision.content.until, town.clock.now()
        target = replace(target_of(revision.content), tlp=Tlp.RED)
        await uow.deliveries.fan_out(
            revision, target, [marshal.id], priority=priority_of(revision.content), deadline=until, now=now
        )
        progress = await progress_of(uow, AlertId(1))
        monkeypatch.setattr(report_progress_service, "MOST_RINGED", 3)
        assert () == (await progress_of(uow, AlertId(1))).rings
    assert not progress.is_settled
    [near] = progress.rings
    assert (4, 1, 0) == (near.sent, near.seen, near.acted)


async def test_each_shift_has_its_own_measures(town: Town, police: Person) -> None:
    """What the early shift did the late shift can do again; the shop counts once."""
    els = await jeweller(town, 1, police)
    await until(town, 10)
    await warns(police)
    await els.taps(els.t.plain("seen-button"))
    await els.taps(els.t.plain("act"))
    await els.taps(els.t.plain("act-button", number=1))
    await until(town, 15)
    await els.presses("act:1:0")
    assert els.t("act-how") in els.last.text
    await els.taps(els.t.plain("act-button", number=1))
    [near] = await rings(town)
    assert 1 == near.acted


async def test_who_has_several_shops_says_for_which(town: Town, police: Person) -> None:
    """A shop of somebody else is no choice."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.types("2903AC")
    await els.types("Optiek")
    await els.taps("Ja, klopt")
    await els.types("Bril")
    await els.types("4")
    await warns(police)
    await els.taps(els.t.plain("seen-button"), next(one for one in els.bubbles if one.text in alerts_of(els)))
    await els.presses("act:1:0")
    assert els.t("act-which-shop") in els.last.text
    await els.taps("Goud 1")
    await els.taps(els.t.plain("act-button", number=1))
    assert els.t("act-thanks", count=1) in els.last.text
    data = next(one.data for one in els.last.buttons)
    assert data is not None
    await bob.presses(data)
    press = read_press(data)
    assert press is not None
    [near] = await rings(town)
    assert 1 == near.acted


async def test_without_a_shop_there_is_no_measure(town: Town, police: Person) -> None:
    """A coordinator with a copy reads why; a number that nothing has and an odd button change nothing."""
    els, marshal = await jeweller(town, 1, police), await town.coordinator(91, Role.CITY_MARSHAL)
    await warns(police)
    await marshal.presses("act:1:0")
    assert marshal.t("act-no-shop") in marshal.last.text
    for data in ("act:9:0", "act-measure:1.9.doors:0", "act-measure:x.y.z:0", "act-measure:1:0", "act-shop:1:0"):
        await els.presses(data)
        assert els.t.plain("not-found") == town.screens.toasts[-1]
    [near] = await rings(town)
    assert 0 == near.acted


async def test_why_it_came_names_the_shop_and_how_to_get_less(town: Town, police: Person) -> None:
    """The command and the button say the same, and lead to the rules and the pause; police read of their office."""
    els, marshal = await jeweller(town, 1, police), await town.coordinator(91, Role.CITY_MARSHAL)
    await els.types("/waarom")
    assert els.t("why-none") in els.last.text
    await warns(police)
    await els.types("/waarom")
    assert "Goud 1" in els.last.text
    assert els.t.plain("branch-jeweller") in els.last.text
    await els.taps(els.t.plain("fewer"))
    await els.taps(els.t.plain("settings-moments"))
    assert els.t("moments-title") in els.last.text
    await marshal.types("/waarom")
    assert "Je kreeg het door je rol: stadsmarinier, de postcodes 2900 tot en met 2999." in marshal.last.text
    stranger = await jeweller(town, 3, police)
    await stranger.presses("why:1:0")
    assert stranger.t.plain("not-found") == town.screens.toasts[-1]


async def test_why_names_the_extra_area(town: Town, police: Person) -> None:
    """Whoever follows another area reads which one it was, by their own words for it."""
    bob = town.person(2)
    await bob.subscribes("3011AB", "jeweller", "Goud 2", "2")
    await police.taps("Verifiëren")
    await bob.types("/mijn")
    await bob.taps(bob.t.plain("mine-areas-menu"))
    await bob.taps(bob.t.plain("areas-add"))
    await bob.types("2903")
    await bob.taps("Tot 3 km")
    await warns(police)
    await bob.types("/waarom")
    assert bob.t("why-area", area="2903 Capelle aan den IJssel") in bob.last.text


async def test_the_reminder_counts_from_the_arrival(town: Town, police: Person) -> None:
    """Who got a P1 after a pause has ten minutes from then; who was reminded meanwhile is not again."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await els.types("/instellingen")
    await els.taps(els.t.plain("pause-week"))
    await until(town, 10)
    await warns(police, severity="P1 ·")
    await reminds(town, minutes=10)
    assert reminder(bob) in bob.last.text
    await els.types("/instellingen")
    await els.taps(els.t.plain("pause-none"))
    await town.deliver()
    assert 1 == len(alerts_of(els))
    await reminds(town, minutes=9)
    assert all(reminder(els) not in one.text for one in els.bubbles)
    await reminds(town, minutes=1)
    assert reminder(els) in els.last.text
    await reminds(town, minutes=30)
    assert [1, 1] == [sum(reminder(who) in one.text for one in who.bubbles) for who in (els, bob)]


async def test_who_has_not_seen_a_p1_is_reminded_once(town: Town, police: Person) -> None:
    """After ten minutes, below the notice; who has seen it is not, and nobody is twice."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await until(town, 10)
    await warns(police, severity="P1 ·")
    await els.taps(els.t.plain("seen-button"))
    await reminds(town, minutes=9)
    assert reminder(bob) not in bob.last.text
    await reminds(town, minutes=1)
    assert reminder(bob) in bob.last.text
    assert reminder(els) not in els.last.text
    await bob.taps(bob.t.plain("seen-button"))
    before = len(bob.bubbles)
    await reminds(town, minutes=60)
    assert before == len(bob.bubbles)


async def test_a_pause_holds_the_reminder_too(town: Town, police: Person) -> None:
    """Who took a pause after the notice came is not asked about it."""
    els = await jeweller(town, 1, police)
    await until(town, 10)
    await warns(police, severity="P1 ·")
    await els.types("/instellingen")
    await els.taps(els.t.plain("pause-week"))
    await reminds(town, minutes=10)
    assert all(reminder(els) not in one.text for one in els.bubbles)


async def test_at_night_nobody_is_woken_by_a_reminder(town: Town, police: Person) -> None:
    """A P2 waits for the morning; of a P1 only who lets it sound at night is reminded."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await bob.types("/instellingen")
    await bob.taps(bob.t.plain("settings-night-quiet"))
    await until(town, 23)
    await warns(police)
    await reminds(town, hours=3)
    assert reminder(els) not in els.last.text
    await until(town, 7)
    await reminds(town, minutes=1)
    assert reminder(els) in els.last.text
    await until(town, 23)
    await warns(police, severity="P1 ·")
    await reminds(town, minutes=10)
    assert "2026-0002" in els.last.text
    assert reminder(els) in els.last.text
    assert reminder(bob) not in bob.last.text


async def test_no_reminder_of_what_is_over_or_was_seen_on_the_way(town: Town, police: Person) -> None:
    """A reminder that is queued is dropped when the notice is read or ends before it goes."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await until(town, 10)
    await warns(police)
    town.clock.pass_by(hours=3)
    async with town.storage.transaction() as uow:
        await remind_unread(uow, town.clock.now())
        for person in (els, bob):
            member = await uow.members.by_ref("telegram", str(person.id))
            assert member is not None
            await uow.alerts.mark_seen(AlertId(1), member.id, town.clock.now() + timedelta(seconds=1))
    await town.deliver()
    assert all(reminder(one) not in one.last.text for one in (els, bob))


async def test_a_digest_brings_no_reminder(town: Town, police: Person) -> None:
    """Patterns and information are never reminded of."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-digest", hour=17)
    await warns(police, severity="P3 ·")
    async with town.storage.reading() as uow:
        assert not await has_unread_due(uow, town.clock.now() + timedelta(hours=4))
