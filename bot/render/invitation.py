"""Invitations: a link with its QR code, and the list of open links."""

from io import BytesIO
from urllib.parse import quote

import segno

from alerts.invite import Invite
from alerts.services.invite.create_invite import CreatedInvite
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.request import Request
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.roles import RoleOffer, role_name
from texts.shops import name_of
from texts.times_and_distances import moment

AT_ONCE = 12


def qr_png(link: str) -> bytes:
    """Return the link as a QR code (PNG), large enough to scan from a phone's screen."""
    buffer = BytesIO()
    segno.make(link, error="m").save(buffer, kind="png", scale=8, border=4)
    return buffer.getvalue()


def invitation(created: CreatedInvite, request: Request, *, text: str, **more: str) -> Message:
    """Render an invitation link with its QR code, validity and number of uses."""
    t, link = request.t, request.link(created.secret)
    until = moment(created.expires_at, t, request.zone)
    named = {"name": name_of(created.premises, t)} if created.premises else {}
    words = t(text, link=link, until=until, uses=created.uses, **named, **more)
    return handed_on(words, link, t)


def console_invitation(created: CreatedInvite, link: str, request: Request, **more: str) -> Message:
    """Render a link of the console with its QR code and validity."""
    until = moment(created.expires_at, request.t, request.zone)
    return handed_on(request.t("role-invite-console", link=link, until=until, **more), link, request.t)


def handed_on(words: Html, link: str, t: Phrases) -> Message:
    """Render a link to hand on: as a QR code, and as a button that shares it. Forwarding is off, so that sharing is a
    choice."""
    share = Button(t.plain("invite-share"), url=f"https://t.me/share/url?url={quote(link, safe='')}")
    return Message(words, picture=qr_png(link), is_protected=True).with_keyboard((share,))


async def invitations_screen(found: list[Invite], request: Request, *, is_first: bool) -> Message:
    """List the member's open links, newest first, each with a button that revokes it."""
    t = request.t
    if not found and is_first:
        return Message(t("invitations-none"))
    shown, rest = found[:AT_ONCE], len(found) - AT_ONCE
    text = paragraphs(t("invitations-title"), await open_lines(shown, request), t("invitations-how"))
    onwards = button(t.plain("people-more", count=str(rest)), "invitations", shown[-1].id) if rest > 0 else None
    first = None if is_first else button(t.plain("signups-from-start"), "invitations")
    more = tuple((one,) for one in (onwards, first) if one)
    return Message(text).with_keyboard(*revoke_rows(shown, t), *more)


async def open_lines(found: list[Invite], request: Request) -> Html:
    """Describe open links, numbered: for what, how many uses are left, and until when."""
    told = []
    for number, invite in enumerate(found, start=1):
        until = moment(invite.expires_at, request.t, request.zone, request.now)
        left: dict[str, str | int] = {"what": await _what(invite, request), "left": invite.uses_left, "until": until}
        told.append(request.t("invite-open", number=str(number), **left))
    return lines(*told)


def revoke_rows(found: list[Invite], t: Phrases, shop: int = 0) -> tuple[tuple[Button, ...], ...]:
    """Make a revoke button for each link; `shop` is the shop whose people screen holds them, 0 in the maker's own
    list."""
    numbered = enumerate(found, start=1)
    labels = [(t.plain("invite-revoke", number=str(number)), invite) for number, invite in numbered]
    return in_rows([button(label, "revoke", f"{invite.id}.{shop}") for label, invite in labels], 2)


async def _what(invite: Invite, request: Request) -> str:
    t, uow = request.t, request.uow
    if invite.premises_id is not None:
        return name_of(await uow.premises.get(invite.premises_id), t)
    if invite.deputy_of is not None:
        return t.plain("invite-for-deputy")
    assert invite.role is not None, "an invitation gives a shop, a role, or being a deputy"
    assert invite.scope is not None, "a role has a scope"
    return await role_name(uow, RoleOffer(invite.role, invite.scope, invite.function), t)
