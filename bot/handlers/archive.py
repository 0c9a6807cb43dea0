"""/archief: the notices that were sent, with search."""

from telegram import Update

from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.services.alert.search_archive import open_archived, search_archive
from bot.conversation.callbacks import safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.archive import PAGE, archive_page, archived_message
from texts.archive import kind_names, read_sought


def handlers() -> list[Handler]:
    """List the handlers of the command, its pages and its notices."""
    return [command("archief", "archive", show), pressed("archive", turn), pressed("archived", open_one)]


async def show(_update: Update, context: Context) -> Replies:
    """Show the newest notices; with words after the command those that fit."""
    return [Say(await _page(context.request, " ".join(context.args or [])))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show another page of the same search."""
    after, _, typed = context.press.entity.partition(".")
    return [Edit(await _page(context.request, typed, AlertId(safe_id(after)) if after else None))]


async def _page(request: Request, typed: str, after: AlertId | None = None) -> Message:
    sought = read_sought(typed, request.t, request.now.astimezone(request.zone).date())
    kinds = kind_names(request.t)
    page = await search_archive(
        request.uow, request.actor, sought, request.now, kinds=kinds, zone=request.zone, most=PAGE, after=after
    )
    return archive_page(page, sought, request.view(), is_first=after is None)


async def open_one(_update: Update, context: Context) -> Replies:
    """Show one notice as it stands now, with how it ended."""
    request = context.request
    try:
        alert, reads = await open_archived(request.uow, request.actor, AlertId(context.press.entity_id), request.now)
    except NotFound as error:  # one answer for what is not there and what is not for this person
        request.refuse(error)
        return [Say(Message(request.t("archive-gone")))]
    return [Say(await archived_message(alert, request.view(), reads_text=reads))]
