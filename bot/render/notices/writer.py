"""The writer: renders a claimed delivery as its recipient reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import AlertContent
from alerts.branch import Branch
from alerts.clock import Clock
from alerts.delivery import REPLACED, Claimed, Notice, ReachedShop
from alerts.ids import RevisionId
from alerts.measure import Measure
from alerts.member import Language
from alerts.ports import UnitOfWork
from alerts.services.acknowledgement.remind_unread import VIEW as UNREAD
from bot.conversation.message import Message
from bot.render.alert import Reader, revision_message
from bot.render.alert_background import background_of
from bot.render.alert_in_chat import group_message
from bot.render.notices.registry import VIEWS, View
from texts.html import Html
from texts.measures import measures_for
from texts.phrases import Phrases
from texts.shops import shops_reached
from texts.times_and_distances import distance, rounded, time_ago

# Placeholders for what differs by recipient and moment; no text contains these private-use characters.
_DISTANCE, _AGO, _MEASURES, _SHOPS = (Html(sign) for sign in "\ue000\ue001\ue002\ue003")
_MINUTE = timedelta(minutes=1)
_KEPT = 64  # prepared texts kept, of the alerts that are being sent

# Notices about an alert that say the same to each of its readers; many thousands of them may go out together.
_ALIKE = frozenset({REPLACED, UNREAD})

_Key = tuple[RevisionId | None, Language, bool]
_Copy = tuple[_Key, int | None, frozenset[Branch], tuple[ReachedShop, ...], bool]  # the last: without sound


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A text that was rendered for all, with its content, and the table of measures of which each reader gets some."""

    message: Message
    content: AlertContent
    measures: tuple[Measure, ...]


class Writer:
    """Renders alerts and notices in the recipient's language. An alert is rendered once per language, and its distance,
    its time and the measures for a branch are filled in once per distance, minute and branches, not per recipient."""

    def __init__(self, texts: Mapping[Language, Phrases], clock: Clock, zone: ZoneInfo, bot: str) -> None:
        self._texts = texts
        self._clock = clock
        self._zone = zone
        self._bot = bot
        self._prepared: dict[_Key, _Prepared] = {}
        self._shared: dict[tuple[Language, bool, str, str | int], dict[bool, Message]] = {}  # by whether it is silent
        self._filled_in: dict[_Copy, Message] = {}
        self._filled_at = datetime.min.replace(tzinfo=UTC)  # the minute in which these were filled in begins here

    async def prepare(self, claimed: Claimed, uow: UnitOfWork) -> None:
        """Render an alert's text for all members who read this language; later copies only fill in the distance. A
        notice that says the same to everybody is rendered once, too."""
        if claimed.notice is not None and claimed.notice.view in _ALIKE:
            await self._prepare_alike(claimed, claimed.notice, uow)
        if claimed.revision_id is None or claimed.kvo_group_id is not None or _key(claimed) in self._prepared:
            return
        revision = await uow.alerts.revision(claimed.revision_id)
        background = await background_of(uow, revision)
        how_far = None if claimed.distance_m is None else _DISTANCE
        reader = Reader(how_far, self._clock.now(), _AGO, measures=_MEASURES, shops=_SHOPS)
        message = revision_message(revision, background, reader, self._texts[claimed.language], self._zone)
        if len(self._prepared) >= _KEPT:
            self._prepared.clear()
            self._filled_in.clear()
        is_protected = message.is_protected or claimed.is_protected
        prepared = replace(message, is_protected=is_protected)
        self._prepared[_key(claimed)] = _Prepared(prepared, revision.content, background.measures)

    async def _prepare_alike(self, claimed: Claimed, notice: Notice, uow: UnitOfWork) -> None:
        if (key := _alike(claimed, notice)) in self._shared:
            return
        if len(self._shared) >= _KEPT:
            self._shared.clear()
        t = self._texts[claimed.language]
        message = await VIEWS[notice.view](View(notice.fields, t, uow, self._clock.now(), self._zone, self._bot))
        protected = replace(message, is_protected=message.is_protected or claimed.is_protected)
        self._shared[key] = {
            silent: replace(protected, is_silent=message.is_silent or silent) for silent in (True, False)
        }

    def prepared(self, claimed: Claimed, *, is_silent: bool) -> Message | None:
        """Return a member's copy of a prepared text; None if the text is not prepared or is no member's alert."""
        if claimed.notice is not None and claimed.notice.view in _ALIKE:
            shared = self._shared.get(_alike(claimed, claimed.notice))
            return None if shared is None else shared[is_silent]
        if claimed.revision_id is None or claimed.kvo_group_id is not None:
            return None
        prepared = self._prepared.get(_key(claimed))
        return None if prepared is None else self._filled(prepared, claimed, is_silent=is_silent)

    async def write(self, claimed: Claimed, uow: UnitOfWork, *, is_silent: bool, reads_text: bool = True) -> Message:
        """Render the message; protection follows the TLP label. A reader who may not read the text gets one line about
        it."""
        t = self._texts[claimed.language]
        if claimed.kvo_group_id is not None and claimed.revision_id is not None:
            revision = await uow.alerts.revision(claimed.revision_id)
            background, now = await background_of(uow, revision), self._clock.now()
            message = group_message(
                revision,
                background,
                now,
                t,
                self._zone,
                bot=self._bot,
                reads_text=reads_text,
                branches=(await uow.kvo_groups.get(claimed.kvo_group_id)).branches,
            )
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

    def _filled(self, prepared: _Prepared, claimed: Claimed, *, is_silent: bool) -> Message:
        """Return one shared object for all recipients of the same branches at the same distance in this minute, so that
        its body is encoded once. Who has several shops reads which of them it is for."""
        now = self._clock.now()
        if not self._filled_at <= now < self._filled_at + _MINUTE:
            self._filled_in.clear()
            self._filled_at = now
        far = claimed.distance_m if prepared.content.region is None else None
        metres = None if far is None else rounded(far)
        key = (_key(claimed), metres, claimed.branches, claimed.shops, is_silent)
        filled = self._filled_in.get(key)
        if filled is None:
            t, text = self._texts[claimed.language], prepared.message.text
            if metres is not None:
                text = Html(text.replace(_DISTANCE, distance(metres, t)))
            content = prepared.content
            if content.occurred_at is not None:
                text = Html(text.replace(_AGO, time_ago(content.occurred_at, now, t)))
            measures = measures_for(content, prepared.measures, claimed.branches, t)
            text = Html(text.replace(_MEASURES, measures) if measures else text.replace(f"\n\n{_MEASURES}", ""))
            shops = shops_reached(claimed.shops, t)
            text = Html(text.replace(_SHOPS, shops) if shops else text.replace(f"\n{_SHOPS}", ""))
            filled = replace(prepared.message, text=text, is_silent=prepared.message.is_silent or is_silent)
            self._filled_in[key] = filled
        return filled


def _alike(claimed: Claimed, notice: Notice) -> tuple[Language, bool, str, str | int]:
    return claimed.language, claimed.is_protected, notice.view, notice.fields["alert"]


def _key(claimed: Claimed) -> _Key:
    return claimed.revision_id, claimed.language, claimed.distance_m is not None
