"""Tests of lost answers of Telegram: what may have arrived is sent once more, and then reported as unknown."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from alerts.errors import DeliveryError, Temporary, Unknown
from alerts.ports import DialogueKey
from alerts.services.alert.report_progress import Progress, report_progress
from tests.bot.changing import correct_alone
from tests.bot.chats import tick, tied_chat
from tests.bot.outbox_world import SHOPS, World
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Person, Town

FOR_LONG = 20  # lost answers in a row
AUTHOR = "900"


async def test_however_long_answers_are_lost_nobody_gets_more_than_two_copies(world: World) -> None:
    """However long answers are lost, nobody gets more than two copies, and the author reads the number of unknown
    outcomes."""
    copies: Counter[str] = Counter()

    def is_lost(ref: str) -> DeliveryError | None:
        if ref == AUTHOR:
            return None
        copies[ref] += 1
        return Unknown()

    world.messenger.answer = is_lost
    progress = await world.deliver(_while_time_goes_by(world))
    assert SHOPS == progress.unknown
    assert {2} == set(copies.values())
    assert SHOPS == len(copies)
    async with world.storage.transaction() as uow:
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: any("eindverslag" in message.text for _, message in world.messenger.sent))
    card = next(message for ref, message in reversed(world.messenger.edited) if ref == AUTHOR)
    assert f"Onzeker of het aankwam: {SHOPS}" in card.text


async def test_what_was_not_sent_for_certain_does_not_use_up_the_repeat(world: World) -> None:
    """Refused connections before, between and after lost answers do not use up the repeat."""
    trouble: dict[str, list[DeliveryError]] = {
        "1": [Temporary(), Temporary(), Unknown(), Temporary(), Temporary()],
        "2": [Unknown(), Temporary(), Unknown()],
    }
    world.messenger.answer = lambda ref: trouble[ref].pop(0) if trouble.get(ref) else None
    progress = await world.deliver(_while_time_goes_by(world))
    assert (SHOPS - 1, 1) == (progress.sent, progress.unknown)
    assert "2" not in world.messenger.recipients()


async def test_the_author_reads_of_a_correction_and_of_a_group_too(town: Town) -> None:
    """A correction is counted separately, and a group chat with an unknown outcome is not reported as unreachable."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    shop = await jeweller(town, 2, police)
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken")
    town.screens.refusals[chat.ref] = [Unknown() for _ in range(FOR_LONG)]
    await send_alone(police)
    await _goes_by(town)
    await tick(town)
    assert FOR_LONG - 2 == len(town.screens.refusals.pop(chat.ref))
    assert any("Onzeker of het aankwam in 1 groepschat" in bubble.text for bubble in police.bubbles)
    assert "kan er niet" not in police.last.text

    town.screens.refusals[str(shop.id)] = [Unknown() for _ in range(FOR_LONG)]
    await correct_alone(police)
    await _goes_by(town)
    await tick(town)
    assert FOR_LONG - 2 == len(town.screens.refusals[str(shop.id)])
    assert any("Correctie v2: onzeker of het aankwam 1" in bubble.text for bubble in police.bubbles)


async def test_an_answer_is_said_twice_at_most(town: Town) -> None:
    """An answer to a press is sent twice at most, however long Telegram's answers are lost."""
    person = town.person(1)
    _lose(town, person, FOR_LONG)
    await person.types("/hulp")
    assert FOR_LONG - 2 == len(town.screens.refusals[str(person.id)])


async def test_a_question_is_asked_twice_at_most(town: Town) -> None:
    """A question is sent twice at most; a person who did not see it types something, and is asked again."""
    person = town.person(1)
    _lose(town, person, FOR_LONG)
    await person.types("/start")
    await town.receiver._ask_again()
    assert FOR_LONG - 2 == len(town.screens.refusals.pop(str(person.id)))
    async with town.storage.reading() as uow:
        dialogue = await uow.dialogues.get(DialogueKey(str(person.id), str(person.id)))
    assert dialogue is not None
    await person.types("dat is geen postcode")
    assert person.last.text


async def test_a_question_whose_first_answer_was_lost_is_asked_again(town: Town) -> None:
    """A question whose answer was lost is sent again, because a repeat harms less than a missing question."""
    person = town.person(1)
    _lose(town, person, 1)
    await person.types("/start")
    assert [person.t("start-postcode")] == [bubble.text for bubble in person.bubbles][-1:]


def _lose(town: Town, person: Person, times: int) -> None:
    town.screens.refusals[str(person.id)] = [Unknown() for _ in range(times)]


async def _goes_by(town: Town) -> None:
    """Let an hour pass in which everything that is due is tried."""
    for _ in range(60):
        town.clock.pass_by(minutes=1)
        await town.deliver()


def _while_time_goes_by(world: World) -> Callable[[Progress], bool]:
    def is_settled(progress: Progress) -> bool:
        world.clock.moment += timedelta(seconds=1)
        return progress.is_settled

    return is_settled
