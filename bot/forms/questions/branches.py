"""The question for branches: several, or all."""

from typing import TypeVar

from alerts.branch import COMMON_BRANCHES, Branch
from alerts.errors import InvalidText
from bot.conversation.form import Answer, Choice, Draft, Picked, Stay, marked
from bot.conversation.likely_choices import LESS, MORE, MOST, likely_choices
from bot.conversation.message import in_rows
from texts.phrases import Phrases

_ROOM = MOST - 3  # beside the buttons for all branches, for more, and to go on
_ORDER = (*COMMON_BRANCHES, *(one for one in Branch if one not in COMMON_BRANCHES))


class BranchesDraft(Draft):
    """The branches chosen so far. `all_branches` is a choice of its own, never a default."""

    branches: frozenset[Branch] = frozenset()
    all_branches: bool = False
    shows_all_branches: bool = False


D = TypeVar("D", bound=BranchesDraft)


def branch_choices(draft: BranchesDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make the buttons: the chosen branches and those hit most, the others after one more tap."""
    is_whole = draft.shows_all_branches
    shown = _ORDER if is_whole else likely_choices(_ORDER, COMMON_BRANCHES, draft.branches, _ROOM)
    choices = [Choice(marked(t.plain(f"branch-{one}"), one in draft.branches), one) for one in shown]
    every = Choice(marked(t.plain("alert-all-branches"), draft.all_branches), "all")
    more = Choice(t.plain("choices-less"), LESS) if is_whole else Choice(t.plain("alert-more-branches"), MORE)
    done = Choice(t.plain("alert-branches-done", count=len(draft.branches)), "done")
    return (*in_rows(choices, 2), (every, more), (done,))


async def take_branches(draft: D, answer: Answer, _request: object) -> D | Stay[D]:
    """Toggle a branch, take all, show more or less, or continue with at least one. Raises InvalidText."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in set(Branch):
        return Stay(_with(draft, branches=draft.branches ^ {Branch(value)}, all_branches=False))
    match value:
        case "all":
            return Stay(_with(draft, all_branches=not draft.all_branches, branches=frozenset()))
        case "more" | "less":
            return Stay(_with(draft, shows_all_branches=value == MORE))
        case "done" if draft.branches or draft.all_branches:
            return _with(draft, shows_all_branches=False)
        case "done":
            raise InvalidText("no-branch")
        case _:
            raise InvalidText("tap-a-button")


def _with(draft: D, **values: object) -> D:
    return draft.model_copy(update=values)
