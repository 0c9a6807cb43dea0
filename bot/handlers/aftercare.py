"""/nazorg and the buttons of a victim: yes or no, STOP, a person to speak, the questions at the end, and their own
case."""

from telegram import Update

from alerts.aftercare.case import Answer, CallReason, Case, Question
from alerts.aftercare.distress import is_distress
from alerts.emergency import is_emergency
from alerts.errors import NotFound
from alerts.ids import CasePersonId
from alerts.incident import Incident, IncidentFilter
from alerts.role import Action
from alerts.services.aftercare.answer_case import answer_case, answer_question, erase_own, stop_case
from alerts.services.aftercare.call_person import ask_call
from alerts.services.aftercare.find_case import cases_of, current_place, own_place, own_places, readings_of, whole_case
from alerts.services.aftercare.show_overview import show_overview
from alerts.services.incident.list_incidents import list_incidents
from alerts.services.tally.find_tallies import month_shown
from bot.conversation.callbacks import safe_id
from bot.conversation.message import Keyboard, Message
from bot.conversation.replies import Buttons, Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.aftercare import (
    ERASE,
    ERASE_YES,
    NO,
    REPLY,
    SCAN,
    STOP,
    TALK,
    YES,
    erase_question,
    numbers,
    numbers_alone,
    own_case,
    question,
)
from bot.render.aftercare_case import case_list
from texts.aftercare import keeper_words, overview_words
from texts.figures import month_words
from texts.html import paragraphs

MOST = 8  # incidents on one screen


def handlers() -> list[Handler]:
    """List the handlers: the command, and the buttons of a victim."""
    return [
        command("nazorg", "aftercare", show),
        pressed(YES, say_yes),
        pressed(NO, say_no),
        pressed(STOP, stop),
        pressed(TALK, talk),
        pressed(SCAN, plan_scan),
        pressed(REPLY, reply),
        pressed(ERASE, ask_erase),
        pressed(ERASE_YES, erase),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show a victim their own cases: what they said, what comes, and who looked at it; and to a coordinator the newest
    robberies, with the state of their aftercare."""
    request, said = context.request, []
    places = [] if request.member is None else await own_places(request.uow, request.member.id)
    for person, case in places:
        whole = await whole_case(request.uow, case, await request.uow.incidents.get(case.incident_id))
        said.append(Say(await own_case(person, whole, await readings_of(request.uow, case), request)))
    if await request.may(Action.READ_AFTERCARE):
        said.append(Say(case_list(await _newest(request), request.t)))
        said += await _overview(request)
    return [*said] if said else [Say(Message(request.t("care-own-none")))]


async def _overview(request: Request) -> list[Say]:
    """Show the overview of the last month to who reads aftercare and does not find it under /cijfers."""
    if await request.may(Action.SEE_SHARES):
        return []
    month = await month_shown(request.uow, None, request.now)
    overview = await show_overview(request.uow, request.actor, month.first, month.last, request.now)
    words = overview_words(overview, request.t)
    title = request.t("figures-title", **month_words(month.first, request.t))
    return [Say(Message(paragraphs(title, words), is_protected=True))] if words else []


async def _newest(request: Request) -> list[tuple[Incident, Case | None]]:
    """Return the newest open incidents that this coordinator reads, with their newest case."""
    page = await list_incidents(request.uow, request.actor, IncidentFilter(), request.now, limit=MOST)
    found: list[tuple[Incident, Case | None]] = []
    for incident in page.incidents:
        cases = await cases_of(request.uow, request.actor, incident.id, request.now)
        found.append((incident, cases[-1] if cases else None))
    return found


async def say_yes(_update: Update, context: Context) -> Replies:
    """Store a yes; the first message follows by itself."""
    await _answer(context, is_wanted=True)
    return [Buttons(Keyboard(()))]


async def say_no(_update: Update, context: Context) -> Replies:
    """Store a no."""
    await _answer(context, is_wanted=False)
    return [Edit(Message(context.request.t("care-declined"), is_protected=True))]


async def stop(_update: Update, context: Context) -> Replies:
    """End somebody's aftercare at once; nobody asks why."""
    request = context.request
    await stop_case(request.uow, request.person().id, _pressed(context), request.now)
    return [Edit(Message(request.t("care-stopped-yours"), is_protected=True))]


async def talk(_update: Update, context: Context) -> Replies:
    """Let a coordinator hear at once that somebody wants to speak to a person, and show numbers."""
    return [await _call(context.request, _pressed(context), CallReason.TALK)]


async def plan_scan(_update: Update, context: Context) -> Replies:
    """Let a coordinator hear that somebody wants to agree on a day for the scan."""
    request = context.request
    case, _ = await ask_call(request.uow, request.person().id, _pressed(context), CallReason.SCAN, request.now)
    who = await keeper_words(request.uow, case.keeper_id, request.t)
    return [Say(Message(request.t("care-scan-heard", who=who), is_protected=True))]


async def reply(_update: Update, context: Context) -> Replies:
    """Store an answer at the end of a case, and ask the next question."""
    request = context.request
    number, _, rest = context.press.entity.partition(".")
    name, _, said = rest.partition(".")
    asked = next((one for one in Question if one == name), None)
    answer = next((one for one in Answer if one == said), None)
    if asked is None or answer is None:
        raise NotFound
    member, person = request.person().id, CasePersonId(safe_id(number))
    following = await answer_question(request.uow, member, person, asked, answer, request.now)
    if following is None:
        return [Edit(Message(request.t("care-thanks"), is_protected=True))]
    place, _case = await own_place(request.uow, member, person)
    return [Edit(question(place, following, request.t))]


async def ask_erase(_update: Update, context: Context) -> Replies:
    """Ask to confirm the erasure of somebody's own aftercare."""
    request = context.request
    place, _case = await own_place(request.uow, request.person().id, _pressed(context))
    return [Edit(erase_question(place.id, request.t))]


async def erase(_update: Update, context: Context) -> Replies:
    """Erase what is kept of somebody's own aftercare."""
    request = context.request
    await erase_own(request.uow, request.person().id, _pressed(context), request.now)
    return [Edit(Message(request.t("care-erased"), is_protected=True))]


async def hear_distress(text: str, request: Request) -> Replies:
    """Answer words of distress: whoever looks after the person's aftercare hears at once, and numbers are shown; only
    numbers to who has none. Nothing for any other text, nor for a cry of who has none: that begins a report."""
    if not is_distress(text):
        return []
    place = None if request.member is None else await current_place(request.uow, request.member.id)
    if place is None:
        return [] if is_emergency(text) else [Say(numbers_alone(request.t))]
    return [await _call(request, place[0].id, CallReason.DISTRESS)]


async def has_aftercare(request: Request) -> bool:
    """Whether this person takes part in an open case, so that what they type elsewhere is listened to too."""
    return request.member is not None and await current_place(request.uow, request.member.id) is not None


async def stop_typed(request: Request) -> Replies | None:
    """End the aftercare of somebody who types STOP; None for who has none, and means all messages."""
    place = None if request.member is None else await current_place(request.uow, request.member.id)
    if place is None:
        return None
    await stop_case(request.uow, request.person().id, place[0].id, request.now)
    return [Say(Message(request.t("care-stopped-yours"), is_protected=True))]


async def _call(request: Request, person: CasePersonId, reason: CallReason) -> Say:
    case, told = await ask_call(request.uow, request.person().id, person, reason, request.now)
    return Say(await numbers(case, told, request))


async def _answer(context: Context, *, is_wanted: bool) -> None:
    request = context.request
    await answer_case(request.uow, request.person().id, _pressed(context), request.now, is_wanted=is_wanted)


def _pressed(context: Context) -> CasePersonId:
    return CasePersonId(context.press.entity_id)
