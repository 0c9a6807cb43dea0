"""Move premises to another postcode, point or branch, which ends their verification."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises, Premises
from alerts.services.shop.announce_change import announce_change
from alerts.services.shop.find_premises import owned_premises


@dataclass(frozen=True, slots=True)
class Moved:
    """The shop after the move, whether anything changed, and whether it lost its verification."""

    premises: Premises
    is_changed: bool
    lost_verification: bool


async def move_premises(
    uow: UnitOfWork, member: Member, premises_id: PremisesId, *, version: int, to: NewPremises, now: datetime
) -> Moved:
    """Change place or branch (name and house number of `to` are ignored; another address drops the number).

    Its people are told, and so are the coordinators who could have vouched for it; links to it work no longer. Raises
    NotAllowed, IllegalTransition.
    """
    before = (await owned_premises(uow, member.id, premises_id, version=version)).premises
    has_moved = before.place != to.place
    if not has_moved and before.branch is to.branch:
        return Moved(before, is_changed=False, lost_verification=False)
    after = await uow.premises.save(
        replace(
            before,
            branch=to.branch,
            pc4=to.pc4,
            pc6=to.pc6,
            point=to.point,
            point_source=to.point_source,
            municipality=to.municipality,
            needs_check=to.needs_check,
            house_number=None if before.pc6 != to.pc6 else before.house_number,
            verified_at=None,
        )
    )
    await uow.audit.append(AuditEvent("premises.moved", "premises", after.id, member.id), now)
    await announce_change(uow, before, after, member.id, now)
    return Moved(after, is_changed=True, lost_verification=before.is_verified)
