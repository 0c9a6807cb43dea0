"""Roles that a second person confirms: the card with its two buttons, and the notices for everybody concerned."""

from collections.abc import Mapping
from datetime import datetime

from alerts.grant_request import GrantDecision, GrantKind, GrantRequest
from alerts.ids import GrantRequestId, InviteId, MemberId, RoleId
from alerts.role import Grant
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.admin import last_day
from bot.render.shop import person
from texts.html import Html, paragraphs
from texts.roles import function_words, role_words

_WHAT: Mapping[GrantKind, str] = {
    GrantKind.ROLE: "grant-what-role",
    GrantKind.DEPUTY: "grant-what-deputy",
    GrantKind.LONGER: "grant-what-longer",
    GrantKind.RECOVERY: "grant-what-recovery",
}

CONFIRM, REFUSE = "grant-yes", "grant-no"


async def grant_card(request: GrantRequest, view: View) -> Message:
    """Render who gives whom which role, with two buttons; once decided, the outcome."""
    t = view.t
    what = await _what(request, view)
    if request.decision is not None:
        return Message(paragraphs(what, await _decided(request, view)), is_protected=True)
    yes, no = (button(t.plain(verb), verb, request.id) for verb in (CONFIRM, REFUSE))
    means = t(f"grant-means-{request.kind}")
    return Message(paragraphs(what, means, t("grant-check")), is_protected=True).with_keyboard((yes, no))


async def wanted(view: View) -> Message:
    """Ask those who can confirm the request."""
    return await grant_card(await _request(view), view)


async def waits(view: View) -> Message:
    """Tell the receiver that a second person must confirm first."""
    request = await _request(view)
    text = "grant-waits-deputy" if request.kind is GrantKind.DEPUTY else "grant-waits"
    return Message(paragraphs(await _role(request, view, text), view.t("grant-waits-how")))


async def waits_giver(view: View) -> Message:
    """Tell the giver who accepted, and that a second person must confirm first."""
    return Message(paragraphs(await _what(await _request(view), view), view.t("grant-waits-giver")), is_protected=True)


async def recovery_ready(view: View) -> Message:
    """Tell who asked for a new link to the console that it was confirmed, and where to make it."""
    return Message(paragraphs(await _what(await _request(view), view), view.t("recovery-ready")), is_protected=True)


async def refused(view: View) -> Message:
    """Tell giver and receiver that a second person refused."""
    return await _not_given(view, "grant-not-refused")


async def lapsed(view: View) -> Message:
    """Tell giver and receiver that nobody confirmed in time, or that the giver lost the right to give it."""
    return await _not_given(view, "grant-not-lapsed")


async def role_new(view: View) -> Message:
    """Tell everybody else in scope that somebody has a role."""
    grant, t = await _grant(view), view.t
    by = t(
        "role-new-by",
        giver=await _function(grant.granted_by, view),
        confirmer=await _function(grant.confirmed_by, view),
    )
    return Message(paragraphs(await _held(grant, view, "role-new"), by, t("role-new-wrong")), is_protected=True)


async def role_from_machine(view: View) -> Message:
    """Tell everybody else in scope that a command-line link gave a role, and for whom it was meant."""
    grant, t = await _grant(view), view.t
    invite = await view.uow.invites.get(InviteId(view.number("invite")))
    meant = t("role-meant-for", who=invite.intended_for) if invite.intended_for else t("role-meant-for-unsaid")
    return Message(
        paragraphs(await _held(grant, view, "role-from-machine"), meant, t("role-new-wrong")), is_protected=True
    )


async def role_longer(view: View) -> Message:
    """Tell everybody else in scope that a role was extended."""
    grant = await _grant(view)
    text = paragraphs(await _held(grant, view, "role-longer"), _until(grant.ends_at, view), view.t("role-new-wrong"))
    return Message(text, is_protected=True)


async def role_unsourced(view: View) -> Message:
    """Tell everybody else in scope that a role ends because its giver lost the right to give it."""
    grant, t = await _grant(view), view.t
    told = await _held(grant, view, "role-unsourced")
    if not grant.is_active(view.now):
        return Message(paragraphs(told, t("role-unsourced-ended")), is_protected=True)
    return Message(paragraphs(told, _until(grant.ends_at, view), t("role-unsourced-until")), is_protected=True)


async def role_dismissed(view: View) -> Message:
    """Tell everybody else in scope that an administrator ended a role."""
    told = await _held(await _grant(view), view, "role-dismissed")
    return Message(paragraphs(told, view.t("role-dismissed-wrong")), is_protected=True)


async def deputy_new(view: View) -> Message:
    """Tell everybody else in scope that somebody deputises for a colleague."""
    grant, t = await _grant(view), view.t
    who = await person(view.uow, MemberId(view.number("deputy")), t)
    told = await role_words(view.uow, grant, t, "deputy-new", person=who)
    return Message(paragraphs(told, t("role-new-wrong")), is_protected=True)


async def _what(request: GrantRequest, view: View) -> Html:
    t = view.t
    who = await person(view.uow, request.member_id, t)
    giver = await _function(request.given_by, view)
    said = await role_words(view.uow, request, t, _WHAT[request.kind], person=who, giver=giver)
    label = t("admin-label", label=request.label) if request.label else ""
    until = "" if request.kind in (GrantKind.DEPUTY, GrantKind.RECOVERY) else _until(request.ends_at, view)
    return paragraphs(said, label, until)


async def _decided(request: GrantRequest, view: View) -> Html:
    t = view.t
    if request.decision is GrantDecision.LAPSED:
        return t("grant-is-lapsed")
    if request.decided_by == view.reader:
        return t(f"grant-is-{request.decision}-by-you")
    return t(f"grant-is-{request.decision}", who=await _function(request.decided_by, view))


async def _not_given(view: View, why: str) -> Message:
    request = await _request(view)
    if request.member_id == view.reader:
        return Message(paragraphs(await _role(request, view, "grant-not"), view.t(why), view.t("grant-not-ask")))
    return Message(paragraphs(await _what(request, view), view.t(why)), is_protected=True)


async def _role(request: GrantRequest, view: View, text: str) -> Html:
    return await role_words(view.uow, request, view.t, text)


async def _held(grant: Grant, view: View, text: str) -> Html:
    who = await person(view.uow, grant.member_id, view.t)
    return await role_words(view.uow, grant, view.t, text, person=who)


async def _function(member: MemberId | None, view: View) -> str:
    if member is None:
        return view.t.plain("role-unknown")
    grants = [one for one in await view.uow.roles.of_member(member) if one.is_active(view.now)]
    own = [one for one in grants if one.member_id == member]
    return await function_words(view.uow, own or grants, view.t)


def _until(ends_at: datetime | None, view: View) -> Html:
    return view.t("admin-until", date=last_day(ends_at, view.zone)) if ends_at else view.t("admin-no-end")


async def _request(view: View) -> GrantRequest:
    return await view.uow.grant_requests.get(GrantRequestId(view.number("request")))


async def _grant(view: View) -> Grant:
    return await view.uow.roles.get(RoleId(view.number("role")))


GRANT_VIEWS: Mapping[str, WriteView] = {
    "grant-wanted": wanted,
    "grant-waits": waits,
    "grant-waits-giver": waits_giver,
    "recovery-ready": recovery_ready,
    "grant-refused": refused,
    "grant-lapsed": lapsed,
    "role-new": role_new,
    "role-from-machine": role_from_machine,
    "role-longer": role_longer,
    "role-unsourced": role_unsourced,
    "role-dismissed": role_dismissed,
    "deputy-new": deputy_new,
}
