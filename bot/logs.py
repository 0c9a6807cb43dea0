"""Logs: lines with ids, and never with texts, postcodes of persons, or the token."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

from alerts.audit import AuditEvent
from alerts.errors import Unavailable

_ONLY_EVENT = structlog.stdlib.ProcessorFormatter.remove_processors_meta
_TOKEN = re.compile(r"(?<!\d)\d{5,}:[\w-]{10,}")
# An address with a login, or what was meant to be one: everything up to its last @, or whatever stands where a port
# should. USER:PASSWORD in our own advice is left.
_LOGIN = re.compile(r"(\b\w+:/{0,2}(?!/|USER:PASSWORD@)[^\s\"'<>@/:]*:)[^\s\"'<>]*@")
_NO_PORT = re.compile(r"(\b\w+://[^\s/:@\[\]\"']+):(?!PASSWORD@|\d{1,5}(?:[^\w-]|$))[^\s/\"'<>]+")

_SHORTEST = 6  # a shorter string is no secret, and would be struck out of ordinary words
_secrets: list[str] = []


def hide(*secrets: str) -> None:
    """Strike these secrets, instead of those given before, out of whatever is printed from now on."""
    _secrets[:] = sorted({one for one in secrets if len(one) >= _SHORTEST}, key=len, reverse=True)


def redacted(text: str) -> str:
    """Return the text with every bot token, and every secret of the settings, struck out."""
    for secret in _secrets:
        text = text.replace(secret, "[secret]")
    text = _TOKEN.sub("[token]", text)
    if "://" not in text:
        return text
    return _NO_PORT.sub(r"\1:[secret]", _LOGIN.sub(r"\1[secret]@", text))


def _redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = redacted(value)
    return event


def _say_briefly(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Log an unreachable database by its reason, without a traceback, as it is no fault of the program."""
    given = event.get("exc_info")
    error = sys.exception() if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, Unavailable):
        del event["exc_info"]
        event["reason"] = str(error)
    return event


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def set_up_logs(log_format: Literal["console", "json"], level: str) -> None:
    """Send structured lines to standard error, those of the libraries too; theirs only from warnings up."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _say_briefly,
        _redact,
    ]
    renderer: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
        if log_format == "json"
        else [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_RedactingFormatter(processors=[_ONLY_EVENT, *renderer], foreign_pre_chain=shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # PTB would print answers, which hold texts
    logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)  # jobs log failures; being cancelled is none
    logging.getLogger("wees_alert").setLevel(level.upper())


def logger() -> structlog.stdlib.BoundLogger:
    """Return the program's logger."""
    log: structlog.stdlib.BoundLogger = structlog.get_logger("wees_alert")
    return log


def log_recorded(event: AuditEvent) -> None:
    """Log one line for an event of the audit record: ids and keys, by which one alert can be followed. An event about
    no single thing (an import, a backup) has the number 0 in the record, and none here."""
    ids = {**event.details, event.entity: event.entity_id} if event.entity_id else dict(event.details)
    if event.actor_id is not None:
        ids["actor"] = event.actor_id
    logger().info(event.action, **ids)
