"""Updates in: stored before they are acknowledged, handled once, in order within a chat.

One transaction per update (DESIGN, rule 1): what the handler changed, its outbox rows, the dialogue, and the mark
that the update is done commit together; what is said to the person comes after. Different chats run side by side.
"""

import asyncio
import json
from collections.abc import Callable
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from telegram import Update
from telegram.error import RetryAfter, TelegramError

from alerts.clock import Clock
from alerts.errors import Conflict, NotFound, Rejected
from alerts.ports import RawUpdate, Storage, StoredUpdate
from bot.answers import Answers, chat_of
from bot.logs import logger
from bot.message import Html, Message
from bot.replies import Replies, Say, Toast
from bot.stage import Stage
from bot.transport import AiohttpRequest

POLL_SECONDS = 25
LANES_AT_ONCE = 16
ATTEMPTS = 3
REMIND_SECONDS = 30.0  # longer questions do not stay unasked after an outage
ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
]

log = logger()


class Receiver:
    """Polls, stores, and hands each update to its one handler."""

    def __init__(
        self,
        *,
        stage: Stage,
        transport: AiohttpRequest,
        storage: Storage,
        answers: Answers,
        clock: Clock,
        after_commit: Callable[[], None],
    ) -> None:
        self._stage = stage
        self._bot = stage.application.bot
        self._transport = transport
        self._storage = storage
        self._answers = answers
        self._clock = clock
        self._after_commit = after_commit
        self._arrived = asyncio.Event()
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(LANES_AT_ONCE)
        self.last_poll = monotonic()

    async def run(self) -> None:
        """Poll and handle until cancelled, and ask again what was left unasked."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._poll())
            tasks.create_task(self._dispatch())
            tasks.create_task(self._remind())

    async def finish(self) -> None:
        """Wait for the updates that are being handled right now."""
        if self._busy:
            await asyncio.wait(self._busy.values(), timeout=5)

    async def _poll(self) -> None:
        offset: int | None = None
        while True:
            try:
                raw = await self._get_updates(offset)
                self.last_poll = monotonic()
                if raw:
                    await self._store(raw)
                    offset = max(update["update_id"] for update in raw) + 1  # acknowledged by the next poll
            except RetryAfter as error:
                wait = error.retry_after
                await asyncio.sleep(wait if isinstance(wait, int) else wait.total_seconds())
            except TelegramError as error:
                log.warning("poll_failed", error=type(error).__name__, detail=str(error))
                await asyncio.sleep(1)
            except Exception:  # a database that is locked or full: nothing was acknowledged
                log.exception("updates_not_stored")
                await asyncio.sleep(1)

    async def _get_updates(self, offset: int | None) -> list[dict[str, Any]]:
        query = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            query["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        result = await self._transport.post(url, read_timeout=POLL_SECONDS + 10)
        return result if isinstance(result, list) else []

    async def _store(self, raw: list[dict[str, Any]]) -> None:
        updates = [
            RawUpdate(one["update_id"], _lane(one), json.dumps(one, ensure_ascii=False, separators=(",", ":")))
            for one in raw
        ]
        async with self._storage.transaction() as uow:
            await uow.updates.store(self._bot.id, updates, self._clock.now())
        self._arrived.set()

    async def _dispatch(self) -> None:
        while True:
            self._arrived.clear()
            try:
                async with self._storage.reading() as uow:
                    lanes = await uow.updates.lanes()
            except Exception:
                log.exception("lanes_not_read")
                await asyncio.sleep(1)
                continue
            for lane in lanes:
                if lane not in self._busy:
                    self._busy[lane] = asyncio.create_task(self._drain(lane))
            await self._arrived.wait()

    async def _drain(self, lane: str) -> None:
        try:
            async with self._places:
                while stored := await self._next_in(lane):
                    await self._handle(stored)
        except Exception:
            log.exception("lane_failed")
            await asyncio.sleep(1)
        finally:
            del self._busy[lane]
            self._arrived.set()  # something may have come in between

    async def _next_in(self, lane: str) -> StoredUpdate | None:
        async with self._storage.reading() as uow:
            return await uow.updates.next_in(lane)

    async def _handle(self, stored: StoredUpdate) -> None:
        try:
            update = Update.de_json(json.loads(stored.body), self._bot)
        except Exception:  # something newer than the library knows
            log.exception("update_not_understood", update_id=stored.update_id)
            await self._count_failure(stored, None)
            return
        try:
            replies = await self._perform(stored, update)
        except (Rejected, NotFound, Conflict) as error:
            replies = await self._refuse(stored, update, error)
        except Exception:
            log.exception("update_failed", update_id=stored.update_id)
            replies = await self._count_failure(stored, update)
        self._after_commit()
        chat = chat_of(update)
        if chat is not None:
            await self._answers.say(replies, chat)

    async def _perform(self, stored: StoredUpdate, update: Update) -> Replies:
        async with self._storage.transaction() as uow:
            replies = await self._stage.play(update, uow)
            await uow.updates.mark_done(stored.id, self._clock.now())
        return replies

    async def _refuse(self, stored: StoredUpdate, update: Update, error: Rejected | NotFound | Conflict) -> Replies:
        async with self._storage.transaction() as uow:
            await uow.updates.mark_done(stored.id, self._clock.now())
            t = (await self._stage.scene(update, uow)).t
        log.info("refused", update_id=stored.update_id, reason=type(error).__name__)
        match error:
            case Rejected():
                return _spoken(update, t(error.text_id, **error.fields), t.plain(error.text_id, **error.fields))
            case NotFound():
                return _spoken(update, t("not-found"), t.plain("not-found"))
            case Conflict():
                return _spoken(update, t("conflict"), t.plain("conflict"))

    async def _count_failure(self, stored: StoredUpdate, update: Update | None) -> Replies:
        async with self._storage.transaction() as uow:
            if await uow.updates.record_failure(stored.id) < ATTEMPTS:
                return []
            await uow.updates.set_aside(stored.id, self._clock.now())
            t = (await self._stage.scene(update, uow)).t if update is not None else None
        log.error("update_set_aside", update_id=stored.update_id)
        return _spoken(update, t("update-failed"), t.plain("update-failed")) if update and t else []

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


def _lane(update: dict[str, Any]) -> str:
    """The chat of an update, else its person: what keeps its order."""
    body: dict[str, Any] = next((value for key, value in update.items() if key != "update_id"), {})
    chat = body.get("chat") or body.get("message", {}).get("chat") or body.get("from") or {}
    return str(chat.get("id", 0))
