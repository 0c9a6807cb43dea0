"""Broadcasts leave in the order in which they came, and a chat that must wait holds up no other."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

from telegram import Bot

from bot.limiter import Limiter
from bot.message import Html, Message
from bot.messenger import Messenger

HELLO = Message(Html("hallo"))


class Recorder:
    """A bot that only writes down to whom it was told to send."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send_message(self, *, chat_id: str, **_: Any) -> SimpleNamespace:
        self.sent.append(chat_id)
        return SimpleNamespace(message_id=len(self.sent), chat_id=chat_id)


async def test_broadcasts_leave_in_the_order_in_which_they_came() -> None:
    """Eight that wait together do not overtake one another, nor do later ones."""
    recorder = Recorder()
    messenger = Messenger(cast("Bot", recorder), Limiter(1000, 500))
    chats = [str(number) for number in range(40)]
    free = asyncio.Semaphore(8)

    async def send(chat: str) -> None:
        await messenger.send(chat, HELLO)
        free.release()

    async with asyncio.TaskGroup() as tasks:
        for chat in chats:
            await free.acquire()
            tasks.create_task(send(chat))
    assert chats == recorder.sent


async def test_a_chat_that_must_wait_holds_up_no_other() -> None:
    """A 429 for one chat is not a pause for all."""
    recorder, limiter = Recorder(), Limiter(1000, 500)
    messenger = Messenger(cast("Bot", recorder), limiter)
    limiter.close("1", asyncio.get_running_loop().time(), seconds=0.2)
    await asyncio.gather(messenger.send("1", HELLO), messenger.send("2", HELLO))
    assert recorder.sent == ["2", "1"]


async def test_messages_to_one_chat_arrive_in_the_order_of_the_calls() -> None:
    """Urgent or not: what was said first stands above."""
    texts: list[str] = []

    class Slow(Recorder):
        async def send_message(self, *, chat_id: str, text: str = "", **more: Any) -> SimpleNamespace:
            await asyncio.sleep(0 if texts else 0.01)
            texts.append(text)
            return await super().send_message(chat_id=chat_id, **more)

    messenger = Messenger(cast("Bot", Slow()), Limiter(1000, 1000, chat_rate=200))
    wanted = [str(number) for number in range(10)]
    async with asyncio.TaskGroup() as tasks:
        for number, text in enumerate(wanted):
            tasks.create_task(messenger.send("7", Message(Html(text)), is_urgent=number % 2 == 0))
            await asyncio.sleep(0)
    assert wanted == texts
