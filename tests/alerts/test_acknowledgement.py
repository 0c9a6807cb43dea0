"""Tests of the rings that a sender sees: none so small that it tells of one shop."""

from alerts.acknowledgement import RingProgress, ring_of, without_small
from alerts.dry_run import Ring
from alerts.suppression import FEWEST


def ring(sent: int, seen: int = 0, acted: int = 0, *, of: Ring = Ring.ONE) -> RingProgress:
    """Return the progress of one ring."""
    return RingProgress((of,), sent, seen, acted)


def test_small_rings_are_told_with_their_neighbours() -> None:
    """What is put together is the sum, also where the last ring is the small one; too few in all are not told."""
    near, far, last = ring(1, 1, 1), ring(4, 2, 0, of=Ring.THREE), ring(2, 0, 1, of=Ring.BEYOND)
    assert [RingProgress((Ring.ONE, Ring.THREE, Ring.BEYOND), 7, 3, 2)] == without_small([near, far, last])
    assert [ring(FEWEST)] == without_small([ring(FEWEST)])
    assert [] == without_small([ring(1), ring(1, of=Ring.THREE)])
    assert [ring(5), ring(6, of=Ring.THREE)] == without_small([ring(5), ring(6, of=Ring.THREE)])


def test_a_distance_has_its_ring() -> None:
    """Each bound belongs to the nearer ring; an unknown distance has a ring of its own."""
    found = [ring_of(metres) for metres in (0, 1_000, 1_001, 5_000, 5_001, None)]
    assert [Ring.ONE, Ring.ONE, Ring.THREE, Ring.FIVE, Ring.BEYOND, Ring.NONE] == found
