"""HTTP to Telegram through aiohttp; PTB's own transport slows down as connections grow (DESIGN, Components).

What matters afterwards is whether a request can have had its effect, so errors carry a cause: `NeverSent` when the
connection was not made, anything else when it was.
"""

import json
import os
from dataclasses import dataclass
from typing import Any, Final, cast

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire import ConnectionLost, NotConnected, Wire

os.environ.setdefault("PTB_TIMEDELTA", "true")  # RetryAfter.retry_after as a timedelta, without its deprecation warning

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 20.0
CONNECTIONS: Final = 0  # no limit: the window bounds the outbox, and who pressed a button must not wait behind it


class NeverSent(Exception):
    """The request did not leave this machine."""


@dataclass(frozen=True, slots=True)
class _JsonBody:
    body: bytes


def json_body(body: bytes) -> RequestData:
    """The body of a request as it goes out. PTB's own class, which is final, would take its parameters apart again."""
    return cast("RequestData", _JsonBody(body))


class AiohttpRequest(BaseRequest):
    """PTB's requests over one aiohttp session."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._wires: dict[str, Wire] = {}  # by address

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session; again is harmless."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None
        while self._wires:
            self._wires.popitem()[1].close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer. Raises TelegramError; unlike PTB's own, which logs the answer, message texts and all."""
        try:
            answer: dict[str, Any] = json.loads(payload)
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | _JsonBody | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; returns status and body. Raises TimedOut or NetworkError with a cause."""
        if self._session is None:
            raise RuntimeError("the transport is not open")
        if isinstance(request_data, _JsonBody):
            return await self._post_body(url, request_data.body)
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, READ_SECONDS),
        )
        try:
            async with self._session.request(method, url, timeout=timeout, **_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(type(error).__name__) from NeverSent(type(error).__name__)
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    async def _post_body(self, url: str, body: bytes) -> tuple[int, bytes]:
        wire = self._wires.get(url)
        if wire is None:
            wire = self._wires[url] = Wire(url, connect_seconds=CONNECT_SECONDS, read_seconds=READ_SECONDS)
        try:
            return await wire.post(body)
        except NotConnected as error:
            raise NetworkError(str(error)) from NeverSent(str(error))
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except ConnectionLost as error:
            raise NetworkError(str(error)) from error


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
