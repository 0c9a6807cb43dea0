"""The Bot API's methods as the stand-in answers them, with configurable faults and rate limits."""

import asyncio
import json
import math
import random
import time
from collections import Counter, deque
from collections.abc import Awaitable
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic
from typing import Any

from bench.echo import echo
from bench.http1 import Answer, Params

Json = dict[str, Any]

GROUP_SECONDS = 60.0
LONGEST_TEXT = 4096
_TRUE = b'{"ok":true,"result":true}'
_CUT = Answer(0, b"")
_ADMIN = ("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_be_edited")
_ADMIN_MORE = ("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories")


@dataclass(slots=True)
class Knobs:
    """Settings of `POST /set`. Rates are strict: at most so many in any second, for groups in any minute."""

    delay_s: float = 0.0
    rate: int | None = None
    chat_rate: int | None = None
    group_per_minute: int | None = None
    hold_s: float = 0.0  # extra seconds before the answer to an accepted send
    drop: float = 0.0  # share of sends that are accepted and counted, then the connection is cut
    server_errors: float = 0.0  # share of sends that are answered with 500 and not accepted
    blocked: frozenset[int] = frozenset()
    bad: frozenset[int] = frozenset()
    is_silent: bool = False  # getUpdates is never answered
    migrate: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Throttle:
    """A 429 period: from the first send on, a chat (None: every chat) is closed for `retry_after` seconds."""

    chat: int | None
    retry_after: int
    until: float = math.inf


@dataclass(slots=True)
class Window:
    """A sliding window: at most `limit` in any `seconds`."""

    limit: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Return the seconds until there is room; 0 if there is room now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.limit else 0.0


class BotApi:
    """The Bot API of one bot, with a record of its requests. Times are monotonic seconds of this machine."""

    def __init__(self) -> None:
        self.knobs = Knobs()
        self._chance = random.Random(1)
        self._updates: deque[Json] = deque()
        self._update_came = asyncio.Event()
        self.forget()

    def forget(self) -> None:
        """Reset the records and throttles; the knobs stay."""
        self.times: list[tuple[float, int]] = []
        self.refused: list[tuple[float, int, int]] = []
        self.requests: list[Json] = []
        self.served: dict[int, float] = {}
        self.chats: Counter[int] = Counter()
        self.sample: Params = {}
        self.throttled = 0
        self.dropped = 0
        self.polls = 0
        self._throttles: list[Throttle] = []
        self._windows: dict[int | None, Window] = {}
        self.forget_updates()

    def forget_updates(self) -> None:
        """Drop the updates that were not fetched yet."""
        self._updates.clear()

    def set(self, wanted: Json) -> None:
        """Change knobs. Raises TypeError for an unknown one."""
        if throttle := wanted.pop("throttle", None):
            self._throttles.append(Throttle(throttle["chat"], throttle["retry_after"]))
        for name, value in wanted.items():
            match name:
                case "blocked" | "bad":
                    value = frozenset(int(chat) for chat in value)
                case "migrate":
                    value = {int(old): int(new) for old, new in value.items()}
                case _ if name not in Knobs.__slots__:
                    raise TypeError(f"{name}: is no knob")
            setattr(self.knobs, name, value)
        if wanted:
            self._windows.clear()

    def push(self, updates: list[Json]) -> None:
        """Queue updates for getUpdates, in order of their ids."""
        self._updates.extend(updates)
        self._update_came.set()

    def answer(self, method: str, params: Params) -> Answer | Awaitable[Answer]:
        """Answer a call as Telegram does; `method` in lower case."""
        if method == "sendmessage" or (method.startswith("send") and method != "sendchataction"):
            return self._send(method, params)
        if method == "getupdates":
            return self._get_updates(params)
        if method not in ("getme", "getwebhookinfo"):
            self.requests.append({"at": monotonic(), "method": method, "params": params})
        return Answer(200, self._other(method, params), self.knobs.delay_s)

    def _send(self, method: str, params: Params) -> Answer:
        now, knobs = monotonic(), self.knobs
        try:
            chat = int(params.get("chat_id", ""))
        except ValueError:
            return self._refusal(now, 0, 400, "Bad Request: chat not found")
        text = params.get("text", "")
        if method == "sendmessage" and (not text or len(text) > LONGEST_TEXT):
            return self._refusal(now, chat, 400, "Bad Request: message " + ("is too long" if text else "text is empty"))
        refusal = self._fault(chat, now) or self._limit(chat, now)
        if refusal is not None:
            return refusal
        self.times.append((now, chat))
        self.chats[chat] += 1
        if len(str(params.get("text", ""))) > len(str(self.sample.get("text", ""))):
            self.sample = params
        if knobs.drop and self._chance.random() < knobs.drop:
            self.dropped += 1
            return _CUT
        return Answer(200, self._sent(params, chat, text), knobs.delay_s + knobs.hold_s)

    def _sent(self, params: Params, chat: int, text: str) -> bytes:
        markup, is_protected = params.get("reply_markup", ""), str(params.get("protect_content", "")).lower() == "true"
        head = b'{"ok":true,"result":{"message_id":%d,"date":%d,"chat":%b,' % (
            len(self.times),
            int(time.time()),
            b'{"id":%d,"type":"private","first_name":"Winkel","last_name":"Nederland"}' % chat
            if chat > 0
            else b'{"id":%d,"type":"supergroup","title":"Winkeliers"}' % chat,
        )
        return (
            head + echo(text, markup if isinstance(markup, str) else _dumped(markup), is_protected=is_protected) + b"}}"
        )

    def _fault(self, chat: int, now: float) -> Answer | None:
        knobs = self.knobs
        if knobs.server_errors and self._chance.random() < knobs.server_errors:
            return self._refusal(now, chat, 500, "Internal Server Error: restart")
        if chat in knobs.blocked:
            return self._refusal(now, chat, 403, "Forbidden: bot was blocked by the user")
        if chat in knobs.bad:
            return self._refusal(now, chat, 400, "Bad Request: not enough rights to send text messages to the chat")
        if chat in knobs.migrate:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            return self._refusal(now, chat, 400, text, migrate_to_chat_id=knobs.migrate[chat])
        return None

    def _limit(self, chat: int, now: float) -> Answer | None:
        for throttle in [one for one in self._throttles if one.until <= now]:
            self._throttles.remove(throttle)
        for throttle in self._throttles:
            if throttle.chat in (None, chat):
                throttle.until = min(throttle.until, now + throttle.retry_after)
                return self._too_many(chat, now, throttle.until - now)
        windows = self._windows_of(chat)
        if windows:
            wait = max(window.wait(now) for window in windows)
            if wait > 0:
                return self._too_many(chat, now, wait)
            for window in windows:
                window.times.append(now)
        return None

    def _windows_of(self, chat: int) -> list[Window]:
        knobs, windows = self.knobs, []
        if knobs.rate is not None:
            windows.append(self._windows.setdefault(None, Window(knobs.rate, 1.0)))
        if chat < 0 and knobs.group_per_minute is not None:
            windows.append(self._windows.setdefault(chat, Window(knobs.group_per_minute, GROUP_SECONDS)))
        elif chat > 0 and knobs.chat_rate is not None:
            windows.append(self._windows.setdefault(chat, Window(knobs.chat_rate, 1.0)))
        return windows

    def _too_many(self, chat: int, now: float, wait: float) -> Answer:
        self.throttled += 1
        seconds = max(1, math.ceil(wait - 1e-6))
        return self._refusal(now, chat, 429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def _refusal(self, now: float, chat: int, code: int, description: str, **parameters: int) -> Answer:
        self.refused.append((now, chat, code))
        body: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            body["parameters"] = parameters
        return Answer(code, json.dumps(body).encode(), self.knobs.delay_s)

    async def _get_updates(self, params: Params) -> Answer:
        self.polls += 1
        offset, until = int(params.get("offset", 0)), monotonic() + float(params.get("timeout", 0))
        while True:
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
            left = until - monotonic()
            if self._updates or left <= 0:
                break
            self._update_came.clear()
            try:
                async with asyncio.timeout(left):
                    await self._update_came.wait()
            except TimeoutError:
                break
        if self.knobs.is_silent:
            await asyncio.Event().wait()
        now, batch = monotonic(), list(islice(self._updates, int(params.get("limit", 100))))
        for update in batch:
            self.served.setdefault(update["update_id"], now)
        return Answer(200, json.dumps({"ok": True, "result": batch}).encode())

    def _other(self, method: str, params: Params) -> bytes:
        chat = int(params.get("chat_id", 0))
        result: Any
        match method:
            case "getme":
                result = {**_BOT, "can_join_groups": True, "can_read_all_group_messages": False}
            case "getwebhookinfo":
                result = {"url": "", "has_custom_certificate": False, "pending_update_count": len(self._updates)}
            case "getchat":
                result = _chat(chat) | {"accent_color_id": 0, "max_reaction_count": 11, "join_by_request": True}
                result["accepted_gift_types"] = dict.fromkeys(_GIFTS, False)
            case "getchatmember":
                rights = dict.fromkeys((*_ADMIN, *_ADMIN_MORE), True)
                rights |= {"can_delete_stories": True, "is_anonymous": False}
                result = {"status": "administrator", "user": _BOT, **rights}
            case "createchatinvitelink":
                result = {"invite_link": "https://t.me/+standin", "creator": _BOT, "creates_join_request": True}
                result |= {"is_primary": False, "is_revoked": False}
            case "editmessagetext" | "editmessagereplymarkup" | "editmessagecaption":
                result = {"message_id": int(params.get("message_id", 0)), "date": int(time.time())}
                result |= {"chat": _chat(chat), "text": params.get("text", "")}
            case _:
                return _TRUE
        return json.dumps({"ok": True, "result": result}).encode()


_BOT: Json = {"id": 1, "is_bot": True, "first_name": "Stand-in", "username": "standin_bot"}
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def _chat(chat: int) -> Json:
    if chat > 0:
        return {"id": chat, "type": "private", "first_name": "Somebody"}
    return {"id": chat, "type": "supergroup", "title": "A group"}


def _dumped(markup: Json) -> str:
    return json.dumps(markup, separators=(",", ":"))
