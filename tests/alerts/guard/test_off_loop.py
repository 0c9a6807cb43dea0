"""Tests that handlers check longer texts beside the event loop, which goes on meanwhile."""

import ast
import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import alerts
from alerts.errors import InvalidText
from alerts.guard import Finding, find
from alerts.guard.off_loop import AT_ONCE, off_loop
from alerts.guard.remainder import Instead, remainder
from alerts.typed_text import check

ROOT = Path(alerts.__file__).parent.parent
# Functions that may take long, and the modules that may call them directly: those without messages, or with a name of
# some sixty characters.
TAKES_LONG = {"find", "check", "check_together", "check_language", "check_words", "remainder", "template_content"}
NO_HANDLERS = {
    "bot/cli/scopes.py",
    "bot/cli/check_text.py",
    "bot/cli/read_text.py",
    "alerts/shop_name.py",
    "alerts/template.py",
    "alerts/typed_text.py",
}
PLATE = "een auto met GT-482-R reed weg. "


async def test_the_loop_goes_on_while_a_long_text_is_looked_over() -> None:
    """The event loop runs while a long text is checked: the check here waits for an event that only the loop can
    set."""
    loop_went_on = threading.Event()

    def judge(text: str) -> int:
        assert loop_went_on.wait(20), "the loop stood still"
        return len(text)

    asking = asyncio.create_task(off_loop(judge, "a" * (AT_ONCE + 1)))
    await asyncio.sleep(0)
    loop_went_on.set()
    assert AT_ONCE + 1 == await asking


@pytest.mark.parametrize(
    ("texts", "is_at_once"),
    [
        (("a" * AT_ONCE,), True),
        (("a" * (AT_ONCE + 1),), False),
        (("a", None, "b"), True),
        (("a" * AT_ONCE, None, "b"), False),
        (("a", Instead("iemand", "een voertuig", "geld")), False),
    ],
)
async def test_short_texts_are_looked_over_at_once(texts: tuple[object, ...], is_at_once: bool) -> None:
    """Texts that are short together are checked on the loop; functions that search a text several times are not."""

    def thread(*_texts: object) -> int:
        return threading.get_ident()

    assert is_at_once == (threading.get_ident() == await off_loop(thread, *texts))


async def test_it_answers_and_raises_what_the_guard_does() -> None:
    """`off_loop` returns and raises what the guard does, also from the other thread."""
    text = PLATE * (AT_ONCE // len(PLATE) + 1)
    assert find(text) == await off_loop(find, text)
    assert [] == await off_loop(find, text, allowed={Finding.PLATE})
    instead = Instead("iemand", "een voertuig", "geld")
    assert remainder(text, instead) == await off_loop(remainder, text, instead)
    with pytest.raises(InvalidText) as refused:
        await off_loop(check, text)
    assert Finding.PLATE == refused.value.reason


def _calls(file: Path) -> Iterator[str]:
    nodes = list(ast.walk(ast.parse(file.read_text())))
    imported = {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names} & TAKES_LONG
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported:
            yield node.func.id


def test_no_handler_asks_the_guard_on_the_loop() -> None:
    """Forms, dialogues and services call the guard only through `off_loop`."""
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "alerts").rglob("*.py")]
    asking = [file for file in files if "off_loop" in file.read_text()]
    assert len(asking) > len(NO_HANDLERS), "the handlers are looked for in the wrong place"
    names = {str(file.relative_to(ROOT)): list(_calls(file)) for file in files if "guard" not in file.parts}
    assert {} == {name: calls for name, calls in names.items() if calls and name not in NO_HANDLERS}
