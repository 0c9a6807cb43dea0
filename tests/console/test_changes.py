"""Tests of changes: which open streams hear of what stirred, and when they end."""

from datetime import timedelta

import pytest

from alerts.audit import AuditEvent
from alerts.ids import AlertId, SessionId
from console.changes import KEPT, MOST_ROWS, Changes, Stream
from tests.bot.role_world import HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Visitor


async def session_of(town: Town, visitor: Visitor) -> SessionId:
    """The session of a police officer who is signed in."""
    police = await town.coordinator(1)
    await enrolled(police, visitor)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        [session] = await uow.accounts.sessions_of(member.id, town.clock.now())
    return session.id


async def look(town: Town, changes: Changes) -> None:
    """Have it look once."""
    async with town.storage.reading() as uow:
        await changes.look(uow, town.clock.now())


async def record(town: Town, entity: str, number: int = 1, times: int = 1) -> None:
    """Record steps on this subject."""
    async with town.storage.transaction() as uow:
        for _ in range(times):
            await uow.audit.append(AuditEvent(f"{entity}.tried", entity, number), town.clock.now())


def heard(*streams: Stream) -> list[str]:
    """Which of the streams heard something; they forget it."""
    found = [one.of for one in streams if one.stirred.is_set()]
    for one in streams:
        one.stirred.clear()
    return found


@pytest.mark.parametrize(
    ("entity", "concerned"),
    [
        ("alert", ["alerts", "approvals", "today", "alert-1"]),
        ("report", ["today"]),
        ("premises", ["today"]),
        ("role", ["alerts", "approvals", "today", "alert-1", "alert-2"]),
        ("request", []),
        ("audit", []),
    ],
)
async def test_each_stream_hears_what_concerns_it(
    town: Town, visitor: Visitor, entity: str, concerned: list[str]
) -> None:
    """A step is told to the lists that show such things, and to the page of its notice only."""
    session, changes = await session_of(town, visitor), Changes()
    streams = [Stream(of, session, "") for of in ("alerts", "approvals", "today", "alert-1", "alert-2")]
    for one in streams:
        changes.open(one)
    await record(town, entity)
    await look(town, changes)
    assert [] == heard(*streams), "what was there before is nothing new"
    await record(town, entity)
    await look(town, changes)
    assert concerned == heard(*streams)
    await look(town, changes)
    assert [] == heard(*streams)


async def test_counts_are_told_to_the_notice_and_the_list(town: Town, visitor: Visitor) -> None:
    """While deliveries of a notice change, its page and the list hear it; also when they were counted between looks."""
    session, changes, other = await session_of(town, visitor), Changes(), Changes()
    world = await build(town)
    alert = await world.live(HERE)
    streams = [Stream(of, session, "") for of in ("alerts", "approvals", f"alert-{alert.id}", "alert-99")]
    for one in streams:
        changes.open(one)
    await _counted(town)
    await look(town, changes)
    async with town.storage.transaction() as uow:
        await uow.alerts.mark_seen(alert.id, world.members[HERE], town.clock.now())
    await look(town, changes)
    assert ["alerts", f"alert-{alert.id}"] == heard(*streams)
    await _counted(town)
    await look(town, changes)
    assert ["alerts", f"alert-{alert.id}"] == heard(*streams)
    await look(town, changes)
    assert [] == heard(*streams)
    async with town.storage.transaction() as uow:  # marked and counted while nobody looked
        await uow.deliveries.mark_counted([AlertId(alert.id)])
    await look(town, changes)
    assert ["alerts", f"alert-{alert.id}", "alert-99"] == heard(*streams)
    await look(town, other)
    assert changes.state == other.state


async def _counted(town: Town) -> None:
    async with town.storage.transaction() as uow:
        await uow.deliveries.mark_counted(await uow.deliveries.to_recount())


async def test_what_was_missed_is_told_when_a_stream_opens(town: Town, visitor: Visitor) -> None:
    """A page names what it knows: what stirred since then is told at once, what did not concern it is not."""
    session, changes = await session_of(town, visitor), Changes()
    await look(town, changes)
    known = str(changes.state)
    await record(town, "report")
    streams = [Stream(of, session, known) for of in ("alerts", "today")]
    for one in streams:
        changes.open(one)
    await look(town, changes)
    assert ["today"] == heard(*streams)
    for since in ("", str(changes.state)):
        changes.open(late := Stream("today", session, since))
        await look(town, changes)
        assert [] == heard(late)
    for since in ("0.0", "nonsense", "9" * 40, "-1.-1"):
        changes.open(late := Stream("today", session, since))
        await look(town, changes)
        assert ["today"] == heard(late)


async def test_what_is_not_remembered_any_more_is_told_to_all(town: Town, visitor: Visitor) -> None:
    """After very many changes nobody knows whom each concerned, so everybody fetches the page again."""
    session, changes = await session_of(town, visitor), Changes()
    changes.open(watching := Stream("approvals", session, ""))
    await look(town, changes)
    known = str(changes.state)
    await record(town, "report", times=MOST_ROWS)
    await look(town, changes)
    assert ["approvals"] == heard(watching)
    await record(town, "report", times=1)
    for _ in range(KEPT):
        await record(town, "report")
        await look(town, changes)
    changes.open(late := Stream("approvals", session, known))
    await look(town, changes)
    assert ["approvals"] == heard(late)


async def test_a_stream_ends_with_its_session(town: Town, visitor: Visitor) -> None:
    """A session that was idle for too long takes its streams with it; those of others go on."""
    session, changes = await session_of(town, visitor), Changes()
    changes.open(stream := Stream("today", session, ""))
    await look(town, changes)
    assert not stream.is_over.is_set()
    town.clock.at += timedelta(minutes=31)
    await look(town, changes)
    assert stream.is_over.is_set()
