"""The writer: what a claimed delivery looks like to its recipient."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.delivery import Claimed
from alerts.member import Language
from alerts.ports import UnitOfWork
from bot.message import Message
from bot.render.alert import alert_message
from bot.render.views import VIEWS, View
from bot.texts import Phrases


class Writer:
    """Writes alerts and notices in the recipient's language."""

    def __init__(self, texts: Mapping[Language, Phrases], clock: Clock, zone: ZoneInfo) -> None:
        self._texts = texts
        self._clock = clock
        self._zone = zone

    async def write(self, claimed: Claimed, uow: UnitOfWork, *, is_silent: bool) -> Message:
        """The message; protection follows the TLP label of the alert."""
        t = self._texts[claimed.language]
        if claimed.revision_id is not None:
            revision = await uow.alerts.revision(claimed.revision_id)
            message = alert_message(revision, claimed.distance_m, t, self._zone)
        else:
            assert claimed.notice is not None, "a delivery carries a revision or a notice"
            view = View(claimed.notice.fields, t, uow, self._clock.now(), self._zone)
            message = await VIEWS[claimed.notice.view](view)
        return replace(message, is_silent=is_silent, is_protected=message.is_protected or claimed.is_protected)
