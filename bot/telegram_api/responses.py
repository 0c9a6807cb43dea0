"""The envelope of a Bot API answer: `ok`, `result`, `error_code`, `description` and `parameters`.

An answer that is not from a Bot API server, or is malformed, must not be trusted: a firewall's page with status 403
does not mean that somebody blocked the bot.
"""

import json
import math
import os
import socket
import ssl
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from pydantic_core import from_json
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

UNREADABLE = "Invalid server response"
WAIT_SECONDS = 5.0  # after a 429 that does not say for how long
_MOST_SECONDS = 10.0**9  # a timedelta can hold more

Json = dict[str, Any]


class NeverSent(Exception):
    """The request did not leave this machine, or something on the way refused to pass it on."""


def cause_of(error: Exception) -> str:
    """Say why there is no answer, in a few words for an operator; the exception's name where nothing more is known."""
    system = getattr(error, "os_error", error)  # aiohttp's errors carry the system's error
    match system:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({system.verify_message})"
        case socket.gaierror():
            return "no host of that name is known"
        case ssl.SSLError():
            return "it speaks no TLS"
        case TimeoutError():
            return "no answer in time"
        case ConnectionError() if not system.errno:
            return "it cut the connection"
        case OSError() if system.errno:
            return os.strerror(system.errno).lower()
        case _:
            return type(error).__name__


def is_success(code: int) -> bool:
    """Return whether a status says that the request had its effect."""
    return 200 <= code <= 299


def opened(payload: bytes) -> Json:
    """Return the envelope of a success. Raises the refusal that it contains when it is one after all, else
    TelegramError."""
    answer = _read(payload)
    if answer is not None and "result" in answer and answer.get("ok") is not False:
        return answer
    if answer is not None and answer.get("ok") is False and isinstance(code := answer.get("error_code"), int):
        raise refusal(code, payload)
    raise TelegramError(UNREADABLE)


def refusal(code: int, payload: bytes) -> TelegramError:
    """Return the error for a status that is no success. Without an envelope the answer comes from something on the way:
    below 500 that refused the request; from 500 on the request may or may not have had its effect."""
    answer = _read(payload)
    description = None if answer is None else answer.get("description")
    if answer is None or not isinstance(description, str) or not description:
        foreign = NetworkError(f"{UNREADABLE} ({code})")
        foreign.__cause__ = NeverSent(str(code)) if code < HTTPStatus.INTERNAL_SERVER_ERROR else None
        return foreign
    return _special(code, answer.get("parameters")) or _usual(code, description)


def _special(code: int, parameters: object) -> TelegramError | None:
    given = parameters if isinstance(parameters, dict) else {}
    moved_to, seconds = _number(given.get("migrate_to_chat_id")), _number(given.get("retry_after"))
    if isinstance(moved_to, int) and moved_to < 0:  # only a group becomes a supergroup
        return ChatMigrated(moved_to)
    if seconds > 0:
        return RetryAfter(timedelta(seconds=min(seconds, _MOST_SECONDS)))
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryAfter(timedelta(seconds=WAIT_SECONDS))
    return None


def _usual(code: int, description: str) -> TelegramError:
    match code:
        case HTTPStatus.FORBIDDEN:
            return Forbidden(description)
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.NOT_FOUND:
            return InvalidToken(description)
        case HTTPStatus.BAD_REQUEST:
            return BadRequest(description)
        case HTTPStatus.CONFLICT:
            return Conflict(description)
        case _:
            return NetworkError(description)


def _number(value: object) -> float:
    """Return the value when it is a finite number; 0 for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 0
    return value if abs(value) < math.inf else 0


def _read(payload: bytes) -> Json | None:
    try:
        answer = from_json(payload)  # several times as fast as Python's own
    except ValueError:
        try:
            answer = json.loads(payload)  # accepts, for example, a lone surrogate in what somebody typed
        except (ValueError, RecursionError):  # no JSON, or so deep that nobody can read it
            return None
    return answer if isinstance(answer, dict) else None
