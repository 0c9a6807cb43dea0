"""Tests that nobody can calculate a suppressed number from those that are shown.

The attacker here knows every number that is shown, that rows and columns add up to their totals, and that no number is
below 0. They try numbers: it is written without what the suppression itself goes by.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import add

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alerts.suppression import FEWEST, PublishedTable, is_safe_below, is_small, suppress

pytestmark = pytest.mark.sweep

Counts = list[list[int]]
Row = tuple[int | None, ...]
Shown = tuple[Row, ...]
Table = tuple[tuple[int, ...], ...]


def _tables(most_rows: int, most_columns: int, most: int) -> st.SearchStrategy[Counts]:
    """Tables of counts, of which many are small, as in a town."""
    count = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, most))
    shapes = st.tuples(st.integers(1, most_rows), st.integers(1, most_columns))
    return shapes.flatmap(
        lambda shape: st.lists(
            st.lists(count, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    )


def _with_totals(counts: Counts) -> Table:
    rows = [(*row, sum(row)) for row in counts]
    return (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))


# The attacker.


def _fits(told: int | None, number: int) -> bool:
    """Whether a number can be what is shown in its place."""
    return told is None or number == told


def _rows(shown: Row, true: tuple[int, ...], most: int) -> list[tuple[int, ...]]:
    """Every row of numbers with its total that fits what is shown of it, with no cell over `most`; those that are like
    the true one first, so that another table is soon found."""
    *cells, total = shown
    choices = [range(most + 1) if cell is None else [cell] for cell in cells]
    found = [(*numbers, sum(numbers)) for numbers in product(*choices) if _fits(total, sum(numbers))]
    return sorted(found, key=lambda one: sum(abs(a - b) for a, b in zip(one[:-1], true[:-1], strict=True)))


@dataclass(frozen=True)
class Totals:
    """What is known of the totals of the columns: what is shown, one that cannot be a certain number, and how high each
    can be at most."""

    shown: Row
    other_than: tuple[int, int] | None
    most: Mapping[int, int]

    def can_grow_from(self, sums: tuple[int, ...]) -> bool:
        """Whether these sums of some rows are not too high."""
        limits = [self.most.get(column, told) if told is None else told for column, told in enumerate(self.shown)]
        return all(most is None or number <= most for most, number in zip(limits, sums, strict=True))

    def can_be(self, sums: tuple[int, ...]) -> bool:
        """Whether these can be the sums of all rows."""
        is_another = self.other_than is None or sums[self.other_than[0]] != self.other_than[1]
        return is_another and all(map(_fits, self.shown, sums))


def _is_possible(choices: Sequence[Sequence[tuple[int, ...]]], totals: Totals, sums: tuple[int, ...]) -> bool:
    """Whether rows can be chosen, one of each, whose sums fit what is known of the totals."""
    if not totals.can_grow_from(sums):
        return False
    if not choices:
        return totals.can_be(sums)
    first, *rest = choices
    return any(_is_possible(rest, totals, tuple(map(add, sums, row))) for row in first)


def _calculated(shown: Shown, true: Table, known: Mapping[int, int] | None = None) -> set[tuple[int, int]]:
    """The places of all suppressed numbers that the attacker can calculate, because no other number fits what is shown.

    `known`: how high the totals of some columns can be at most.
    """
    most = max(max(row[:-1]) for row in true) + 2
    *rows, totals = shown
    choices = [_rows(row, true[place], most) for place, row in enumerate(rows)]
    nothing = (0,) * len(totals)
    found = set()
    for row, column in product(range(len(shown)), range(len(totals))):
        number = true[row][column]
        if shown[row][column] is not None:
            continue
        if row == len(rows):
            is_open = _is_possible(choices, Totals(totals, (column, number), known or {}), nothing)
        else:
            others = [one for one in choices[row] if one[column] != number]
            instead = [*choices[:row], others, *choices[row + 1 :]]
            is_open = _is_possible(instead, Totals(totals, None, known or {}), nothing)
        if not is_open:
            found.add((row, column))
    return found


@pytest.mark.parametrize(
    ("counts", "hidden", "calculated"),
    [
        ([[4, 2], [5, 5]], {(0, 1)}, {(0, 1)}),  # from the total of its row
        ([[4, 2], [5, 5]], {(0, 1), (0, 2)}, {(0, 1), (0, 2)}),  # from those of the columns
        ([[0, 0], [3, 6]], {(0, 0), (0, 1)}, {(0, 0), (0, 1)}),  # nothing is left for either
        ([[0, 0], [3, 6]], {(0, 0), (0, 1), (0, 2)}, {(0, 0), (0, 1), (0, 2)}),  # from the totals of the columns
        ([[1, 1], [3, 6]], {(0, 0), (0, 1), (1, 0), (1, 1)}, set()),
        ([[2]], {(0, 0), (0, 1), (1, 0), (1, 1)}, set()),
        ([[2, 0], [0, 7]], {(0, 0), (0, 2), (2, 0)}, {(0, 0), (0, 2), (2, 0)}),  # from that of all
    ],
)
def test_the_attacker_finds_what_is_given_away(
    counts: Counts, hidden: set[tuple[int, int]], calculated: set[tuple[int, int]]
) -> None:
    """The attacker calculates what can be calculated, and nothing from a table that leaves a choice."""
    true = _with_totals(counts)
    assert calculated == _calculated(_without(true, hidden), true)


def _without(table: Table, hidden: Collection[tuple[int, int]]) -> Shown:
    return tuple(
        tuple(None if (row, column) in hidden else number for column, number in enumerate(line))
        for row, line in enumerate(table)
    )


# What is suppressed.


@settings(max_examples=400, deadline=None)
@given(_tables(3, 3, 6))
@example([[1]])
@example([[6, 0], [0, 0]])
@example([[6, 4, 0], [0, 0, 0]])
@example([[2, 0], [0, 0]])
@example([[1, 1], [4, 5]])
@example([[1, 1], [1, 1]])
@example([[5, 1, 4], [5, 5, 5]])
@example([[2, 2, 2], [2, 2, 2]])
@example([[0, 3, 2], [4, 0, 3], [1, 3, 0]])
def test_no_suppressed_number_can_be_calculated(counts: Counts) -> None:
    """Of no suppressed cell or total is there only one number that fits all that is shown."""
    assert set() == _calculated(suppress(counts).numbers, _with_totals(counts))


@settings(max_examples=300, deadline=None)
@given(_tables(2, 3, 5), st.data())
def test_a_bound_is_told_only_if_nothing_follows_from_it(counts: Counts, data: st.DataObject) -> None:
    """Who knows besides how high the total of one column can be at most can calculate nothing, exactly if that is
    said."""
    table, shown = _with_totals(counts), suppress(counts)
    column = data.draw(st.integers(0, len(counts[0]) - 1))
    most = table[-1][column] + data.draw(st.integers(0, 2))
    calculated = _calculated(shown.numbers, table, {column: most})
    assert is_safe_below(counts, shown, (len(counts), column), most) is (not calculated)


@settings(max_examples=300, deadline=None)
@given(_tables(5, 7, 40))
def test_no_small_number_is_shown_and_what_is_shown_is_true(counts: Counts) -> None:
    """No 0, 1 or 2 is shown, and each number that is shown is the one that was counted."""
    table, shown = _with_totals(counts), suppress(counts)
    assert (len(table), len(table[0])) == (len(shown.numbers), len(shown.numbers[0]))
    for told, counted in zip(shown.numbers, table, strict=True):
        for one, number in zip(told, counted, strict=True):
            assert one in (None, number)
            assert one is None or one >= FEWEST
    assert shown.numbers[-1][-1] == shown.total


@settings(max_examples=200, deadline=None)
@given(_tables(5, 7, 40))
def test_without_small_numbers_all_is_shown(counts: Counts) -> None:
    """A table without small numbers is shown whole: nothing is hidden that need not be."""
    large = [[count + FEWEST for count in row] for row in counts]
    assert all(told is not None for row in suppress(large).numbers for told in row)


@settings(max_examples=50, deadline=None)
@given(_tables(2, 3, 5))
def test_nothing_more_is_hidden_than_is_needed(counts: Counts) -> None:
    """Each number that is hidden for the sake of another is needed: if it alone were shown, one could be calculated."""
    table, shown = _with_totals(counts), suppress(counts).numbers
    places = product(range(len(table)), range(len(table[0])))
    hidden = {(row, column) for row, column in places if shown[row][column] is None}
    for row, column in hidden:
        if not is_small(table[row][column]):
            assert _calculated(_without(table, hidden - {(row, column)}), table)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([[0, 0], [0, 0]], ((None,) * 3,) * 3),
        ([[1]], ((None, None), (None, None))),
        ([[3, 4], [5, 6]], ((3, 4, 7), (5, 6, 11), (8, 10, 18))),
        ([[5, 5], [5, 1]], ((None, None, 10), (None, None, 6), (10, 6, 16))),
        ([[6, 0], [0, 0]], ((None, None, None), (None, None, None), (None, None, 6))),
    ],
)
def test_some_tables(counts: Counts, shown: Shown) -> None:
    """A cell is hidden with one beside it and the two below, so that all totals can be shown."""
    assert PublishedTable(shown) == suppress(counts)
