"""Tests of column types: values are read back as they were stored, and invalid moments are refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from json import dumps, loads
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.role import Function, Role
from alerts.sender import Sender
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage.tables.columns import Content, EnumSet, EnumText, Utc

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def _there_and_back(kind: TypeEngine[Any], value: object) -> tuple[Any, Any]:
    """Return the stored value, and the value that is read back."""
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    column = sa.Column("value", kind)
    table = sa.Table("t", sa.MetaData(), column)
    try:
        with engine.begin() as connection:
            table.create(connection)
            connection.execute(table.insert().values(value=value))
            stored = connection.execute(sa.text("SELECT value FROM t")).scalar_one()
            return stored, connection.execute(sa.select(column)).scalar_one()
    finally:
        engine.dispose()


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    """A moment of another zone is stored as UTC, so that texts sort as the moments do."""
    stored, read = _there_and_back(Utc(), NOON.astimezone(timezone(timedelta(hours=2))))
    assert stored == "2026-07-01 12:00:00.000000"
    assert read == NOON
    assert read.tzinfo is UTC


def test_a_naive_moment_is_refused() -> None:
    """A moment without a zone is refused."""
    with pytest.raises(sa.exc.StatementError, match="without a zone"):
        _there_and_back(Utc(), NOON.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("value", "stored"),
    [(frozenset(), ""), (frozenset({Severity.P4}), "P4"), (frozenset({Severity.P4, Severity.P3}), "P3,P4")],
)
def test_equal_sets_are_equal_texts(value: frozenset[Severity], stored: str) -> None:
    """Equal sets are stored as equal texts, sorted with commas; the empty set is not NULL."""
    assert _there_and_back(EnumSet(Severity), value) == (stored, value)


def test_an_enum_is_stored_as_its_value() -> None:
    """An enum is stored as its value, and a value of no member is refused."""
    assert _there_and_back(EnumText(Severity), Severity.P2) == ("P2", Severity.P2)
    with pytest.raises(sa.exc.StatementError):
        _there_and_back(EnumText(Severity), "P9")


@pytest.mark.parametrize("kind", [Utc(), EnumText(Severity), EnumSet(Severity)])
def test_nothing_stays_nothing(kind: TypeEngine[Any]) -> None:
    """None is stored as NULL."""
    assert _there_and_back(kind, None) == (None, None)


def test_types_of_two_enums_are_not_confused() -> None:
    """Column types of two enums have different cache keys, so that a cached statement of one does not read the
    other."""

    class Other(StrEnum):
        P2 = "P2"

    assert EnumText(Severity)._static_cache_key != EnumText(Other)._static_cache_key


def test_a_notice_keeps_its_sender_and_one_from_before_has_none() -> None:
    """A notice stores its sender; one from before is read without a sender."""
    sender = Sender(Role.CITY_MARSHAL, Function.AFTERCARE_COORDINATOR, place="Capelle aan den IJssel")
    said = AlertContent(
        kind=IncidentKind.ROBBERY,
        what="Let op.",
        place=Place("2903"),
        place_words="Capelle",
        reach_m=5_000,
        branches=frozenset(),
        severity=Severity.P2,
        tlp=Tlp.AMBER,
        until=NOON,
        sender=sender,
    )
    stored, read = _there_and_back(Content(), said)
    assert said == read
    before = loads(stored)
    del before["sender"]
    assert replace(said, sender=None) == Content().process_result_value(dumps(before), sqlite.dialect())
