"""Tests of the process that draws: its limits, and that it comes back."""

import os
import subprocess
import sys
import time

import pytest

from alerts.errors import Temporary
from bot.drawing.drawer import Drawer
from bot.drawing.picture import NoticeMap

pytestmark = pytest.mark.process

NAMES = (((900, 1_400), "Capelle aan den IJssel"), ((-4_300, 300), "Rotterdam $x^2$"))


def a_map(middle: str) -> NoticeMap:
    """Return a map of a circle with 400 postcodes around it."""
    land = tuple((100 * (one % 20) - 1_000, 500 * (one // 20) - 5_000) for one in range(400))
    rings = (1_000, 3_000, 5_000)
    return NoticeMap("Kaart", middle, 5_750, 2_000, rings, 1, (), land, NAMES, "Gebied", "Ring", "N")


def die_or_hang(picture: NoticeMap) -> bytes:
    """Do what a broken worker does."""
    if picture.middle == "dies":
        os._exit(1)
    if picture.middle == "hangs":
        time.sleep(60)
    return b"drawn"


async def test_the_process_comes_back_when_it_died_or_took_too_long() -> None:
    """The picture fails as something to try again, and the next one is drawn."""
    drawer = Drawer(die_or_hang, limit_seconds=8)
    try:
        for broken in ("dies", "hangs"):
            with pytest.raises(Temporary):
                await drawer.png(a_map(broken))
            assert b"drawn" == await drawer.png(a_map(f"after it {broken}"))
    finally:
        drawer.close()


async def test_a_full_map_is_small_and_the_same_one_is_drawn_once() -> None:
    """Under 80 kB; equal values give the very same bytes."""
    drawer = Drawer()
    try:
        drawn = await drawer.png(a_map("2903"))
        assert drawn.startswith(b"\x89PNG")
        assert len(drawn) < 80_000
        assert drawn is await drawer.png(a_map("2903"))
    finally:
        drawer.close()


def test_the_program_loads_no_matplotlib() -> None:
    """Only the worker does."""
    loads = "import sys, bot.wiring; sys.exit('matplotlib' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", loads], check=False).returncode
