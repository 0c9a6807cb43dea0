"""Enter a group's chat: shops of the group at once, others when a manager knows them."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import NewDelivery, Notice, Operation
from alerts.errors import IllegalTransition
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.find_groups import group_for
from alerts.services.group_managers import who_is_asked
from alerts.services.tell import KEPT_TRYING, tell


async def ask_to_enter(
    uow: UnitOfWork, group: KvoGroup, member: Member | None, *, ref: str, asked: int, now: datetime
) -> bool:
    """Somebody (`ref`) wants in, since `asked` (seconds since 1970). Whether they come in at once: a verified shop of
    theirs belongs to the group. Else its managers are asked."""
    if member is not None and await uow.kvo_groups.belongs(group.id, member.id):
        await _settle(uow, group, Operation.ADMIT, ref=ref, asked=asked, now=now)
        return True
    notice = Notice("entry-wanted", {"group": group.id, "ref": ref, "asked": asked})
    await tell(uow, await who_is_asked(uow, group, now), notice, f"entry-wanted:{_key(group.id, ref, asked)}", now)
    return False


async def settle_entry(
    uow: UnitOfWork, actor: Actor, group_id: KvoGroupId, *, ref: str, asked: int, is_admitted: bool, now: datetime
) -> KvoGroup:
    """A manager lets somebody in, or does not. Raises NotAllowed; IllegalTransition when it was settled before, or the
    group has no chat any more."""
    group = await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group_id, now=now)
    operation = Operation.ADMIT if is_admitted else Operation.DECLINE
    if not group.is_tied or not await _settle(uow, group, operation, ref=ref, asked=asked, now=now):
        raise IllegalTransition("entry")
    action = "group.admitted" if is_admitted else "group.declined"
    await uow.audit.append(AuditEvent(action, "kvo_group", group.id, actor.member.id), now)
    member = await uow.members.by_ref(group.chat.channel, ref) if group.chat else None
    if member is not None and not is_admitted:  # who comes in hears it from the platform
        notice = Notice("entry-refused", {"group": group.id})
        await tell(uow, [member.id], notice, f"entry-refused:{_key(group.id, ref, asked)}", now)
    return group


async def _settle(
    uow: UnitOfWork, group: KvoGroup, operation: Operation, *, ref: str, asked: int, now: datetime
) -> bool:
    """Once for each request, whoever is first; whether this was."""
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
