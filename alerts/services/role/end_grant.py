"""End a grant with its deputy; what was given by it passes to another who could have given it, or ends.

A dismissal ends at once what only that person could give. Where a holder leaves by choice or on a date, and where a
deputy ceases to be one, it stays for a week, in which others can make it last with a second person.
"""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.approval.ask_approvers import renew_cards_of
from alerts.services.role.check_last_administrator import check_can_end
from alerts.services.role.dismiss_deputy import dismiss_deputy
from alerts.services.role.find_confirmers import others_in_scope
from alerts.services.role.find_granting_role import descends_from, giving_grants, no_later, source_of
from alerts.services.tell import tell

CONFIRM_ANEW = timedelta(days=7)  # ours: as long as a request waits


async def end_grant(uow: UnitOfWork, grant: Grant, by: MemberId | None, now: datetime) -> None:
    """End the grant now."""
    await uow.roles.end_at(grant.id, now)
    await uow.audit.append(AuditEvent("role.ended", "role", grant.id, by), now)
    await close_grant(uow, grant, by, now)


async def close_grant(uow: UnitOfWork, grant: Grant, by: MemberId | None, now: datetime) -> None:
    """Clean up after a grant that ended and tell everybody concerned. `by` is None when its date came."""
    if grant.deputy_id is not None:
        await dismiss_deputy(uow, grant, grant.deputy_id, None, now)
    await uow.invites.revoke_for_deputies(grant.id, now)
    await uow.roles.close(grant.id, now)
    await uow.menus.mark(grant.member_id, now)
    await uow.tasks.doubt(grant.member_id)
    await renew_cards_of(uow, grant.member_id, f"role-{grant.id}", now)
    await tell(uow, [grant.member_id], Notice("role-ended", {"role": grant.id}), f"role-ended:{grant.id}", now)
    is_dismissed = by is not None and by != grant.member_id
    await follow_source(uow, grant, now if is_dismissed else now + CONFIRM_ANEW, by, now)


async def set_end(uow: UnitOfWork, grant: Grant, ends_at: datetime | None, by: MemberId | None, now: datetime) -> None:
    """Set the end date of a grant, or remove it (None), and tell the holder."""
    await uow.roles.end_at(grant.id, ends_at)
    details = {"ends_at": ends_at.isoformat() if ends_at else ""}
    await uow.audit.append(AuditEvent("role.end_set", "role", grant.id, by, details), now)
    notice = Notice("role-will-end" if ends_at else "role-stays", {"role": grant.id})
    key = f"role-end-set:{grant.id}:{details['ends_at']}:{int(now.timestamp())}"
    await tell(uow, [grant.member_id], notice, key, now)


async def follow_source(uow: UnitOfWork, source: Grant, moment: datetime, by: MemberId | None, now: datetime) -> None:
    """Pass on the grants derived from this one: each goes on by another role of its giver or confirmer, as far as that
    lasts; one without ends at `moment`. Who ended the source themselves has a week; the last administrator stays."""
    for grant in await uow.roles.derived_from(source.id):
        if not grant.is_active(now) or (grant.ends_at is not None and grant.ends_at <= moment):
            continue
        heir = await _heir(uow, grant, now)
        if heir is not None and (heir.ends_at is None or heir.ends_at > moment):
            await uow.roles.derive_from(grant.id, heir.id)
            await _end_on(uow, grant, no_later(grant.ends_at, heir), by, now)
        elif await _must_stay(uow, grant, now):
            await uow.roles.derive_from(grant.id, None)
        elif moment > now or grant.member_id == by:
            await _end_on(uow, grant, max(moment, now + CONFIRM_ANEW) if moment <= now else moment, by, now)
            await _tell_others(uow, grant, now)
        else:
            await end_grant(uow, grant, by, now)
            await _tell_others(uow, grant, now)


async def _end_on(uow: UnitOfWork, grant: Grant, ends_at: datetime | None, by: MemberId | None, now: datetime) -> None:
    """Set the end date of this grant and of the grants derived from it."""
    if ends_at is not None and ends_at != grant.ends_at:
        await set_end(uow, grant, ends_at, by, now)
        await follow_source(uow, grant, ends_at, by, now)


async def _heir(uow: UnitOfWork, grant: Grant, now: datetime) -> Grant | None:
    """Return the role by which the giver or confirmer could give this grant now; never one derived from it."""
    givers = [one for one in (grant.granted_by, grant.confirmed_by) if one is not None]
    able = [one for giver in givers for one in await giving_grants(uow, giver, grant.scope, now)]
    return source_of([one for one in able if not await descends_from(uow, one, grant)])


async def _must_stay(uow: UnitOfWork, grant: Grant, now: datetime) -> bool:
    try:
        await check_can_end(uow, grant, now)
    except NotAllowed:
        return True
    return False


async def _tell_others(uow: UnitOfWork, grant: Grant, now: datetime) -> None:
    others = [one for one in await others_in_scope(uow, grant.role, grant.scope, now) if one != grant.member_id]
    key = f"role-unsourced:{grant.id}:{int(now.timestamp())}"
    await tell(uow, others, Notice("role-unsourced", {"role": grant.id}), key, now)
