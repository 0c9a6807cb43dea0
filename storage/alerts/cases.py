"""Cases of aftercare in SQL, with their people, steps, calls, answers and tallies."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from alerts.aftercare.case import (
    Answer,
    CallReason,
    Case,
    CaseCall,
    CasePerson,
    CaseState,
    CaseStep,
    CaseTally,
    NewCase,
    Question,
)
from alerts.aftercare.sequence import DueStep
from alerts.errors import Conflict
from alerts.ids import CaseCallId, CaseId, CasePersonId, CaseStepId, CaseTallyId, IncidentId, MemberId, MunicipalityId
from storage.database.transactions import Transaction, insert
from storage.tables import case_answers, case_calls, case_people, case_steps, case_tallies, cases

_CASE_VALUES = (
    *("incident_id", "premises_id", "state", "keeper_id", "objected_at", "arrested_at", "shop_closed_at"),
    *("closed_at", "ending"),
)


class SqlCases:
    """`alerts.ports.Cases` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewCase, steps: Iterable[DueStep], now: datetime) -> Case:
        """Store a new case, in state `asked`, with its steps and without people."""
        values = {**asdict(new), "state": CaseState.ASKED, "opened_at": now, "version": 1, "keeper_id": new.opened_by}
        row = await self._transaction.one(sa.insert(cases).values(values).returning(*cases.c))
        await self.add_steps(row.id, steps)
        return Case(**row._mapping)

    async def get(self, case: CaseId) -> Case:
        """The case with this id. Raises NotFound."""
        return Case(**(await self._transaction.one(sa.select(cases).where(cases.c.id == case)))._mapping)

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Case]:
        """The cases of these incidents, oldest first."""
        found = sa.select(cases).where(cases.c.incident_id.in_(incidents)).order_by(cases.c.id)
        return [Case(**row._mapping) for row in await self._transaction.rows(found)]

    async def open(self) -> list[Case]:
        """The cases that are not closed, oldest first."""
        is_open = cases.c.state.in_([one for one in CaseState if one is not CaseState.CLOSED])
        found = sa.select(cases).where(is_open).order_by(cases.c.id)
        return [Case(**row._mapping) for row in await self._transaction.rows(found)]

    async def save(self, case: Case) -> Case:
        """Store the facts of a case; return it with its next version. Raises Conflict when the version is not current
        any more, NotFound when there is no such case."""
        saved = replace(case, version=case.version + 1)
        current = sa.update(cases).where(cases.c.id == case.id, cases.c.version == case.version)
        values = {name: getattr(saved, name) for name in (*_CASE_VALUES, "version")}
        if not await self._transaction.changed(current.values(values)):
            await self.get(case.id)
            raise Conflict
        return saved

    async def remove(self, case: CaseId) -> None:
        """Erase a case with all that belongs to it; its tally stays."""
        await self._transaction.execute(sa.delete(cases).where(cases.c.id == case))

    async def add_person(self, person: CasePerson) -> CasePerson:
        """Store somebody of a case, whose id is ignored; return them with their own."""
        values = _without_id(person)
        row = await self._transaction.one(sa.insert(case_people).values(values).returning(*case_people.c))
        return CasePerson(**row._mapping)

    async def person(self, person: CasePersonId) -> CasePerson:
        """Somebody of a case. Raises NotFound."""
        row = await self._transaction.one(sa.select(case_people).where(case_people.c.id == person))
        return CasePerson(**row._mapping)

    async def people(self, case: CaseId) -> list[CasePerson]:
        """The people of a case, in the order in which they were asked."""
        return await self._people(case_people.c.case_id == case, case_people.c.id)

    async def people_of(self, member: MemberId) -> list[CasePerson]:
        """The places of a member in cases, newest first."""
        return await self._people(case_people.c.member_id == member, case_people.c.id.desc())

    async def _people(self, which: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> list[CasePerson]:
        found = sa.select(case_people).where(which).order_by(order)
        return [CasePerson(**row._mapping) for row in await self._transaction.rows(found)]

    async def save_person(self, person: CasePerson) -> None:
        """Store what somebody said, how and when."""
        changed = sa.update(case_people).where(case_people.c.id == person.id)
        await self._transaction.execute(changed.values(_without_id(person)))

    async def remove_person(self, person: CasePersonId) -> None:
        """Erase somebody of a case, with what they answered and asked; harmless when they are gone."""
        await self._transaction.execute(sa.delete(case_people).where(case_people.c.id == person))

    async def add_steps(self, case: CaseId, steps: Iterable[DueStep]) -> None:
        """Add steps to a case."""
        rows = [{"case_id": case, "kind": one.kind, "due_at": one.due_at, "is_left_out": False} for one in steps]
        if rows:
            await self._transaction.execute(sa.insert(case_steps), rows)

    async def step(self, step: CaseStepId) -> CaseStep:
        """The step with this id. Raises NotFound."""
        row = await self._transaction.one(sa.select(case_steps).where(case_steps.c.id == step))
        return CaseStep(**row._mapping)

    async def steps(self, case: CaseId) -> list[CaseStep]:
        """The steps of a case, in the order of their days."""
        found = sa.select(case_steps).where(case_steps.c.case_id == case)
        rows = await self._transaction.rows(found.order_by(case_steps.c.due_at, case_steps.c.id))
        return [CaseStep(**row._mapping) for row in rows]

    async def due_steps(self, now: datetime, limit: int) -> list[CaseStep]:
        """Up to `limit` steps that are due, of which nobody was told, of cases whose people are written to; the
        earliest first."""
        of_case = sa.select(cases.c.id).where(cases.c.state == CaseState.RUNNING, cases.c.objected_at.is_(None))
        is_due = (
            *(case_steps.c.told_at.is_(None), case_steps.c.done_at.is_(None), ~case_steps.c.is_left_out),
            *(case_steps.c.due_at <= now, case_steps.c.case_id.in_(of_case)),
        )
        found = sa.select(case_steps).where(*is_due).order_by(case_steps.c.due_at, case_steps.c.id).limit(limit)
        return [CaseStep(**row._mapping) for row in await self._transaction.rows(found)]

    async def save_step(self, step: CaseStep) -> None:
        """Store when a step was told and done, by whom, and whether it is left out."""
        changed = sa.update(case_steps).where(case_steps.c.id == step.id)
        await self._transaction.execute(changed.values(_without_id(step)))

    async def add_call(self, person: CasePerson, reason: CallReason, now: datetime) -> CaseCall:
        """Store that somebody is to be called."""
        values = {"case_id": person.case_id, "person_id": person.id, "reason": reason, "asked_at": now}
        row = await self._transaction.one(sa.insert(case_calls).values(values).returning(*case_calls.c))
        return CaseCall(**row._mapping)

    async def call(self, call: CaseCallId) -> CaseCall:
        """The call with this id. Raises NotFound."""
        row = await self._transaction.one(sa.select(case_calls).where(case_calls.c.id == call))
        return CaseCall(**row._mapping)

    async def calls(self, case: CaseId) -> list[CaseCall]:
        """The calls of a case, oldest first."""
        found = sa.select(case_calls).where(case_calls.c.case_id == case).order_by(case_calls.c.id)
        return [CaseCall(**row._mapping) for row in await self._transaction.rows(found)]

    async def untaken(self, asked_before: datetime, limit: int) -> list[CaseCall]:
        """Up to `limit` calls asked for up to then that nobody took and that were not passed on, oldest first."""
        waits = (
            *(case_calls.c.taken_at.is_(None), case_calls.c.passed_on_at.is_(None)),
            case_calls.c.asked_at <= asked_before,
        )
        found = sa.select(case_calls).where(*waits).order_by(case_calls.c.id).limit(limit)
        return [CaseCall(**row._mapping) for row in await self._transaction.rows(found)]

    async def save_call(self, call: CaseCall) -> None:
        """Store who took a call, and when it was passed on."""
        changed = sa.update(case_calls).where(case_calls.c.id == call.id)
        await self._transaction.execute(changed.values(_without_id(call)))

    async def answer(self, person: CasePersonId, question: Question, answer: Answer) -> None:
        """Store an answer, in place of an earlier one to the same question."""
        new = insert(case_answers).values(person_id=person, question=question, answer=answer)
        key = ["person_id", "question"]
        await self._transaction.execute(new.on_conflict_do_update(index_elements=key, set_={"answer": answer}))

    async def answers(self, people: Collection[CasePersonId]) -> list[tuple[CasePersonId, Question, Answer]]:
        """What these people answered."""
        found = sa.select(case_answers).where(case_answers.c.person_id.in_(people))
        return [(row.person_id, row.question, row.answer) for row in await self._transaction.rows(found)]

    async def add_tally(self, municipality: MunicipalityId | None, opened_on: date, *, is_prompt: bool) -> CaseTally:
        """Store the tally of a case that is opened on this day."""
        nothing = {"steps": 0, "prompt_steps": 0, "calls": 0, "prompt_calls": 0, "answers": {}}
        values = {"municipality": municipality, "opened_on": opened_on, "is_prompt": is_prompt, **nothing}
        row = await self._transaction.one(sa.insert(case_tallies).values(values).returning(*case_tallies.c))
        return CaseTally(**row._mapping)

    async def save_tally(self, tally: CaseTally) -> None:
        """Store what is counted of a case."""
        changed = sa.update(case_tallies).where(case_tallies.c.id == tally.id)
        await self._transaction.execute(changed.values(_without_id(tally)))

    async def tally(self, tally: CaseTallyId) -> CaseTally:
        """The tally with this id. Raises NotFound."""
        row = await self._transaction.one(sa.select(case_tallies).where(case_tallies.c.id == tally))
        return CaseTally(**row._mapping)

    async def tallies(self, first: date, last: date) -> Sequence[CaseTally]:
        """The tallies of cases that were opened on one of these days or closed on one, both included."""
        within = sa.or_(case_tallies.c.opened_on.between(first, last), case_tallies.c.closed_on.between(first, last))
        found = sa.select(case_tallies).where(within).order_by(case_tallies.c.id)
        return [CaseTally(**row._mapping) for row in await self._transaction.rows(found)]


def _without_id(one: CasePerson | CaseStep | CaseCall | CaseTally) -> dict[str, Any]:
    return {name: value for name, value in asdict(one).items() if name != "id"}
