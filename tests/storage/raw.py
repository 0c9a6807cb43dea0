"""A database connection beside the storage, to read what is really stored."""

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def make_raw_engine(url: str) -> AsyncEngine:
    """Return an engine of the test's own, which the test disposes of."""
    parsed = make_url(url)
    return create_async_engine(parsed.set(drivername=_DRIVERS[parsed.drivername]))
