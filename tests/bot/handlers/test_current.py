"""Tests of /actueel and of the link to a notice: a notice that was read there is kept, and changes or disappears with
the notice."""

import pytest

from alerts.delivery import Sent
from alerts.ids import AlertId
from alerts.member import Member
from alerts.services.alert.show_alert import note_shown
from tests.bot.changing import correct_alone, retract
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


async def latecomer(town: Town, police: Person, *, way: str = "/actueel") -> Person:
    """Return a jeweller who signs up after a notice was sent, and reads it in this way."""
    await to_preview(police)
    await send_alone(police)
    late = await jeweller(town, 3, police)
    await late.types(way)
    return late


async def member_of(person: Person) -> Member:
    """Return the stored member."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member


@pytest.mark.parametrize("way", ["/actueel", "/start alert-1"])
async def test_what_is_read_goes_with_a_retraction(town: Town, way: str) -> None:
    """A notice that was read later, in either way, is replaced by its retraction."""
    police = await town.coordinator(1)
    late = await latecomer(town, police, way=way)
    assert 1 == len(alerts_of(late))
    await retract(police)
    assert [] == alerts_of(late)
    assert any("INGETROKKEN" in bubble.text for bubble in late.bubbles)


async def test_what_is_read_under_current_changes_with_a_correction(town: Town) -> None:
    """A notice that was read under /actueel is answered by the corrected text, and says that it is replaced."""
    police = await town.coordinator(1)
    late = await latecomer(town, police)
    read = late.last
    await correct_alone(police)
    assert "te voet" in late.last.text
    assert read.id == late.last.reply_to
    assert late.t("alert-replaced", number="2026-0001") == read.text


async def test_a_text_that_was_asked_for_counts_as_no_delivery(town: Town) -> None:
    """A text that a member asked for does not count as a delivery, and has no *Gelezen* for a non-recipient."""
    police = await town.coordinator(1)
    late = await latecomer(town, police)
    labels = [late.t.plain("report-button"), late.t.plain("alert-more")]
    assert labels == [one.label for one in late.last.buttons]
    async with town.storage.reading() as uow:
        assert [] == await uow.deliveries.counts(AlertId(1))
        assert not await uow.deliveries.addressed_to(AlertId(1), (await member_of(late)).id)


async def test_a_notice_that_is_retracted_while_it_is_shown_goes_all_the_same(town: Town) -> None:
    """A notice that is retracted while it is being shown is removed too, although its message is known only after the
    retraction."""
    police = await town.coordinator(1)
    late = await latecomer(town, police)
    read = late.last.message
    async with town.storage.transaction() as uow:
        revision = await uow.alerts.latest_revision(AlertId(1))
        assert revision is not None
        shown = await uow.deliveries.add_shown(revision, (await member_of(late)).address.id, town.clock.now())
    await retract(police)
    sent = await town.screens.send(str(late.id), read)
    assert 1 == len(alerts_of(late))
    async with town.storage.transaction() as uow:
        await note_shown(uow, shown, Sent(sent.message_ref, str(late.id)), town.clock.now())
    await town.deliver()
    assert [] == alerts_of(late)


async def test_an_own_press_of_seen_is_shown(town: Town) -> None:
    """A notice under /actueel shows that the member pressed *Gelezen*."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await shop.types("/actueel")
    assert shop.t.plain("seen-button") in [one.label for one in shop.last.buttons]
    await shop.taps(shop.t.plain("seen-button"))
    await shop.types("/actueel")
    assert shop.t.plain("seen-done") in [one.label for one in shop.last.buttons]


async def test_an_unverified_shop_hears_what_it_cannot_see(town: Town) -> None:
    """An unverified shop reads that there are other notices, with or without a public one; a verified shop does not."""
    police = await town.coordinator(1)
    new, known = await jeweller(town, 2, police, verified=False), await jeweller(town, 3, police)
    await new.types("/actueel")
    assert new.t("current-none-public") == new.last.text
    await known.types("/actueel")
    assert known.t("current-none") == known.last.text
    await to_preview(police, severity="P4 ·", tlp="CLEAR ·")
    await send_alone(police)
    await new.types("/actueel")
    assert new.t("current-others") == new.last.text
    await known.types("/actueel")
    assert "INFORMATIE: overval" in known.last.text
