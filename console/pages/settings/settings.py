"""The settings of a municipality: whether the only police on duty may send alone, how long reports wait, when steps of
aftercare come, and what roles are called there."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from aiohttp import web

from alerts.aftercare.sequence import MOST_DAYS, StepKind
from alerts.errors import InvalidText, NotFound, Rejected
from alerts.guard.off_loop import off_loop
from alerts.ids import MunicipalityId
from alerts.municipality import LABEL_LENGTH, Municipality
from alerts.ports import UnitOfWork
from alerts.report_clock import MOST_MINUTES, Urgency
from alerts.role import Action, Role
from alerts.services.permission.check_may import check_has
from alerts.services.place.set_municipality import (
    municipality_for,
    pc4_of,
    set_aftercare_days,
    set_label,
    set_report_minutes,
    set_sole_on_duty,
)
from alerts.shop_name import shop_name
from console.municipality_choice import choose_municipality
from console.pages.settings.views import NameField, NumberField, SettingsView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.phrases import Phrases

PATH = "/settings"
ALLOWED = {"1": True, "0": False}
_DATED = tuple(one for one in StepKind if one is not StepKind.SAME_DAY)


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the administrator's only municipality, or to the one that was typed; else ask which one."""
    t = phrases_of(request)
    check_has(person(request).actor, Action.ADMINISTER, request.app[SITE].clock.now())
    return await choose_municipality(
        request,
        PATH,
        Action.ADMINISTER,
        title=t.plain("console-settings-title"),
        open_words=t.plain("console-settings-open"),
        other=("/people", t.plain("console-people-title")),
    )


async def show_settings(request: web.Request) -> web.StreamResponse:
    """Show the settings of one municipality."""
    async with request.app[SITE].storage.reading() as uow:
        settings = await _settings(request, uow)
        return respond(request, await _view(request, uow, settings, settings.labels, {}))


async def set_duty(request: web.Request) -> web.StreamResponse:
    """Set whether the only police on duty may send alone; others there are told. Needs a fresh passkey."""
    site, actor = request.app[SITE], person(request).actor
    check_has(actor, Action.ADMINISTER, site.clock.now())
    await require_fresh(request)
    wanted = ALLOWED.get(str((await request.post()).get("allowed", "")))
    if wanted is None:
        raise NotFound
    async with site.storage.transaction() as uow:
        await _settings(request, uow)
        await set_sole_on_duty(uow, actor, _which(request), is_allowed=wanted, now=site.clock.now())
    site.after_commit()
    return _to(_which(request), "?kept")


async def set_names(request: web.Request) -> web.StreamResponse:
    """Set what roles are called there: those that were changed in the form. Where a colleague changed one of these
    meanwhile, or a name is wrong, nothing is stored. Needs a fresh passkey."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.ADMINISTER, now)
    await require_fresh(request)
    typed = {role: " ".join(str(form.get(f"name-{role}", "")).split()) for role in Role}
    changed = {role: name for role, name in typed.items() if name != str(form.get(f"was-{role}", ""))}
    checked, wrong = await _checked(changed)
    for error in wrong.values():
        await note_refusal(request, error)
    async with site.storage.transaction() as uow:
        settings = await _settings(request, uow)
        is_late = any(settings.labels.get(one, "") != str(form.get(f"was-{one}", "")) for one in changed)
        if wrong or is_late:
            view = await _view(request, uow, settings, {**settings.labels, **changed}, wrong, is_late=is_late)
            return respond(request, view, status=422 if wrong else 409)
        for role, name in checked.items():
            await set_label(uow, actor, _which(request), role, name or None, now=now)
    site.after_commit()
    return _to(_which(request), "?kept")


async def set_waits(request: web.Request) -> web.StreamResponse:
    """Set how long reports wait there: those that were changed in the form, as `set_names` does. Needs a fresh
    passkey."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.ADMINISTER, now)
    await require_fresh(request)
    typed = {urgency: str(form.get(f"wait-{urgency}", "")).strip() for urgency in Urgency}
    changed = {one: minutes for one, minutes in typed.items() if minutes != str(form.get(f"was-{one}", ""))}
    wrong = {one: InvalidText("no-minutes") for one, minutes in changed.items() if not _is_wait(minutes)}
    for error in wrong.values():
        await note_refusal(request, error)
    async with site.storage.transaction() as uow:
        settings = await _settings(request, uow)
        is_late = any(str(settings.minutes_for(one)) != str(form.get(f"was-{one}", "")) for one in changed)
        if wrong or is_late:
            view = await _view(request, uow, settings, settings.labels, {}, is_late=is_late, waits=(changed, wrong))
            return respond(request, view, status=422 if wrong else 409)
        for urgency, minutes in changed.items():
            await set_report_minutes(uow, actor, _which(request), urgency, int(minutes), now=now)
    site.after_commit()
    return _to(_which(request), "?kept")


async def set_days(request: web.Request) -> web.StreamResponse:
    """Set after how many days steps of aftercare come there: those that were changed in the form, as `set_names` does.
    Needs a fresh passkey."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.ADMINISTER, now)
    await require_fresh(request)
    typed = {step: str(form[f"days-{step}"]).strip() for step in StepKind if f"days-{step}" in form}
    changed = {one: days for one, days in typed.items() if days != str(form.get(f"was-{one}", ""))}
    wrong = {one: InvalidText("no-days") for one, days in changed.items() if not _is_number(days, MOST_DAYS)}
    for error in wrong.values():
        await note_refusal(request, error)
    async with site.storage.transaction() as uow:
        settings = await _settings(request, uow)
        is_late = any(str(settings.days_for(one)) != str(form.get(f"was-{one}", "")) for one in changed)
        if wrong or is_late:
            view = await _view(request, uow, settings, settings.labels, {}, is_late=is_late, days=(changed, wrong))
            return respond(request, view, status=422 if wrong else 409)
        for step, days in changed.items():
            await set_aftercare_days(uow, actor, _which(request), step, int(days), now=now)
    site.after_commit()
    return _to(_which(request), "?kept")


def _is_number(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= most


def _is_wait(text: str) -> bool:
    return _is_number(text, MOST_MINUTES)


async def _checked(changed: Mapping[Role, str]) -> tuple[dict[Role, str], dict[Role, Rejected]]:
    """Return the names as they are stored (empty: the usual one), and what is wrong with others."""
    checked: dict[Role, str] = {}
    wrong: dict[Role, Rejected] = {}
    for role, name in changed.items():
        try:
            checked[role] = await off_loop(shop_name, name, length=LABEL_LENGTH) if name else ""
        except InvalidText as error:
            wrong[role] = error
    return checked, wrong


async def _settings(request: web.Request, uow: UnitOfWork) -> Municipality:
    """Return the settings of the municipality of the address. Raises as `municipality_for`, and NotFound if the
    postcode table lacks it."""
    settings = await municipality_for(uow, person(request).actor, _which(request), request.app[SITE].clock.now())
    if await pc4_of(uow, _which(request)) is None:
        raise NotFound
    return settings


async def _view(
    request: web.Request,
    uow: UnitOfWork,
    settings: Municipality,
    typed: Mapping[Role, str],
    wrong: Mapping[Role, Rejected],
    *,
    is_late: bool = False,
    waits: tuple[Mapping[Urgency, str], Mapping[Urgency, Rejected]] = ({}, {}),
    days: tuple[Mapping[StepKind, str], Mapping[StepKind, Rejected]] = ({}, {}),
) -> SettingsView:
    t = phrases_of(request)
    told = {role: t(error.text_id, **error.fields) for role, error in wrong.items()}
    return SettingsView(
        path=_path(_which(request)),
        name=settings.name,
        is_sole_allowed=settings.sole_on_duty,
        names=tuple(
            NameField(one, t.plain(f"role-{one}"), settings.labels.get(one, ""), typed.get(one, ""), told.get(one))
            for one in Role
        ),
        waits=_numbers({one: settings.minutes_for(one) for one in Urgency}, "report-wait-", *waits, t),
        days=_numbers({one: settings.days_for(one) for one in _DATED}, "care-kind-", *days, t),
        confirm=await confirmation_options(request, uow),
        is_kept="kept" in request.query,
        problem=t("console-settings-changed") if is_late else None,
    )


def _numbers(
    stored: Mapping[StrEnum, int],
    labels: str,
    typed: Mapping[Any, str],
    wrong: Mapping[Any, Rejected],
    t: Phrases,
) -> tuple[NumberField, ...]:
    """Return a field for each number; `labels` is how the ids of their texts begin."""
    return tuple(
        NumberField(
            key,
            t.plain(f"{labels}{key}"),
            str(number),
            typed.get(key, str(number)),
            t(wrong[key].text_id, **wrong[key].fields) if key in wrong else None,
        )
        for key, number in stored.items()
    )


def _which(request: web.Request) -> MunicipalityId:
    return MunicipalityId(request.match_info["municipality"])


def _path(municipality: MunicipalityId) -> str:
    return f"{PATH}/{quote(municipality, safe='')}"


def _to(municipality: MunicipalityId, more: str = "") -> web.Response:
    return web.Response(status=303, headers={"Location": f"{_path(municipality)}{more}"})


_ONE = f"{PATH}/{{municipality:[^/]{{1,80}}}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_ONE, signed_in(show_settings)),
    web.post(f"{_ONE}/duty", signed_in(set_duty)),
    web.post(f"{_ONE}/names", signed_in(set_names)),
    web.post(f"{_ONE}/waits", signed_in(set_waits)),
    web.post(f"{_ONE}/aftercare", signed_in(set_days)),
)
