"""An invitation: its link, and the same as a picture to scan."""

from io import BytesIO
from urllib.parse import quote

import segno

from alerts.services.create_invite import CreatedInvite
from bot.message import Button, Html, Message
from bot.render.place import moment
from bot.render.shop import name_of
from bot.scene import Scene
from bot.texts import Phrases


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
