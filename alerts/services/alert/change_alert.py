"""Change an alert that was sent: correct it, add to it, extend it, end it, or retract it, for everybody who got it
(docs/domain.md §3, Lifecycle)."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.alert import (
    WITHOUT_OTHER_EYES,
    Alert,
    AlertContent,
    AlertState,
    Approval,
    ApprovalKind,
    Decision,
    IncidentKind,
    Revision,
    RevisionKind,
    as_asked,
    corrected,
)
from alerts.audit import AuditEvent
from alerts.delivery import Notice, Priority, priority_of
from alerts.errors import IllegalTransition, InvalidText, LabelTooNarrow, NotAllowed, NotFound, Rejected
from alerts.example_text import check_filled
from alerts.ids import AlertId, MemberId, RevisionId
from alerts.ports import UnitOfWork
from alerts.region import check_region
from alerts.role import Action
from alerts.services.alert.find_sender import find_sender
from alerts.services.alert.freeze_drafts import freeze_drafts
from alerts.services.alert.publish_alert import check_not_over
from alerts.services.alert.submit_alert import Submitted
from alerts.services.alert.write_line import forget_lines
from alerts.services.approval.ask_approvers import ask_approvers, settle_approval
from alerts.services.approval.find_approvers import Approvers, find_approvers
from alerts.services.approval.find_grounds import chosen_grounds
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.scope.find_ground import may_somewhere_on
from alerts.services.tally.write_tally import tally_notice
from alerts.services.tell import KEPT_TRYING, tell
from alerts.tlp_rules import check_tlp

TEXTS_A_SECOND = 1_000  # while an update goes out, its edits are not looked at: the texts come first

_BECOMES = {RevisionKind.ALL_CLEAR: AlertState.ENDED, RevisionKind.RETRACTION: AlertState.RETRACTED}


async def correct_alert(
    uow: UnitOfWork,
    alert_id: AlertId,
    revision: int,
    actor: MemberId,
    wanted: AlertContent,
    now: datetime,
    *,
    kind: RevisionKind = RevisionKind.CORRECTION,
    reason: str | None = None,
    grounds: str | None = None,
) -> Submitted:
    """Replace the text of a live alert by a correction or an update: with the approval of others, or alone on duty with
    a reason, as for a first text. What only lets it last longer is an extension, which police of the place send at
    once.

    `revision` is the number of the text that the actor has read. Raises as `submit_alert` does, LabelTooNarrow for
    another label (an edit cannot add protection: docs/architecture.md, rule 8), Rejected when nothing would change, and
    IllegalTransition when another text was sent since.
    """
    alert = await _changeable(uow, alert_id, revision, kind)
    if wanted.tlp is not alert.content.tlp:
        raise LabelTooNarrow("fixed", tlp=alert.content.tlp)
    content = corrected(alert.content, wanted)
    check_filled(content.what)
    check_tlp(content)
    check_region(content)
    if content == alert.content:
        raise Rejected("nothing-changed")
    asked, kind = replace(alert, content=content, author_id=actor), kind_of_change(alert.content, content, kind)
    check_not_over(asked, now)
    if await extends_at_once(uow, alert, actor, kind, now):
        return await _send_alone(uow, asked, kind, kind.value, now)
    approvers = await find_approvers(uow, asked, now)
    if approvers.others:
        return await _ask(uow, asked, kind, approvers, now)
    approvers.check_may_send_alone()
    if not reason:
        raise Rejected("reason-needed")
    return await _send_alone(uow, asked, kind, reason, now, grounds=grounds)


def kind_of_change(said: AlertContent, content: AlertContent, kind: RevisionKind) -> RevisionKind:
    """Return the kind of a change: an extension when the notice only lasts longer, else the kind that was begun. Raises
    InvalidText for an extension that does not."""
    is_longer = content.until > said.until and content == replace(said, until=content.until)
    if kind is RevisionKind.EXTENSION and not is_longer:
        raise InvalidText("extension-earlier")
    return RevisionKind.EXTENSION if is_longer else kind


async def extends_at_once(uow: UnitOfWork, alert: Alert, actor: MemberId, kind: RevisionKind, now: datetime) -> bool:
    """Whether this change goes out without being asked for: an extension by police of the place, who could end the
    notice as well."""
    return kind is RevisionKind.EXTENSION and await may_close(uow, alert, actor, now)


async def close_alert(
    uow: UnitOfWork, alert_id: AlertId, revision: int, actor: MemberId, kind: RevisionKind, now: datetime, *, note: str
) -> Submitted:
    """End or retract an alert with a note (for a retraction: why). Police of the place do so at once, others ask them.

    `revision` is the number of the text that the actor has read. The closing text names the actor's function; none if
    they may not write notices there. Raises NotAllowed when no police can be asked, and IllegalTransition when another
    text was sent since.
    """
    alert = await _changeable(uow, alert_id, revision, kind)
    asked = await as_closed(uow, alert, actor, now, note=note)
    if await closes_at_once(uow, alert, actor, kind, now):
        return await _send_alone(uow, asked, kind, kind.value, now)
    approvers = await find_approvers(uow, asked, now)
    if not approvers.others:
        raise NotAllowed("no-police")
    return await _ask(uow, asked, kind, approvers, now)


async def as_closed(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime, *, note: str) -> Alert:
    """Return the alert with what its closing text says, asked for by this member."""
    sender = await find_sender(uow, actor, alert.content, now)
    until = max(alert.content.until, now + KEPT_TRYING)
    return replace(alert, content=replace(alert.content, what=note, until=until, sender=sender), author_id=actor)


async def closes_at_once(uow: UnitOfWork, alert: Alert, actor: MemberId, kind: RevisionKind, now: datetime) -> bool:
    """Whether what this member says to close the alert goes out without being asked for."""
    return await may_close(uow, alert, actor, now) or await may_pull_back(uow, alert, actor, kind, now)


async def may_close(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime) -> bool:
    """Whether this member can end or retract the alert alone: police of the place; for a tip also who may send tips."""
    is_tip = alert.content.kind is IncidentKind.PREVENTION
    actions = (Action.APPROVE_ALERT, Action.SEND_PREVENTION) if is_tip else (Action.APPROVE_ALERT,)
    matter = alert_matter(alert.content)
    return any([await is_allowed(uow, actor, action, matter, now) for action in actions])


async def may_pull_back(uow: UnitOfWork, alert: Alert, actor: MemberId, kind: RevisionKind, now: datetime) -> bool:
    """Whether police may retract for everybody an alert from outside their scope: when it reaches a place of theirs,
    and its first or newest text went out without other eyes."""
    if kind is not RevisionKind.RETRACTION or alert.sent_at is None:
        return False
    approved = [await uow.alerts.first_approved(alert.id), await uow.alerts.latest_approved(alert.id)]
    is_alone = any(one is not None and one.kind in WITHOUT_OTHER_EYES for one in approved)
    return is_alone and await may_somewhere_on(uow, actor, Action.APPROVE_ALERT, alert.content, now)


async def send_change(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> tuple[Alert, int]:
    """Queue an approved change for everybody who got an earlier text; return the alert and how many recipients that
    are."""
    kind, asked = approval.revision_kind, as_asked(alert, approval)
    decided_by = approval.check_lets_out(alert.content)
    alert.check_can_be_changed(kind)
    saved = await uow.alerts.save(_afterwards(alert, asked, kind, now))
    await tally_notice(uow, saved, kind)
    if kind is RevisionKind.RETRACTION:
        await freeze_drafts(uow, saved, decided_by, now)
    said = replace(saved, content=asked.content)
    revision = await uow.alerts.add_revision(said, kind, approval.id, decided_by, now)
    recipients = await _fan_out(uow, revision, now)
    details = {
        "version": approval.alert_version,
        "approval": approval.kind.value,
        "revision": revision.number,
        "recipients": recipients,
    }
    await uow.audit.append(AuditEvent(f"alert.{kind}", "alert", alert.id, decided_by, details), now)
    concerned = [one for one in (alert.author_id, approval.requested_by) if one != decided_by]
    notice = Notice("alert-changed", {"alert": alert.id, "version": approval.alert_version})
    await tell(uow, concerned, notice, f"changed:{alert.id}:{revision.number}", now, alert=alert.id)
    return saved, recipients


async def drop_open_request(uow: UnitOfWork, alert_id: AlertId, now: datetime, *, by: MemberId | None = None) -> None:
    """Settle an undecided request for a change as overtaken by what happened to the alert; tell who asked, unless that
    is `by`."""
    latest = await uow.alerts.latest_approval(alert_id)
    if latest is None or not latest.is_change or latest.decision is not None:
        return
    await settle_approval(uow, latest, Decision.OVERTAKEN, now)
    if latest.requested_by != by:
        notice = Notice("change-overtaken", {"alert": alert_id, "version": latest.alert_version})
        key = f"overtaken:{alert_id}:{latest.alert_version}"
        await tell(uow, [latest.requested_by], notice, key, now, alert=alert_id)


async def newest_number(uow: UnitOfWork, alert_id: AlertId) -> int:
    """Return the number of the newest text that was sent; 0 for none."""
    latest = await uow.alerts.latest_revision(alert_id)
    return 0 if latest is None else latest.number


async def next_revision(uow: UnitOfWork, alert: Alert, kind: RevisionKind) -> Revision:
    """Make the revision that would follow, with the alert's content. Raises NotFound if nothing was sent yet."""
    latest = await uow.alerts.latest_revision(alert.id)
    if latest is None:
        raise NotFound
    return Revision(RevisionId(0), alert.id, latest.number + 1, kind, alert.number or "", alert.content)


async def _changeable(uow: UnitOfWork, alert_id: AlertId, revision: int, kind: RevisionKind) -> Alert:
    alert = await uow.alerts.get(alert_id)
    alert.check_can_be_changed(kind)
    if await newest_number(uow, alert_id) != revision:
        raise IllegalTransition("alert-changed")
    return alert


async def _request(
    uow: UnitOfWork, asked: Alert, kind: RevisionKind, ground: ApprovalKind, now: datetime, *, reason: str | None
) -> Approval:
    """Store a request for a change. The alert keeps its content, only its version rises: a request is for one
    version."""
    await drop_open_request(uow, asked.id, now, by=asked.author_id)
    await forget_lines(uow, asked.id)
    saved = await uow.alerts.save(await uow.alerts.get(asked.id))
    return await uow.alerts.request_approval(
        saved, ground, asked.author_id, reason, now, revision_kind=kind, content=asked.content
    )


async def _ask(uow: UnitOfWork, asked: Alert, kind: RevisionKind, approvers: Approvers, now: datetime) -> Submitted:
    approval = await _request(uow, asked, kind, ApprovalKind.FOUR_EYES, now, reason=None)
    details = {"version": approval.alert_version, "kind": kind.value}
    await uow.audit.append(AuditEvent("alert.change_asked", "alert", asked.id, asked.author_id, details), now)
    await ask_approvers(uow, asked, approval, approvers.others, now)
    waits = await uow.alerts.get(asked.id)
    return Submitted(waits, approvers=len(approvers.others), recipients=0, silent=approvers.silent)


async def _send_alone(
    uow: UnitOfWork, asked: Alert, kind: RevisionKind, reason: str, now: datetime, *, grounds: str | None = None
) -> Submitted:
    approval = await _request(uow, asked, kind, _kind_alone(asked, kind), now, reason=reason)
    chosen = None if approval.kind is ApprovalKind.PREVENTION else await chosen_grounds(uow, asked.id, grounds)
    decided = await settle_approval(uow, approval, Decision.APPROVED, now, by=asked.author_id, grounds=chosen)
    details: dict[str, str | int] = {"version": approval.alert_version, "kind": kind.value}
    details |= {"grounds": chosen.key} if chosen else {}
    await uow.audit.append(AuditEvent("alert.changed_alone", "alert", asked.id, asked.author_id, details), now)
    changed, recipients = await send_change(uow, await uow.alerts.get(asked.id), decided, now)
    return Submitted(changed, approvers=0, recipients=recipients)


def _kind_alone(asked: Alert, kind: RevisionKind) -> ApprovalKind:
    if asked.content.kind is IncidentKind.PREVENTION:
        return ApprovalKind.PREVENTION
    is_told = kind in (RevisionKind.CORRECTION, RevisionKind.UPDATE)
    return ApprovalKind.SOLE_ON_DUTY if is_told else ApprovalKind.CLOSING


def _afterwards(alert: Alert, asked: Alert, kind: RevisionKind, now: datetime) -> Alert:
    if kind.replaces:
        return replace(alert, content=asked.content)
    return replace(alert, state=_BECOMES[kind], ended_at=now)


async def _fan_out(uow: UnitOfWork, revision: Revision, now: datetime) -> int:
    """Queue the change for its recipients. A retraction goes before everything else, and the messages that it retracts
    are removed after it; those that a whole text replaces are edited after it to say so."""
    is_retraction = revision.kind is RevisionKind.RETRACTION
    is_urgent = is_retraction and not revision.content.is_drill
    priority = Priority.P1 if is_urgent else priority_of(revision.content)
    until = revision.content.until
    deadline = until if revision.kind.replaces else max(until, now + KEPT_TRYING)
    recipients = await uow.deliveries.fan_out_change(revision, priority=priority, deadline=deadline, now=now)
    if is_retraction:
        stub = Notice("alert-removed", {"alert": revision.alert_id})
        await uow.deliveries.remove_earlier(revision, stub, deadline=deadline, now=now)
    if revision.kind.replaces:
        due_at = now + timedelta(seconds=recipients // TEXTS_A_SECOND)
        await uow.deliveries.mark_earlier(revision, due_at=due_at, deadline=deadline, now=now)
    return recipients
