"""Stop sending mail to an address: by the link in a mail, or because its server refuses it."""

from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import NotFound
from alerts.ids import MemberId
from alerts.mail import WhyInactive
from alerts.ports import UnitOfWork
from alerts.services.tell import tell

VIEW = "mail-stopped"


async def unsubscribe(uow: UnitOfWork, token: str, now: datetime) -> None:
    """Stop the mail to the address with this token in its link; again is harmless. Raises NotFound."""
    found = await uow.mail_addresses.by_token(token)
    if found is None:
        raise NotFound
    await stop_mail(uow, found.member_id, WhyInactive.UNSUBSCRIBED, now)


async def stop_mail(uow: UnitOfWork, member: MemberId, why: WhyInactive, now: datetime) -> None:
    """Stop the mail to the member's address, and tell that in the chat, once."""
    found = await uow.mail_addresses.of_member(member)
    if found is None or found.why_inactive is not None:
        return
    await uow.mail_addresses.stop(member, why)
    await tell(uow, [member], Notice(VIEW, {"why": why.value}), f"mail-stopped:{found.token[:8]}", now)
