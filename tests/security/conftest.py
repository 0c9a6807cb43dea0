"""Fixtures of the attacks: the same town as in the chat's tests, and its console."""

from tests.bot.conftest import own_logs, town
from tests.console.conftest import browser, chromium, visitor

__all__ = ["browser", "chromium", "own_logs", "town", "visitor"]
