"""Pictures of deliveries: drawn and uploaded once for a notice, and sent again by the platform's reference to them."""

import asyncio
from dataclasses import replace
from weakref import WeakValueDictionary

from alerts.clock import Clock
from alerts.delivery import Claimed, Sent
from alerts.ports import Storage
from bot.conversation.message import Message
from bot.drawing.drawer import Drawer
from bot.drawing.picture import NoticeMap, key_of


class Pictures:
    """Turns the drawing of a message into its picture. What is stored of one is the reference, never the picture."""

    def __init__(self, storage: Storage, drawer: Drawer, clock: Clock) -> None:
        self._storage = storage
        self._drawer = drawer
        self._clock = clock
        self._uploads: WeakValueDictionary[NoticeMap, asyncio.Lock] = WeakValueDictionary()

    def uploading(self, message: Message) -> asyncio.Lock:
        """Return the lock of this picture: who holds it uploads it, others wait for the reference."""
        return self._uploads.setdefault(_drawing(message), asyncio.Lock())

    async def known(self, claimed: Claimed, message: Message) -> Message | None:
        """Return the message with the reference to its picture; None when it was not uploaded yet."""
        if claimed.alert_id is None:
            return None
        async with self._storage.reading() as uow:
            ref = await uow.sent_pictures.get(claimed.alert_id, key_of(_drawing(message)))
        return None if ref is None else replace(message, picture_ref=ref, drawing=None)

    async def drawn(self, message: Message) -> Message:
        """Return the message with its picture. Raises Temporary when it could not be drawn."""
        return replace(message, picture=await self._drawer.png(_drawing(message)), drawing=None)

    async def remember(self, claimed: Claimed, message: Message, sent: Sent) -> None:
        """Store the reference under which the picture arrived."""
        if claimed.alert_id is None or not sent.picture_ref:
            return
        async with self._storage.transaction() as uow:
            key = key_of(_drawing(message))
            await uow.sent_pictures.put(claimed.alert_id, key, sent.picture_ref, self._clock.now())

    async def forget(self, claimed: Claimed, message: Message) -> None:
        """Forget a reference that the platform refused, so that the picture is uploaded again."""
        if claimed.alert_id is not None:
            async with self._storage.transaction() as uow:
                await uow.sent_pictures.remove(claimed.alert_id, key_of(_drawing(message)))


def _drawing(message: Message) -> NoticeMap:
    assert message.drawing is not None, "the message has a drawing"
    return message.drawing
