"""Tests of the in-flight window, which keeps the rate up and bounds the repeats after a kill."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.in_flight_window import MOST, InFlightWindow


@given(st.floats(0.1, 1000), st.floats(0, 30))
def test_it_is_the_rate_times_the_round_trip_and_one_more(rate: float, seconds: float) -> None:
    """The window is the rate times the round trip plus one, up to the number of connections."""
    window = InFlightWindow(rate, round_trip=seconds)
    assert min(MOST, ceil(rate * seconds) + 1) == window.size


def test_at_the_default_rate_a_kill_repeats_four_at_most() -> None:
    """At 28 a second, with answers after a tenth of a second, a kill repeats four messages at most."""
    assert 4 == InFlightWindow(28).size


@given(st.lists(st.floats(0.001, 5), min_size=1, max_size=50))
def test_one_slow_answer_opens_it_and_quick_ones_close_it_again(seconds: list[float]) -> None:
    """One slow answer opens the window and quick ones close it; it is never smaller than the last round trip needs."""
    window = InFlightWindow(20)
    for one in seconds:
        window.settled(one)
        assert one <= window.round_trip <= max(0.1, *seconds)
    for _ in range(500):
        window.settled(0.04)
    assert 2 == window.size
