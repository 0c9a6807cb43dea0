"""Column types: aware UTC times, enums and sets of enums as text, the content of an alert as JSON."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator

from alerts.alert import AlertContent

E = TypeVar("E", bound=StrEnum)

# SQLite hands out ids only to a column that is an INTEGER; elsewhere an id has 64 bits.
RowId = BigInteger().with_variant(Integer(), "sqlite")


class Utc(TypeDecorator[datetime]):
    """A moment. Refuses naive values with ValueError; gives back aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware in any zone to UTC."""
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite gives naive UTC back, PostgreSQL aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumText(TypeDecorator[E], Generic[E]):
    """One member of a StrEnum, as its value."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum
        self._members: dict[str | None, E | None] = {member.value: member for member in enum} | {None: None}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """The value; raises ValueError for what is no member."""
        return None if value is None else self.enum(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], E | None]:
        """The member; raises KeyError for what is none. A look-up, as a claim reads hundreds of these."""
        return self._members.__getitem__


class EnumSet(TypeDecorator[frozenset[E]], Generic[E]):
    """A set of members of a StrEnum, as their sorted values with commas between."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: frozenset[E] | None, dialect: Dialect) -> str | None:
        """Sorted, so that equal sets are equal texts."""
        return None if value is None else ",".join(sorted(member.value for member in value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[E] | None:
        """The set; empty for an empty text."""
        if value is None:
            return None
        return frozenset(self.enum(part) for part in value.split(",") if part)


class Content(TypeDecorator[AlertContent]):
    """What an alert says, as JSON."""

    impl = Text
    cache_ok = True
    _adapter = TypeAdapter(AlertContent)

    def process_bind_param(self, value: AlertContent | None, dialect: Dialect) -> str | None:
        """Times inside must be aware, as everywhere."""
        if value is None:
            return None
        for moment in (value.until, value.occurred_at):
            if moment is not None:
                _in_utc(moment)
        return self._adapter.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> AlertContent | None:
        """Checked as it is read."""
        return None if value is None else self._adapter.validate_json(value)


def json() -> JSON:
    """JSON; None is NULL."""
    return JSON(none_as_null=True)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None or value.utcoffset() is None:
        raise ValueError("a time without a zone")
    return value.astimezone(UTC)
