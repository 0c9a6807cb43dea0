"""Approvals: what waits for this person's approval, and approving, returning and rejecting it as the chat does."""

from dataclasses import replace

from aiohttp import web

from alerts.alert import Alert, Approval, ApprovalKind, Decision, as_asked
from alerts.approval_comment import COMMENT_LENGTH, COMMENTS
from alerts.errors import IllegalTransition, InvalidText, NotFound
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.alert.decide_alert import check_may_decide, decide_alert, find_undecided
from alerts.services.approval.find_grounds import all_grounds, usual_grounds
from alerts.services.approval.find_waiting import find_waiting
from alerts.services.permission.check_may import check_has
from alerts.services.prevention.find_held_tips import tips_of_others
from alerts.severity import Severity
from alerts.typed_text import checked, tidied
from console.choice import Choice
from console.message_html import for_browsers
from console.pages.approvals.views import ApprovalsView, ApprovalView, CommentForm, Waiting
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.times_and_distances import duration

WAYS = {"return": Decision.RETURNED, "reject": Decision.REJECTED}
Asked = tuple[Alert, Approval]


async def show_approvals(request: web.Request) -> web.StreamResponse:
    """Show what waits for this person, the most urgent first."""
    site, visitor = request.app[SITE], person(request)
    now = site.clock.now()
    check_has(visitor.actor, Action.APPROVE_ALERT, now)
    async with site.storage.reading() as uow:
        found = await find_waiting(uow, visitor.actor, now)
        tips = len(await tips_of_others(uow, visitor.actor, now))
    asked = [one for one in found if one[1].kind is not ApprovalKind.HELD_TIP]
    return respond(request, ApprovalsView(tuple(waiting_line(request, *one) for one in asked), tips))


async def show_approval(request: web.Request) -> web.StreamResponse:
    """Show one request with the notice as it will arrive, or how it was decided."""
    return respond(request, await _view(request))


async def approve(request: web.Request) -> web.StreamResponse:
    """Approve and send, on the chosen grounds. Needs a fresh passkey."""
    await require_fresh(request)
    site, visitor, (alert, version) = request.app[SITE], person(request), _which(request)
    grounds, now = str((await request.post()).get("grounds", "")), site.clock.now()
    check_has(visitor.actor, Action.APPROVE_ALERT, now)
    async with site.storage.transaction() as uow:
        await _check_is_no_tip(uow, alert, version)
        await decide_alert(uow, alert, version, visitor.member.id, Decision.APPROVED, now, grounds=grounds or None)
    site.after_commit()
    return _to(alert, version)


async def give_back(request: web.Request) -> web.StreamResponse:
    """Return or reject with a comment; where the comment is wrong the page comes back with it."""
    site, visitor, (alert, version) = request.app[SITE], person(request), _which(request)
    decision, form, now = WAYS[request.match_info["way"]], await request.post(), site.clock.now()
    check_has(visitor.actor, Action.APPROVE_ALERT, now)
    typed, ready = str(form.get("comment", "")), str(form.get("ready", ""))
    try:
        comment = ready if ready in COMMENTS[decision] else await checked(tidied(typed), COMMENT_LENGTH)
    except InvalidText as error:
        return await _show_wrong(request, decision, typed, error)
    async with site.storage.transaction() as uow:
        await _check_is_no_tip(uow, alert, version)
        await decide_alert(uow, alert, version, visitor.member.id, decision, now, comment=comment)
    site.after_commit()
    return _to(alert, version)


async def _show_wrong(request: web.Request, decision: Decision, typed: str, error: InvalidText) -> web.StreamResponse:
    await note_refusal(request, error)
    view, told = await _view(request), phrases_of(request)(error.text_id, **error.fields)
    forms = [replace(one, typed=typed, wrong=told) if one.decision is decision else one for one in view.forms]
    return respond(request, replace(view, forms=tuple(forms)), status=422)


async def _view(request: web.Request) -> ApprovalView:
    """Return what the page of a request shows. Raises NotFound and NotAllowed as `find_undecided`."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    check_has(visitor.actor, Action.APPROVE_ALERT, site.clock.now())
    async with site.storage.reading() as uow:
        alert, approval = await _asked(request, uow)
        card = await site.write_card(uow, alert, approval, t, visitor.member.id)
        if card.notice is None:
            return ApprovalView(alert.number or "", for_browsers(card.head))
        usual = await usual_grounds(uow, alert.id)
        listed = await all_grounds(uow)
        confirm = await confirmation_options(request, uow)
    path = _path(alert.id, approval.alert_version)
    return ApprovalView(
        number=alert.number or "",
        head=for_browsers(card.head),
        notice=for_browsers(card.notice),
        path=path,
        grounds=tuple(Choice(one.key, one.label, one.key == usual.key) for one in listed),
        confirm=confirm,
        forms=tuple(
            CommentForm(
                decision,
                f"{path}/{way}",
                tuple(Choice(one, t.plain(f"comment-{decision}-{one}")) for one in COMMENTS[decision]),
            )
            for way, decision in WAYS.items()
        ),
    )


async def _asked(request: web.Request, uow: UnitOfWork) -> Asked:
    """Return the request for approval, decided or not, if this person may decide on it."""
    now, me, (alert_id, version) = request.app[SITE].clock.now(), person(request).member.id, _which(request)
    await _check_is_no_tip(uow, alert_id, version)
    try:
        return await find_undecided(uow, alert_id, version, me, now)
    except IllegalTransition:
        alert, approval = await uow.alerts.get(alert_id), await uow.alerts.approval_of(alert_id, version)
        if approval is None or approval.decision is None:
            raise
        await check_may_decide(uow, as_asked(alert, approval), me, now)
        return alert, approval


async def _check_is_no_tip(uow: UnitOfWork, alert: AlertId, version: int) -> None:
    """Raise NotFound for a held tip: it has a page of its own."""
    approval = await uow.alerts.approval_of(alert, version)
    if approval is not None and approval.kind is ApprovalKind.HELD_TIP:
        raise NotFound


def waiting_line(request: web.Request, alert: Alert, approval: Approval) -> Waiting:
    """Return the line of a request in a list."""
    t, content = phrases_of(request), alert.content
    return Waiting(
        path=_path(alert.id, approval.alert_version),
        number=alert.number or "",
        kind=t(f"kind-{content.kind}"),
        severity=t(f"severity-{content.severity}"),
        place=content.place_words,
        since=approval.requested_at.isoformat(timespec="seconds"),
        waits=t("console-approval-waits", duration=duration(request.app[SITE].clock.now() - approval.requested_at, t)),
        words=t.plain("console-approval-waits", duration="%"),
        is_acute=content.severity is Severity.P1,
    )


def _which(request: web.Request) -> tuple[AlertId, int]:
    return AlertId(int(request.match_info["alert"])), int(request.match_info["version"])


def _path(alert: AlertId, version: int) -> str:
    return f"/approvals/{alert}/{version}"


def _to(alert: AlertId, version: int) -> web.Response:
    return web.Response(status=303, headers={"Location": _path(alert, version)})


_ONE = r"/approvals/{alert:[1-9][0-9]{0,17}}/{version:[0-9]{1,9}}"
ROUTES = (
    web.get("/approvals", signed_in(show_approvals)),
    web.get(_ONE, signed_in(show_approval)),
    web.post(f"{_ONE}/approve", signed_in(approve)),
    web.post(f"{_ONE}/{{way:return|reject}}", signed_in(give_back)),
)
