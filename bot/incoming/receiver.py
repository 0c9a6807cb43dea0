"""The receiver: handles each update once, in order within a chat, different chats side by side.

One transaction per update (docs/architecture.md, rule 1) commits what the handler changed, its outbox rows, the
dialogue, and the mark that the update is done; the replies are sent after it. An update is handled as it comes in where
that is possible; one that cannot be, or fails, is stored first and taken from its lane.
"""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Any

from telegram import Update

from alerts.clock import Clock
from alerts.errors import Conflict, NotFound, Rejected, Unavailable
from alerts.ports import RawUpdate, Storage, StoredUpdate
from bot.conversation.chat import chat_of
from bot.conversation.replies import Replies, spoken
from bot.incoming.busy_replies import BusyReplies
from bot.incoming.dispatcher import Dispatcher
from bot.incoming.error_boundary import succeeds
from bot.incoming.flood_control import LimitedUpdate
from bot.incoming.strangers import Strangers
from bot.logs import logger
from bot.metrics import Meter
from bot.outgoing.reply_sender import ReplySender

CHATS_AT_ONCE = 16  # transactions; replies are sent afterwards, at each chat's own pace
STRANGERS_AT_ONCE = 2  # transactions of strangers, beside those: few, so that deliveries wait behind few of them
LOADED_AT_ONCE = 1_000  # updates in memory; more of them wait in the database
ATTEMPTS = 3
LOOK_SECONDS = 5.0
RETRY_SECONDS = 1.0  # before an update that met a failing database is tried again
REMIND_SECONDS = 30.0  # how often questions left unasked (after an outage) are looked for

log = logger()


class Receiver:
    """Hands each stored update to its one handler. `others_store`: every process on the database stores updates, as
    behind a webhook, so that while there are others only the database knows which came first."""

    def __init__(
        self,
        *,
        dispatcher: Dispatcher,
        storage: Storage,
        strangers: Strangers,
        reply_sender: ReplySender,
        clock: Clock,
        meter: Meter,
        after_commit: Callable[[], None],
        others_store: bool,
    ) -> None:
        self._dispatcher = dispatcher
        self._storage = storage
        self._strangers = strangers
        self._reply_sender = reply_sender
        self._busy_replies = BusyReplies(dispatcher, storage, reply_sender)
        self._clock = clock
        self._meter = meter
        self._after_commit = after_commit
        self._others_store = others_store
        self._chat_queues: dict[str, deque[StoredUpdate]] = {}
        self._loaded_ids: set[int] = set()
        self._of_strangers: set[int] = set()  # ids of loaded updates of strangers, in private chats
        self._is_behind = True  # the database may hold updates that are not loaded
        self._missed = False
        self._is_shared = False
        self._woken = asyncio.Event()
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._asides: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(CHATS_AT_ONCE)
        self._places_of_strangers = asyncio.Semaphore(STRANGERS_AT_ONCE)
        self._is_ending = True  # until `run`: another process may lead

    async def run(self) -> None:
        """Handle updates until cancelled: those enqueued, those stored before or by other processes; and ask questions
        that were left unasked."""
        self._is_ending = False
        self._loaded_ids.clear()  # what an earlier run left behind is loaded from the database
        self._of_strangers.clear()
        self._is_behind = True
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep_loading())
            tasks.create_task(self._remind())

    def enqueue(self, stored: Sequence[StoredUpdate]) -> None:
        """Enqueue updates that were just stored, in the order of each chat; too many at once are read back from the
        database."""
        if self._is_behind or self._is_shared or len(self._loaded_ids) + len(stored) > LOADED_AT_ONCE:
            self.poll_database()
        else:
            self._line_up(stored)

    async def handle_at_once(self, bot_id: int, raw: RawUpdate) -> bool:
        """Handle an update and mark it as received in one commit; its replies follow, in the order of its lane.

        Return False when it must be stored first: others wait before it, another process leads or stores as well, or it
        failed; a failure counts only once it is taken from its lane.
        """
        if self._is_ending or self._is_behind or self._is_shared or raw.lane in self._chat_queues:
            return False
        is_handled: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._chat_queues[raw.lane] = deque()
        first = partial(succeeds, partial(self._at_once, bot_id, raw, is_handled), raw.update_id)
        task = self._busy[raw.lane] = asyncio.create_task(self._drain(raw.lane, first))
        either: list[asyncio.Future[Any]] = [is_handled, task]  # the task may be cancelled before it begins
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        return is_handled.done() and is_handled.result()

    async def _at_once(self, bot_id: int, raw: RawUpdate, is_handled: asyncio.Future[bool]) -> None:
        began, is_done = monotonic(), False
        try:
            update = Update.de_json(json.loads(raw.body), self._dispatcher.application.bot)
            is_stranger = await self._is_of_stranger(update)  # before the commit, as this may fail
            async with self._storage.transaction() as uow:
                is_new = await uow.updates.store_done(bot_id, raw, self._clock.now())
                replies = await self._dispatcher.dispatch(update, uow) if is_new else []
            is_done = True
        except Exception:
            return
        finally:
            if not is_handled.done():
                is_handled.set_result(is_done)
        if is_new:
            await self._tell(raw, update, replies, began, is_stranger=is_stranger)

    def waiting(self, lane: str) -> int:
        """Return how many updates of this chat are in memory and not handled yet."""
        return len(self._chat_queues.get(lane, ()))

    def strangers_waiting(self) -> int:
        """Return how many updates of strangers in private chats are in memory and not handled yet."""
        return len(self._of_strangers)

    def notify_limited(self, limited: LimitedUpdate) -> None:
        """Tell the sender of this limited update, in the background, that it was too much or that the bot is too
        busy."""
        if not self._is_ending:
            task = asyncio.create_task(self._busy_replies.tell(limited))
            self._asides.add(task)
            task.add_done_callback(self._asides.discard)

    def share(self, *, with_others: bool) -> None:
        """Note at each check whether other processes run; updates stored by a process that is gone by now are loaded
        too."""
        was_shared, self._is_shared = self._is_shared, with_others and self._others_store
        if was_shared or with_others:
            self.poll_database()

    def poll_database(self) -> None:
        """Load updates from the database, which holds some that were not enqueued."""
        self._is_behind = self._missed = True
        self._woken.set()

    async def finish(self) -> None:
        """Wait (5 seconds at most) for the updates being handled right now; those behind them wait for the next
        start."""
        self._is_ending = True
        if self._busy:
            _, late = await asyncio.wait(self._busy.values(), timeout=5)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _keep_loading(self) -> None:
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
        """Load waiting updates in order; return whether there are more, and room in memory for them."""
        self._is_behind, self._missed = True, False  # an update enqueued meanwhile would overtake these
        limit = len(self._loaded_ids) + LOADED_AT_ONCE
        async with self._storage.reading() as uow:
            waiting = await uow.updates.waiting(limit)
            await self._strangers.learn({one.lane for one in waiting if not one.lane.startswith("-")}, uow)
        self._line_up([one for one in waiting if one.id not in self._loaded_ids])
        self._is_behind = self._missed or len(waiting) == limit
        return self._is_behind and len(self._loaded_ids) < LOADED_AT_ONCE // 2

    def _line_up(self, stored: Sequence[StoredUpdate]) -> None:
        if self._is_ending:
            return
        for one in stored:
            self._loaded_ids.add(one.id)
            if self._strangers.is_stranger(one.lane) and not one.lane.startswith("-"):
                self._of_strangers.add(one.id)
            self._chat_queues.setdefault(one.lane, deque()).append(one)
            if one.lane not in self._busy:
                self._busy[one.lane] = asyncio.create_task(self._drain(one.lane))

    async def _drain(self, lane: str, first: Callable[[], Awaitable[bool]] | None = None) -> None:
        """Handle the updates waiting in one chat in order, until none is left or `finish` is called, whatever fails."""
        waiting = self._chat_queues[lane]
        try:
            with self._reply_sender.typing_hint.during(lane, self._strangers.is_stranger):
                if first is not None:
                    await first()
                while waiting and not self._is_ending:
                    if not await succeeds(partial(self.handle, waiting[0]), waiting[0].update_id):
                        await asyncio.sleep(RETRY_SECONDS)
                        continue
                    done = waiting.popleft()
                    self._loaded_ids.discard(done.id)
                    self._of_strangers.discard(done.id)
                    if self._is_behind and len(self._loaded_ids) < LOADED_AT_ONCE // 2:
                        self._woken.set()
        finally:
            del self._chat_queues[lane], self._busy[lane]

    async def handle(self, stored: StoredUpdate) -> None:
        """Handle one update to its end: it has its effect, or is set aside after three failures."""
        began = monotonic()
        update = self._read(stored)
        is_stranger = await self._is_of_stranger(update)
        places = self._places_of_strangers if is_stranger else self._places
        replies: Replies | None = None
        while replies is None:
            async with places:
                replies = await self._attempt(stored, update)
        await self._tell(stored, update, replies, began, is_stranger=is_stranger)

    async def _is_of_stranger(self, update: Update | None) -> bool:
        user = update.effective_user if update is not None else None
        if user is None:
            return False
        await self._strangers.learn([str(user.id)])
        return self._strangers.is_stranger(str(user.id))

    async def _tell(
        self,
        handled: RawUpdate | StoredUpdate,
        update: Update | None,
        replies: Replies,
        began: float,
        *,
        is_stranger: bool,
    ) -> None:
        self._after_commit()
        if update is not None and update.effective_user is not None:
            self._strangers.forget(str(update.effective_user.id))
        self._meter.update_handled()
        log.info("update_handled", update_id=handled.update_id, milliseconds=round((monotonic() - began) * 1000))
        if update is not None and (chat := chat_of(update)) is not None:
            said_in = replace(chat, is_stranger=is_stranger)
            await succeeds(
                partial(self._reply_sender.say, replies, said_in), handled.update_id
            )  # the update has its effect already

    def _read(self, stored: StoredUpdate) -> Update | None:
        try:
            return Update.de_json(json.loads(stored.body), self._dispatcher.application.bot)
        except Exception:  # a kind newer than the library knows
            log.exception("update_not_understood", update_id=stored.update_id)
            return None

    async def _attempt(self, stored: StoredUpdate, update: Update | None) -> Replies | None:
        """Try to handle an update once; return its replies, or None when it failed and is to be tried again."""
        if update is None:
            return await self._count_failure(stored, None)
        try:
            try:
                return await self._perform(stored, update)
            except (Rejected, NotFound, Conflict) as error:
                return await self._refuse(stored, update, error)
        except Unavailable:  # not the update's fault: its lane tries it again
            raise
        except Exception:
            log.exception("update_failed", update_id=stored.update_id)
            return await self._count_failure(stored, update)

    async def _perform(self, stored: StoredUpdate, update: Update) -> Replies:
        async with self._storage.transaction() as uow:
            if not await uow.updates.mark_done(stored.id, self._clock.now()):
                return []
            return await self._dispatcher.dispatch(update, uow)

    async def _refuse(self, stored: StoredUpdate, update: Update, error: Rejected | NotFound | Conflict) -> Replies:
        async with self._storage.transaction() as uow:
            if not await uow.updates.mark_done(stored.id, self._clock.now()):
                return []
            t = await self._dispatcher.refused(update, uow, error)
        log.info("refused", update_id=stored.update_id, reason=type(error).__name__)
        match error:
            case Rejected():
                return spoken(update, t(error.text_id, **error.fields), t.plain(error.text_id, **error.fields))
            case NotFound():
                return spoken(update, t("not-found"), t.plain("not-found"))
            case Conflict():
                return spoken(update, t("conflict"), t.plain("conflict"))

    async def _count_failure(self, stored: StoredUpdate, update: Update | None) -> Replies | None:
        async with self._storage.transaction() as uow:
            if await uow.updates.record_failure(stored.id) < ATTEMPTS:
                return None
            await uow.updates.set_aside(stored.id, self._clock.now())
        log.error("update_set_aside", update_id=stored.update_id)
        return [] if update is None else await self._sorry(stored, update)

    async def _sorry(self, stored: StoredUpdate, update: Update) -> Replies:
        """Build the reply that an update failed; none when its sender cannot be determined. It is set aside all the
        same."""
        try:
            async with self._storage.transaction() as uow:
                t = (await self._dispatcher.request(update, uow)).t
            return spoken(update, t("update-failed"), t.plain("update-failed"))
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
        """Ask the questions that are not known to have been asked, each at the pace of its own chat.

        A chat in which an update is being handled is left alone: its question may be on its way.
        """
        async with self._storage.transaction() as uow:
            due = await self._dispatcher.prompts_due(uow)
            await self._strangers.learn([prompt.key.person_ref for prompt, _ in due], uow)
        asked = [
            self._reply_sender.say(
                [prompt], replace(chat, is_stranger=self._strangers.is_stranger(prompt.key.person_ref))
            )
            for prompt, chat in due
            if chat.ref not in self._busy
        ]
        await asyncio.gather(*asked)
