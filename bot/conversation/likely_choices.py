"""Likely choices: the ones of many that a screen shows at first; the others come with the button *Meer*."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

MOST = 8  # buttons on one screen, besides the row that goes back, skips, keeps or stops
MORE, LESS = "more", "less"  # the values of the buttons that show all choices, and the likely ones again

T = TypeVar("T")


def likely_choices(every: Sequence[T], likely: Iterable[T], chosen: Collection[T], room: int) -> list[T]:
    """Return the choices for a screen with so much room: all that were chosen, then the likely ones. They stand in the
    order of `every`, so that no button moves when it is tapped."""
    if len(every) <= room + 1:  # the button for more would take the place of the last one
        return list(every)
    wanted = dict.fromkeys([*(one for one in every if one in chosen), *(one for one in likely if one in every), *every])
    shown = set(list(wanted)[: max(room, len(chosen))])
    return [one for one in every if one in shown]
