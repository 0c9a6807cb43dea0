"""A cascade in words: each step with who was called, when, and what they said."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.cascade import Addressee, Call, Cascade
from alerts.ids import MunicipalityId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Role
from alerts.services.permission.locate_matter import part_of
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.roles import function_of
from texts.times_and_distances import moment


def addressee_words(who: Addressee, t: Phrases, own_names: Mapping[Role, str] | None = None) -> str:
    """The people whom a step reaches: the role as it is called there, with the function where only that counts."""
    role = (own_names or {}).get(who.role) or t.plain(f"role-{who.role}")
    if who.function is None:
        return role
    return t.plain("role-with-function", function=t.plain(f"function-{who.function}"), role=role)


async def own_names(uow: UnitOfWork, municipality: MunicipalityId | None) -> Mapping[Role, str]:
    """What a municipality calls its roles, where that differs from the usual."""
    return {} if municipality is None else (await uow.municipalities.get(municipality)).labels


async def cascade_steps(
    uow: UnitOfWork, incident: Incident, cascade: Cascade, t: Phrases, zone: ZoneInfo, now: datetime
) -> list[Html]:
    """The steps in their order: whom each reaches, how far it is since when, and who takes it on."""
    part = await part_of(uow, incident.place)
    names = await own_names(uow, None if part is None else part.municipality_id)
    words = [addressee_words(one.step.addressee, t, names) for one in cascade.steps]
    shown = []
    for place, one in enumerate(cascade.steps):
        waits_for = words[one.step.after] if one.step.after is not None else ""
        at = moment(one.at, t, zone, now) if one.at else ""
        called = moment(one.called_at, t, zone, now) if one.called_at else ""
        stage = t(f"cascade-stage-{one.stage}", who=waits_for, at=at, called=called)
        taken = [call for call in cascade.of(place) if call.taken_at is not None]
        head = t("cascade-step", number=place + 1, who=words[place], stage=stage)
        shown.append(lines(head, *[await taken_words(uow, call, t, zone, now) for call in taken]))
    return shown


async def taken_words(uow: UnitOfWork, call: Call, t: Phrases, zone: ZoneInfo, now: datetime) -> Html:
    """Say by their function who takes on what a step asks."""
    who = await function_of(uow, call.member_id, Action.READ_INCIDENTS, t)
    return t("cascade-taken-by", who=who, at=moment(call.taken_at, t, zone, now) if call.taken_at else "")
