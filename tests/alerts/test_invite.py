"""Tests of invitation secrets, and of the lock after wrong ones."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from alerts.invite import hashed, locked_until, new_secret

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_secret_has_192_bits_and_only_its_hash_is_kept() -> None:
    """A secret has 32 characters of six bits each, all of which vary, and fits the 64 characters of a deep link; only
    its hash is stored."""
    secrets = [new_secret() for _ in range(200)]
    assert {32} == {len(one) for one in secrets}
    assert 200 == len(set(secrets))
    assert all(len({one[position] for one in secrets}) > 30 for position in range(32))
    assert sha256(secrets[0].encode()).hexdigest() == hashed(secrets[0])


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [
        ([], None),
        ([0, 1, 2, 3], None),
        ([0, 1, 2, 3, 4], 1),
        ([0, 300, 600, 900, 1200], 1),  # slowly, but within a day
        ([0, 1500, 1501, 1502, 1503], None),  # the first was more than a day before the last
        ([0, 1, 2, 3, 4, 70], None),  # the hour has passed, and there are five more
        ([0, 1, 2, 3, 4, 70, 71, 72, 73, 74], 1),
    ],
)
def test_each_five_wrong_ones_within_a_day_lock_for_an_hour(minutes: list[int], hours: int | None) -> None:
    """Every five wrong secrets within a day lock for an hour from the last of them."""
    wrong = [NOON + timedelta(minutes=one) for one in minutes]
    expected = None if hours is None else wrong[-1] + timedelta(hours=hours)
    assert expected == locked_until(wrong)
