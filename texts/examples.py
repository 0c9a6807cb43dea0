"""Examples in words: the text of one that comes with the program, with its placeholders."""

from alerts.branch import Branch
from alerts.example_text import Placeholder, ReadyExample
from texts.phrases import Phrases

# The variables of the texts are placeholders, so that each is written once, and a test finds one that a language lacks.
_WRITTEN = {one.value: one.written for one in Placeholder}


def ready_text(example: ReadyExample, t: Phrases) -> str:
    """Return the text of an example, in which the placeholders stand as a drafter reads them."""
    return t.plain(f"example-{example.key}", **_WRITTEN)


def branch_words(branch: Branch | None, t: Phrases) -> str:
    """Return the branch for which an example is, in words."""
    return t.plain("example-any-branch") if branch is None else t.plain(f"branch-{branch}")
