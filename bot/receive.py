"""Updates are handled: once, in order within a chat, different chats side by side.

One transaction per update (DESIGN, rule 1): what the handler changed, its outbox rows, the dialogue, and the mark
that the update is done commit together; what is said to the person comes after. What can be handled as it comes in
is; what cannot, or fails, is stored first and taken from its lane.
"""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from telegram import Update

from alerts.clock import Clock
from alerts.errors import Conflict, NotFound, Rejected, Unavailable
from alerts.ports import RawUpdate, Storage, StoredUpdate
from bot.answers import Answers, chat_of
from bot.logs import logger
from bot.message import Html, Message
from bot.metrics import Meter
from bot.replies import Replies, Say, Toast
from bot.stage import Stage

LANES_AT_ONCE = 16  # transactions; what is said afterwards is in each chat's own time
AT_HAND = 1_000  # updates in memory; more of them wait in the database
ATTEMPTS = 3
LOOK_SECONDS = 5.0
REMIND_SECONDS = 30.0  # longer questions do not stay unasked after an outage

log = logger()


class Receiver:
    """Gives each stored update to its one handler. `others_store`: every process on the database does, as behind a
    webhook, so that while there are others only the database knows what came first.
    """

    def __init__(
        self,
        *,
        stage: Stage,
        storage: Storage,
        answers: Answers,
        clock: Clock,
        meter: Meter,
        after_commit: Callable[[], None],
        others_store: bool,
    ) -> None:
        self._stage = stage
        self._storage = storage
        self._answers = answers
        self._clock = clock
        self._meter = meter
        self._after_commit = after_commit
        self._others_store = others_store
        self._lanes: dict[str, deque[StoredUpdate]] = {}
        self._at_hand: set[int] = set()
        self._is_behind = True  # the database may hold updates that are not at hand
        self._missed = False
        self._is_shared = False
        self._woken = asyncio.Event()
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._asides: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(LANES_AT_ONCE)
        self._is_ending = True  # until it runs: another process may lead

    async def run(self) -> None:
        """Handle until cancelled: what is handed over, what waited before or was stored by others, and what was
        left unasked.
        """
        self._is_ending = False
        self._at_hand.clear()  # what an earlier run left behind waits in the database
        self._is_behind = True
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._look())
            tasks.create_task(self._remind())

    def hand(self, stored: Sequence[StoredUpdate]) -> None:
        """These were stored just now. Too many at once are left to the database."""
        if self._is_behind or self._is_shared or len(self._at_hand) + len(stored) > AT_HAND:
            self.look()
        else:
            self._line_up(stored)

    async def handle_at_once(self, bot_id: int, raw: RawUpdate) -> bool:
        """Handle it with the mark that it came, in one commit; what is said comes after, in its lane's time.

        False when it has to be stored: others wait before it, another process leads or stores as well, or it did not
        go well, which counts only when it is taken from its lane.
        """
        if self._is_ending or self._is_behind or self._is_shared or raw.lane in self._lanes:
            return False
        is_handled: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._lanes[raw.lane] = deque()
        self._busy[raw.lane] = asyncio.create_task(self._drain(raw.lane, self._at_once(bot_id, raw, is_handled)))
        return await is_handled

    async def _at_once(self, bot_id: int, raw: RawUpdate, is_handled: asyncio.Future[bool]) -> None:
        began, is_done = monotonic(), False
        try:
            update = Update.de_json(json.loads(raw.body), self._stage.application.bot)
            async with self._storage.transaction() as uow:
                is_new = await uow.updates.store_done(bot_id, raw, self._clock.now())
                replies = await self._stage.play(update, uow) if is_new else []
            is_done = True
        except Exception:
            return
        finally:
            if not is_handled.done():
                is_handled.set_result(is_done)
        if is_new:
            await self._tell(raw, update, replies, began)

    def waiting(self, lane: str) -> int:
        """How many updates of this chat are at hand, and wait for those before them."""
        return len(self._lanes.get(lane, ()))

    def turn_away(self, update: RawUpdate) -> None:
        """Tell who sent this, once and in passing, that it was too much."""
        if not self._is_ending:
            task = asyncio.create_task(self._turn_away(update))
            self._asides.add(task)
            task.add_done_callback(self._asides.discard)

    async def _turn_away(self, raw: RawUpdate) -> None:
        log.warning("sender_limited", update_id=raw.update_id)
        try:
            update = Update.de_json(json.loads(raw.body), self._stage.application.bot)
            async with self._storage.transaction() as uow:
                t = (await self._stage.scene(update, uow)).t
            if (chat := chat_of(update)) is not None:
                await self._answers.say(_spoken(update, t("limit-updates"), t.plain("limit-updates")), chat)
        except Exception:
            log.exception("limited_not_told", update_id=raw.update_id)

    def share(self, *, with_others: bool) -> None:
        """At each look: whether there are others. What who is gone by now has stored is there too."""
        was_shared, self._is_shared = self._is_shared, with_others and self._others_store
        if was_shared or with_others:
            self.look()

    def look(self) -> None:
        """The database holds updates that were not handed over."""
        self._is_behind = self._missed = True
        self._woken.set()

    async def finish(self) -> None:
        """Wait for the updates that are being handled right now; those behind them wait for the next start."""
        self._is_ending = True
        if self._busy:
            _, late = await asyncio.wait(self._busy.values(), timeout=5)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _look(self) -> None:
        while True:
            try:
                while await self._load():
                    pass
            except Exception:
                log.exception("updates_not_read")
                self._missed = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()

    async def _load(self) -> bool:
        """Whether there is more to load, and room for it."""
        self._is_behind, self._missed = True, False  # what is handed over meanwhile would overtake
        limit = len(self._at_hand) + AT_HAND
        async with self._storage.reading() as uow:
            waiting = await uow.updates.waiting(limit)
        self._line_up([one for one in waiting if one.id not in self._at_hand])
        self._is_behind = self._missed or len(waiting) == limit
        return self._is_behind and len(self._at_hand) < AT_HAND // 2

    def _line_up(self, stored: Sequence[StoredUpdate]) -> None:
        if self._is_ending:
            return
        for one in stored:
            self._at_hand.add(one.id)
            self._lanes.setdefault(one.lane, deque()).append(one)
            if one.lane not in self._busy:
                self._busy[one.lane] = asyncio.create_task(self._drain(one.lane))

    async def _drain(self, lane: str, first: Awaitable[None] | None = None) -> None:
        waiting = self._lanes[lane]
        try:
            if first is not None:
                await first
            while waiting and not self._is_ending:
                try:
                    await self.handle(waiting[0])
                except Exception:  # a database that is locked or full
                    log.exception("lane_failed", update_id=waiting[0].update_id)
                    await asyncio.sleep(1)
                    continue
                self._at_hand.discard(waiting.popleft().id)
                if self._is_behind and len(self._at_hand) < AT_HAND // 2:
                    self._woken.set()
        finally:
            del self._lanes[lane], self._busy[lane]

    async def handle(self, stored: StoredUpdate) -> None:
        """Handle one update to its end: it has its effect, or is set aside after three failures."""
        began = monotonic()
        update = self._read(stored)
        replies: Replies | None = None
        while replies is None:
            async with self._places:
                replies = await self._attempt(stored, update)
        await self._tell(stored, update, replies, began)

    async def _tell(
        self, handled: RawUpdate | StoredUpdate, update: Update | None, replies: Replies, began: float
    ) -> None:
        self._after_commit()
        self._meter.update_handled()
        log.info("update_handled", update_id=handled.update_id, milliseconds=round((monotonic() - began) * 1000))
        if update is not None and (chat := chat_of(update)) is not None:
            await self._answers.say(replies, chat)

    def _read(self, stored: StoredUpdate) -> Update | None:
        try:
            return Update.de_json(json.loads(stored.body), self._stage.application.bot)
        except Exception:  # something newer than the library knows
            log.exception("update_not_understood", update_id=stored.update_id)
            return None

    async def _attempt(self, stored: StoredUpdate, update: Update | None) -> Replies | None:
        """What is said about it; None when it failed and is to be tried again."""
        if update is None:
            return await self._count_failure(stored, None)
        try:
            try:
                return await self._perform(stored, update)
            except (Rejected, NotFound, Conflict) as error:
                return await self._refuse(stored, update, error)
        except Unavailable:  # no fault of the update's: its lane tries it again
            raise
        except Exception:
            log.exception("update_failed", update_id=stored.update_id)
            return await self._count_failure(stored, update)

    async def _perform(self, stored: StoredUpdate, update: Update) -> Replies:
        async with self._storage.transaction() as uow:
            if not await uow.updates.mark_done(stored.id, self._clock.now()):
                return []
            return await self._stage.play(update, uow)

    async def _refuse(self, stored: StoredUpdate, update: Update, error: Rejected | NotFound | Conflict) -> Replies:
        async with self._storage.transaction() as uow:
            if not await uow.updates.mark_done(stored.id, self._clock.now()):
                return []
            t = await self._stage.refused(update, uow, error)
        log.info("refused", update_id=stored.update_id, reason=type(error).__name__)
        match error:
            case Rejected():
                return _spoken(update, t(error.text_id, **error.fields), t.plain(error.text_id, **error.fields))
            case NotFound():
                return _spoken(update, t("not-found"), t.plain("not-found"))
            case Conflict():
                return _spoken(update, t("conflict"), t.plain("conflict"))

    async def _count_failure(self, stored: StoredUpdate, update: Update | None) -> Replies | None:
        async with self._storage.transaction() as uow:
            if await uow.updates.record_failure(stored.id) < ATTEMPTS:
                return None
            await uow.updates.set_aside(stored.id, self._clock.now())
        log.error("update_set_aside", update_id=stored.update_id)
        return [] if update is None else await self._sorry(stored, update)

    async def _sorry(self, stored: StoredUpdate, update: Update) -> Replies:
        """Nothing, where it cannot even be told who sent it: that was set aside all the same."""
        try:
            async with self._storage.transaction() as uow:
                t = (await self._stage.scene(update, uow)).t
            return _spoken(update, t("update-failed"), t.plain("update-failed"))
        except Exception:
            log.exception("failure_not_told", update_id=stored.update_id)
            return []

    async def _remind(self) -> None:
        while True:
            try:
                await self._ask_again()
            except Exception:
                log.exception("not_asked_again")
            await asyncio.sleep(REMIND_SECONDS)

    async def _ask_again(self) -> None:
        """Questions that are not known to have been asked, each in its own chat's time.

        A chat in which an update is being handled is left alone: its question may be on its way.
        """
        async with self._storage.transaction() as uow:
            due = await self._stage.prompts_due(uow)
        await asyncio.gather(*(self._answers.say([prompt], chat) for prompt, chat in due if chat.ref not in self._busy))


def _spoken(update: Update, html: Html, plain: str) -> Replies:
    if update.effective_chat is None or (update.effective_chat.type != "private" and not update.callback_query):
        return []
    if update.callback_query is not None and len(plain) <= 200:
        return [Toast(plain, is_alert=True)]
    return [Say(Message(html))]
