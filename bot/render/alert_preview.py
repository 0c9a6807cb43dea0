"""The preview of an alert or a change, for whoever writes, approves or reviews it."""

from dataclasses import replace

from alerts.alert import Revision
from alerts.targeting import target_of
from bot.conversation.message import Message
from bot.conversation.view import View
from bot.render.alert import Reader, behind_more, has_measures, revision_message
from bot.render.alert_background import background_of
from texts.html import Html, paragraphs


async def preview_of(revision: Revision, how_far: int | None, view: View) -> Message:
    """Render a text as a recipient at this distance (metres) would read it now, without its buttons; what it says for a
    branch is for that of the nearest recipient."""
    background = await background_of(view.uow, revision)
    reader = await _nearest(revision, how_far, view)
    return revision_message(revision, background, reader, view.t, view.zone).with_keyboard()


async def whole_preview(revision: Revision, how_far: int | None, view: View) -> Message:
    """Render the same, and below it what stands behind *Meer*, for whoever answers for all of it."""
    shown = await preview_of(revision, how_far, view)
    return replace(shown, text=paragraphs(shown.text, await rest_of(revision, how_far, view)))


async def rest_of(revision: Revision, how_far: int | None, view: View) -> Html:
    """Return what that recipient would read behind *Meer* only; empty if there is nothing."""
    background = await background_of(view.uow, revision)
    return behind_more(revision, background, Reader(how_far, view.now), view.t, view.zone)


async def _nearest(revision: Revision, how_far: int | None, view: View) -> Reader:
    content, is_told = revision.content, not revision.kind.ends
    if not (is_told and has_measures(content)):
        return Reader(how_far, view.now)
    member = await view.uow.deliveries.nearest(target_of(content), now=view.now)
    followings = [] if member is None else await view.uow.premises.followings(member)
    return Reader(how_far, view.now, branches={one.premises.branch for one in followings})
