"""Mark an alert as seen: a recipient reads it in the console, or anybody in a group's chat that has it presses
Gelezen."""

from datetime import datetime

from alerts.errors import NotFound
from alerts.ids import AlertId, MemberId
from alerts.member import Language
from alerts.ports import UnitOfWork


async def is_unseen(uow: UnitOfWork, alert: AlertId, member: MemberId) -> bool:
    """Whether the alert was sent to this member, who has not seen it yet."""
    return await uow.deliveries.addressed_to(alert, member) and not await uow.alerts.has_seen(alert, member)


async def see_in_chat(
    uow: UnitOfWork, alert: AlertId, now: datetime, *, channel: str, chat_ref: str, person_ref: str, language: Language
) -> bool:
    """Count this person once; return whether that is new. A person not known yet is stored as one who is never written
    to.

    Raises NotFound when the alert was not sent to this chat: the button was forwarded, or made up.
    """
    chat = await uow.deliveries.chat_with(alert, channel, chat_ref)
    if chat is None:
        raise NotFound
    member = await uow.members.by_ref(channel, person_ref)
    if member is None:
        member = await uow.members.add(channel=channel, ref=person_ref, language=language, now=now, is_active=False)
    return await uow.alerts.mark_seen(alert, member.id, now, chat=chat)
