"""docs/domain.md §6, scenario 1, the first minutes: a victim reports with taps; a kill between two loses nothing."""

from collections.abc import Callable

from bot.demo.phone import Phone, Seen
from tests.scenarios.steps import report_number_in
from tests.scenarios.world import World

SHOP = "Buurtsuper Kabouterlaars"


def on_card(number: str, *told: str) -> Callable[[Seen], bool]:
    """Return what fits the card of this report once it tells all of this."""
    return lambda seen: number in seen.text and all(one in seen.text for one in told)


async def test_a_victim_tells_with_taps_and_a_kill_between_them_loses_nothing(empty_world: World) -> None:
    """Each tap is on the card of the police, also one from the moment of a kill and one from while nothing ran; the
    next tap goes on where the last one was, and twice the same makes one report."""
    world, words = empty_world, empty_world.words
    phones = await world.settle_neighbourhood()
    await world.start()
    police, victim = await world.coordinator("police"), phones[SHOP]

    await victim.type("/overval")
    now = await victim.expect("112")
    assert 4 == len(now.text.splitlines())
    await victim.tap(words("robbery-safe"))
    safe = await victim.expect(lambda seen: words("robbery-report") in seen.labels)
    await victim.tap(words("robbery-report"), on=safe)
    board = await victim.expect(lambda seen: words("robbery-done-button") in seen.labels)
    number = report_number_in(board)
    await police.expect(on_card(number, words("kind-robbery")))

    await world.restart()
    await _tell(world, victim, "weapon", words("mo-weapon-knife"))
    await police.expect(on_card(number, words("mo-weapon-knife")))

    await victim.tap(words("robbery-skip"))  # who was hurt
    await victim.expect(lambda seen: words("mo-exit_mode-scooter") in seen.labels)
    await victim.tap(words("mo-exit_mode-scooter"))
    await world.kill()  # in the midst of it
    await world.start()
    await police.expect(on_card(number, words("mo-weapon-knife"), words("mo-exit_mode-scooter")))

    asked = await victim.expect(lambda seen: words("mo-exit_direction-north_east") in seen.labels)
    await world.kill()
    await victim.tap(words("mo-exit_direction-north_east"), on=asked)  # nothing runs
    await victim.tap(words("mo-exit_direction-north_east"), on=asked)
    await world.start()
    told = (words("mo-weapon-knife"), words("mo-exit_mode-scooter"), words("mo-exit_direction-north_east"))
    await police.expect(on_card(number, *told))
    await victim.expect("0900-0101")

    await victim.type("/overval")
    await victim.expect(lambda seen: words("robbery-safe") in seen.labels)
    await victim.tap(words("robbery-safe"))
    again = await victim.expect(lambda seen: words("robbery-report") in seen.labels)
    await victim.tap(words("robbery-report"), on=again)
    board = await victim.expect(lambda seen: words("robbery-done-button") in seen.labels)
    assert number == report_number_in(board)
    assert any(words("mo-weapon-knife") in label for label in board.labels)
    assert 1 == await _reports(world)


async def _tell(world: World, victim: Phone, fact: str, value: str) -> None:
    """Tap a fact and its value, below what is told."""
    await victim.tap(world.words(f"robbery-fact-{fact}"))
    await victim.expect(lambda seen: value in seen.labels)
    await victim.tap(value)


async def _reports(world: World) -> int:
    """Return how many reports are stored."""
    async with world.database(owner=False) as storage, storage.reading() as uow:
        return len(await uow.reports.still_open())
