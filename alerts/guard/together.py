"""Check fields that are read one behind another: what is split over two of them is found as in one text."""

from collections.abc import Collection
from itertools import pairwise

from alerts.errors import InvalidText
from alerts.guard import Finding, check, find

_BETWEEN = (" ", "", " - ")  # how a reader may join the texts of two fields
_SPOKEN = "sprak"


def check_together(*texts: str | None, allowed: Collection[Finding] = ()) -> None:
    """Raise InvalidText for a finding that blocks, begins in one of these texts and ends in the next. Empty texts are
    skipped; `check` finds what is within one text."""
    for first, second in pairwise(text.strip() for text in texts if text and text.strip()):
        for between in _BETWEEN:
            text, border = first + between + second, len(first)
            for one in find(text, allowed=allowed):
                if not one.kind.is_warning and one.start < border and one.end > border + len(between):
                    raise InvalidText(one.kind, found=text[one.start : one.end])


def check_language(text: str) -> None:
    """Raise InvalidText for a language that tells origin, in a text that says which one was spoken."""
    check(f"{_SPOKEN} {text}")
