"""Tests of quiet hours of one's own: typed, chosen per severity, and what the sender sees of them."""

import pytest

from alerts.ids import AlertId
from alerts.member import Member
from alerts.services.alert.report_progress import progress_of
from alerts.severity import Severity
from tests.bot.handlers.test_acknowledgements import reminder, reminds
from tests.bot.handlers.test_delivery_rules import chooses, until, warns
from tests.bot.police import alerts_of, change, jeweller, to_preview
from tests.bot.town import Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def has_quiet_hours(person: Person, said: str, after: str) -> None:
    """Type quiet hours, and choose what a warning does."""
    await chooses(person, "quiet-none")
    await person.types(said)
    await person.taps(person.t.plain(after))


async def stored(person: Person) -> Member:
    """Return a member as stored."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member


async def test_a_pattern_waits_a_warning_is_silent_and_a_p1_sounds(town: Town, police: Person) -> None:
    """In quiet hours outside the night; the sender's report counts what waits, and waits for nothing."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await has_quiet_hours(els, "18-8", "quiet-P2-silent")
    assert els.t("quiet-P2-is-silent") in els.last.text
    await until(town, 19)
    for severity in ("P3 ·", "P2 ·", "P1 ·"):
        await warns(police, severity=severity)
    assert (2, 3) == (len(alerts_of(els)), len(alerts_of(bob)))
    sounds = [not one.message.is_silent for one in els.bubbles if one.text in alerts_of(els)]
    assert [False, True] == sounds
    async with town.storage.reading() as uow:
        progress = await progress_of(uow, AlertId(1))
    assert (1, True) == (progress.held, progress.is_settled)
    await until(town, 8)
    await town.deliver()
    assert 3 == len(alerts_of(els))


async def test_a_warning_waits_for_whoever_chose_that_until_they_change_it(town: Town, police: Person) -> None:
    """A changed mind brings at once what waits."""
    els = await jeweller(town, 1, police)
    await has_quiet_hours(els, "18-8", "quiet-P2-after")
    await until(town, 19)
    await warns(police)
    assert [] == alerts_of(els)
    await chooses(els, "quiet", "quiet-P2-now")
    await town.deliver()
    assert 1 == len(alerts_of(els))


async def test_a_p1_waits_only_after_a_warning_and_a_second_tap(town: Town, police: Person) -> None:
    """It stays visible in the overview and is counted in the dry run; the console's alarm for a late P1 is silent."""
    els = await jeweller(town, 1, police)
    await has_quiet_hours(els, "18-8", "quiet-P2-silent")
    await els.taps(els.t.plain("quiet-P1-wait"))
    assert els.t("quiet-P1-warning") in els.last.text
    assert Severity.P1 not in (await stored(els)).quiet.waits  # type: ignore[union-attr]
    await els.taps(els.t.plain("quiet-P1-sure"))
    assert els.t("quiet-P1-waits") in els.last.text
    await chooses(els)
    assert els.t("moments-P1-quiet") in els.last.text
    await els.types("/mijn")
    assert els.t("quiet-P1-waits") in els.last.text
    await until(town, 19)
    await to_preview(police, severity="P1 ·", tlp="GREEN ·")
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-quiet", count=1) in police.last.text
    await police.taps(police.t.plain("alert-edit-close"))
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert [] == alerts_of(els)
    async with town.storage.reading() as uow:
        town.clock.pass_by(minutes=10)
        assert await uow.deliveries.late_p1(town.clock.now(), town.clock.now()) is None
    await chooses(els, "quiet", "quiet-P1-through")
    await town.deliver()
    assert 1 == len(alerts_of(els))


async def test_every_rule_at_once_leaves_no_crowded_screen(town: Town, police: Person) -> None:
    """With a digest and quiet hours each screen has at most eight choices."""
    els = await jeweller(town, 1, police)
    await has_quiet_hours(els, "22-7", "quiet-P2-after")
    await chooses(els, "moments-digest", hour=17)
    await els.taps(els.t.plain("quiet"))
    assert els.t("quiet-title") in els.last.text
    assert town.screens.crowded == []


async def test_the_dry_run_counts_who_gets_a_warning_silently(town: Town, police: Person) -> None:
    """By the severity of the draft: a warning comes silently, a pattern waits."""
    els = await jeweller(town, 1, police)
    await has_quiet_hours(els, "8-20", "quiet-P2-silent")
    await until(town, 10)
    await to_preview(police, tlp="GREEN ·")
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-now-silent", count=1) in police.last.text
    await police.taps(police.t.plain("alert-edit-close"))
    await change(police, "Ernst")
    await police.taps("P3 ·")
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-quiet", count=1) in police.last.text


async def test_a_reminder_waits_for_the_end_too(town: Town, police: Person) -> None:
    """Nobody is reminded in their quiet hours; afterwards they are, while it is still unread."""
    els = await jeweller(town, 1, police)
    await has_quiet_hours(els, "10-14", "quiet-P2-silent")
    await until(town, 10)
    await warns(police)
    await reminds(town, hours=3)
    assert reminder(els) not in els.last.text
    await until(town, 14)
    await town.deliver()
    assert reminder(els) in els.last.text


async def test_quiet_hours_are_forgotten_and_odd_buttons_change_nothing(town: Town, police: Person) -> None:
    """What is too long is refused with what to do; without quiet hours nothing can wait for them; an erased member
    keeps none."""
    els = await jeweller(town, 1, police)
    for data in ("quiet-waits:P1:0", "quiet-waits:P2:0", "quiet-p1::0"):
        await els.presses(data)
        assert els.t.plain("not-found") == town.screens.toasts[-1]
    await chooses(els, "quiet-none")
    await els.types("0-24")
    assert els.t("text-quiet-long", most="16") in els.last.text
    await els.types("22-7")
    await els.types("21-8")
    await els.taps(els.t.plain("quiet-P2-after"))
    quiet = (await stored(els)).quiet
    assert quiet is not None
    assert {Severity.P2, Severity.P3, Severity.P4} == quiet.waits
    for data in ("quiet-waits:P3:0", "quiet-waits:x:0"):
        await els.presses(data)
        assert els.t.plain("not-found") == town.screens.toasts[-1]
    await chooses(els, "quiet", "quiet-change")
    await els.taps(els.t.plain("quiet-forget"))
    assert (await stored(els)).quiet is None
    await has_quiet_hours(els, "22-7", "quiet-P2-after")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        await uow.personal.erase(member.id, town.clock.now())
        assert (await uow.members.get(member.id)).quiet is None
