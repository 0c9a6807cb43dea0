"""Tests of cases of aftercare on both databases: what is stored, what is due, and what is left."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.aftercare.case import (
    Answer,
    CallReason,
    Case,
    CasePerson,
    CaseState,
    Consent,
    ConsentHow,
    Ending,
    NewCase,
    Question,
)
from alerts.aftercare.sequence import DueStep, StepKind
from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.errors import Conflict, NotFound
from alerts.ids import CaseId, CasePersonId
from alerts.incident import Incident, NewIncident
from alerts.member import Member
from alerts.municipality import Municipality
from alerts.ports import Storage
from alerts.retention import Kind

NewMember = Callable[..., Awaitable[Member]]
NOBODY = CasePersonId(0)


async def an_incident(storage: Storage, now: datetime) -> Incident:
    async with storage.transaction() as uow:
        new = NewIncident(IncidentKind.ROBBERY, Place("2903"), now, None)
        return await uow.incidents.add(new, await uow.incidents.next_number(now.year), now)


async def a_case(storage: Storage, incident: Incident, opener: Member, now: datetime) -> Case:
    """Return a case with a step that is due at once and one that is due in a week."""
    steps = (DueStep(StepKind.WEEK_1, now + timedelta(days=7)), DueStep(StepKind.SAME_DAY, now))
    async with storage.transaction() as uow:
        tally = await uow.cases.add_tally(None, now.date(), is_prompt=True)
        return await uow.cases.add(NewCase(incident.id, None, opener.id, tally.id), steps, now)


@pytest.fixture
async def opener(new_member: NewMember) -> Member:
    """Return a coordinator."""
    return await new_member()


async def test_a_case_is_stored_with_its_steps_in_order(storage: Storage, now: datetime, opener: Member) -> None:
    """A case begins asked, kept by who opened it; an older version is refused, and an unknown one is not found."""
    incident = await an_incident(storage, now)
    case = await a_case(storage, incident, opener, now)
    assert (CaseState.ASKED, opener.id, 1) == (case.state, case.keeper_id, case.version)
    async with storage.transaction() as uow:
        assert [StepKind.SAME_DAY, StepKind.WEEK_1] == [one.kind for one in await uow.cases.steps(case.id)]
        saved = await uow.cases.save(replace(case, state=CaseState.RUNNING, arrested_at=now))
        assert [saved] == await uow.cases.of_incidents([incident.id]) == await uow.cases.open()
    async with storage.transaction() as uow:
        with pytest.raises(Conflict):
            await uow.cases.save(case)
    async with storage.transaction() as uow:
        with pytest.raises(NotFound):
            await uow.cases.save(replace(case, id=CaseId(77)))
        with pytest.raises(NotFound):
            await uow.cases.get(CaseId(77))


async def test_only_steps_of_cases_that_send_are_due(storage: Storage, now: datetime, opener: Member) -> None:
    """A step is due from its moment on, once; not before anybody said yes, while the police object, or after the
    end."""
    case = await a_case(storage, await an_incident(storage, now), opener, now)
    async with storage.transaction() as uow:
        assert [] == await uow.cases.due_steps(now, 9)
        running = await uow.cases.save(replace(case, state=CaseState.RUNNING))
        [step] = await uow.cases.due_steps(now, 9)
        assert 2 == len(await uow.cases.due_steps(now + timedelta(days=7), 9))
        assert 1 == len(await uow.cases.due_steps(now + timedelta(days=7), 1))
        objected = await uow.cases.save(replace(running, objected_at=now))
        assert [] == await uow.cases.due_steps(now, 9)
        allowed = await uow.cases.save(replace(objected, objected_at=None))
        await uow.cases.save_step(replace(step, told_at=now, done_at=now, done_by=opener.id))
        assert [] == await uow.cases.due_steps(now, 9)
        assert replace(step, told_at=now, done_at=now, done_by=opener.id) == await uow.cases.step(step.id)
        await uow.cases.save(replace(allowed, state=CaseState.CLOSED, closed_at=now, ending=Ending.ENDED))
        assert [] == await uow.cases.due_steps(now + timedelta(days=7), 9)
        assert [] == await uow.cases.open()


async def test_people_calls_and_answers(storage: Storage, now: datetime, opener: Member) -> None:
    """What somebody said, asked and answered is theirs, and goes with them."""
    case = await a_case(storage, await an_incident(storage, now), opener, now)
    async with storage.transaction() as uow:
        new = CasePerson(NOBODY, case.id, opener.id, Consent.ASKED, now)
        person = await uow.cases.add_person(new)
        other = await uow.cases.add_person(replace(new, member_id=None))
        said = replace(person, consent=Consent.YES, how=ConsentHow.CHAT, answered_at=now)
        await uow.cases.save_person(said)
        assert said == await uow.cases.person(person.id)
        assert [said, other] == await uow.cases.people(case.id)
        assert [said] == await uow.cases.people_of(opener.id)
        call = await uow.cases.add_call(said, CallReason.TALK, now)
        assert [] == await uow.cases.untaken(now - timedelta(minutes=1), 9)
        assert [call] == await uow.cases.untaken(now, 9)
        taken = replace(call, taken_by=opener.id, taken_at=now)
        await uow.cases.save_call(taken)
        assert [] == await uow.cases.untaken(now, 9)
        assert [taken] == await uow.cases.calls(case.id)
        await uow.cases.answer(person.id, Question.SAFE, Answer.NO)
        await uow.cases.answer(person.id, Question.SAFE, Answer.PARTLY)
        assert [(person.id, Question.SAFE, Answer.PARTLY)] == await uow.cases.answers([person.id, other.id])
        await uow.cases.remove_person(person.id)
        assert [] == await uow.cases.answers([person.id])
        assert [] == await uow.cases.calls(case.id)
        assert [other] == await uow.cases.people(case.id)


async def test_a_closed_case_is_erased_after_a_month_and_its_tally_stays(
    storage: Storage, now: datetime, opener: Member
) -> None:
    """Thirty days after its closing nothing is left but what can be counted; the tally goes years later, and never
    before its case."""
    case = await a_case(storage, await an_incident(storage, now), opener, now)
    month = now + timedelta(days=30)
    assert case.tally_id is not None
    async with storage.transaction() as uow:
        await uow.cases.add_person(CasePerson(NOBODY, case.id, opener.id, Consent.YES, now))
        assert 0 == await uow.expired.count(Kind.CASES, month)
        assert 0 == await uow.expired.count(Kind.CASE_TALLIES, month + timedelta(days=9))
        ended = replace(case, state=CaseState.CLOSED, closed_at=now, ending=Ending.COMPLETED)
        await uow.cases.save(ended)
        tally = replace(await uow.cases.tally(case.tally_id), closed_on=now.date(), steps=3, answers={"safe.yes": 1})
        await uow.cases.save_tally(tally)
        assert [case.id] == list(await uow.expired.due(Kind.CASES, now, 9))
        assert [] == list(await uow.expired.due(Kind.CASES, now - timedelta(seconds=1), 9))
    async with storage.transaction() as uow:
        assert 1 == await uow.expired.remove(Kind.CASES, [case.id], month)
        assert [] == await uow.cases.people_of(opener.id)
        assert [tally] == list(await uow.cases.tallies(now.date(), now.date()))
        assert [] == list(await uow.cases.tallies(month.date(), month.date()))
        due = await uow.expired.due(Kind.CASE_TALLIES, now + timedelta(days=1), 9)
        assert 1 == await uow.expired.remove(Kind.CASE_TALLIES, due, month)
        with pytest.raises(NotFound):
            await uow.cases.tally(tally.id)


async def test_a_municipality_keeps_days_of_its_own(storage: Storage) -> None:
    """The days that a municipality chose are read as they were stored."""
    async with storage.transaction() as uow:
        chosen = Municipality("Capelle", aftercare_days={StepKind.WEEK_1: 5, StepKind.CLOSING: 120})
        await uow.municipalities.save(chosen)
        assert chosen == await uow.municipalities.get(chosen.id)
