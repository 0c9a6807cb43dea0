"""Tests of what a sender hears thirty days after a notice: once, whatever happens meanwhile, and only who may still
send."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.services.effect.expect_effect import expect_effect
from alerts.services.effect.tell_effect import has_effects_due, tell_effects
from alerts.tally import TallyOutcome
from tests.bot.changing import end, retract
from tests.bot.counting import dealt_with
from tests.bot.police import send_alone, to_preview
from tests.bot.town import BEGIN, Person, Town

HEAD = "Wat er gebeurde na bericht 2026-0001"
FEW = "minder dan 3"


def day(number: int) -> date:
    """Return the day that lies so many days after the notice."""
    return BEGIN.date() + timedelta(days=number)


async def sent(town: Town) -> Person:
    """Return the only police officer, who sent a notice for jewellers within 5 km of 2903."""
    police = await town.coordinator(90, scope="national")
    await to_preview(police)
    await send_alone(police)
    return police


async def tick(town: Town) -> None:
    """Do the job of the clock if it is due, and deliver what it queued."""
    async with town.storage.reading() as uow:
        is_due = await has_effects_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await tell_effects(uow, town.clock.now())
    await town.deliver()


def told(person: Person) -> list[str]:
    """Return the messages about what happened after a notice."""
    return [one.text for one in person.bubbles if HEAD in one.text]


async def test_the_sender_reads_the_numbers_thirty_days_later(town: Town) -> None:
    """In the morning after the thirtieth day the sender reads what was reported and robbed in the area and elsewhere,
    before and after, without small numbers, and that it proves nothing."""
    police = await sent(town)
    seen = IncidentKind.RECONNAISSANCE
    await dealt_with(town, [("2904", day(3))] * 4 + [("3011", day(4))] * 5 + [("3011", day(-4))] * 3, kind=seen)
    await dealt_with(town, [("2903", day(-9))] * 2, kind=IncidentKind.SUSPICIOUS_SITUATION)
    await dealt_with(town, [("2903", day(5))] * 9, kind=seen, branch=Branch.BAKERY)
    await dealt_with(town, [("2903", day(5))] * 9, kind=seen, outcome=TallyOutcome.UNFOUNDED)
    await dealt_with(town, [("2903", day(number)) for number in (1, 2, 30)])
    town.clock.at = town.clock.at.replace(hour=7) + timedelta(days=31)
    await tick(town)
    assert [] == told(police)
    town.clock.pass_by(hours=1)
    await tick(town)
    [text] = told(police)
    assert "Van 25 november 2026 tot en met 24 december 2026" in text
    reported, robbed = text.split("gemeld</b>")[1].split("Overvallen en pogingen")
    assert f"In het gebied: 4 (ervoor {FEW})" in reported
    assert "Elders: 5 (ervoor 3)" in reported
    assert f"In het gebied: 3 (ervoor {FEW})" in robbed
    assert f"Elders: {FEW} (ervoor {FEW})" in robbed
    assert "geen bewijs dat het bericht werkte" in text


@pytest.mark.parametrize("days", [31, 45, 400])
async def test_it_is_told_once_after_a_restart_of_any_length(town: Town, days: int) -> None:
    """A program that stood still tells it when it runs again; looking again tells nothing more."""
    police = await sent(town)
    town.clock.pass_by(days=days)
    for _ in range(3):
        await tick(town)
        town.clock.pass_by(days=1)
    assert 1 == len(told(police))


async def test_a_kill_neither_loses_nor_repeats_it(town: Town) -> None:
    """When the transaction is lost, nothing was sent and it stays due; the next tick tells it once."""
    police = await sent(town)
    town.clock.pass_by(days=31)

    async def tell_and_be_killed() -> None:
        async with town.storage.transaction() as uow:
            await tell_effects(uow, town.clock.now())
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await tell_and_be_killed()
    await town.deliver()
    assert [] == told(police)
    for _ in range(2):
        await tick(town)
    assert 1 == len(told(police))


async def test_who_has_no_role_any_more_hears_nothing(town: Town) -> None:
    """A sender whose role ended is not told, and nobody else is; it is counted all the same."""
    police, colleague = await sent(town), await town.coordinator(91)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        [grant] = await uow.roles.of_member(member.id)
        await uow.roles.end_at(grant.id, town.clock.now() + timedelta(days=10))
    town.clock.pass_by(days=31)
    await tick(town)
    assert [[], []] == [told(police), told(colleague)]
    async with town.storage.reading() as uow:
        assert await uow.effects.of(AlertId(1)) is not None


async def test_a_role_that_ends_before_it_arrives_gives_a_refusal(town: Town) -> None:
    """What is queued is written for who may read it when it is sent."""
    police = await sent(town)
    town.clock.pass_by(days=31)
    async with town.storage.transaction() as uow:
        await tell_effects(uow, town.clock.now())
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        [grant] = await uow.roles.of_member(member.id)
        await uow.roles.end_at(grant.id, town.clock.now())
    await town.deliver()
    assert [] == told(police)


async def test_a_retracted_notice_is_not_counted(town: Town) -> None:
    """A notice that should not have gone out has no effect; one that was ended has."""
    police = await sent(town)
    await retract(police)
    town.clock.pass_by(days=31)
    await tick(town)
    assert [] == told(police)


async def test_a_notice_that_was_ended_is_counted(town: Town) -> None:
    """Its end changes nothing: the days after it are counted."""
    police = await sent(town)
    await end(police)
    town.clock.pass_by(days=31)
    await tick(town)
    assert 1 == len(told(police))


async def test_a_drill_is_not_counted(town: Town) -> None:
    """A notice that is an exercise, or a tip, is not expected to have an effect."""
    await sent(town)
    async with town.storage.transaction() as uow:
        alert = await uow.alerts.get(AlertId(1))
        for content in (
            replace(alert.content, is_drill=True),
            replace(alert.content, kind=IncidentKind.PREVENTION),
        ):
            await expect_effect(uow, replace(alert, id=AlertId(99), content=content), town.clock.now())
        assert [AlertId(1)] == list(await uow.effects.due(town.clock.now() + timedelta(days=99), 9))
