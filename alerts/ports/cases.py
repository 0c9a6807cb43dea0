"""The port for cases of aftercare, with their people, steps, calls, answers and tallies."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from alerts.aftercare.case import (
    Answer,
    CallReason,
    Case,
    CaseCall,
    CasePerson,
    CaseStep,
    CaseTally,
    NewCase,
    Question,
)
from alerts.aftercare.sequence import DueStep
from alerts.ids import CaseCallId, CaseId, CasePersonId, CaseStepId, CaseTallyId, IncidentId, MemberId, MunicipalityId


class Cases(Protocol):
    """The repository of cases. An erased case is gone with all of it; its tally stays."""

    async def add(self, new: NewCase, steps: Iterable[DueStep], now: datetime) -> Case:
        """Store a new case, in state `asked`, with its steps and without people."""

    async def get(self, case: CaseId) -> Case:
        """The case with this id. Raises NotFound."""

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Case]:
        """The cases of these incidents, oldest first."""

    async def open(self) -> list[Case]:
        """The cases that are not closed, oldest first."""

    async def save(self, case: Case) -> Case:
        """Store the facts of a case; return it with its next version. Raises Conflict when the version is not current
        any more, NotFound when there is no such case."""

    async def remove(self, case: CaseId) -> None:
        """Erase a case with all that belongs to it; its tally stays."""

    async def add_person(self, person: CasePerson) -> CasePerson:
        """Store somebody of a case, whose id is ignored; return them with their own."""

    async def person(self, person: CasePersonId) -> CasePerson:
        """Somebody of a case. Raises NotFound."""

    async def people(self, case: CaseId) -> list[CasePerson]:
        """The people of a case, in the order in which they were asked."""

    async def people_of(self, member: MemberId) -> list[CasePerson]:
        """The places of a member in cases, newest first."""

    async def save_person(self, person: CasePerson) -> None:
        """Store what somebody said, how and when."""

    async def remove_person(self, person: CasePersonId) -> None:
        """Erase somebody of a case, with what they answered and asked; harmless when they are gone."""

    async def add_steps(self, case: CaseId, steps: Iterable[DueStep]) -> None:
        """Add steps to a case."""

    async def step(self, step: CaseStepId) -> CaseStep:
        """The step with this id. Raises NotFound."""

    async def steps(self, case: CaseId) -> list[CaseStep]:
        """The steps of a case, in the order of their days."""

    async def due_steps(self, now: datetime, limit: int) -> list[CaseStep]:
        """Up to `limit` steps that are due, of which nobody was told, of cases whose people are written to; the
        earliest first."""

    async def save_step(self, step: CaseStep) -> None:
        """Store when a step was told and done, by whom, and whether it is left out."""

    async def add_call(self, person: CasePerson, reason: CallReason, now: datetime) -> CaseCall:
        """Store that somebody is to be called."""

    async def call(self, call: CaseCallId) -> CaseCall:
        """The call with this id. Raises NotFound."""

    async def calls(self, case: CaseId) -> list[CaseCall]:
        """The calls of a case, oldest first."""

    async def untaken(self, asked_before: datetime, limit: int) -> list[CaseCall]:
        """Up to `limit` calls asked for up to then that nobody took and that were not passed on, oldest first."""

    async def save_call(self, call: CaseCall) -> None:
        """Store who took a call, and when it was passed on."""

    async def answer(self, person: CasePersonId, question: Question, answer: Answer) -> None:
        """Store an answer, in place of an earlier one to the same question."""

    async def answers(self, people: Collection[CasePersonId]) -> list[tuple[CasePersonId, Question, Answer]]:
        """What these people answered."""

    async def add_tally(self, municipality: MunicipalityId | None, opened_on: date, *, is_prompt: bool) -> CaseTally:
        """Store the tally of a case that is opened on this day."""

    async def save_tally(self, tally: CaseTally) -> None:
        """Store what is counted of a case."""

    async def tally(self, tally: CaseTallyId) -> CaseTally:
        """The tally with this id. Raises NotFound."""

    async def tallies(self, first: date, last: date) -> Sequence[CaseTally]:
        """The tallies of cases that were opened on one of these days or closed on one, both included."""
