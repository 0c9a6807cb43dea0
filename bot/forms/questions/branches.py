"""The question for branches: several, or all."""

from typing import TypeVar

from alerts.branch import COMMON_BRANCHES, Branch
from alerts.errors import InvalidText
from bot.conversation.form import Answer, Choice, Draft, Picked, Stay, marked
from bot.conversation.message import in_rows
from texts.phrases import Phrases


class BranchesDraft(Draft):
    """The branches chosen so far. `all_branches` is a choice of its own, never a default."""

    branches: frozenset[Branch] = frozenset()
    all_branches: bool = False
    shows_all_branches: bool = False


D = TypeVar("D", bound=BranchesDraft)


def branch_choices(draft: BranchesDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make the buttons: the branches hit most and the chosen ones, the others after one more tap."""
    uncommon = [one for one in Branch if one in draft.branches and one not in COMMON_BRANCHES]
    shown = tuple(Branch) if draft.shows_all_branches else (*COMMON_BRANCHES, *uncommon)
    choices = [Choice(marked(t.plain(f"branch-{one}"), one in draft.branches), one) for one in shown]
    every = Choice(marked(t.plain("alert-all-branches"), draft.all_branches), "all")
    more = () if draft.shows_all_branches else (Choice(t.plain("alert-more-branches"), "more"),)
    done = Choice(t.plain("alert-branches-done", count=len(draft.branches)), "done")
    return (*in_rows(choices, 2), (every, *more), (done,))


async def take_branches(draft: D, answer: Answer, _request: object) -> D | Stay[D]:
    """Toggle a branch, take all, show more, or continue with at least one. Raises InvalidText."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in set(Branch):
        return Stay(_with(draft, branches=draft.branches ^ {Branch(value)}, all_branches=False))
    match value:
        case "all":
            return Stay(_with(draft, all_branches=not draft.all_branches, branches=frozenset()))
        case "more":
            return Stay(_with(draft, shows_all_branches=True))
        case "done" if draft.branches or draft.all_branches:
            return _with(draft, shows_all_branches=False)
        case "done":
            raise InvalidText("no-branch")
        case _:
            raise InvalidText("tap-a-button")


def _with(draft: D, **values: object) -> D:
    return draft.model_copy(update=values)
