"""Enter a group's chat: shops of the group are admitted at once, others when a manager admits them."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import NewDelivery, Notice, Operation
from alerts.errors import IllegalTransition
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.group.find_groups import group_for
from alerts.services.group.find_managers import managers_to_ask
from alerts.services.tell import KEPT_TRYING, tell


async def ask_to_enter(
    uow: UnitOfWork, group: KvoGroup, member: Member | None, *, ref: str, asked: int, now: datetime
) -> bool:
    """Handle the join request of `ref`, made at `asked` (seconds since 1970). Return True when they are admitted at
    once, as a verified shop of theirs belongs to the group; else its managers are asked."""
    if member is not None and await uow.kvo_groups.belongs(group.id, member.id):
        await _settle(uow, group, Operation.ADMIT, ref=ref, asked=asked, now=now)
        return True
    notice = Notice("entry-wanted", {"group": group.id, "ref": ref, "asked": asked})
    await tell(uow, await managers_to_ask(uow, group, now), notice, f"entry-wanted:{_key(group.id, ref, asked)}", now)
    return False


async def settle_entry(
    uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, *, ref: str, asked: int, is_admitted: bool, now: datetime
) -> KvoGroup:
    """Admit or decline somebody, as a manager of the group. Raises NotAllowed, and IllegalTransition when it was
    settled before or the group has no chat any more."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    operation = Operation.ADMIT if is_admitted else Operation.DECLINE
    if not group.is_tied or not await _settle(uow, group, operation, ref=ref, asked=asked, now=now):
        raise IllegalTransition("entry")
    action = "group.admitted" if is_admitted else "group.declined"
    await uow.audit.append(AuditEvent(action, "kvo_group", group.id, actor.member.id), now)
    member = await uow.members.by_ref(group.chat.channel, ref) if group.chat else None
    if member is not None and not is_admitted:  # the platform tells those who are admitted
        notice = Notice("entry-refused", {"group": group.id})
        await tell(uow, [member.id], notice, f"entry-refused:{_key(group.id, ref, asked)}", now)
    return group


async def _settle(
    uow: UnitOfWork, group: KvoGroup, operation: Operation, *, ref: str, asked: int, now: datetime
) -> bool:
    """Queue the answer, once for each request; return whether this call was the first."""
    assert group.chat is not None, "there is no door without a chat"
    row = NewDelivery(
        effect_key=f"entry:{_key(group.id, ref, asked)}",
        address_id=group.chat.address_id,
        notice=Notice("entry", {"ref": ref}),
        deadline=now + KEPT_TRYING,
        operation=operation,
    )
    return bool(await uow.deliveries.enqueue([row], now))


def _key(group: KvoGroupId, ref: str, asked: int) -> str:
    return f"{group}:{ref}:{asked}"
