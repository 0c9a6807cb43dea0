"""Fault story of a cascade: the program is killed at every step of it."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.cascade import DEFAULT_TABLE, Cascade, Stage
from alerts.ids import IncidentId, MemberId
from alerts.incident import IncidentState, NewIncident
from alerts.member import Language
from alerts.ports import Storage, UnitOfWork
from alerts.role import Scope, ScopeKind
from alerts.services.cascade.begin_cascade import begin_cascade
from bot.conversation.chat import CHANNEL
from storage import open_storage
from tests.faults.crowd import Crowd
from tests.faults.finding import Finding
from tests.faults.scene import MOST_COPIES, a_scene, eventually

LONGEST_RUN_S = 0.6  # between a start and the next kill
MINUTES = 45  # in which a cascade of the plan to which nobody answers is over, spread over the kills
AGES = 5  # in which what the kills left is brought to its end: each step takes as long as ten minutes at most
HOLDER, DEPUTY = 7_000, 8_000  # chats of the people of a step, by its place in the plan
_OPEN = "SELECT count(*) FROM deliveries WHERE state IN ('queued', 'sending')"
_BY_ALL = frozenset({Stage.DEPUTIES, Stage.PASSED})
_BY_NONE = frozenset({Stage.WAITING})


async def kill_cascade(directory: Path, *, incidents: int, kills: int) -> Finding:
    """The program is killed with kill -9 while cascades go on to which nobody answers: called, reminded, deputies,
    passed, next. After each kill every step has called exactly those who are due, each has one card, and at the end
    nobody is left out."""
    finding = Finding("kill-cascade", {"incidents": incidents, "lost": 0, "repeats": 0})
    chance = Random(kills)
    async with a_scene(directory, recipients=1, delay_s=0) as scene:
        people = await _begin(scene.crowd, incidents)
        for _ in range(kills):
            await _grow_older(scene.crowd, timedelta(minutes=MINUTES / kills))
            await scene.program.start()
            await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
            await scene.program.kill()
            await _check(scene.crowd, people, finding)
            finding.add(kills=1)
        for _ in range(AGES):
            await _grow_older(scene.crowd, timedelta(minutes=MINUTES / AGES))
            await scene.program.start()
            await eventually(lambda: not _is_due(scene.crowd), "no cascade is due", within=120)
            await eventually(lambda: scene.crowd.ask(_OPEN) == [(0,)], "every message is settled", within=120)
            await scene.program.kill()
        left = await _check(scene.crowd, people, finding)
        told = Counter(Counter(one.member_id for one in cascade.calls).total() for cascade in left)
        everybody = len(people) - 1  # a copy has no deputy
        finding.add(sent=sum(len(one.calls) for one in left), lost=sum(everybody - n for n in told.elements()))
        finding.must(told == {everybody: incidents}, f"everybody is called for each incident, not {dict(told)}")
        heard = await scene.stand_in.heard([HOLDER + place for place in range(len(DEFAULT_TABLE))])
        most = max(heard.values())
        finding.must(most <= MOST_COPIES * 2 * incidents, f"nobody gets more than two copies of a card, {most} in all")
    return finding


def _is_due(crowd: Crowd) -> bool:
    moments = [at for (at,) in crowd.ask("SELECT due_at FROM cascades WHERE due_at IS NOT NULL")]
    return any(_read(at) <= datetime.now(UTC) for at in moments)


def _read(at: datetime | str) -> datetime:
    read = datetime.fromisoformat(at) if isinstance(at, str) else at
    return read if read.tzinfo else read.replace(tzinfo=UTC)


async def _check(crowd: Crowd, people: dict[tuple[int, bool], MemberId], finding: Finding) -> list[Cascade]:
    """Compare who was called by each step with who is due at its stage, and with the cards that are queued."""
    storage = await open_storage(crowd.url, owner=True)
    try:
        async with storage.reading() as uow:
            found = await _cascades(uow)
            addresses = {member: (await uow.members.get(member)).address.id for member in people.values()}
            cards = [
                await uow.deliveries.by_key(f"cascade-card:{one.incident_id}:{addresses[call.member_id]}")
                for one in found
                for call in one.calls
            ]
    finally:
        await storage.close()
    finding.must(None not in cards, "whoever is called has a card in the same commit")
    for cascade in found:
        for place, one in enumerate(cascade.steps):
            due = [] if one.stage in _BY_NONE else [people[place, False]]
            due += [people[place, True]] if one.stage in _BY_ALL else []
            called = [call.member_id for call in cascade.of(place)]
            finding.must(due == called, f"step {place} at {one.stage} has called {due}, not {called}")
            finding.add(repeats=len(called) - len(set(called)))
    return found


async def _begin(crowd: Crowd, incidents: int) -> dict[tuple[int, bool], MemberId]:
    """Give each role of the plan a holder and a deputy, and begin cascades; return the people by their step."""
    storage = await open_storage(crowd.url, owner=True)
    now = datetime.now(UTC)
    try:
        async with storage.transaction() as uow:
            people: dict[tuple[int, bool], MemberId] = {}
            for place, step in enumerate(DEFAULT_TABLE):
                holder = await uow.members.add(
                    channel=CHANNEL, ref=str(HOLDER + place), language=Language.DUTCH, now=now
                )
                deputy = await uow.members.add(
                    channel=CHANNEL, ref=str(DEPUTY + place), language=Language.DUTCH, now=now
                )
                scope = Scope(ScopeKind.NATIONAL)
                role = step.addressee.role
                grant = await uow.roles.grant(
                    member=holder.id, role=role, scope=scope, label=None, granted_by=None, now=now
                )
                await uow.roles.set_deputy(grant.id, deputy.id, instead_of=None)
                people |= {(place, False): holder.id, (place, True): deputy.id}
            for number in range(1, incidents + 1):
                new = NewIncident(IncidentKind.ROBBERY, Place("2903"), now, None)
                incident = await uow.incidents.add(new, f"I-2026-{number:04d}", now)
                confirmed = replace(incident, state=IncidentState.CONFIRMED, confirmed_at=now)
                await begin_cascade(uow, await uow.incidents.save(confirmed), now)
    finally:
        await storage.close()
    return people


async def _grow_older(crowd: Crowd, by: timedelta) -> None:
    """Move what is stored of the cascades back in time, as if the program had been down for so long."""
    storage: Storage = await open_storage(crowd.url, owner=True)
    try:
        async with storage.transaction() as uow:
            for cascade in await _cascades(uow):
                steps = tuple(
                    replace(one, at=one.at and one.at - by, called_at=one.called_at and one.called_at - by)
                    for one in cascade.steps
                )
                await uow.cascades.save(replace(cascade, steps=steps))
    finally:
        await storage.close()


async def _cascades(uow: UnitOfWork) -> list[Cascade]:
    number, found = 1, []
    while (cascade := await uow.cascades.find(IncidentId(number))) is not None:
        found.append(cascade)
        number += 1
    return found
