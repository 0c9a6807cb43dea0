"""Case of aftercare: its states, its people with their yes or no, its steps, and who asked to be called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alerts.aftercare.sequence import PLANNED, PROMPT, StepKind, StepOwner
from alerts.errors import IllegalTransition
from alerts.ids import (
    CaseCallId,
    CaseId,
    CasePersonId,
    CaseStepId,
    CaseTallyId,
    IncidentId,
    MemberId,
    MunicipalityId,
    PremisesId,
)


class CaseState(StrEnum):
    """The states of a case. Asked: nobody has said yes yet, so nothing is sent."""

    ASKED = "asked"
    RUNNING = "running"
    CLOSED = "closed"


class Ending(StrEnum):
    """Why a case closed. Gone: its people had themselves erased."""

    COMPLETED = "completed"
    DECLINED = "declined"
    STOPPED = "stopped"
    REFUTED = "refuted"
    ENDED = "ended"
    GONE = "gone"


class Consent(StrEnum):
    """What somebody said to the question whether they want aftercare. Stopped: they said yes before."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    STOPPED = "stopped"


class ConsentHow(StrEnum):
    """How somebody gave their answer: in the chat, or to a coordinator who noted it."""

    CHAT = "chat"
    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    IN_WRITING = "in_writing"


NOTED = tuple(one for one in ConsentHow if one is not ConsentHow.CHAT)


class Purpose(StrEnum):
    """The purposes for which a coordinator reads a case; the record shows them to its people."""

    CONTACT = "contact"
    PLANNING = "planning"
    HAND_OVER = "hand_over"
    OVERSIGHT = "oversight"


class CallReason(StrEnum):
    """Why somebody is to be called. Distress: they typed so; they pressed no button."""

    TALK = "talk"
    DISTRESS = "distress"
    SCAN = "scan"


class Question(StrEnum):
    """The three questions at the end of a case."""

    HELPED = "helped"
    IN_TIME = "in_time"
    SAFE = "safe"


class Answer(StrEnum):
    """The answers to each of them."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is not stored yet."""

    incident_id: IncidentId
    premises_id: PremisesId | None
    opened_by: MemberId
    tally_id: CaseTallyId


@dataclass(frozen=True, slots=True)
class Case:
    """A case of aftercare. `keeper_id` is the city marshal (or police) who looks after it; None: whoever is there.
    `objected_at`: since when the police object, so that nothing is sent. `shop_closed_at`: when it was noted that the
    shop has closed."""

    id: CaseId
    incident_id: IncidentId
    premises_id: PremisesId | None
    state: CaseState
    opened_by: MemberId | None
    opened_at: datetime
    version: int
    keeper_id: MemberId | None = None
    objected_at: datetime | None = None
    arrested_at: datetime | None = None
    shop_closed_at: datetime | None = None
    closed_at: datetime | None = None
    ending: Ending | None = None
    tally_id: CaseTallyId | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed."""
        return self.state is not CaseState.CLOSED

    @property
    def sends(self) -> bool:
        """Whether its people are written to: somebody said yes, and the police do not object."""
        return self.state is CaseState.RUNNING and self.objected_at is None

    def check_is_open(self) -> None:
        """Raise IllegalTransition when the case is closed."""
        if not self.is_open:
            raise IllegalTransition("case-closed")


@dataclass(frozen=True, slots=True)
class CasePerson:
    """Somebody of the shop and their answer. Without `member_id` they have no chat with the bot: a coordinator noted
    what they said, and calls them."""

    id: CasePersonId
    case_id: CaseId
    member_id: MemberId | None
    consent: Consent
    asked_at: datetime
    how: ConsentHow | None = None
    noted_by: MemberId | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A step of a case. `told_at`: when its people were written to, or its owner was reminded. `is_left_out`: it was
    too late for it, or had no sense any more."""

    id: CaseStepId
    case_id: CaseId
    kind: StepKind
    due_at: datetime
    told_at: datetime | None = None
    done_at: datetime | None = None
    done_by: MemberId | None = None
    is_left_out: bool = False

    @property
    def owner(self) -> StepOwner:
        """Who sees to it."""
        return PLANNED[self.kind].owner

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be done about it any more."""
        return self.done_at is not None or self.is_left_out

    @property
    def is_prompt(self) -> bool:
        """Whether it was done in time."""
        return self.done_at is not None and self.done_at <= self.due_at + PROMPT


@dataclass(frozen=True, slots=True)
class CaseCall:
    """Somebody asked to be called, or typed words of distress. `passed_on_at`: when everybody in scope heard, as nobody
    had taken it."""

    id: CaseCallId
    case_id: CaseId
    person_id: CasePersonId
    reason: CallReason
    asked_at: datetime
    taken_by: MemberId | None = None
    taken_at: datetime | None = None
    passed_on_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseTally:
    """What is left of a case to count: no person, no shop, no words. `is_prompt`: it was opened within a day of the
    robbery. `steps` counts those that came due and were not left out, `prompt_steps` those done in time, `calls` the
    requests to be called, `prompt_calls` those that somebody took within the hour."""

    id: CaseTallyId
    municipality: MunicipalityId | None
    opened_on: date
    is_prompt: bool
    closed_on: date | None = None
    ending: Ending | None = None
    steps: int = 0
    prompt_steps: int = 0
    calls: int = 0
    prompt_calls: int = 0
    answers: Mapping[str, int] | None = None
