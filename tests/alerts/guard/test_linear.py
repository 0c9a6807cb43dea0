"""Tests that the guard's time is linear in the length of the text."""

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import alerts.guard
from alerts.guard import find
from alerts.guard.remainder import Instead, remainder
from alerts.guard.words import WordPatterns

pytestmark = pytest.mark.sweep

_parser = importlib.import_module("re._parser")
_constants = importlib.import_module("re._constants")
# The module that builds our own patterns, at the start of the program.
_NOT_FOR_TEXTS = {"alternatives"}

SHORT, LONG = 1_000, 4_000
PARTS = [
    *(
        "1",
        "1.",
        "0-",
        "12 ",
        "A1 ",
        "AB-12-CD ",
        "NL12",
        "NL91 ABNA 0417 ",
        "06-12345678 ",
        "111222333 ",
        "€ 5 ",
        "06 ",
    ),
    *("a", "a@", "a.", "x_1 op ", "insta a_1 ", "jan punt ", " at ", "@", "www.", "A. ", "Jan ", "van de ", "heet "),
    *(
        "een ",
        "twee Poolse mannen ",
        "zwarte grote ",
        "kenteken ",
        "kenteken is een ",
        "pools ",
        "geb ",
        "geb. 1-2-",
        "bsn ",
    ),
    *(
        "nul zes ",
        "golf tango ",
        "m a n ",
        "verslaafd",
        "stoornis",
        "ik was ",
        "uit polen ",
        "\u200b",
        "é1 ",
        "- ",
        "(",
        "' ",
    ),
]


def _of_length(parts: list[str], length: int) -> str:
    """Return whole repetitions only: half a part may begin something that the whole ones do not."""
    once = "".join(parts)
    return once * max(length // len(once), 1)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(alerts.guard.__path__):
        if module.name not in _NOT_FOR_TEXTS:
            for name, value in vars(importlib.import_module(f"alerts.guard.{module.name}")).items():
                yield from ((f"{module.name}.{name}", pattern) for pattern in _in(value))


def _in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, WordPatterns):
        yield from value.patterns
    elif isinstance(value, dict):
        yield from _in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _in(one)


def _may_go_on(parsed: object) -> bool:
    """Whether a part of the pattern repeats without a bound."""
    if isinstance(parsed, tuple) and parsed and parsed[0] in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        _, most, body = parsed[1]
        return most is _constants.MAXREPEAT or _may_go_on(body)
    if isinstance(parsed, tuple | list | _parser.SubPattern):
        return any(map(_may_go_on, parsed))
    return False


def _is_a_run(parsed: list[tuple[object, object]]) -> bool:
    """Whether the pattern is one set of characters, repeated: a search for it reads each character once."""
    return len(parsed) == 1 and parsed[0][0] is _constants.MAX_REPEAT


def test_every_pattern_ends_after_a_bounded_number_of_signs() -> None:
    """Every pattern ends after a bounded number of characters, so a match attempt costs the same in any text."""
    found = [(name, pattern) for name, pattern in _patterns()]
    assert len(found) > 150, "the patterns are looked for in the wrong place"
    unbounded = [
        (name, pattern.pattern)
        for name, pattern in found
        if not _is_a_run(parsed := _parser.parse(pattern.pattern, pattern.flags)) and _may_go_on(parsed)
    ]
    assert [] == unbounded


def _steps(text: str, read: Callable[[str], object] = find) -> int:
    """Return the number of function calls, ours and Python's, that a check of the text takes."""
    steps = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return steps


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4))
def test_the_steps_per_character_do_not_grow(parts: list[str]) -> None:
    """Four times the length takes four times the steps and a little for the edges, whatever the text consists of."""
    short, long = _of_length(parts, SHORT), _of_length(parts, LONG)
    assert _steps(long) <= len(long) / len(short) * 1.25 * _steps(short) + 200


@pytest.mark.parametrize("part", PARTS)
def test_the_time_per_character_does_not_grow(part: str) -> None:
    """The CPU time per character, the best of several tries, does not grow; quadratic time would be four times as
    long."""
    ratios = (_best_time(_of_length([part], LONG)) / _best_time(_of_length([part], SHORT)) for _ in range(5))
    assert any(ratio <= LONG / SHORT * 1.75 for ratio in ratios)


def _best_time(text: str) -> float:
    times = []
    for _ in range(3):
        begun = time.thread_time()
        find(text)
        times.append(time.thread_time() - begun)
    return min(times)


def test_what_is_left_of_a_text_is_looked_for_a_few_times_at_most() -> None:
    """The remaining text is searched a few times at most, whatever the number of findings and the result of removing
    them."""
    instead = Instead("iemand", "een voertuig", "geld")
    dense = " ".join(["Hij reed weg in 12-AB-34, bel 06-12345678 dus, en Kevin zag het."] * 60)
    assert _steps(dense, lambda text: remainder(text, instead)) <= 10 * _steps(dense)
    assert [] == find(remainder(dense, instead))
