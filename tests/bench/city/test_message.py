"""Test what messages are worth: who had been warned, how many came, and whom they were about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bench.city.assumptions import ASSUMED
from bench.city.crews import Robbery
from bench.city.looks import Look
from bench.city.message import Message, worth
from tests.bench.city.town import NOON, shop

LOOK = Look("2", frozenset(), None, None)
ROBBERY = Robbery(shop(5), NOON, LOOK, crew=1)
IN_TIME = Message(NOON - timedelta(hours=2), frozenset({5, 6}), crew=1, sources=frozenset({6}))
ASSUMED_YEAR = replace(ASSUMED, shops=10)


@pytest.mark.parametrize(
    ("message", "is_warned"),
    [
        pytest.param(IN_TIME, True, id="two hours before, about that crew"),
        pytest.param(replace(IN_TIME, at=NOON - timedelta(hours=1)), True, id="an hour before"),
        pytest.param(replace(IN_TIME, at=NOON - timedelta(minutes=59)), False, id="less than an hour before"),
        pytest.param(replace(IN_TIME, at=NOON + timedelta(hours=1)), False, id="after it"),
        pytest.param(replace(IN_TIME, at=NOON - timedelta(days=15)), False, id="so long ago that it is forgotten"),
        pytest.param(replace(IN_TIME, readers=frozenset({6})), False, id="to other shops"),
        pytest.param(replace(IN_TIME, crew=2), False, id="about another crew"),
        pytest.param(replace(IN_TIME, crew=None), False, id="about harmless people"),
        pytest.param(replace(IN_TIME, sources=frozenset({5})), False, id="by the shop's own report alone"),
        pytest.param(replace(IN_TIME, sources=frozenset({5, 6})), True, id="by its own report and another"),
    ],
)
def test_a_shop_had_been_warned(message: Message, is_warned: bool) -> None:
    assert float(is_warned) == worth([message], [ROBBERY], ASSUMED_YEAR).warned


def test_messages_are_counted_for_each_shop_and_month() -> None:
    """Ten shops, of which two get twelve messages in a year, have 0.2 a shop and month."""
    found = worth([IN_TIME] * 12, [ROBBERY], ASSUMED_YEAR)

    assert pytest.approx(0.2) == found.per_shop_and_month


def test_the_share_about_a_crew_counts_messages() -> None:
    """Three of four messages are about a crew; without messages there is no share."""
    messages = [IN_TIME, replace(IN_TIME, crew=2), replace(IN_TIME, crew=3), replace(IN_TIME, crew=None)]

    assert 0.75 == worth(messages, [ROBBERY], ASSUMED_YEAR).about_real
    assert worth([], [ROBBERY], ASSUMED_YEAR).about_real is None
