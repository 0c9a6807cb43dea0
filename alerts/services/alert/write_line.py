"""Write a line to the colleague about a returned draft: between who asked for approval and who returned it, by
function, for as long as the draft lives."""

from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, AlertState, Approval, Decision, as_asked
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound, OutOfReach
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.limits.check_quota import check_line_quota
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.tell import tell

LINE_LENGTH = 300
WRITTEN = "alert.line"  # the step in the record, without the words


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Who may write to whom, about which draft. `is_author`: the writer asked for approval; else they returned it."""

    alert: Alert
    reader: MemberId
    is_author: bool


async def find_correspondence(
    uow: UnitOfWork, alert_id: AlertId, version: int, writer: MemberId, now: datetime
) -> Correspondence:
    """Return whom this member may write to about this request. Raises OutOfReach for anybody but the two of them,
    IllegalTransition when the draft went on without it, NotAllowed when either has no such role there any more or
    cannot be reached, and LimitReached."""
    alert = await uow.alerts.get(alert_id)
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None:
        raise NotFound
    author, decider = approval.requested_by, approval.decided_by
    if decider is None or writer not in (author, decider):
        raise OutOfReach("line")
    if not await _is_returned(uow, alert, approval):
        raise IllegalTransition("line")
    matter = alert_matter(as_asked(alert, approval).content)
    for member, action in ((author, Action.DRAFT_ALERT), (decider, Action.APPROVE_ALERT)):
        if not await is_allowed(uow, member, action, matter, now):
            raise NotAllowed("line-role")
    reader = decider if writer == author else author
    if not await able_to_answer(uow, [reader], None):
        raise NotAllowed("line-away")
    await check_line_quota(uow, writer, now)
    return Correspondence(alert, reader, writer == author)


async def write_line(
    uow: UnitOfWork, alert_id: AlertId, version: int, writer: MemberId, text: str, now: datetime
) -> None:
    """Send the text (which has passed the guard) to the other of the two; the record has the step without the words.
    Raises as `find_correspondence`."""
    found = await find_correspondence(uow, alert_id, version, writer, now)
    await _forget(uow, alert_id, writer)
    line = await uow.kept_forms.keep(writer, _name(alert_id), {"text": text}, now)
    await uow.audit.append(AuditEvent(WRITTEN, "alert", alert_id, writer, {"version": version}), now)
    notice = Notice("draft-line", {"alert": alert_id, "version": version, "writer": writer})
    await tell(uow, [found.reader], notice, f"line:{line}", now, alert=alert_id)


async def newest_line(uow: UnitOfWork, alert_id: AlertId, writer: MemberId) -> str | None:
    """Return what this member wrote last about the draft; None once it is forgotten."""
    kept = await uow.kept_forms.of_member(writer, _name(alert_id))
    return str(kept[0].draft["text"]) if kept else None


async def forget_lines(uow: UnitOfWork, alert_id: AlertId) -> None:
    """Erase what was written about the draft last; called when it goes on or is discarded."""
    latest = await uow.alerts.latest_approval(alert_id)
    if latest is not None and latest.decision is Decision.RETURNED:
        for member in (latest.requested_by, latest.decided_by):
            if member is not None:
                await _forget(uow, alert_id, member)


async def _forget(uow: UnitOfWork, alert_id: AlertId, writer: MemberId) -> None:
    for kept in await uow.kept_forms.of_member(writer, _name(alert_id)):
        await uow.kept_forms.forget(kept.id, writer)


async def _is_returned(uow: UnitOfWork, alert: Alert, approval: Approval) -> bool:
    """Whether the request was returned and nothing followed: it was not asked again, sent or discarded."""
    latest = await uow.alerts.latest_approval(alert.id)
    if approval.decision is not Decision.RETURNED or latest is None or latest.id != approval.id:
        return False
    return alert.state is (AlertState.LIVE if approval.is_change else AlertState.DRAFT)


def _name(alert_id: AlertId) -> str:
    """Return the name under which a member's newest line about the draft is kept."""
    return f"line.{alert_id}"
