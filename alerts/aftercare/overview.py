"""Overview of aftercare in a month: how many cases and how promptly, without numbers under 3 (docs/privacy.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alerts.aftercare.case import CaseTally, Ending
from alerts.suppression import is_small, suppress_list


@dataclass(frozen=True, slots=True)
class Promptness:
    """How many there were, and how many of those in time; None: not shown, or not to be told from what is shown."""

    total: int | None
    prompt: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The cases of a month: opened within a day of the robbery, steps done in time and calls taken within the hour (of
    the cases that closed), and how those ended."""

    opened: Promptness
    steps: Promptness
    calls: Promptness
    endings: tuple[tuple[Ending, int], ...]

    @property
    def is_empty(self) -> bool:
        """Whether no number may be shown."""
        return not self.endings and all(one.total is None for one in (self.opened, self.steps, self.calls))


def overview_of(tallies: Iterable[CaseTally], first: date, last: date) -> Overview:
    """Count the cases that were opened, and those that closed, from the first day to the last."""
    held = list(tallies)
    opened = [one for one in held if first <= one.opened_on <= last]
    closed = [one for one in held if one.closed_on is not None and first <= one.closed_on <= last]
    counts = suppress_list([sum(one.ending is ending for one in closed) for ending in Ending])
    return Overview(
        opened=_promptness(len(opened), sum(one.is_prompt for one in opened)),
        # What steps and calls tell is of the cases that closed, so of too few cases nothing is told.
        steps=_of_cases(len(closed), sum(one.steps for one in closed), sum(one.prompt_steps for one in closed)),
        calls=_of_cases(len(closed), sum(one.calls for one in closed), sum(one.prompt_calls for one in closed)),
        endings=tuple((ending, count) for ending, count in zip(Ending, counts, strict=True) if count is not None),
    )


def _of_cases(cases: int, total: int, prompt: int) -> Promptness:
    return Promptness(None, None) if is_small(cases) else _promptness(total, prompt)


def _promptness(total: int, prompt: int) -> Promptness:
    if is_small(total):
        return Promptness(None, None)
    in_time, _late = suppress_list([prompt, total - prompt])
    return Promptness(total, in_time)
