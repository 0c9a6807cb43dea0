"""Queue for the services of organisations what the operator chose for them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from alerts.channel import SERVICE, ChannelView
from alerts.ports import UnitOfWork
from alerts.service import Service

LATEST = timedelta(hours=2)  # what was sent longer ago goes to no service any more


async def queue_services(uow: UnitOfWork, services: Sequence[Service], now: datetime) -> None:
    """Queue each text that was sent lately for each service that wants it, once."""
    for alert in await uow.alerts.sent_since(now - LATEST):
        wanting = [one for one in services if one.wants(alert.content)]
        for sent in await uow.alerts.texts_of(alert.id) if wanting else ():
            for service in wanting:
                channel, number = f"{SERVICE}{service.name}", sent.revision.number
                await uow.channels.queue(
                    channel,
                    ChannelView.TEXT,
                    f"{channel}:{alert.id}:{number}",
                    now,
                    deadline=sent.sent_at + LATEST,
                    alert=alert.id,
                    revision_number=number,
                )
