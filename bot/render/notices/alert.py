"""Notices about the delivery of an alert, for its author."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alerts.alert import Alert, AlertState
from alerts.drill import reactions_of
from alerts.ids import AlertId
from alerts.ports import DeliveryCount
from alerts.services.alert.report_progress import ChangeProgress, Progress, progress_card, progress_of
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.alert import drilled
from bot.render.alert_change import change_buttons
from texts.drill import reaction_words
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.ring_progress import ring_words
from texts.times_and_distances import moment

_DELIVERED = "delivered"  # for the head of the message: live, and nothing waits any more


async def progress(view: View) -> Message:
    """Render the message that counts deliveries: while they go out, when all are settled, and after the end."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    is_delivered = alert.state is AlertState.LIVE and counted.is_settled
    head = view.t("progress-head", number=alert.number or "", state=_DELIVERED if is_delivered else alert.state)
    result = await _reactions(alert, counted, view)
    return Message(paragraphs(head, counts(counted, view.t), result)).with_keyboard(*change_buttons(alert, view.t))


async def _reactions(alert: Alert, counted: Progress, view: View) -> Html:
    """Say how fast people read a drill; nothing for what is real."""
    if not alert.content.is_drill:
        return Html("")
    seconds = await view.uow.acknowledgements.seconds_to_seen(alert.id)
    return reaction_words(reactions_of(seconds, counted.sent), view.t)


async def report(view: View) -> Message:
    """Say that all is delivered, as an answer to the message with the counts; where that is not there, show them."""
    alert = await _alert(view)
    if await progress_card(view.uow, alert) is None:
        return await progress(view)
    return Message(view.t("report-head", number=alert.number or "", state=alert.state))


async def ended(view: View) -> Message:
    """Tell the author that the alert reached its end time, and how many did not get it any more."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    waiting, expired = (
        counted.waiting + counted.held,
        sum(one.count for one in counted.skipped if one.reason == "expired"),
    )
    head = view.t("ended-head", number=alert.number or "")
    if await progress_card(view.uow, alert) is not None:
        return Message(lines(head, _unsent(waiting + expired, view.t)))
    rest = lines(counts(replace(counted, waiting=0, held=0), view.t), _unsent(waiting, view.t))
    return Message(paragraphs(head, rest)).with_keyboard(*change_buttons(alert, view.t))


async def ends_soon(view: View) -> Message:
    """Ask the sender whether the alert is to last longer; without an answer it ends."""
    alert = await _alert(view)
    if alert.state is not AlertState.LIVE:
        return Message(view.t("too-late-change"))
    text = view.t("alert-ends-soon", number=alert.number or "", until=moment(alert.content.until, view.t, view.zone))
    extend, end = (
        button(drilled(view.t.plain(f"change-{verb}"), alert.content, view.t), verb, alert.id)
        for verb in ("extend", "allclear")
    )
    return Message(text).with_keyboard((extend, end))


def _unsent(count: int, t: Phrases) -> Html:
    return t("count-unsent", count=count) if count else Html("")


def counts(progress: Progress, t: Phrases) -> Html:
    """List the deliveries by outcome, with a line for each reason."""
    return lines(
        t("count-sent", count=progress.sent),
        t("count-chats", count=progress.chats_sent) if progress.chats_sent else "",
        t("count-seen", count=progress.seen),
        t("count-waiting", count=progress.waiting) if progress.waiting else "",
        t("count-held", count=progress.held) if progress.held else "",
        t("count-unknown", count=progress.unknown) if progress.unknown else "",
        *_reasons(progress.failed, "failed", t),
        *_reasons(progress.skipped, "skipped", t),
        t("count-chats-missed", count=progress.chats_missed) if progress.chats_missed else "",
        t("count-chats-unknown", count=progress.chats_unknown) if progress.chats_unknown else "",
        *(ring_words(one, t) for one in progress.rings),
        *(_change(one, t) for one in progress.changes),
    )


def _change(one: ChangeProgress, t: Phrases) -> Html:
    kind = t(f"revision-{one.kind}", revision=str(one.revision))
    counted = t("count-change", kind=kind, sent=one.sent)
    if one.waiting:
        counted = t("count-change-waiting", kind=kind, sent=one.sent, waiting=one.waiting)
    return lines(counted, t("count-change-unknown", kind=kind, count=one.unknown) if one.unknown else "")


def _reasons(counted: Iterable[DeliveryCount], state: str, t: Phrases) -> list[Html]:
    return [t(f"count-{state}", count=one.count, reason=t(f"reason-{one.reason}")) for one in counted]


async def _alert(view: View) -> Alert:
    return await view.uow.alerts.get(AlertId(view.number("alert")))


ALERT_VIEWS: Mapping[str, WriteView] = {
    "progress": progress,
    "alert-report": report,
    "alert-ended": ended,
    "alert-ends-soon": ends_soon,
}
