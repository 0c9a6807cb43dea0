"""Requests for approval: the card with its buttons, the outcome, and the comment."""

from alerts.alert import Alert, AlertContent, Approval, ApprovalKind, Decision, as_asked
from alerts.approval_comment import COMMENTS
from alerts.ids import MemberId
from alerts.legal_grounds import Grounds
from alerts.role import Action
from alerts.services.alert.publish_alert import copies_of
from alerts.services.approval.find_grounds import all_grounds, usual_grounds
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter
from alerts.targeting import target_of
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, Style
from bot.conversation.view import View
from bot.render.alert import alert_line, first_revision
from bot.render.alert_change import change_preview
from bot.render.alert_preview import whole_preview
from bot.render.tip import settled_tip, tip_card
from texts import roles
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.regions import audience_words
from texts.times_and_distances import duration, moment


async def approval_card(alert: Alert, approval: Approval, view: View, above: str = "") -> Message:
    """Render the alert as it would arrive, with the decision's buttons; or the outcome if it was decided.

    `above` says why it is shown.
    """
    if approval.kind is ApprovalKind.HELD_TIP:
        return await tip_card(alert, approval, view, above)
    if approval.decision is not None:
        return await settled_card(alert, approval, view)
    t = view.t
    head, preview = await card_parts(alert, approval, view)
    grounds = await usual_grounds(view.uow, alert.id)
    label = t.plain("approval-grounds", grounds=grounds.label)
    return Message(paragraphs(above, head, preview.text), is_protected=preview.is_protected).with_keyboard(
        (_approve_button(t.plain("approval-approve"), alert, grounds, approval),),
        (button(label, "grounds", alert.id, approval.alert_version),),
        (button(t.plain("approval-return"), "return", alert.id, approval.alert_version),),
        (button(t.plain("approval-reject"), "reject", alert.id, approval.alert_version, style=Style.DANGER),),
    )


async def card_parts(alert: Alert, approval: Approval, view: View) -> tuple[Html, Message]:
    """Return what is asked and by whom, and the message as it would arrive."""
    t = view.t
    preview, what = await _asked(alert, approval, view)
    author = await function_of(approval.requested_by, Action.DRAFT_ALERT, view)
    asked = t("approval-asked", moment=moment(approval.requested_at, t, view.zone))
    made = await made_of(alert, view)
    named = await named_words(alert.content, view)
    ended = "" if await _is_in_office(alert, approval, view) else t("approval-author-ended")
    return lines(what, named, made, asked, ended, t("approval-author", who=author)), preview


async def _is_in_office(alert: Alert, approval: Approval, view: View) -> bool:
    """Tell whether the author may still draft such an alert there."""
    matter = alert_matter(as_asked(alert, approval).content)
    return await is_allowed(view.uow, approval.requested_by, Action.DRAFT_ALERT, matter, view.now)


async def grounds_card(alert: Alert, approval: Approval, view: View) -> Message:
    """Render the same card with a button for each of the grounds: one tap approves on those."""
    t, version = view.t, approval.alert_version
    card = await approval_card(alert, approval, view)
    rows = [
        (_approve_button(t.plain("approval-on-grounds", grounds=one.label), alert, one, approval),)
        for one in await all_grounds(view.uow)
    ]
    back = (button(t.plain("approval-grounds-back"), "ungrounds", alert.id, version),)
    return card.with_keyboard(*rows, back)


def _approve_button(label: str, alert: Alert, grounds: Grounds, approval: Approval) -> Button:
    entity = f"{alert.id}.{grounds.key}"
    return button(label, "approve", entity, approval.alert_version, style=Style.SUCCESS)


def grounds_line(approval: Approval, view: View) -> Html:
    """Name the grounds on which the alert may be shared; empty if there are none."""
    return view.t("grounds-line", grounds=approval.grounds) if approval.grounds else Html("")


def waits_line(approval: Approval, view: View) -> Html:
    """Say how long the request waits and whether anybody was reminded, for lists."""
    t, reminded = view.t, approval.reminded_at
    waited = duration(view.now - approval.requested_at, t)
    return lines(
        t("approval-waits", duration=waited),
        t("approval-reminded", moment=moment(reminded, t, view.zone, view.now)) if reminded else "",
    )


async def made_of(alert: Alert, view: View) -> Html:
    """List the numbers of the reports that the alert was made from; empty without any."""
    reports = await view.uow.reports.of_alert(alert.id)
    return lines(*(view.t("report-from", number=one.number) for one in reports))


async def named_words(content: AlertContent, view: View) -> Html:
    """Name the functions that may read the alert although its TLP label alone would not let them."""
    who = [await function_of(one, Action.RECEIVE_COPIES, view) for one in sorted(content.named)]
    return view.t("named-too", tlp=content.tlp, who=", ".join(who)) if who else Html("")


async def _asked(alert: Alert, approval: Approval, view: View) -> tuple[Message, Html]:
    """Return the message that would arrive, and a line on how many people get it."""
    if approval.is_change:
        received = await view.uow.deliveries.received(alert.id)
        what = view.t(f"approval-{approval.revision_kind}", count=received.count)
        return await change_preview(alert, approval, received.nearest_m, view), what
    reach = await view.uow.deliveries.reach(
        target_of(alert.content), await copies_of(view.uow, alert, view.now), now=view.now
    )
    preview = await whole_preview(first_revision(alert), reach.nearest_m, view)
    return preview, lines(view.t("approval-head", count=reach.members), audience_words(alert.content, view.t))


async def settled_card(alert: Alert, approval: Approval, view: View) -> Message:
    """Render the decision, who took it, and whether approval was requested again since."""
    if approval.kind is ApprovalKind.HELD_TIP:
        return await settled_tip(alert, approval, view)
    t, at = view.t, approval.decided_at or approval.requested_at
    by, number = await _by_whom(approval, view), alert.number or ""
    if approval.is_change:
        number = t(f"number-{approval.revision_kind}", number=number)
    text = t(f"settled-{_what_became(approval)}", number=number, by=by, moment=moment(at, t, view.zone))
    latest = await view.uow.alerts.latest_approval(alert.id)
    is_newer = latest is not None and latest.alert_version > approval.alert_version and latest.is_asked
    is_asked_again = is_newer and approval.decision is not Decision.APPROVED
    again = t("settled-again") if is_asked_again else ""
    comment = await comment_line(approval, view)
    return Message(
        paragraphs(lines(text, grounds_line(approval, view), again), comment, alert_line(alert, t, view.zone)),
        is_protected=True,
    )


def line_button(approval: Approval, t: Phrases, label: str = "line-write") -> Button:
    """Make the button that asks for a line to the colleague about a returned draft."""
    return button(t.plain(label), "line", approval.alert_id, approval.alert_version)


async def late_words(approval: Approval, view: View) -> str:
    """Say what was decided and by whom, for somebody who pressed afterwards."""
    return view.t.plain(f"late-{_what_became(approval)}", by=await _by_whom(approval, view))


def _what_became(approval: Approval) -> str:
    """Return the outcome for text ids; a change overtaken by another one has a text of its own."""
    is_overtaken_change = approval.is_change and approval.decision is Decision.OVERTAKEN
    return "change-overtaken" if is_overtaken_change else str(approval.decision)


async def comment_line(approval: Approval | None, view: View) -> Html:
    """Render the comment and its author's function; empty without a comment."""
    if approval is None or approval.decision is None or not approval.comment:
        return Html("")
    who = await _decider(approval, view)
    return view.t("approval-comment", who=who, comment=comment_words(approval.decision, approval.comment, view))


def comment_words(decision: Decision, comment: str, view: View) -> str:
    """Return a ready-made comment in the reader's language, or a typed comment as it is."""
    is_ready = comment in COMMENTS.get(decision, ())
    return view.t.plain(f"comment-{decision}-{comment}") if is_ready else comment


async def function_of(member: MemberId, action: Action, view: View) -> str:
    """Name the function in which this member does the action, never a person's name."""
    return await roles.function_of(view.uow, member, action, view.t)


async def _by_whom(approval: Approval, view: View) -> str:
    if approval.decided_by is not None and approval.decided_by == view.reader:
        return view.t.plain("by-you")
    return view.t.plain("by-colleague", who=await _decider(approval, view))


async def _decider(approval: Approval, view: View) -> str:
    return "" if approval.decided_by is None else await function_of(approval.decided_by, Action.APPROVE_ALERT, view)
