"""Tests of the follow-up of a notice of a robbery: who is asked when, and what one tap makes of it."""

from datetime import timedelta

import pytest

from alerts.alert import Alert
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.services.alert.ask_follow_up import ask_follow_ups, has_follow_ups_due
from alerts.severity import Severity
from tests.bot.changing import end, retract
from tests.bot.police import send_alone, to_preview
from tests.bot.recorded import refusals
from tests.bot.reporting import jeweller, labels, reports
from tests.bot.town import Person, Town

ASKED = "een week geleden stuurde je bericht 2026-0001"
MAKE = "Nog niemand aangehouden: vervolgbericht"


async def sent(town: Town) -> Person:
    """Return the only police officer, who sent a P2 about a robbery, for jewellers within 5 km of 2903."""
    police = await town.coordinator(90, scope="national")
    await to_preview(police)
    await send_alone(police)
    return police


async def tick(town: Town) -> None:
    """Do the job of the clock if it is due, and deliver what it queued."""
    async with town.storage.reading() as uow:
        is_due = await has_follow_ups_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await ask_follow_ups(uow, town.clock.now())
    await town.deliver()


def asked(person: Person) -> list[str]:
    """Return the questions about the notice."""
    return [one.text for one in person.bubbles if ASKED in one.text]


async def alert_of(town: Town, number: int) -> Alert:
    """Return a notice as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


async def test_the_sender_is_asked_in_the_morning_a_week_later(town: Town) -> None:
    """Not before, not at night, and once; the message says that nothing needs to be done when somebody was arrested."""
    police = await sent(town)
    town.clock.at = town.clock.at.replace(hour=12) + timedelta(days=6)
    await tick(town)
    town.clock.at = town.clock.at.replace(hour=7, minute=59) + timedelta(days=1)
    await tick(town)
    assert [] == asked(police)
    town.clock.pass_by(minutes=2)
    for _ in range(3):
        await tick(town)
        town.clock.pass_by(days=1)
    [text] = asked(police)
    assert "Overval: een week geleden" in text
    assert "Dan hoef je niets te doen." in text


@pytest.mark.parametrize(("days", "count"), [(10, 1), (13, 1), (14, 0), (60, 0)])
async def test_a_program_that_stood_still_asks_within_two_weeks(town: Town, days: int, count: int) -> None:
    """After that the weeks that count are over."""
    police = await sent(town)
    town.clock.pass_by(days=5)
    await tick(town)  # the days before were asked about
    town.clock.pass_by(days=days - 5)
    for _ in range(2):
        await tick(town)
    assert count == len(asked(police))


async def test_a_kill_neither_loses_nor_repeats_the_question(town: Town) -> None:
    """When the transaction is lost, nobody was asked and it stays due; the next tick asks once."""
    police = await sent(town)
    town.clock.pass_by(days=7)

    async def ask_and_be_killed() -> None:
        async with town.storage.transaction() as uow:
            await ask_follow_ups(uow, town.clock.now())
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await ask_and_be_killed()
    await town.deliver()
    assert [] == asked(police)
    for _ in range(2):
        await tick(town)
    assert 1 == len(asked(police))


@pytest.mark.parametrize("change", [end, retract])
async def test_what_is_over_is_not_asked_about(town: Town, change: object) -> None:
    """A notice that police ended, or took back, has no follow-up."""
    police = await sent(town)
    assert callable(change)
    await change(police)
    town.clock.pass_by(days=7)
    await tick(town)
    assert [] == asked(police)


async def test_who_has_no_role_any_more_is_not_asked(town: Town) -> None:
    """A sender who may not send there any more is not asked."""
    police = await sent(town)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        [grant] = await uow.roles.of_member(member.id)
        await uow.roles.end_at(grant.id, town.clock.now() + timedelta(days=1))
    town.clock.pass_by(days=7)
    await tick(town)
    assert [] == asked(police)


async def test_one_tap_fills_in_a_p3_for_the_branch_that_was_hit(town: Town) -> None:
    """The notice of a reported robbery goes to those alike too; its follow-up to that branch alone, within 10 km and
    for two weeks, and says what it goes on from. It is sent by a person, and not asked about again."""
    police = await town.coordinator(90, scope="national")
    els = await jeweller(town, 1, police)
    await reports(els, kind="robbery")
    await police.taps("Maak er een bericht van")
    await send_alone(police)
    first = await alert_of(town, 1)
    assert len(first.content.branches) > 1
    town.clock.pass_by(days=7)
    await tick(town)
    assert 1 == len(asked(police))
    await police.taps(MAKE)
    preview = await alert_of(town, 2)
    assert preview.sent_at is None
    content = preview.content
    assert (Severity.P3, 10_000, {Branch.JEWELLER}) == (content.severity, content.reach_m, set(content.branches))
    assert content.until - town.clock.now() > timedelta(days=13)
    assert content.what.startswith("Vervolg op bericht 2026-0001: er is nog niemand aangehouden.")
    assert content.what.endswith(first.content.what)
    await send_alone(police)
    assert (await alert_of(town, 2)).sent_at is not None
    town.clock.pass_by(days=7)
    await tick(town)
    assert not [one for one in police.bubbles if "stuurde je bericht 2026-0002" in one.text]
    await police.presses("follow-up:1:0")
    assert ("follow-up", "too-late-follow-up-sent", 1) in await refusals(town)


async def test_a_notice_that_is_ended_after_the_question_has_no_follow_up(town: Town) -> None:
    """The button says so when the notice was taken back meanwhile."""
    police = await sent(town)
    town.clock.pass_by(days=7)
    await tick(town)
    assert MAKE in labels(police)
    question = police.last
    await retract(police)
    await police.presses("follow-up:1:0", question)
    assert ("follow-up", "too-late-follow-up-over", 1) in await refusals(town)


async def test_somebody_else_cannot_use_the_button(town: Town) -> None:
    """A colleague in the same scope gets a refusal: the question was not theirs."""
    await sent(town)
    colleague = await town.coordinator(91, scope="national")
    await colleague.presses("follow-up:1:0")
    assert ("follow-up", "not-allowed-own-draft-only", 1) in await refusals(town)
    assert not [one for one in colleague.bubbles if "Vervolg op bericht" in one.text]
