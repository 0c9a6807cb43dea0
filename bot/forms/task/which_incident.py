"""The question for an incident: one of the newest open ones in scope, or any by its number."""

from alerts.errors import InvalidText, NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentFilter, read_number
from alerts.services.incident.list_incidents import list_incidents
from alerts.services.task.find_tasks import HAVES, incident_for_tasks
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, Question
from bot.conversation.likely_choices import MOST
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.tasks import incident_words


async def check_has_tasks(request: Request) -> None:
    """Raise NotAllowed for who has no tasks anywhere."""
    await request.check_may(HAVES)


async def given_incident(argument: str, request: Request) -> int:
    """Return the incident that the argument of a form names; 0 when it names none. Raises NotFound."""
    await check_has_tasks(request)
    number = safe_id(argument)
    return (await incident_for_tasks(request.uow, request.actor, IncidentId(number), request.now)).id if number else 0


async def incident_question(asked: str, without: str, request: Request) -> Question:
    """Ask for the incident by the text with the first id; with the second where no incident is open."""
    page = await list_incidents(request.uow, request.actor, IncidentFilter(), request.now, limit=MOST)
    rows = tuple((Choice(incident_words(one, request.t), str(one.id)),) for one in page.incidents)
    return Question(request.t(asked if rows else without), rows)


async def incident_of(answer: Answer, request: Request) -> Incident:
    """Return the incident that was tapped or typed by number. Raises InvalidText where it is not in scope."""
    if isinstance(answer, Picked):
        number: int | None = safe_id(answer.value)
    else:
        told = read_number(typed(answer), request.now.astimezone(request.zone).year)
        number = None if told is None else await request.uow.incidents.by_number(told)
    try:
        return await incident_for_tasks(request.uow, request.actor, IncidentId(number or 0), request.now)
    except NotFound as error:
        raise InvalidText("no-incident") from error
