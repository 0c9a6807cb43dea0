"""Tips that are held back: the card for those who can stop them, and the outcome."""

from collections.abc import Mapping

from alerts.alert import Alert, Approval, Decision
from alerts.errors import NotFound
from alerts.ids import AlertId, MemberId
from alerts.role import Action
from alerts.services.prevention.hold_tip import HELD_FOR, release_time
from alerts.services.scope.find_ground import may_somewhere_on
from alerts.targeting import target_of
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, Style
from bot.conversation.view import View, WriteView
from bot.render.alert import alert_line, first_revision
from bot.render.alert_preview import whole_preview
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.roles import function_words
from texts.times_and_distances import moment


async def tip_card(alert: Alert, approval: Approval, view: View, above: str = "") -> Message:
    """Render the tip as it would arrive, when it is sent, and the buttons that send or stop it."""
    if approval.decision is not None:
        return await settled_tip(alert, approval, view)
    t = view.t
    head, shown = await tip_parts(alert, approval, view)
    return Message(paragraphs(above, head, shown.text)).with_keyboard(
        (button(t.plain("tip-stop"), "tip-stop", alert.id, approval.alert_version),),
        (button(t.plain("tip-send"), "tip-send", alert.id, approval.alert_version),),
    )


async def tip_parts(alert: Alert, approval: Approval, view: View) -> tuple[Html, Message]:
    """Return when a tip that waits is sent, to how many and by whom it was written, and the message as it would
    arrive."""
    t = view.t
    at = await release_time(view.uow, alert, approval, view.now)
    if at is None and approval.reminded_at is not None:
        at = view.now + HELD_FOR  # this card is the first to arrive, which starts the time
    reach = await view.uow.deliveries.reach(target_of(alert.content), [], now=view.now)
    is_police = await is_police_for(alert, view)
    waits = t("tip-held-card", moment=moment(at, t, view.zone)) if at and is_police else t("tip-waits-card")
    who = await sender_of(approval.requested_by, view)
    head = lines(waits, t("tip-card-reach", count=reach.members), t("tip-author", who=who))
    return head, await whole_preview(first_revision(alert), reach.nearest_m, view)


async def settled_tip(alert: Alert, approval: Approval, view: View) -> Message:
    """Render the outcome; police can still retract a sent tip in one tap."""
    t, at = view.t, approval.decided_at or approval.requested_at
    text = t(
        f"tip-settled-{_what_became(approval)}",
        number=alert.number or "",
        who=await sender_of(approval.decided_by, view),
        moment=moment(at, t, view.zone),
    )
    rows = retract_rows(alert, t) if await is_police_for(alert, view) else ()
    return Message(paragraphs(text, alert_line(alert, t, view.zone))).with_keyboard(*rows)


def retract_rows(alert: Alert, t: Phrases) -> tuple[tuple[Button, ...], ...]:
    """Make the button that retracts a live tip; empty for anything else."""
    if not alert.content.is_tip or alert.sent_at is None or alert.ended_at is not None:
        return ()
    return ((button(t.plain("tip-retract"), "tip-retract", alert.id, style=Style.DANGER),),)


async def is_police_for(alert: Alert, view: View) -> bool:
    """Tell whether this reader is police for any place that the tip reaches."""
    content = alert.content
    return view.reader is not None and await may_somewhere_on(
        view.uow, view.reader, Action.APPROVE_ALERT, content, view.now
    )


async def sender_of(member: MemberId | None, view: View) -> str:
    """Name the function of somebody who sends or releases tips, never a person's name."""
    grants = [] if member is None else await view.uow.roles.of_member(member)
    return await function_words(view.uow, (one for one in grants if Action.SEND_PREVENTION in one.actions), view.t)


async def stopped(view: View) -> Message:
    """Tell the author that the tip is not sent, and what can be done instead."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    approval = await view.uow.alerts.approval_of(alert.id, view.number("version"))
    if approval is None:
        raise NotFound
    number, t = alert.number or "", view.t
    if approval.decision is not Decision.REJECTED:
        return Message(t("tip-lapsed", number=number))
    return Message(_stopped_words(number, await sender_of(approval.decided_by, view), await view.phrases()))


def _stopped_words(number: str, who: str, t: Phrases) -> Html:
    return paragraphs(t("tip-stopped", number=number, who=who), t("tip-stopped-how"))


def _what_became(approval: Approval) -> str:
    """Return the decision; `released` if nobody stopped the tip."""
    is_released = approval.decision is Decision.APPROVED and approval.decided_by == approval.requested_by
    return "released" if is_released else str(approval.decision)


TIP_VIEWS: Mapping[str, WriteView] = {"tip-stopped": stopped}
