"""The writer: what a claimed delivery looks like to its recipient."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from alerts.alert import Revision
from alerts.clock import Clock
from alerts.delivery import Claimed
from alerts.member import Language
from alerts.ports import UnitOfWork
from bot.message import Message
from bot.render.alert import revision_message
from bot.render.group import group_message
from bot.render.views import VIEWS, View
from bot.texts import Phrases


class Writer:
    """Writes alerts and notices in the recipient's language."""

    def __init__(self, texts: Mapping[Language, Phrases], clock: Clock, zone: ZoneInfo, bot: str) -> None:
        self._texts = texts
        self._clock = clock
        self._zone = zone
        self._bot = bot

    async def write(self, claimed: Claimed, uow: UnitOfWork, *, is_silent: bool, reads_text: bool = True) -> Message:
        """The message; protection follows the TLP label. A group's chat that may not read the text gets one line."""
        t = self._texts[claimed.language]
        if claimed.revision_id is not None:
            revision = await uow.alerts.revision(claimed.revision_id)
            message = self._alert(claimed, revision, t, reads_text=reads_text)
        else:
            assert claimed.notice is not None, "a delivery carries a revision or a notice"
            now, reader = self._clock.now(), claimed.member_id
            view = View(claimed.notice.fields, t, uow, now, self._zone, self._bot, reader)
            message = await VIEWS[claimed.notice.view](view)
        is_protected = message.is_protected or claimed.is_protected
        return replace(message, is_silent=message.is_silent or is_silent, is_protected=is_protected)

    def _alert(self, claimed: Claimed, revision: Revision, t: Phrases, *, reads_text: bool) -> Message:
        if claimed.kvo_group_id is None:
            return revision_message(revision, claimed.distance_m, t, self._zone)
        return group_message(revision, t, self._zone, bot=self._bot, reads_text=reads_text)
