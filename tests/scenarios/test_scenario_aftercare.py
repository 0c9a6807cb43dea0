"""docs/domain.md §6, scenario 6: three months of aftercare, from the victim's yes to the closing questions.

The process keeps the time of the machine, so that days pass by moving what is stored back.
"""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from alerts.aftercare.case import Question
from bot.demo.phone import Phone, Seen
from storage.tables import case_steps
from tests.scenarios.world import DATABASE, World

SHOP = "Buurtsuper Kabouterlaars"
MARSHAL = "stadsmarinier"
NOON = 12


def midday() -> str:
    """Return a time zone in which it is about noon now, as nobody is written to at night."""
    ahead = NOON - datetime.now(UTC).hour
    return f"Etc/GMT{'-' if ahead >= 0 else '+'}{abs(ahead)}"


async def days_pass(world: World, days: int) -> None:
    """Let so many days pass for the steps of aftercare, over a restart."""
    assert 0 == await world.stop()
    engine = sa.create_engine(f"sqlite:///{world.directory / DATABASE}")
    with engine.begin() as connection:
        for row in connection.execute(sa.select(case_steps.c.id, case_steps.c.due_at)).all():
            earlier = row.due_at - timedelta(days=days)
            connection.execute(sa.update(case_steps).where(case_steps.c.id == row.id).values(due_at=earlier))
    engine.dispose()
    await world.start()


@pytest.fixture
async def robbed(empty_world: World) -> tuple[World, Phone, Phone, Phone]:
    """Return a running world with a robbed shop, a city marshal and police."""
    world, words = empty_world, empty_world.words
    world.settings["TIMEZONE"] = midday()
    phones = await world.settle_neighbourhood()
    await world.start()
    police, marshal = await world.coordinator("police"), await world.coordinator("city_marshal")
    victim = phones[SHOP]
    await victim.type("/overval")
    await victim.expect("RAAK")
    await victim.tap(words("robbery-safe"))
    await victim.expect(words("robbery-safe-first"))
    await victim.tap(words("robbery-report"))
    await police.expect("M-20")
    return world, victim, marshal, police


async def begins(world: World, victim: Phone, marshal: Phone) -> Seen:
    """Let the marshal ask for consent in the chat and the victim say yes; return the first message."""
    words = world.words
    await marshal.type("/nazorg")
    await marshal.expect(words("care-list"))
    await marshal.tap("I-20")
    await marshal.expect("nog geen nazorg")
    await marshal.tap("Vraag het in de chat")
    await victim.expect(words("care-ask", who=MARSHAL))
    await victim.tap(words("care-yes"))
    return await victim.expect(words("care-step-same_day"))


async def test_three_months_of_aftercare(robbed: tuple[World, Phone, Phone, Phone]) -> None:
    """The same day Victim Support and the card; week 1; month 1; the six weeks; month 3 with three questions. Each
    once, though the program was restarted before each; words of distress reach the marshal at once."""
    world, victim, marshal, _ = robbed
    words = world.words
    first = await begins(world, victim, marshal)
    assert "0900-0101" in first.text
    assert words("care-stop") in first.labels
    await victim.type("Ik trek het niet")
    numbers = await victim.expect("0900-0101")
    assert "113" in numbers.text
    await marshal.expect(words("care-call-distress"))
    await marshal.tap(words("care-take"))
    await victim.expect(words("care-coming", who=MARSHAL))
    for days, text in ((7, "week_1"), (23, "month_1"), (12, "six_weeks")):
        await days_pass(world, days)
        await victim.expect(lambda seen, text=text: seen.text == words(f"care-step-{text}", who=MARSHAL))  # type: ignore[misc]
    await days_pass(world, 48)
    for question in Question:
        await victim.expect(words(f"care-question-{question}"))
        await victim.tap(words("care-answer-yes"))
    await victim.expect(words("care-thanks"))
    told = [seen.text for seen in await victim.received()]
    for text in ("week_1", "month_1", "six_weeks"):
        assert 1 == told.count(words(f"care-step-{text}", who=MARSHAL))
    assert any(words("care-todo-scan") in seen.text for seen in await marshal.received())


async def test_stop_ends_it_at_once(robbed: tuple[World, Phone, Phone, Phone]) -> None:
    """After STOP nothing comes any more, whatever falls due."""
    world, victim, marshal, _ = robbed
    words = world.words
    await begins(world, victim, marshal)
    await victim.tap(words("care-stop"))
    await victim.expect("Gestopt.")
    await marshal.expect("iemand is gestopt")
    before = len(await victim.received())
    await days_pass(world, 95)
    await victim.type("/nazorg")
    own = await victim.expect("Je nazorg")
    assert words("care-own-state-stopped") in own.text
    assert before + 1 == len(await victim.received())


async def test_kills_around_what_is_due_lose_no_message(robbed: tuple[World, Phone, Phone, Phone]) -> None:
    """Killed before what is due was sent and right after it came: each message is there, and at most the one that was
    under way twice."""
    world, victim, marshal, _ = robbed
    words = world.words
    await begins(world, victim, marshal)
    texts = ("week_1", "month_1", "six_weeks")
    for days, text in zip((7, 23, 12), texts, strict=True):
        await days_pass(world, days)
        for _ in range(3):
            await world.kill()
            await world.start()
        await victim.expect(lambda seen, text=text: seen.text == words(f"care-step-{text}", who=MARSHAL))  # type: ignore[misc]
        await world.kill()
        await world.start()
    told = [seen.text for seen in await victim.received()]
    for text in texts:
        assert told.count(words(f"care-step-{text}", who=MARSHAL)) in (1, 2)
