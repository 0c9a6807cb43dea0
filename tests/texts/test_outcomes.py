"""Tests of the standard texts of outcomes."""

from itertools import product

import pytest

from alerts.outcome_text import TEXT_LENGTH, TOLD_OUTCOMES
from alerts.report import ReportKind
from alerts.typed_text import check, utf16_length
from texts.outcomes import standard_id
from texts.phrases import Phrases, load_texts


@pytest.mark.parametrize("t", load_texts(strict=True).values(), ids=lambda one: one.language)
def test_every_outcome_has_a_text_for_each_kind_of_report(t: Phrases) -> None:
    """Each outcome has a text in each language, for each kind and for every kind, as long as police may write and such
    that they could."""
    for outcome, kind in product(TOLD_OUTCOMES, (None, *ReportKind)):
        said = t(standard_id(outcome, kind))
        assert utf16_length(said) <= TEXT_LENGTH, said
        check(said)


def test_a_robbery_that_was_handled_reads_otherwise_than_reconnaissance() -> None:
    """Where it differs there is a text of the kind; an attempt reads as a robbery."""
    handled = TOLD_OUTCOMES[0]
    ids = [standard_id(handled, kind) for kind in (None, *ReportKind)]
    assert 3 == len(set(ids))
    assert standard_id(handled, ReportKind.ROBBERY) == standard_id(handled, ReportKind.ROBBERY_ATTEMPT)
