"""A link to a shop, shown this once: with its QR code, and as a card for behind the counter."""

import segno
from aiohttp import web

from alerts.member import Language
from alerts.services.invite.create_invite import CreatedInvite
from console.pages.shops.views import CounterCard, InvitedView
from console.rendering import phrases_of
from console.site import SITE
from texts.html import Html
from texts.shops import name_of
from texts.times_and_distances import day, moment


def invited_view(request: web.Request, created: CreatedInvite, *, is_card: bool) -> InvitedView:
    """Return the page of a new link, with a card in each language if it is for the counter."""
    site, t = request.app[SITE], phrases_of(request)
    assert created.premises is not None, "the link is for a shop"
    link = f"https://t.me/{site.bot_name}?start={created.secret}"
    until, name = moment(created.expires_at, t, site.zone), name_of(created.premises, t)
    text = "invite-join" if created.has_people else "invite-counter" if is_card else "invite-shop"
    cards = [
        CounterCard(
            language=language,
            title=phrases("console-card-title"),
            what=phrases("console-card-what"),
            how=phrases("console-card-how", name=name),
            behind=phrases("console-card-behind"),
            until=phrases("console-card-until", day=day(created.expires_at, phrases, site.zone), uses=created.uses),
            emergency=phrases("console-emergency"),
        )
        for language, phrases in site.texts.items()
    ]
    return InvitedView(
        name=name,
        told=t(text, name=name, link=link, until=until, uses=created.uses),
        gives=t("console-shop-invite-join-gives" if created.has_people else "console-shop-invite-gives"),
        has_twin=created.has_twin,
        path=f"/shops/{created.premises.id}",
        qr=qr_svg(link),
        cards=tuple(sorted(cards, key=lambda one: one.language is not Language.DUTCH)) if is_card else (),
    )


def qr_svg(link: str) -> Html:
    """Return the link as a QR code (SVG for within a page), black on white, so that a phone reads it in the dark scheme
    too. Its size is that of what it stands in."""
    return Html(segno.make(link, error="m").svg_inline(border=4, dark="#000", light="#fff", omitsize=True))
