"""Fixtures of the attacks: the same town as in the chat's tests."""

from tests.bot.conftest import own_logs, town

__all__ = ["own_logs", "town"]
