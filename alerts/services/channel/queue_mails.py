"""Queue by mail what did not arrive in the chat, or was not seen there."""

from datetime import datetime

from alerts.ports import UnitOfWork
from alerts.services.channel.add_mail_address import has_mail


async def has_mails_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether anything is due by mail."""
    return await has_mail(uow) and await uow.channels.has_mails_due(now)


async def queue_mails(uow: UnitOfWork, now: datetime) -> None:
    """Queue each mail once; the clock's tick asks again and again."""
    await uow.channels.queue_mails(now)
