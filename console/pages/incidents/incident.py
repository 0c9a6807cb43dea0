"""One incident: read for a purpose, decided about by police, and made of sections that each have a module."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from aiohttp import web

from alerts.alert import RevisionKind
from alerts.closing_note import NOTES
from alerts.errors import Conflict, IllegalTransition, NotAllowed, NotFound, Rejected
from alerts.ids import IncidentId
from alerts.incident import ROBBERIES, Incident, IncidentState
from alerts.ports import UnitOfWork
from alerts.report import Purpose
from alerts.role import Action, Actor
from alerts.services.audit.record_reading import is_read_by
from alerts.services.incident.close_incident import close_incident
from alerts.services.incident.confirm_incident import confirm_incident
from alerts.services.incident.correct_kind import correct_kind
from alerts.services.incident.join_incidents import join_incidents
from alerts.services.incident.read_incident import incident_in_scope, read_incident
from alerts.services.incident.refute_incident import refute_incident
from alerts.services.incident.release_drafts import release_drafts
from alerts.services.incident.suggest_incidents import suggest_incidents
from alerts.services.permission.check_may import is_allowed
from console.choice import Choice
from console.form_numbers import id_in, number_in
from console.message_html import for_browsers
from console.pages.incidents import aftercare, cascade, notices, tasks, timeline
from console.pages.incidents import map as place
from console.pages.incidents.incidents import PATH
from console.pages.incidents.views import Decisions, IncidentView, PurposeView, Same, Section
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.duplicates import likeness_words

WriteSection = Callable[[web.Request, UnitOfWork, Incident], Awaitable[Section | None]]

# The sections below what is known and decided, in this order.
SECTIONS: tuple[WriteSection, ...] = (
    cascade.section,
    place.section,
    notices.section,
    tasks.section,
    aftercare.section,
    timeline.section,
)
_REASONS = NOTES[RevisionKind.RETRACTION]
_UNANSWERED = {"kind": "console-incident-no-kind", "reason": "console-incident-no-reason"}


async def show_incident(request: web.Request) -> web.StreamResponse:
    """Show an incident; ask for the purpose first, unless this person stated one recently."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    async with site.storage.reading() as uow:
        incident = await incident_in_scope(uow, actor, _which(request), site.clock.now())
        if await is_read_by(uow, actor, "incident", incident.id, site.clock.now()):
            return respond(request, await _view(request, uow, incident))
    asked = t("incident-ask-purpose", number=incident.number, kind=t.plain(f"kind-{incident.kind}"))
    purposes = tuple(Choice(one, t.plain(f"purpose-{one}")) for one in Purpose)
    return respond(request, PurposeView(incident.number, f"{PATH}/{incident.id}", asked, purposes))


async def read(request: web.Request) -> web.StreamResponse:
    """Record the purpose of reading, and go on to the incident."""
    site, told = request.app[SITE], str((await request.post()).get("purpose", ""))
    purpose = next((one for one in Purpose if one == told), None)
    if purpose is None:
        raise NotFound
    async with site.storage.transaction() as uow:
        number, now = _which(request), site.clock.now()
        incident = await read_incident(uow, person(request).actor, number, now, purpose=purpose)
    return web.Response(status=303, headers={"Location": f"{PATH}/{incident.id}"})


async def confirm(request: web.Request) -> web.StreamResponse:
    """Confirm the incident."""
    return await _step(request, confirm_incident)


async def recast(request: web.Request) -> web.StreamResponse:
    """Give the incident the chosen kind."""
    chosen = str((await request.post()).get("kind", ""))
    kind = next((one for one in ROBBERIES if one == chosen), None)
    if kind is None:
        return await _show_unanswered(request, "kind")

    async def change(uow: UnitOfWork, actor: Actor, number: IncidentId, *, version: int, now: datetime) -> Incident:
        return await correct_kind(uow, actor, number, kind, version=version, now=now)

    return await _step(request, change)


async def refute(request: web.Request) -> web.StreamResponse:
    """Refute the incident for the chosen reason, with a fresh passkey: it retracts what was sent."""
    reason = str((await request.post()).get("reason", ""))
    if reason not in _REASONS:
        return await _show_unanswered(request, "reason")

    async def change(uow: UnitOfWork, actor: Actor, number: IncidentId, *, version: int, now: datetime) -> Incident:
        return await refute_incident(uow, actor, number, reason, version=version, now=now)

    return await _step(request, change, is_fresh=True)


async def join(request: web.Request) -> web.StreamResponse:
    """Join the incident to the chosen one, and show the one that goes on."""
    other = IncidentId(id_in((await request.post()).get("other")))

    async def change(uow: UnitOfWork, actor: Actor, number: IncidentId, *, version: int, now: datetime) -> Incident:
        return await join_incidents(uow, actor, number, other, version=version, now=now)

    return await _step(request, change)


async def close(request: web.Request) -> web.StreamResponse:
    """Close the incident."""
    return await _step(request, close_incident)


async def release(request: web.Request) -> web.StreamResponse:
    """Let drafts on the incident go out again."""
    return await _step(request, release_drafts)


async def _step(
    request: web.Request, change: Callable[..., Awaitable[Incident]], *, is_fresh: bool = False
) -> web.StreamResponse:
    """Change the incident that the address names by a use case, in one commit; where somebody was first, say so."""
    site, version = request.app[SITE], number_in((await request.post()).get("version"))
    try:
        if is_fresh:
            await require_fresh(request)
        async with site.storage.transaction() as uow:
            changed = await change(uow, person(request).actor, _which(request), version=version, now=site.clock.now())
    except NotAllowed:
        raise
    except (Rejected, Conflict) as error:
        return await _show_problem(request, error)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{changed.id}"})


async def _show_problem(request: web.Request, error: Rejected | Conflict) -> web.StreamResponse:
    """Say why the form changed nothing, above the incident as it is."""
    await note_refusal(request, error)
    text = error.text_id if isinstance(error, Rejected) else "incident-changed"
    is_late = isinstance(error, IllegalTransition | Conflict)
    view = await _read_again(request)
    return respond(request, replace(view, problem=phrases_of(request)(text)), status=409 if is_late else 422)


async def _show_unanswered(request: web.Request, field: str) -> web.StreamResponse:
    """Ask to choose a kind or a reason."""
    view = await _read_again(request)
    if view.decisions is None:
        raise NotFound
    problem = phrases_of(request)(_UNANSWERED[field])
    return respond(request, replace(view, problem=problem, decisions=replace(view.decisions, wrong=field)), status=422)


async def _read_again(request: web.Request) -> IncidentView:
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        incident = await incident_in_scope(uow, person(request).actor, _which(request), site.clock.now())
        return await _view(request, uow, incident)


async def _view(request: web.Request, uow: UnitOfWork, incident: Incident) -> IncidentView:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    may_draft = incident.is_open and incident.frozen_at is None
    for action in (Action.SEE_REPORTS, Action.DRAFT_ALERT):
        allowed = await is_allowed(uow, visitor.member.id, action, incident.place, site.clock.now())
        may_draft = may_draft and allowed
    sections = [await section(request, uow, incident) for section in SECTIONS]
    return IncidentView(
        number=incident.number,
        path=f"{PATH}/{incident.id}",
        version=incident.version,
        known=for_browsers(await site.write_incident(uow, incident, t, visitor.member.id)),
        draft=f"/compose?incident={incident.id}" if may_draft else "",
        decisions=await _decisions(request, uow, incident),
        sections=tuple(one for one in sections if one is not None),
    )


async def _decisions(request: web.Request, uow: UnitOfWork, incident: Incident) -> Decisions | None:
    """Return what police can decide now; None for others, and when the incident is over."""
    visitor, t, now = person(request), phrases_of(request), request.app[SITE].clock.now()
    if not incident.is_open or not await is_allowed(
        uow, visitor.member.id, Action.DECIDE_INCIDENTS, incident.place, now
    ):
        return None
    same = [
        Same(
            path=f"{PATH}/{one.other.id}",
            number=one.other.number,
            key=str(one.other.id),
            words=likeness_words(one.likeness, t),
        )
        for one in await suggest_incidents(uow, visitor.actor, incident, now)
    ]
    return Decisions(
        may_confirm=incident.state is IncidentState.UNCONFIRMED,
        kinds=tuple(Choice(one, t.plain(f"kind-{one}")) for one in ROBBERIES if one is not incident.kind),
        reasons=tuple(Choice(one, t.plain(f"choice-retraction-{one}")) for one in _REASONS),
        same=tuple(same),
        is_frozen=incident.frozen_at is not None,
        confirm=await confirmation_options(request, uow),
    )


def _which(request: web.Request) -> IncidentId:
    return IncidentId(int(request.match_info["incident"]))


_ONE = f"{PATH}/{{incident:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(_ONE, signed_in(show_incident)),
    web.post(f"{_ONE}/read", signed_in(read)),
    web.post(f"{_ONE}/confirm", signed_in(confirm)),
    web.post(f"{_ONE}/kind", signed_in(recast)),
    web.post(f"{_ONE}/refute", signed_in(refute)),
    web.post(f"{_ONE}/join", signed_in(join)),
    web.post(f"{_ONE}/close", signed_in(close)),
    web.post(f"{_ONE}/release", signed_in(release)),
)
