"""The bot is shown to be typing where an answer takes long, and nowhere else."""

import asyncio
from dataclasses import dataclass, field

import pytest

from alerts.errors import Temporary
from bot.outgoing.typing_hint import AFTER_SECONDS, MOST_AT_ONCE, TypingHint
from tests.patience import PATIENCE

pytestmark = pytest.mark.quick

ANNA = "1000001"


@dataclass
class Chats:
    """Telegram, as far as it shows who is typing."""

    shown: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    is_away: bool = False

    async def show_typing(self, ref: str) -> None:
        self.shown.put_nowait(ref)
        if self.is_away:
            raise Temporary


def nobody(_ref: str) -> bool:
    return False


async def test_a_long_answer_is_announced_after_a_while() -> None:
    """The hint comes once the time is over, and ends with the answer."""
    chats, loop = Chats(), asyncio.get_running_loop()
    hint, began = TypingHint(chats), loop.time()
    with hint.during(ANNA, nobody):
        assert await asyncio.wait_for(chats.shown.get(), PATIENCE) == ANNA
        assert loop.time() - began >= AFTER_SECONDS * 0.9
    assert chats.shown.empty()


async def test_a_quick_answer_is_not_announced() -> None:
    """Nothing is left to come after the answer: the timer of the second hint, begun later, passes first."""
    chats = Chats()
    hint = TypingHint(chats)
    with hint.during(ANNA, nobody):
        pass
    with hint.during("1000002", nobody):
        assert await asyncio.wait_for(chats.shown.get(), PATIENCE) == "1000002"
    assert chats.shown.empty()


@pytest.mark.parametrize(("ref", "is_left_out"), [("-1001", False), (ANNA, True)])
async def test_groups_and_strangers_get_no_hint(ref: str, *, is_left_out: bool) -> None:
    """A hint for somebody else, begun later, comes alone."""
    chats = Chats()
    hint = TypingHint(chats)
    with hint.during(ref, lambda _: is_left_out), hint.during("1000002", nobody):
        assert await asyncio.wait_for(chats.shown.get(), PATIENCE) == "1000002"
    assert chats.shown.empty()


async def test_a_hint_that_fails_does_not_touch_the_answer() -> None:
    """The answer says itself what is wrong."""
    chats = Chats(is_away=True)
    with TypingHint(chats).during(ANNA, nobody):
        assert await asyncio.wait_for(chats.shown.get(), PATIENCE) == ANNA


async def test_so_many_slow_answers_get_no_hint_each() -> None:
    """When all is slow, hints would make it slower."""
    chats, loop = Chats(), asyncio.get_running_loop()
    hint, is_late = TypingHint(chats), asyncio.Event()
    with hint.during("0", nobody):
        blocks = [hint.during(str(number), nobody) for number in range(1, MOST_AT_ONCE + 5)]
        for block in blocks:
            block.__enter__()
        loop.call_later(AFTER_SECONDS * 1.5, is_late.set)
        await asyncio.wait_for(is_late.wait(), PATIENCE)
        for block in blocks:
            block.__exit__(None, None, None)
    assert chats.shown.qsize() == MOST_AT_ONCE
