"""A live notice stands pinned in a group's chat until it is over, where the bot may pin."""

from alerts.services.alert.end_alert import end_due_alerts
from tests.bot.changing import correct_alone, end, retract
from tests.bot.chats import Chat, tied_chat
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Person, Town

CHAT = "-1001"


async def _sent(town: Town, *, severity: str = "P2 ·") -> tuple[Person, Chat]:
    """Send an alert in 2903 to a shop and to the chat of that shopping area."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    await jeweller(town, 2, police)
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken", severity=severity)
    await send_alone(police)
    await police.types("/lopend")
    return police, chat


def _pinned(town: Town) -> list[str]:
    return town.screens.pinned.get(CHAT, [])


async def test_a_notice_is_pinned_and_a_correction_takes_its_place(town: Town) -> None:
    """Only the group's chat has a pin; nobody's private chat does."""
    police, chat = await _sent(town)
    assert [str(chat.bubbles[0].id)] == _pinned(town)
    assert [CHAT] == list(town.screens.pinned)
    await correct_alone(police)
    assert [str(chat.bubbles[-1].id)] == _pinned(town)
    assert len(chat.bubbles) > 1


async def test_the_end_unpins_it(town: Town) -> None:
    """The line that says so is not pinned."""
    police, chat = await _sent(town)
    await end(police)
    assert len(chat.bubbles) > 1
    assert [] == _pinned(town)


async def test_its_time_unpins_it_too(town: Town) -> None:
    """Nobody has to end a notice whose time is over."""
    await _sent(town)
    town.clock.pass_by(days=4)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()
    assert [] == _pinned(town)


async def test_a_retraction_unpins_it(town: Town) -> None:
    """The text itself is deleted."""
    police, _ = await _sent(town)
    await retract(police)
    assert [] == _pinned(town)


async def test_what_is_for_information_is_not_pinned(town: Town) -> None:
    """A P4 is read once."""
    _, chat = await _sent(town, severity="P4 ·")
    assert 1 == len(chat.bubbles)
    assert [] == _pinned(town)


async def test_a_bot_that_may_not_pin_delivers_all_the_same(town: Town) -> None:
    """The sender's counts say nothing of it."""
    town.screens.unpinnable.add(CHAT)
    police, chat = await _sent(town)
    assert 1 == len(chat.bubbles)
    await end(police)
    assert 2 == len(chat.bubbles)
