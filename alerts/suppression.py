"""Suppression of small cells in a table of counts with totals, so that no published number gives a suppressed one away.

A count below `FEWEST` is suppressed, 0 too: whoever saw that a count is 1 or 2, and not 0, could tell such numbers from
the zeros beside them (primary suppression). As totals are published too, more has to go: nobody who knows all published
numbers may be able to calculate a suppressed one (complementary suppression). Cells and totals are treated alike, so a
total can be suppressed too.

A table with totals is a network: each row and each column, those of the totals too, is a node, and each number an arc
between two of them. A suppressed number can be another one exactly if it lies on a cycle of suppressed numbers along
which one unit can be moved without any of them getting below 0 (D. Gusfield, "A graph theoretic approach to statistical
data security", SIAM Journal on Computing 17, 1988).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 3  # the smallest count that is shown
Cell = tuple[int, int]  # row and column; the last row and the last column are the totals


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table as it may be shown: `numbers[row][column]`, with totals in the last row and the last column. None: not
    shown."""

    numbers: tuple[tuple[int | None, ...], ...]

    @property
    def total(self) -> int | None:
        """The number of all together."""
        return self.numbers[-1][-1]


def is_small(count: int) -> bool:
    """Whether a count may not be shown for itself."""
    return count < FEWEST


def suppress(counts: Sequence[Sequence[int]]) -> PublishedTable:
    """Add totals to the counts, all rows of one length, and suppress what may not be shown."""
    values = _values(counts)
    hidden, last = _hidden(values), max(values)
    rows = range(last[0] + 1)
    columns = range(last[1] + 1)
    return PublishedTable(
        tuple(tuple(None if (row, one) in hidden else values[row, one] for one in columns) for row in rows)
    )


def suppress_list(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Suppress what may not be shown of two or more counts whose total is shown unless it is small itself.

    Small ones go, and then the smallest of the others until those that went are at least two and together not small:
    their sum can be calculated. Of a small total nothing is shown.
    """
    hidden = {place for place, count in enumerate(counts) if is_small(count)}
    for place in sorted(range(len(counts)), key=lambda one: (counts[one], one)):
        if not hidden or (len(hidden) > 1 and not is_small(sum(counts[one] for one in hidden))):
            break
        hidden.add(place)
    return tuple(None if place in hidden else count for place, count in enumerate(counts))


def is_safe_below(counts: Sequence[Sequence[int]], shown: PublishedTable, cell: Cell, most: int) -> bool:
    """Whether of this published table nothing can be calculated by somebody who also knows that the number in this cell
    is at most `most`."""
    values = _values(counts)
    hidden = {(row, column) for row, column in values if shown.numbers[row][column] is None}
    return _given_away(hidden, values, {cell: most}) is None


def _values(counts: Sequence[Sequence[int]]) -> dict[Cell, int]:
    rows = [[*row, sum(row)] for row in counts]
    table = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
    return {(row, column): number for row, line in enumerate(table) for column, number in enumerate(line)}


def _hidden(values: Mapping[Cell, int]) -> set[Cell]:
    """Choose the cells to suppress: the small ones, then others until none is given away, without any that turns out
    not to be needed."""
    small = {cell for cell, value in values.items() if is_small(value)}
    hidden = set(small)
    while (cell := _given_away(hidden, values, {})) is not None:
        hidden.add(_next_to_hide(cell, hidden, values))
    while needless := _needless(hidden, small, values):
        hidden -= needless
    return hidden


def _needless(hidden: set[Cell], small: set[Cell], values: Mapping[Cell, int]) -> set[Cell]:
    """Return cells that can be shown after all, together; those of which the most is lost first."""
    shown: set[Cell] = set()
    for cell in sorted(hidden - small, key=lambda one: _loss(one, values), reverse=True):
        if _given_away(hidden - shown - {cell}, values, {}) is None:
            shown.add(cell)
    return shown


def _next_to_hide(cell: Cell, hidden: Collection[Cell], values: Mapping[Cell, int]) -> Cell:
    """Choose what else to suppress for this cell, in its row or column if there is anything."""
    left = [one for one in values if one not in hidden]
    near = [one for one in left if one[0] == cell[0] or one[1] == cell[1]]
    return min(near or left, key=lambda one: _loss(one, values))


def _loss(cell: Cell, values: Mapping[Cell, int]) -> tuple[int, int, Cell]:
    """Return how much is lost by suppressing a cell: a total is more than a cell, a large number more than a small."""
    last_row, last_column = max(values)
    return (cell[0] == last_row) + (cell[1] == last_column), values[cell], cell


def _given_away(hidden: Collection[Cell], values: Mapping[Cell, int], most: Mapping[Cell, int]) -> Cell | None:
    """Return the first suppressed cell whose number can be calculated from those that are shown; None if there is none.
    `most`: what is known to be the highest possible number of a cell."""
    last = max(values)
    can_rise = {cell for cell in hidden if cell not in most or values[cell] < most[cell]}
    can_fall = {cell for cell in hidden if values[cell] > 0}
    given_away = (cell for cell in sorted(hidden) if not _could_be_another(cell, can_rise, can_fall, last))
    return next(given_away, None)


def _could_be_another(cell: Cell, can_rise: Collection[Cell], can_fall: Collection[Cell], last: Cell) -> bool:
    """Whether a suppressed number could be higher or lower, given which of all of them can rise and fall."""
    begin, end = _arc(cell, last)
    moves: dict[str, set[str]] = {}
    for cells, is_fall in ((can_rise, False), (can_fall, True)):
        for other in cells:
            if other != cell:
                start, target = _arc(other, last)[:: -1 if is_fall else 1]
                moves.setdefault(start, set()).add(target)
    is_higher = cell in can_rise and _is_reached(begin, end, moves)
    return is_higher or (cell in can_fall and _is_reached(end, begin, moves))


def _arc(cell: Cell, last: Cell) -> tuple[str, str]:
    """Return the arc of a number: from its row to its column, and the other way for the total of one row or column."""
    row, column = f"row {cell[0]}", f"column {cell[1]}"
    is_total_of_one = (cell[0] == last[0]) != (cell[1] == last[1])
    return (column, row) if is_total_of_one else (row, column)


def _is_reached(wanted: str, start: str, moves: Mapping[str, Collection[str]]) -> bool:
    reached, looked_at = {start}, [start]
    while looked_at:
        further = set(moves.get(looked_at.pop(), ())) - reached
        reached |= further
        looked_at.extend(further)
    return wanted in reached
