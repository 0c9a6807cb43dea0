"""Guard marks: a refused text in passages, so that a page can mark what may not be broadcast."""

from dataclasses import dataclass

from alerts.errors import Rejected
from alerts.typed_text import Blocked


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text; `is_found`: the guard refuses it."""

    text: str
    is_found: bool


def marked(error: Rejected) -> tuple[Passage, ...]:
    """Return the text that the guard refused, in passages; nothing for another error."""
    if not isinstance(error, Blocked):
        return ()
    passages, end = [], 0
    for one in sorted((one for one in error.found if not one.kind.is_warning), key=lambda one: one.start):
        if one.start < end:  # part of what was marked before
            continue
        passages += [Passage(error.text[end : one.start], False), Passage(error.text[one.start : one.end], True)]
        end = one.end
    passages.append(Passage(error.text[end:], False))
    return tuple(one for one in passages if one.text)
