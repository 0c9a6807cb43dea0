"""HTTP to Telegram: text messages over connections of their own (`bot/telegram_api/http_pool.py`), everything else
through aiohttp, as the library's own transport slows down as connections grow.

What matters afterwards is whether a request can have had its effect, so errors carry a cause: `NeverSent` when the
connection was not made, anything else when it was.
"""

import os
from typing import Any, Final

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram_api.http_pool import ConnectionLost, KeepAlivePool, NotConnected
from bot.telegram_api.responses import NeverSent as NeverSent
from bot.telegram_api.responses import cause_of, is_success, opened, refusal
from bot.telegram_api.server_time import HeardTime

os.environ.setdefault("PTB_TIMEDELTA", "true")  # RetryAfter.retry_after as a timedelta, without its deprecation warning

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 20.0
MOST_BYTES: Final = 32 << 20  # of an answer; a hundred updates have a few megabytes
CONNECTIONS: Final = 0  # no limit: the window bounds the outbox, and answers must not wait behind it


class AiohttpRequest(BaseRequest):
    """PTB's transport, over one aiohttp session."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self.time = HeardTime()  # the time by Telegram's answers
        self._pools: dict[str, KeepAlivePool] = {}  # by address

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session; calling it again is harmless."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))

    async def shutdown(self) -> None:
        """Close the session and the pools."""
        if self._session is not None:
            await self._session.close()
            self._session = None
        while self._pools:
            self._pools.popitem()[1].close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse the answer to a request that succeeded. Raises TelegramError; unlike PTB's own, which logs the answer,
        message texts and all."""
        return opened(payload)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; return status and body of a success. Raises the error that any other answer means; without
        an answer TimedOut or NetworkError, with a cause."""
        if self._session is None:
            raise RuntimeError("the transport is not open")
        code, payload = await self._request(url, method, request_data, read_timeout, connect_timeout)
        if not is_success(code):
            raise refusal(code, payload)
        return code, payload

    async def post_json(self, url: str, body: bytes) -> object:
        """Make one request whose body is ready, past PTB's parameters; return the result. Raises as `do_request`
        does."""
        code, payload = await self._post_body(url, body)
        if not is_success(code):
            raise refusal(code, payload)
        return opened(payload)["result"]

    async def _request(
        self, url: str, method: str, data: RequestData | None, read_timeout: object, connect_timeout: object
    ) -> tuple[int, bytes]:
        assert self._session is not None, "it is open"
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, READ_SECONDS),
        )
        try:
            asked = self._session.request(method, url, timeout=timeout, allow_redirects=False, **_body(data))
            async with asked as response:
                self.time.hear(response.headers.get("Date"))
                return response.status, await _bounded(response.content)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(cause_of(error)) from NeverSent(cause_of(error))
        except TimeoutError as error:
            raise TimedOut(cause_of(error)) from error
        except aiohttp.ClientError as error:
            raise NetworkError(cause_of(error)) from error

    async def _post_body(self, url: str, body: bytes) -> tuple[int, bytes]:
        pool = self._pools.get(url)
        if pool is None:
            pool = self._pools[url] = KeepAlivePool(url, connect_seconds=CONNECT_SECONDS, read_seconds=READ_SECONDS)
        try:
            return await pool.post(body)
        except NotConnected as error:
            raise NetworkError(str(error)) from NeverSent(str(error))
        except TimeoutError as error:
            raise TimedOut(cause_of(error)) from error
        except ConnectionLost as error:
            raise NetworkError(str(error)) from error


async def _bounded(content: aiohttp.StreamReader) -> bytes:
    """Read the body of an answer. Raises NetworkError when it is longer than any answer of Telegram."""
    body = bytearray()
    async for part in content.iter_any():
        body += part
        if len(body) > MOST_BYTES:
            raise NetworkError("the answer is too long")
    return bytes(body)


def _seconds(given: object, default: float) -> float | None:
    if given is None or isinstance(given, int | float):
        return given
    return default


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": data.json_parameters}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, part in data.multipart_data.items():
        file_name, content, mime = part
        form.add_field(name, content, filename=file_name, content_type=mime)
    return {"data": form}
