"""The views of a new notice: its form with what is wrong and its preview, and what became of a submitted one."""

from collections.abc import Mapping
from dataclasses import replace

from aiohttp import web

from alerts.alert import Alert, AlertState
from alerts.alert_form import FORM, AlertForm
from alerts.approval_comment import REASONS
from alerts.errors import Rejected
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.services.alert.find_nameable import find_nameable
from alerts.services.alert.publish_alert import copies_of
from alerts.services.alert.submit_alert import Submitted
from alerts.services.approval.find_approvers import find_approvers
from alerts.services.approval.find_grounds import all_grounds
from alerts.services.template.make_template import may_keep_template
from alerts.targeting import target_of
from console.message_html import for_browsers
from console.pages.compose.choices import choices_of
from console.pages.compose.fields import MO, Fields, fields_of_form
from console.pages.compose.opening import ALERT, KEPT, Opened
from console.pages.compose.preview import preview_of
from console.pages.compose.views import Alone, ComposeView, ExampleGroup, Line, Option, Preview, Problem, SubmittedView
from console.part_of_day import PART_OF_DAY, part_words
from console.rendering import phrases_of
from console.security.confirmation import confirmation_options
from console.security.kept_form import PAGE_FIELD
from console.security.sessions import person
from console.site import SITE
from console.static_files import path_of
from texts.approval_asked import waits_words
from texts.examples import Offered, branch_words, offered_examples
from texts.html import Html, lines
from texts.modus_operandi import either_words, mo_name
from texts.phrases import Phrases
from texts.roles import function_words
from texts.times_and_distances import moment

Errors = Mapping[str, Rejected]
_TOLD = ("kept", "look", "seen")  # what the page says after it was stored


async def compose_view(
    request: web.Request, uow: UnitOfWork, opened: Opened, fields: Fields, form: AlertForm, errors: Errors
) -> ComposeView:
    """Return the page of a form with what was typed in its fields, and what is wrong with it."""
    site, t, me = request.app[SITE], phrases_of(request), person(request).member.id
    stored = await uow.alerts.get(AlertId(form.alert_id)) if form.alert_id is not None else None
    nameable = {
        int(grant.member_id): await function_words(uow, [grant], t)
        for grant in await find_nameable(form, uow, me, site.clock.now())
    }
    preview = await preview_of(request, uow, form, stored, nameable)
    card = await site.write_draft(uow, stored, None, t, me) if stored else None
    is_changed = "compose-changed" in {error.reason for error in errors.values()}
    shown = _shown(fields, form, errors, request)
    return ComposeView(
        number=(stored.number if stored else None) or "",
        is_drill=form.is_drill,
        hidden={
            **opened.source,
            PAGE_FIELD: opened.page,
            "version": str(opened.form.version),
            "seen": preview.seen if preview else "",
        },
        fields=shown,
        part_of_day=part_words(shown.get(PART_OF_DAY), shown.get("when"), t, site.zone),
        open_fields=_open_fields(form, t),
        choices=await choices_of(form, uow, nameable, t),
        problems=tuple(Problem(name, t(error.text_id, **error.fields)) for name, error in errors.items()),
        told=_differences(opened, fields, request) if is_changed else _told(request, t),
        about=card.about if card else Html(""),
        preview=preview,
        alone=await _alone(request, uow, stored, preview),
        keeps_template=stored is not None and await may_keep_template(uow, stored.content, me, site.clock.now()),
        discard=_discard(opened.source),
        drafts=await _drafts(request, uow) if not opened.source else (),
        examples=await _examples(request, uow) if not opened.source else (),
        asks_names=any(error.reason == "console-names" for error in errors.values()),
        script=path_of("compose.js"),
        place_script=path_of("place.js"),
        map_script=path_of("map.js"),
        region=str(form.region or ""),
    )


def _shown(fields: Fields, form: AlertForm, errors: Errors, request: web.Request) -> Fields:
    """Return the fields of the form; where something is wrong or missing, as they were typed."""
    shown = fields_of_form(form, request.app[SITE].zone)
    kept = set(errors) | {"names", "part"} | ({"words"} if form.words is None else set())
    kept |= {"place"} if form.place is None else set()
    return replace(shown, one={**shown.one, **{name: fields.one[name] for name in kept & fields.one.keys()}})


def _open_fields(form: AlertForm, t: Phrases) -> tuple[Line, ...]:
    """Name each field that the words tell in two ways, with the field that chooses."""
    return tuple(
        Line(f"#{MO}{field}", t("alert-line-set", field=name, value=either_words(field, values, t)))
        for field, values in form.open_fields.items()
        for name in [t.plain(f"mo-{mo_name(field, form.kind)}")]
    )


def _told(request: web.Request, t: Phrases) -> Html:
    """Return what the page says of the step before it; empty when it says nothing."""
    said = next((one for one in _TOLD if one in request.query), None) if request.method == "GET" else None
    return t(f"console-compose-told-{said}") if said else Html("")


def _differences(opened: Opened, fields: Fields, request: web.Request) -> Html:
    """Name the fields in which the stored draft differs from what was typed."""
    t, stored = phrases_of(request), fields_of_form(opened.form, request.app[SITE].zone)
    names = ("words", "kind", "when", "place", "audience", "area", "reach", "branches", "severity", "tlp", "until")
    other = [t.plain(f"console-compose-{name}") for name in names if stored.value(name) != fields.value(name)]
    return t("console-compose-differs", fields=", ".join(other)) if other else Html("")


async def _alone(request: web.Request, uow: UnitOfWork, stored: Alert | None, preview: Preview | None) -> Alone | None:
    """Return the form to send a stored draft alone, where its author may."""
    if stored is None or preview is None or not preview.is_sole or request.method != "GET":
        return None
    t = phrases_of(request)
    return Alone(
        path=f"/compose/{stored.id}/send",
        version=stored.version,
        reasons=tuple(Option(one, t.plain(f"alert-reason-{one}")) for one in REASONS),
        grounds=tuple(Option(one.key, one.label) for one in await all_grounds(uow)),
        confirm=await confirmation_options(request, uow),
    )


def _discard(source: Mapping[str, str]) -> str:
    if ALERT in source:
        return f"/compose/{source[ALERT]}/discard"
    return f"/compose/kept/{source[KEPT]}/discard" if KEPT in source else ""


async def _drafts(request: web.Request, uow: UnitOfWork) -> tuple[Line, ...]:
    """Return this person's notices that are not sent: those that wait, the numbered drafts and those put aside."""
    site, t, me = request.app[SITE], phrases_of(request), person(request).member.id
    waiting = [one for one in await uow.alerts.undecided() if one.requested_by == me and not one.is_change]
    asked = [await uow.alerts.get(one.alert_id) for one in waiting]
    drafts = [one for one in await uow.alerts.drafts_of(me) if not one.content.is_tip]
    kept = await uow.kept_forms.of_member(me, FORM)
    return (
        *(Line(_path(one), t("draft-waits", draft=_line(one, t))) for one in asked if not one.content.is_tip),
        *(Line(_path(one), _line(one, t)) for one in drafts),
        *(Line(f"/compose/kept/{one.id}", t("draft-kept", moment=moment(one.kept_at, t, site.zone))) for one in kept),
    )


async def _examples(request: web.Request, uow: UnitOfWork) -> tuple[ExampleGroup, ...]:
    """Return the examples that this person can begin with, by kind of incident."""
    t, now = phrases_of(request), request.app[SITE].clock.now()
    found = await offered_examples(uow, person(request).actor, now, t)
    return tuple(
        ExampleGroup(t.plain(f"kind-{kind}"), tuple(_example(one, t) for one in found if one.kind is kind))
        for kind in dict.fromkeys(one.kind for one in found)
    )


def _example(one: Offered, t: Phrases) -> Line:
    told = t("console-example", branch=branch_words(one.branch, t), text=one.text)
    return Line(f"/compose?example={one.key}", told)


def _path(alert: Alert) -> str:
    return f"/compose/{alert.id}"


def _line(alert: Alert, t: Phrases) -> Html:
    content = alert.content
    kind = t(f"kind-{content.kind}")
    return t("console-approval-line", number=alert.number or "", kind=kind, place=content.place_words)


async def submitted_view(request: web.Request, uow: UnitOfWork, alert: Alert) -> SubmittedView:
    """Return the page of one's own notice that is no draft: it waits for approval, was sent, or is over."""
    site, t, me = request.app[SITE], phrases_of(request), person(request).member.id
    now, number, is_pending = site.clock.now(), alert.number or "", alert.state is AlertState.PENDING
    reach = await uow.deliveries.reach(target_of(alert.content), await copies_of(uow, alert, now), now=now)
    card = await site.write_draft(uow, alert, reach.nearest_m, t, me)
    approvers = await find_approvers(uow, alert, now)
    submitted = Submitted(alert, approvers=len(approvers.others), recipients=0, silent=approvers.silent)
    waits = waits_words(number, submitted, t)
    is_dropped = alert.state is AlertState.RETRACTED and alert.sent_at is None
    told = waits if is_pending else t("console-compose-is-dropped" if is_dropped else "console-compose-is-sent")
    approval = await uow.alerts.latest_approval(alert.id)
    is_rejected = is_dropped and approval is not None and bool(alert.content.what)
    return SubmittedView(
        number=number,
        told=lines(told, card.about),
        notice=for_browsers(card.notice) if is_pending else Html(""),
        rest=for_browsers(card.rest) if is_pending else Html(""),
        withdraw=f"/compose/{alert.id}/withdraw" if is_pending else "",
        version=alert.version,
        again=f"/compose?again={alert.id}" if is_rejected else "",
    )
