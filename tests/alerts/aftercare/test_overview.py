"""Tests of the monthly overview of aftercare: counts and promptness, and nothing by which one case shows."""

from datetime import date

from alerts.aftercare.case import CaseTally, Ending
from alerts.aftercare.overview import Promptness, overview_of
from alerts.ids import CaseTallyId

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def tally(
    *,
    opened: date = FIRST,
    is_prompt: bool = True,
    closed: date | None = None,
    ending: Ending | None = None,
    steps: tuple[int, int] = (0, 0),
    calls: tuple[int, int] = (0, 0),
) -> CaseTally:
    """Return a tally with these counts, in pairs of all and those in time."""
    return CaseTally(CaseTallyId(1), None, opened, is_prompt, closed, ending, *steps, *calls)


def test_it_counts_what_was_opened_and_closed() -> None:
    """Those opened count in their month, the rest in the month of closing."""
    opened = [tally() for _ in range(4)] + [tally(is_prompt=False) for _ in range(3)]
    closed = [
        tally(opened=date(2026, 8, 2), closed=LAST, ending=Ending.COMPLETED, steps=(9, 6), calls=(1, 1))
        for _ in range(3)
    ]
    later = [tally(opened=date(2026, 12, 1), closed=date(2026, 12, 2), ending=Ending.STOPPED)]
    shown = overview_of([*opened, *closed, *later], FIRST, LAST)
    assert Promptness(7, 4) == shown.opened
    assert Promptness(27, 18) == shown.steps
    assert Promptness(3, None) == shown.calls
    assert not shown.is_empty


def test_a_small_number_is_not_shown_nor_to_be_calculated() -> None:
    """One late case of five hides how many were prompt; of two cases nothing is shown at all."""
    five = [tally() for _ in range(4)] + [tally(is_prompt=False)]
    assert Promptness(5, None) == overview_of(five, FIRST, LAST).opened
    assert overview_of(five[:2], FIRST, LAST).is_empty


def test_endings_of_few_cases_stay_hidden() -> None:
    """How one victim's aftercare ended cannot be read from the others."""
    closed = [tally(closed=LAST, ending=Ending.COMPLETED) for _ in range(9)]
    closed += [tally(closed=LAST, ending=Ending.STOPPED)]
    assert Ending.STOPPED not in dict(overview_of(closed, FIRST, LAST).endings)
    two = [tally(closed=LAST, ending=Ending.COMPLETED, steps=(9, 9)) for _ in range(2)]
    assert Promptness(None, None) == overview_of(two, FIRST, LAST).steps
