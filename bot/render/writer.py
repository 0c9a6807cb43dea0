"""The writer: what a claimed delivery looks like to its recipient."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from alerts.clock import Clock
from alerts.delivery import Claimed
from alerts.ids import RevisionId
from alerts.member import Language
from alerts.ports import UnitOfWork
from bot.message import Html, Message
from bot.render.alert import revision_message
from bot.render.group import group_message
from bot.render.place import distance, rounded
from bot.render.views import VIEWS, View
from bot.texts import Phrases

HOLE = Html("\ue000")  # where a recipient's distance is filled in: no text has this private character
_KEPT = 64  # texts prepared, of the alerts that are being sent

_Key = tuple[RevisionId | None, Language, bool]


class Writer:
    """Writes alerts and notices in the recipient's language: an alert once per language, not once per recipient."""

    def __init__(self, texts: Mapping[Language, Phrases], clock: Clock, zone: ZoneInfo, bot: str) -> None:
        self._texts = texts
        self._clock = clock
        self._zone = zone
        self._bot = bot
        self._prepared: dict[_Key, Message] = {}
        self._distances: dict[tuple[Language, int], Html] = {}

    async def prepare(self, claimed: Claimed, uow: UnitOfWork) -> None:
        """Write the text of an alert for all members who read it in this language; the next is only filled in."""
        if claimed.revision_id is None or claimed.kvo_group_id is not None or _key(claimed) in self._prepared:
            return
        revision = await uow.alerts.revision(claimed.revision_id)
        hole = None if claimed.distance_m is None else HOLE
        message = revision_message(revision, hole, self._texts[claimed.language], self._zone)
        if len(self._prepared) >= _KEPT:
            self._prepared.clear()
        is_protected = message.is_protected or claimed.is_protected
        self._prepared[_key(claimed)] = replace(message, is_protected=is_protected)

    def prepared(self, claimed: Claimed, *, is_silent: bool) -> Message | None:
        """A member's copy of a text that was prepared; None of anything else."""
        if claimed.revision_id is None or claimed.kvo_group_id is not None:
            return None
        message = self._prepared.get(_key(claimed))
        return None if message is None else self._filled(message, claimed, is_silent=is_silent)

    async def write(self, claimed: Claimed, uow: UnitOfWork, *, is_silent: bool, reads_text: bool = True) -> Message:
        """The message; protection follows the TLP label. Who may not read the text gets one line about it."""
        t = self._texts[claimed.language]
        if claimed.kvo_group_id is not None and claimed.revision_id is not None:
            revision = await uow.alerts.revision(claimed.revision_id)
            message = group_message(revision, t, self._zone, bot=self._bot, reads_text=reads_text)
        elif claimed.revision_id is not None and not reads_text:
            revision = await uow.alerts.revision(claimed.revision_id)
            message = Message(t("alert-changed-unread", number=revision.alert_number))
        elif claimed.revision_id is not None:
            await self.prepare(claimed, uow)
            return self._filled(self._prepared[_key(claimed)], claimed, is_silent=is_silent)
        else:
            assert claimed.notice is not None, "a delivery carries a revision or a notice"
            now, reader = self._clock.now(), claimed.member_id
            view = View(claimed.notice.fields, t, uow, now, self._zone, self._bot, reader)
            message = await VIEWS[claimed.notice.view](view)
        is_protected = message.is_protected or claimed.is_protected
        return replace(message, is_silent=message.is_silent or is_silent, is_protected=is_protected)

    def _filled(self, message: Message, claimed: Claimed, *, is_silent: bool) -> Message:
        text = message.text
        if claimed.distance_m is not None:
            text = Html(text.replace(HOLE, self._distance(claimed.distance_m, claimed.language)))
        return Message(text, message.keyboard, message.is_protected, message.is_silent or is_silent, message.picture)

    def _distance(self, metres: int, language: Language) -> Html:
        key = (language, rounded(metres))
        phrase = self._distances.get(key)
        if phrase is None:
            phrase = self._distances[key] = distance(metres, self._texts[language])
        return phrase


def _key(claimed: Claimed) -> _Key:
    return claimed.revision_id, claimed.language, claimed.distance_m is not None
