"""A database beside the storage: what is really in it."""

from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def make_raw_engine(url: str) -> AsyncEngine:
    """An engine of the test's own, to be disposed of."""
    parsed = make_url(url)
    return create_async_engine(parsed.set(drivername=_DRIVERS[parsed.drivername]))
