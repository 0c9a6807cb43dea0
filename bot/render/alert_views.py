"""Notices about alerts: to who wrote them, and to who may approve them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alerts.alert import Alert, AlertState
from alerts.ids import AlertId
from alerts.ports import DeliveryCount
from alerts.services.publish_alert import copies_of
from alerts.services.report_progress import Progress, progress_of
from alerts.targeting import target_of
from bot.callbacks import button
from bot.message import Html, Message, lines, paragraphs
from bot.render.alert import alert_message, first_revision
from bot.render.view import View, WriteView
from bot.texts import Phrases


async def progress(view: View) -> Message:
    """The counting message."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    head = view.t("progress-head", number=alert.number or "")
    return Message(paragraphs(head, counts(counted, view.t)))


async def report(view: View) -> Message:
    """The final report of a fan-out."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    return Message(paragraphs(view.t("report-head", number=alert.number or ""), counts(counted, view.t)))


async def ended(view: View) -> Message:
    """The alert ended by itself."""
    alert = await _alert(view)
    counted = await progress_of(view.uow, alert.id)
    rest = replace(counted, waiting=0, paused=0)
    unsent = counted.waiting + counted.paused
    return Message(
        paragraphs(
            view.t("ended-head", number=alert.number or ""),
            lines(counts(rest, view.t), view.t("count-unsent", count=unsent) if unsent else ""),
        )
    )


async def returned(view: View) -> Message:
    """A colleague gave it back."""
    return await _draft_again("returned-notice", view)


async def overtaken(view: View) -> Message:
    """Nobody approved it before its time was over."""
    return await _draft_again("overtaken-notice", view)


async def _draft_again(text_id: str, view: View) -> Message:
    alert = await _alert(view)
    text = view.t(text_id, number=alert.number or "")
    return Message(text).with_keyboard((button(view.t.plain("draft-resume"), "draft", f"a{alert.id}"),))


async def approval_wanted(view: View) -> Message:
    """A notice for a colleague to approve; what became of it when it was decided meanwhile."""
    alert = await _alert(view)
    if alert.state is not AlertState.PENDING or alert.version != view.number("version"):
        return Message(view.t("approval-settled", number=alert.number or ""))
    return await approval_message(alert, view)


async def approval_message(alert: Alert, view: View) -> Message:
    """The notice as it would arrive, whom it would reach, and the buttons of the decision."""
    t = view.t
    copies = await copies_of(view.uow, alert, view.now)
    reach = await view.uow.deliveries.reach(target_of(alert.content), copies)
    preview = alert_message(first_revision(alert), reach.nearest_m, t, view.zone)
    text = paragraphs(t("approval-head", count=reach.members), preview.text)
    return Message(text, is_protected=preview.is_protected).with_keyboard(
        (button(t.plain("approval-approve"), "approve", alert.id, alert.version),),
        (button(t.plain("approval-return"), "return", alert.id, alert.version),),
    )


def counts(progress: Progress, t: Phrases) -> Html:
    """How many, by what became of them; reasons on lines of their own."""
    return lines(
        t("count-sent", count=progress.sent),
        t("count-seen", count=progress.seen),
        t("count-waiting", count=progress.waiting) if progress.waiting else "",
        t("count-paused", count=progress.paused) if progress.paused else "",
        t("count-unknown", count=progress.unknown) if progress.unknown else "",
        *_reasons(progress.failed, "failed", t),
        *_reasons(progress.skipped, "skipped", t),
    )


def _reasons(counted: Iterable[DeliveryCount], state: str, t: Phrases) -> list[Html]:
    return [t(f"count-{state}", count=one.count, reason=t(f"reason-{one.reason}")) for one in counted]


async def _alert(view: View) -> Alert:
    return await view.uow.alerts.get(AlertId(view.number("alert")))


ALERT_VIEWS: Mapping[str, WriteView] = {
    "progress": progress,
    "alert-report": report,
    "alert-ended": ended,
    "alert-returned": returned,
    "alert-overtaken": overtaken,
    "approval-wanted": approval_wanted,
}
