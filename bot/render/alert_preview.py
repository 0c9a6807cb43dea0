"""The preview of an alert or a change, for whoever writes, approves or reviews it."""

from dataclasses import replace

from alerts.alert import Revision
from bot.conversation.message import Message
from bot.conversation.view import View
from bot.render.alert import Reader, behind_more, revision_message
from bot.render.alert_background import background_of
from texts.html import Html, paragraphs


async def preview_of(revision: Revision, how_far: int | None, view: View) -> Message:
    """Render a text as a recipient at this distance (metres) would read it now, without its buttons."""
    background = await background_of(view.uow, revision)
    return revision_message(revision, background, Reader(how_far, view.now), view.t, view.zone).with_keyboard()


async def whole_preview(revision: Revision, how_far: int | None, view: View) -> Message:
    """Render the same, and below it what stands behind *Meer*, for whoever answers for all of it."""
    shown = await preview_of(revision, how_far, view)
    return replace(shown, text=paragraphs(shown.text, await rest_of(revision, how_far, view)))


async def rest_of(revision: Revision, how_far: int | None, view: View) -> Html:
    """Return what that recipient would read behind *Meer* only; empty if there is nothing."""
    background = await background_of(view.uow, revision)
    return behind_more(revision, background, Reader(how_far, view.now), view.t, view.zone)
