"""The form of a new meeting: which incident, what kind, when, where, and who is invited."""

from datetime import datetime

from alerts.errors import InvalidText
from alerts.ids import IncidentId, MemberId
from alerts.meeting import MeetingKind, NewMeeting, check_start
from alerts.reading.days_ahead import moment_ahead
from alerts.services.meeting.find_guests import possible_guests
from alerts.services.meeting.plan_meeting import check_place, plan_meeting
from alerts.services.task.find_tasks import incident_for_tasks
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Stay, Step, Words
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.forms.task.people import chosen_person, owner_rows
from bot.forms.task.which_incident import check_has_tasks, given_incident, incident_of, incident_question
from bot.render.meeting import meeting_card

_DONE = "done"


class MeetingDraft(Draft):
    """The meeting so far; `is_known`: the incident was given with the button that began the form."""

    incident: int = 0
    is_known: bool = False
    kind: MeetingKind = MeetingKind.VISIT
    starts_at: datetime | None = None
    place: str = ""
    guests: tuple[int, ...] = ()

    @property
    def is_protected(self) -> bool:
        """What is asked about an incident is not passed on."""
        return True


async def _open(argument: str, request: Request) -> MeetingDraft:
    incident = await given_incident(argument, request)
    return MeetingDraft(incident=incident, is_known=bool(incident))


async def _ask_incident(_draft: MeetingDraft, request: Request) -> Question:
    return await incident_question("meeting-ask-incident", "meeting-ask-no-incident", request)


async def _take_incident(draft: MeetingDraft, answer: Answer, request: Request) -> MeetingDraft:
    return draft.model_copy(update={"incident": (await incident_of(answer, request)).id, "guests": ()})


async def _ask_kind(_draft: MeetingDraft, request: Request) -> Question:
    t = request.t
    return Question(t("meeting-ask-kind"), tuple((Choice(t.plain(f"meeting-kind-{one}"), one),) for one in MeetingKind))


async def _take_kind(draft: MeetingDraft, answer: Answer, _request: Request) -> MeetingDraft:
    if not isinstance(answer, Picked) or answer.value not in set(MeetingKind):
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"kind": MeetingKind(answer.value), "guests": ()})


async def _ask_when(_draft: MeetingDraft, request: Request) -> Question:
    return Question(request.t("meeting-ask-when"))


async def _take_when(draft: MeetingDraft, answer: Answer, request: Request) -> MeetingDraft:
    starts_at = moment_ahead(typed(answer), request.now, request.zone)
    if starts_at is None:
        raise InvalidText("no-meeting-moment")
    check_start(starts_at, request.now)
    return draft.model_copy(update={"starts_at": starts_at})


async def _ask_place(_draft: MeetingDraft, request: Request) -> Question:
    return Question(request.t("meeting-ask-place"))


async def _take_place(draft: MeetingDraft, answer: Answer, _request: Request) -> MeetingDraft:
    return draft.model_copy(update={"place": await check_place(typed(answer))})


async def _ask_guests(draft: MeetingDraft, request: Request) -> Question:
    people = await _people(draft, request)
    rows = await owner_rows(people, request, chosen=draft.guests, most=MOST - 1)
    return Question(request.t("meeting-ask-guests"), (*rows, (Choice(request.t.plain("meeting-guests-done"), _DONE),)))


async def _take_guests(draft: MeetingDraft, answer: Answer, request: Request) -> MeetingDraft | Stay[MeetingDraft]:
    if answer == Picked(_DONE):
        if not draft.guests:
            raise InvalidText("no-guests")
        return draft
    one = chosen_person(answer, await _people(draft, request), "meeting-guest")
    left = tuple(guest for guest in draft.guests if guest != one)
    return Stay(draft.model_copy(update={"guests": left if one in draft.guests else (*left, one)}))


async def _finish(draft: MeetingDraft, request: Request) -> Replies:
    assert draft.starts_at is not None, "the moment was asked before"
    new = NewMeeting(IncidentId(draft.incident), draft.kind, draft.starts_at, draft.place)
    guests = [MemberId(one) for one in draft.guests]
    meeting = await plan_meeting(request.uow, request.actor, new, guests, request.now)
    card = await meeting_card(meeting, request.view(), sees_guests=True)
    return [Say(Message(request.t("meeting-kept"))), Say(card)]


async def _people(draft: MeetingDraft, request: Request) -> dict[MemberId, bool]:
    incident = await incident_for_tasks(request.uow, request.actor, IncidentId(draft.incident), request.now)
    return await possible_guests(request.uow, request.actor, incident, draft.kind, request.now)


MEETING = Form(
    name="meeting",
    model=MeetingDraft,
    steps=(
        Step("incident", _ask_incident, _take_incident, applies=lambda draft: not draft.is_known),
        Step("kind", _ask_kind, _take_kind),
        Step("when", _ask_when, _take_when),
        Step("place", _ask_place, _take_place, words=Words.TEXT),
        Step("guests", _ask_guests, _take_guests),
    ),
    open=_open,
    finish=_finish,
    check=check_has_tasks,
    first=lambda draft: "kind" if draft.is_known else "incident",
)
