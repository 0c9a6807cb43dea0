"""Notices about the delivery of an alert, for its author."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alerts.alert import Alert
from alerts.ids import AlertId
from alerts.ports import DeliveryCount
from alerts.services.alert.report_progress import ChangeProgress, Progress, progress_of
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.alert_change import change_buttons
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases


async def progress(view: View) -> Message:
    """Render the message that counts deliveries while they go out."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    head = view.t("progress-head", number=alert.number or "", state=alert.state)
    return Message(paragraphs(head, counts(counted, view.t))).with_keyboard(*change_buttons(alert, view.t))


async def report(view: View) -> Message:
    """Render the final report of a fan-out."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    text = paragraphs(view.t("report-head", number=alert.number or "", state=alert.state), counts(counted, view.t))
    return Message(text).with_keyboard(*change_buttons(alert, view.t))


async def ended(view: View) -> Message:
    """Tell the author that the alert reached its end time."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    rest = replace(counted, waiting=0, paused=0)
    unsent = counted.waiting + counted.paused
    return Message(
        paragraphs(
            view.t("ended-head", number=alert.number or ""),
            lines(counts(rest, view.t), view.t("count-unsent", count=unsent) if unsent else ""),
        )
    ).with_keyboard(*change_buttons(alert, view.t))


def counts(progress: Progress, t: Phrases) -> Html:
    """List the deliveries by outcome, with a line for each reason."""
    return lines(
        t("count-sent", count=progress.sent),
        t("count-chats", count=progress.chats_sent) if progress.chats_sent else "",
        t("count-seen", count=progress.seen),
        t("count-waiting", count=progress.waiting) if progress.waiting else "",
        t("count-paused", count=progress.paused) if progress.paused else "",
        t("count-unknown", count=progress.unknown) if progress.unknown else "",
        *_reasons(progress.failed, "failed", t),
        *_reasons(progress.skipped, "skipped", t),
        t("count-chats-missed", count=progress.chats_missed) if progress.chats_missed else "",
        t("count-chats-unknown", count=progress.chats_unknown) if progress.chats_unknown else "",
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
}
