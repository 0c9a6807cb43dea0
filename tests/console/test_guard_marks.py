"""Tests of the marks in a text that the guard refuses."""

import pytest

from alerts.errors import InvalidText
from alerts.typed_text import Blocked, check
from console.guard_marks import marked


def test_each_finding_is_marked_and_nothing_else() -> None:
    """The passages together are the text, and those that are marked are what may not be broadcast."""
    text = "De auto was 12-ABC-3, bel 06-12345678."
    with pytest.raises(Blocked) as refused:
        check(text)
    passages = marked(refused.value)
    assert text == "".join(one.text for one in passages)
    assert ["12-ABC-3", "06-12345678"] == [one.text for one in passages if one.is_found]


def test_another_error_has_no_marks() -> None:
    """A text that is too long has nothing to mark."""
    assert () == marked(InvalidText("empty"))
