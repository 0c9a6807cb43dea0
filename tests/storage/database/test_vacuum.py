"""Test of PostgreSQL's autovacuum: the queue's tables have settings of their own."""

from collections.abc import Callable
from typing import Any

import pytest

from alerts.ports import Storage


@pytest.fixture
def url(postgres_url: str) -> str:
    """The address of a server, because only a server vacuums by itself."""
    return postgres_url


async def test_the_queue_is_vacuumed_long_before_a_fifth_of_it_is_dead(
    storage: Storage, query: Callable[[str], list[Any]]
) -> None:
    """The migrations set a threshold far below a fifth of the queue's rows, whatever the server's own settings are."""
    [(options,)] = query("SELECT reloptions FROM pg_class WHERE relname = 'deliveries'")
    settings = {name: float(value) for name, _, value in (option.partition("=") for option in options)}
    assert settings["autovacuum_vacuum_scale_factor"] <= 0.05
    assert settings["autovacuum_analyze_scale_factor"] <= 0.05
    assert settings["autovacuum_vacuum_threshold"] <= 10_000
