"""The section with the aftercare of an incident, and its forms: open it, read it for a purpose, and change it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.aftercare.case import Case, CasePerson, CaseState, Consent, ConsentHow, Purpose
from alerts.aftercare.sequence import StepOwner
from alerts.errors import NotFound
from alerts.ids import CaseId, CasePersonId, CaseStepId, IncidentId, MemberId
from alerts.incident import Incident, IncidentState
from alerts.ports import UnitOfWork
from alerts.role import Action, is_police
from alerts.services.aftercare.answer_case import withdraw_consent
from alerts.services.aftercare.change_case import allow_case, finish_step, note_arrest, object_to_case
from alerts.services.aftercare.close_case import end_case
from alerts.services.aftercare.find_case import ENTITY, WholeCase, cases_of, read_case, whole_case
from alerts.services.aftercare.open_case import ask_the_others, open_case, people_to_ask
from alerts.services.audit.record_reading import is_read_by
from alerts.services.permission.check_may import is_allowed
from console.choice import Choice
from console.form_numbers import id_in, number_in
from console.rendering import phrases_of
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.aftercare import keeper_words, person_words, remarks, state_words, step_words
from texts.html import Html
from texts.phrases import Phrases

_PATH = "/aftercare"
_CHANGES: Mapping[str, Callable[..., Awaitable[Case]]] = {
    "object": object_to_case,
    "allow": allow_case,
    "arrest": note_arrest,
    "end": end_case,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A person or a step of a case; `key` is empty where nothing can be done about it."""

    words: Html
    key: str


@dataclass(frozen=True, slots=True)
class CaseBox:
    """A case: the purposes to choose from, or what is in it with what its reader may change."""

    path: str
    version: int
    title: Html
    purposes: tuple[Choice, ...] = ()
    remarks: tuple[Html, ...] = ()
    keeper: str = ""
    people: tuple[Row, ...] = ()
    steps: tuple[Row, ...] = ()
    changes: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class AftercareView:
    """The aftercare of an incident: its cases, and the ways to open one."""

    template: ClassVar[str] = "pages/incidents/_aftercare.html"
    path: str
    cases: tuple[CaseBox, ...]
    ways: tuple[Choice, ...]
    people: tuple[Choice, ...]


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> AftercareView | None:
    """Return the cases of an incident for who may read aftercare there; none for others, and where no robbery was."""
    now, visitor = request.app[SITE].clock.now(), person(request)
    may_read, may_open = [
        await is_allowed(uow, visitor.member.id, action, incident.place, now)
        for action in (Action.READ_AFTERCARE, Action.OPEN_AFTERCARE)
    ]
    if not may_read:
        return None
    cases = await cases_of(uow, visitor.actor, incident.id, now)
    boxes = [await _box(request, uow, case, incident, may_open=may_open) for case in cases]
    is_over = incident.state in (IncidentState.REFUTED, IncidentState.JOINED)
    if not may_open or is_over or any(case.is_open for case in cases):
        return AftercareView(f"/incidents/{incident.id}", tuple(boxes), (), ())
    t, asked = phrases_of(request), await people_to_ask(uow, incident)
    ways = [Choice(ConsentHow.CHAT, t.plain("care-how-chat", count=str(len(asked))))] if asked else []
    ways += [Choice(one, t.plain(f"care-how-{one}")) for one in ConsentHow if one is not ConsentHow.CHAT]
    people = [
        Choice(str(member), t.plain("care-whom-colleague", number=str(at)) if at else t.plain("care-whom-owner"))
        for at, member in enumerate(asked)
    ]
    others = Choice("0", t.plain("care-whom-other"))
    return AftercareView(f"/incidents/{incident.id}", tuple(boxes), tuple(ways), (*people, others))


async def _box(request: web.Request, uow: UnitOfWork, case: Case, incident: Incident, *, may_open: bool) -> CaseBox:
    t, now, visitor = phrases_of(request), request.app[SITE].clock.now(), person(request)
    path, title = f"{_PATH}/{case.id}", t("care-title", number=incident.number, state=state_words(case, t))
    if not await is_read_by(uow, visitor.actor, ENTITY, case.id, now):
        purposes = tuple(Choice(one, t.plain(f"care-purpose-{one}")) for one in Purpose)
        return CaseBox(path, case.version, title, purposes)
    whole = await whole_case(uow, case, incident)
    may_change = may_open and case.is_open
    is_officer = is_police(visitor.grants, now)
    return CaseBox(
        path,
        case.version,
        title,
        remarks=tuple(remarks(case, t)),
        keeper=await keeper_words(uow, case.keeper_id, t),
        people=_people(whole, t, may_change=may_change),
        steps=await _steps(request, uow, whole, may_change=may_change),
        changes=_changes(case, t, is_officer=is_officer) if may_change else (),
    )


def _people(whole: WholeCase, t: Phrases, *, may_change: bool) -> tuple[Row, ...]:
    def row(one: CasePerson) -> Row:
        consent = t.plain(f"care-consent-{one.consent}")
        words = t("care-person", name=person_words(one, whole, t), consent=consent)
        takes_part = one.consent in (Consent.ASKED, Consent.YES)
        return Row(words, str(one.id) if may_change and takes_part else "")

    return tuple(row(one) for one in whole.people)


async def _steps(request: web.Request, uow: UnitOfWork, whole: WholeCase, *, may_change: bool) -> tuple[Row, ...]:
    t, zone = phrases_of(request), request.app[SITE].zone
    who = await keeper_words(uow, whole.case.keeper_id, t)
    is_running = may_change and whole.case.state is CaseState.RUNNING
    return tuple(
        Row(
            step_words(one, who, t, zone),
            str(one.id) if is_running and one.owner is StepOwner.MARSHAL and not one.is_settled else "",
        )
        for one in whole.steps
    )


def _changes(case: Case, t: Phrases, *, is_officer: bool) -> tuple[Choice, ...]:
    changes = [Choice("others", t.plain("care-ask-others"))]
    if is_officer:
        verb = "object" if case.objected_at is None else "allow"
        changes.append(Choice(verb, t.plain(f"care-{verb}")))
        if case.arrested_at is None:
            changes.append(Choice("arrest", t.plain("care-arrest")))
    return (*changes, Choice("end", t.plain("care-end")))


async def begin(request: web.Request) -> web.StreamResponse:
    """Open a case by asking in the chat, or with a yes that somebody gave to the coordinator."""
    form, now = await request.post(), request.app[SITE].clock.now()
    how = next((one for one in ConsentHow if one == form.get("how")), None)
    if how is None:
        raise NotFound
    said_yes = id_in(form.get("whom"))
    whom = MemberId(said_yes) if said_yes and how is not ConsentHow.CHAT else None
    incident = IncidentId(int(request.match_info["incident"]))
    async with request.app[SITE].storage.transaction() as uow:
        case = await open_case(uow, person(request).actor, incident, how, whom=whom, now=now)
    return _back(request, case)


async def read(request: web.Request) -> web.StreamResponse:
    """Record for what a case is read, and show it."""
    told = (await request.post()).get("purpose")
    purpose = next((one for one in Purpose if one == told), None)
    if purpose is None:
        raise NotFound
    async with request.app[SITE].storage.transaction() as uow:
        now = request.app[SITE].clock.now()
        whole = await read_case(uow, person(request).actor, _case(request), purpose, now)
    return _back(request, whole.case)


async def change(request: web.Request) -> web.StreamResponse:
    """Object to a case, allow it again, note an arrest, ask the others of the shop, or close it."""
    form, actor, now = await request.post(), person(request).actor, request.app[SITE].clock.now()
    what, version = str(form.get("what", "")), number_in(form.get("version"))
    async with request.app[SITE].storage.transaction() as uow:
        if what == "others":
            await ask_the_others(uow, actor, _case(request), now)
            case = await uow.cases.get(_case(request))
        elif what in _CHANGES:
            case = await _CHANGES[what](uow, actor, _case(request), version=version, now=now)
        else:
            raise NotFound
    return _back(request, case)


async def withdraw(request: web.Request) -> web.StreamResponse:
    """End the aftercare of somebody who told the coordinator that they want no more."""
    who = CasePersonId(id_in((await request.post()).get("person")))
    async with request.app[SITE].storage.transaction() as uow:
        now = request.app[SITE].clock.now()
        case = await withdraw_consent(uow, person(request).actor, _case(request), who, now)
    return _back(request, case)


async def finish(request: web.Request) -> web.StreamResponse:
    """Note that a step of the city marshal is done."""
    step = CaseStepId(id_in((await request.post()).get("step")))
    async with request.app[SITE].storage.transaction() as uow:
        now = request.app[SITE].clock.now()
        done = await finish_step(uow, person(request).actor, step, now)
        case = await uow.cases.get(done.case_id)
    return _back(request, case)


def _case(request: web.Request) -> CaseId:
    return CaseId(int(request.match_info["case"]))


def _back(request: web.Request, case: Case) -> web.Response:
    request.app[SITE].after_commit()
    return web.Response(status=303, headers={"Location": f"/incidents/{case.incident_id}"})


_ID = "[1-9][0-9]{0,17}"
_ONE = f"{_PATH}/{{case:{_ID}}}"
ROUTES = (
    web.post(f"/incidents/{{incident:{_ID}}}/aftercare", signed_in(begin)),
    web.post(f"{_ONE}/read", signed_in(read)),
    web.post(f"{_ONE}/change", signed_in(change)),
    web.post(f"{_ONE}/withdraw", signed_in(withdraw)),
    web.post(f"{_PATH}/step", signed_in(finish)),
)
