"""Tests of when notices come: a warning that waits for opening time, and the digest of patterns and information."""

import pytest

from alerts.alert import Alert
from alerts.delivery import DeliveryState
from alerts.ids import AlertId
from alerts.services.alert.report_progress import progress_of
from alerts.services.alert.send_digests import has_digests_due, send_digests
from alerts.severity import Severity
from tests.bot.police import alerts_of, change, jeweller, send_alone, to_preview
from tests.bot.town import ZONE, Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def warns(police: Person, severity: str = "P2 ·") -> None:
    """Send a notice about a robbery in 2903."""
    await to_preview(police, severity=severity, tlp="GREEN ·")
    await send_alone(police)


async def chooses(person: Person, *taps: str, **fields: int) -> None:
    """Tap through the screen behind the settings."""
    await person.types("/instellingen")
    await person.taps(person.t.plain("settings-moments"))
    for one in taps:
        await person.taps(person.t.plain(one, **fields))


async def opens(person: Person, hours: str) -> None:
    """Tell the opening hours of one's shop."""
    await person.types("/mijn")
    await person.taps("Wijzig")
    await person.taps(person.t.plain("shop-hours"))
    await person.types(hours)
    await person.taps(person.t.plain("hours-holidays-closed"))


async def digests(town: Town) -> None:
    """Do the job of the digests once, as it is due."""
    async with town.storage.reading() as uow:
        is_due = await has_digests_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await send_digests(uow, town.clock.now())
    await town.deliver()


async def of_alert(town: Town, number: int = 1) -> Alert:
    """Return an alert as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


async def until(town: Town, hour: int) -> None:
    """Let time pass until the next such hour of the clock on the wall."""
    local = town.clock.now().astimezone(ZONE)
    ahead = (hour - local.hour - 1) % 24 + 1
    town.clock.pass_by(seconds=ahead * 3600 - local.minute * 60 - local.second)


async def test_a_warning_waits_until_the_shop_opens(town: Town, police: Person) -> None:
    """After closing time it waits, and the sender reads why; it comes at opening; a P1 comes at once."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await opens(els, "dagelijks 9-18")
    await chooses(els, "moments-P2-wait")
    assert els.t("moments-P2-opening") in els.last.text
    await until(town, 7)
    await warns(police)
    assert (0, 1) == (len(alerts_of(els)), len(alerts_of(bob)))
    async with town.storage.reading() as uow:
        found = {one.reason for one in await uow.deliveries.counts((await of_alert(town)).id)}
    assert "closed" in found
    await until(town, 9)
    await town.deliver()
    assert 1 == len(alerts_of(els))
    await until(town, 7)
    await warns(police, severity="P1 ·")
    assert 2 == len(alerts_of(els))


async def test_what_waits_comes_when_the_choice_or_the_hours_change(town: Town, police: Person) -> None:
    """Whoever wants it at once after all has it at once, and so has a shop that turns out to be open; the sender's
    report does not wait for either."""
    els = await jeweller(town, 1, police)
    await opens(els, "dagelijks 9-18")
    await chooses(els, "moments-P2-wait")
    await until(town, 19)
    await warns(police)
    async with town.storage.reading() as uow:
        progress = await progress_of(uow, AlertId(1))
    assert (1, True) == (progress.held, progress.is_settled)
    assert [] == alerts_of(els)
    await chooses(els, "moments-P2-at-once")
    await town.deliver()
    assert 1 == len(alerts_of(els))
    await chooses(els, "moments-P2-wait")
    await warns(police)
    assert 1 == len(alerts_of(els))
    await opens(els, "dagelijks 9-22")
    await town.deliver()
    assert 2 == len(alerts_of(els))


async def test_an_erased_member_keeps_no_rules(town: Town, police: Person) -> None:
    """What somebody chose goes with them."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-P2-wait")
    await chooses(els, "moments-digest", hour=17)
    await chooses(els, "moments-most", most=3)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        assert (frozenset({Severity.P2}), 17, 3) == (member.at_opening, member.digest_hour, member.most_singles)
        await uow.personal.erase(member.id, town.clock.now())
        left = await uow.members.get(member.id)
    assert (frozenset[Severity](), None, 0) == (left.at_opening, left.digest_hour, left.most_singles)


async def test_without_hours_nothing_waits(town: Town, police: Person) -> None:
    """Who told no hours gets it at once, and reads that."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-P2-wait")
    assert els.t("moments-no-hours") in els.last.text
    await warns(police)
    assert 1 == len(alerts_of(els))


async def test_the_sender_sees_it_in_the_dry_run(town: Town, police: Person) -> None:
    """The dry run counts whose shop is closed, and with another severity who has a digest."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await opens(els, "dagelijks 9-18")
    await chooses(els, "moments-P2-wait")
    await chooses(bob, "moments-digest", hour=17)
    await until(town, 7)
    await to_preview(police, tlp="GREEN ·")
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-closed", count=1) in police.last.text
    await police.taps(police.t.plain("alert-edit-close"))
    await change(police, "Ernst")
    await police.taps("P3 ·")
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-digest", count=1) in police.last.text
    assert police.t("dry-run-closed", count=1) not in police.last.text


async def test_patterns_come_together_at_the_chosen_hour(town: Town, police: Person) -> None:
    """What is live then stands in one message, once, with links; what came by itself that day does not."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-digest", hour=17)
    await chooses(els, "moments-most", most=1)
    await until(town, 10)
    for _ in range(3):
        await warns(police, severity="P3 ·")
    assert 1 == len(alerts_of(els))
    els.news()
    await until(town, 16)
    await digests(town)
    assert els.t("digest-head") not in els.news()
    await until(town, 17)
    for _ in range(2):
        await digests(town)
    told = els.news()
    assert 1 == told.count(els.t("digest-head"))
    assert ("2026-0003" in told, "2026-0002" in told, "2026-0001" in told) == (True, True, False)
    async with town.storage.reading() as uow:
        [one] = [one for one in await uow.deliveries.counts((await of_alert(town, 2)).id) if one.reason == "digested"]
    assert DeliveryState.SKIPPED is one.state


async def test_what_is_over_stands_in_no_digest(town: Town, police: Person) -> None:
    """A notice that ended meanwhile is left out; where nothing is left nothing is sent."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-digest", hour=17)
    await until(town, 10)
    await warns(police, severity="P4 ·")
    await police.types("/lopend")
    await police.taps("Einde")
    await police.taps("Zonder toelichting")
    els.news()
    await until(town, 17)
    await digests(town)
    assert els.t("digest-head") not in els.news()


async def test_a_digest_that_is_turned_off_leaves_nothing_behind(town: Town, police: Person) -> None:
    """What was put aside comes at once when the digest is turned off."""
    els = await jeweller(town, 1, police)
    await chooses(els, "moments-digest", hour=17)
    await until(town, 10)
    await warns(police, severity="P3 ·")
    await chooses(els, "moments-single")
    els.news()
    await digests(town)
    assert els.t("digest-head") in els.news()


async def test_only_what_is_offered_can_be_chosen(town: Town, police: Person) -> None:
    """Altered buttons change nothing: a P1 never waits."""
    els = await jeweller(town, 1, police)
    for data in ("at-opening:P1:0", "at-opening:P3:0", "digest:3:0", "digest:x:0", "singles:99:0", "singles::0"):
        await els.presses(data)
        assert els.t.plain("not-found") == town.screens.toasts[-1]
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
    assert member is not None
    assert (frozenset[Severity](), None, 0) == (member.at_opening, member.digest_hour, member.most_singles)
