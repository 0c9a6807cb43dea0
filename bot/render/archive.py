"""The archive in the chat: a page of notices, and one of them as it stands now."""

from alerts.alert import Alert, AlertState
from alerts.archive import MOST_TYPED, Sought, ends_on
from alerts.closing_note import NOTES
from alerts.services.alert.search_archive import ArchivePage
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View
from bot.render.alert import Reader, alert_line, note_words, whole_message
from bot.render.alert_background import background_of
from texts.html import Html, lines, paragraphs
from texts.times_and_distances import day, moment

PAGE = 6  # notices on a screen, each with a button; two more turn the page


def archive_page(page: ArchivePage, sought: Sought, view: View, *, is_first: bool) -> Message:
    """List the notices, a button each, with one for older notices and one back to the newest."""
    t = view.t
    head = t("archive-head-typed", typed=sought.typed) if sought.typed else t("archive-head")
    none = "" if page.found else t(_nothing(page, is_first=is_first))
    how = t("archive-how", most=MOST_TYPED) if is_first else ""
    rows = [(button(_label(one, view), "archived", one.id),) for one in page.found]
    older = (
        () if page.following is None else (button(t.plain("archive-older"), "archive", _at(page.following, sought)),)
    )
    newest = () if is_first else (button(t.plain("archive-newest"), "archive", _at(None, sought)),)
    turns = ((*newest, *older),) if newest or older else ()
    return Message(paragraphs(head, none, how)).with_keyboard(*rows, *turns)


async def archived_message(alert: Alert, view: View, *, reads_text: bool) -> Message:
    """Say how the notice stands, above its text; without the text for who may not read that any more."""
    head = lines(alert_line(alert, view.t, view.zone), await _state(alert, view))
    texts = await view.uow.alerts.texts_of(alert.id)
    last = next((one.revision for one in reversed(texts) if not one.revision.kind.ends), None)
    if not reads_text or last is None:
        return Message(paragraphs(head, view.t("archive-over")), is_protected=True)
    if not last.content.what:  # emptied after its retention
        return Message(paragraphs(head, view.t("archive-emptied")), is_protected=True)
    told = whole_message(last, await background_of(view.uow, last), Reader(None, view.now), view.t, view.zone)
    return Message(paragraphs(head, told.text), is_protected=told.is_protected)


def _nothing(page: ArchivePage, *, is_first: bool) -> str:
    if page.following is not None:
        return "archive-go-on"
    return "archive-none" if is_first else "archive-no-more"


def _label(alert: Alert, view: View) -> str:
    assert alert.sent_at is not None, "it was sent"
    kind = view.t.plain(f"kind-{alert.content.kind}")
    sent = day(alert.sent_at, view.t, view.zone)
    return view.t.plain("archive-line", number=alert.number or "", kind=kind, day=sent)


def _at(after: int | None, sought: Sought) -> str:
    return f"{'' if after is None else after}.{sought.typed}"


async def _state(alert: Alert, view: View) -> Html:
    """Say whether it is live, or when and how it ended, with the note of who ended it."""
    if not ends_on(alert, view.now):
        return view.t("archive-live")
    at = moment(alert.ended_at or alert.content.until, view.t, view.zone)
    is_retracted = alert.state is AlertState.RETRACTED
    ended = view.t("archive-retracted" if is_retracted else "archive-ended", moment=at)
    newest = await view.uow.alerts.latest_revision(alert.id)
    has_note = newest is not None and newest.kind in NOTES and newest.content.what
    return lines(ended, note_words(newest.kind, newest.content.what, view.t) if newest and has_note else "")
