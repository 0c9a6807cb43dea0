"""Column types: aware UTC times, enums and sets of enums as text, the content of an alert as JSON."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator

from alerts.alert import AlertContent
from alerts.quiet_hours import QuietHours

E = TypeVar("E", bound=StrEnum)

# SQLite hands out ids only to a column that is an INTEGER; elsewhere an id has 64 bits.
RowId = BigInteger().with_variant(Integer(), "sqlite")

# A text that is only ever compared byte by byte: with the collation of a language PostgreSQL takes longer for that.
Key = String().with_variant(String(collation="C"), "postgresql")
KeyText = Text().with_variant(Text(collation="C"), "postgresql")


class Utc(TypeDecorator[datetime]):
    """A moment in time. A naive value raises ValueError; what is read is aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert an aware time in any zone to UTC."""
        return None if value is None else _in_utc(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Make what is read aware: SQLite gives naive UTC back, PostgreSQL aware. One call for each value, as a claim
        reads hundreds of these."""
        read: Callable[[Any], datetime | None] | None = self.impl_instance.result_processor(dialect, coltype)

        def aware(value: Any) -> datetime | None:
            if value is None:
                return None
            moment = value if read is None else read(value)
            if moment is None:
                return None
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

        return aware


class EnumText(TypeDecorator[E], Generic[E]):
    """A column with one member of a StrEnum, stored as its value."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum
        self._members: dict[str | None, E | None] = {member.value: member for member in enum} | {None: None}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Convert a member to its value. Raises ValueError for what is no member."""
        return None if value is None else self.enum(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], E | None]:
        """Convert a value to its member; raises KeyError for an unknown value. A look-up, as a claim reads hundreds of
        these."""
        return self._members.__getitem__


class EnumSet(TypeDecorator[frozenset[E]], Generic[E]):
    """A column with a set of members of a StrEnum, stored as their sorted values with commas between."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: frozenset[E] | None, dialect: Dialect) -> str | None:
        """Convert a set to its text; sorted, so that equal sets are equal texts."""
        return None if value is None else ",".join(sorted(member.value for member in value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[E] | None:
        """Convert a text to its set; an empty text is the empty set."""
        if value is None:
            return None
        return frozenset(self.enum(part) for part in value.split(",") if part)


class Quiet(TypeDecorator[QuietHours]):
    """A column with the quiet hours of a member, stored as the text that they have of themselves."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: QuietHours | None, dialect: Dialect) -> str | None:
        """Convert quiet hours to their text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> QuietHours | None:
        """Convert a text to quiet hours."""
        return None if value is None else QuietHours.stored(value)


class Content(TypeDecorator[AlertContent]):
    """A column with the content of an alert, stored as JSON."""

    impl = Text
    cache_ok = True
    _adapter = TypeAdapter(AlertContent)

    def process_bind_param(self, value: AlertContent | None, dialect: Dialect) -> str | None:
        """Convert content to JSON. A naive time in it raises ValueError."""
        if value is None:
            return None
        for moment in (value.until, value.occurred_at):
            if moment is not None:
                _in_utc(moment)
        return self._adapter.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> AlertContent | None:
        """Parse and validate content from JSON."""
        return None if value is None else self._adapter.validate_json(value)


def json() -> JSON:
    """A JSON column type; None is stored as NULL."""
    return JSON(none_as_null=True)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None or value.utcoffset() is None:
        raise ValueError("a time without a zone")
    return value.astimezone(UTC)
