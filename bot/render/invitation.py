"""An invitation: its link, and the same as a picture to scan."""

from io import BytesIO
from urllib.parse import quote

import segno

from alerts.invite import Invite
from alerts.services.create_invite import CreatedInvite
from bot.callbacks import button
from bot.message import Button, Html, Message, in_rows, lines, paragraphs
from bot.render.place import moment
from bot.render.role import role_name
from bot.render.shop import name_of
from bot.scene import Scene
from bot.texts import Phrases

AT_ONCE = 12


def qr_png(link: str) -> bytes:
    """The link as a QR picture (PNG), large enough to scan from a phone's screen."""
    buffer = BytesIO()
    segno.make(link, error="m").save(buffer, kind="png", scale=8, border=4)
    return buffer.getvalue()


def invitation(created: CreatedInvite, scene: Scene, *, text: str, **more: str) -> Message:
    """What is handed on: the picture with the link below it; sharing is a choice, not an accident."""
    t, link = scene.t, scene.link(created.secret)
    until = moment(created.expires_at, t, scene.zone)
    named = {"name": name_of(created.premises, t)} if created.premises else {}
    words = t(text, link=link, until=until, uses=created.uses, **named, **more)
    return handed_on(words, link, t)


def handed_on(words: Html, link: str, t: Phrases) -> Message:
    """A link to hand on: as a picture to scan, and as a button that shares it."""
    share = Button(t.plain("invite-share"), url=f"https://t.me/share/url?url={quote(link, safe='')}")
    return Message(words, picture=qr_png(link), is_protected=True).with_keyboard((share,))


async def invitations_screen(found: list[Invite], scene: Scene, *, is_first: bool) -> Message:
    """One's own links that still work, newest first, each with a button that ends it."""
    t = scene.t
    if not found and is_first:
        return Message(t("invitations-none"))
    shown, rest = found[:AT_ONCE], len(found) - AT_ONCE
    text = paragraphs(t("invitations-title"), await open_lines(shown, scene), t("invitations-how"))
    onwards = button(t.plain("people-more", count=str(rest)), "invitations", shown[-1].id) if rest > 0 else None
    first = None if is_first else button(t.plain("signups-from-start"), "invitations")
    more = tuple((one,) for one in (onwards, first) if one)
    return Message(text).with_keyboard(*revoke_rows(shown, t), *more)


async def open_lines(found: list[Invite], scene: Scene) -> Html:
    """Links that still work, numbered: for what, how often and until when."""
    told = []
    for number, invite in enumerate(found, start=1):
        until = moment(invite.expires_at, scene.t, scene.zone, scene.now)
        left: dict[str, str | int] = {"what": await _what(invite, scene), "left": invite.uses_left, "until": until}
        told.append(scene.t("invite-open", number=str(number), **left))
    return lines(*told)


def revoke_rows(found: list[Invite], t: Phrases, shop: int = 0) -> tuple[tuple[Button, ...], ...]:
    """A button for each that ends it; `shop` is that whose people's screen they stand on, 0 in the maker's own list."""
    numbered = enumerate(found, start=1)
    labels = [(t.plain("invite-revoke", number=str(number)), invite) for number, invite in numbered]
    return in_rows([button(label, "revoke", f"{invite.id}.{shop}") for label, invite in labels], 2)


async def _what(invite: Invite, scene: Scene) -> str:
    t, uow = scene.t, scene.uow
    if invite.premises_id is not None:
        return name_of(await uow.premises.get(invite.premises_id), t)
    if invite.deputy_of is not None:
        return t.plain("invite-for-deputy")
    assert invite.role is not None, "an invitation gives a shop, a role, or being a deputy"
    assert invite.scope is not None, "a role has a scope"
    return await role_name(uow, invite.role, invite.scope, t)
