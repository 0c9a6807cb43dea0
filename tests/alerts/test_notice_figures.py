"""Tests of the figures of notices: what each list counts, and that no small number can be calculated."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.notice_figures import EVERY, FOR_BRANCHES, NOTICE_KINDS, OF_NOTICES, SEVERAL, notice_figures_of
from alerts.suppression import FEWEST, is_small, suppress_list
from alerts.tally import OF_REPORTS, Ground, NoticeCount, TallyOutcome

_BRANCHES = st.frozensets(st.sampled_from((Branch.JEWELLER, Branch.OPTICIAN, Branch.HOTEL)))
_COUNTS = st.lists(
    st.builds(
        NoticeCount,
        st.sampled_from((Ground("2903"), Ground("2904"))),
        st.sampled_from(IncidentKind),
        st.sampled_from(OF_NOTICES),
        _BRANCHES,
        st.integers(1, 6),
    ),
    max_size=12,
)


def _possible(shown: Sequence[int | None], total: int, most: int) -> list[tuple[int, ...]]:
    """Every list of numbers that fits what is shown of it and of its total."""
    choices = [range(most + 1) if one is None else [one] for one in shown]
    return [numbers for numbers in product(*choices) if sum(numbers) == total]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 9)), min_size=2, max_size=5))
@example([9, 2])
@example([9, 4, 2, 0])
@example([5, 0, 0])
@example([3, 1, 0])
def test_of_a_list_with_its_total_no_small_number_can_be_calculated(counts: list[int]) -> None:
    """Each number that is not shown could be another one, and the sum of those is not small; what is shown is true."""
    shown, total = suppress_list(counts), sum(counts)
    hidden = [place for place, one in enumerate(shown) if one is None]
    assert all(one in (None, count) for one, count in zip(shown, counts, strict=True))
    assert all(one is None or one >= FEWEST for one in shown)
    if is_small(total):
        assert len(hidden) == len(counts)
        return
    assert not hidden or not is_small(sum(counts[place] for place in hidden))
    fitting = _possible(shown, total, total)
    for place in hidden:
        assert 1 < len({one[place] for one in fitting})


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([7, 5], (7, 5)),
        ([9, 4, 0], (9, None, None)),
        ([9, 4, 1, 1], (9, None, None, None)),
        ([9, 4, 2, 1], (9, 4, None, None)),
        ([9, 2], (None, None)),
        ([1, 1], (None, None)),
    ],
)
def test_some_lists(counts: list[int], shown: tuple[int | None, ...]) -> None:
    """Small numbers go, with the smallest of the others where they alone would be known."""
    assert shown == suppress_list(counts)


@given(_COUNTS)
def test_every_list_adds_up_to_the_same_total(counts: list[NoticeCount]) -> None:
    """A notice counts once in each list, whatever it is for; of too few nothing is shown."""
    figures, total = notice_figures_of(counts), sum(one.count for one in counts)
    for shown in (figures.by_kind, figures.by_outcome, figures.by_branches):
        numbers = [one for one in shown if one is not None]
        assert sum(numbers) <= total
        assert None in shown or sum(numbers) == total
        assert figures.total is not None or not numbers
    assert figures.total == (None if is_small(total) else total)


def test_what_is_for_one_branch_for_several_and_for_all_is_counted_apart() -> None:
    """A notice for two branches counts for neither, and one without branches is for all."""
    ground = Ground("2903")
    sent = [
        NoticeCount(ground, IncidentKind.ROBBERY, TallyOutcome.SENT, branches, many)
        for branches, many in (
            (frozenset({Branch.JEWELLER}), 4),
            (frozenset({Branch.JEWELLER, Branch.OPTICIAN}), 5),
            (frozenset[Branch](), 6),
        )
    ]
    told = dict(zip(FOR_BRANCHES, notice_figures_of(sent).by_branches, strict=True))
    assert (5, 6) == (told[SEVERAL], told[EVERY])
    assert None is told[Branch.JEWELLER], "with it, the zeros of the other branches would be known"


def test_every_notice_has_a_place_in_each_list() -> None:
    """The lists have every kind, every outcome of a notice and every branch."""
    assert set(IncidentKind) == set(NOTICE_KINDS)
    assert set(TallyOutcome) == {*OF_REPORTS, *OF_NOTICES}
    assert {*Branch, SEVERAL, EVERY} == set(FOR_BRANCHES)
