"""Examples in words: those that somebody can begin a notice with, each with its text and its placeholders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.example_text import Placeholder, ReadyExample
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.example.find_examples import own_examples, ready_examples
from texts.phrases import Phrases

# The variables of the texts are placeholders, so that each is written once, and a test finds one that a language lacks.
_WRITTEN = {one.value: one.written for one in Placeholder}


@dataclass(frozen=True, slots=True)
class Offered:
    """An example that is offered: its key, its text in the reader's language, and what it is for."""

    key: str
    text: str
    kind: IncidentKind
    branch: Branch | None


async def offered_examples(uow: UnitOfWork, actor: Actor, now: datetime, t: Phrases) -> Sequence[Offered]:
    """Return the examples that this person can begin with, in the order of the kinds: those of their municipalities,
    then those of the program."""
    own = [
        Offered(str(one.id), one.content.words[t.language], one.content.kind, one.content.branch)
        for one in await own_examples(uow, actor, now)
    ]
    ready = [Offered(one.key, ready_text(one, t), one.kind, one.branch) for one in ready_examples(actor, now)]
    order = list(IncidentKind)
    return sorted([*own, *ready], key=lambda one: order.index(one.kind))


def ready_text(example: ReadyExample, t: Phrases) -> str:
    """Return the text of an example, in which the placeholders stand as a drafter reads them."""
    return t.plain(f"example-{example.key}", **_WRITTEN)


def branch_words(branch: Branch | None, t: Phrases) -> str:
    """Return the branch for which an example is, in words."""
    return t.plain("example-any-branch") if branch is None else t.plain(f"branch-{branch}")
