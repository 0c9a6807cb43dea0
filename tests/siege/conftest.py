"""Fixtures that run each siege on both databases."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True)
class Database:
    """A database for a siege; `url` is an empty PostgreSQL database, None a file of the story's own."""

    name: str
    url: str | None


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """A database for one story."""
    is_file = request.param == "sqlite"
    return Database(request.param, None if is_file else request.getfixturevalue("postgres_url"))
