"""Shared parts of the tests of the page: a real browser, the real server and a small scripted bot."""

import asyncio
import itertools
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.patience import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)

BOT_ID = 110201543
TOKEN = f"{BOT_ID}:playground-token"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP = {"width": 1440, "height": 900}
MOBILE = {"width": 390, "height": 844}

SERVICE = {
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "forum_topic_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
}

Json = dict[str, Any]

numbers = itertools.count(1)


@dataclass(slots=True)
class Server:
    """A running playground: its address, and a session for calls to it."""

    url: str
    session: aiohttp.ClientSession

    async def control(self, path: str, **body: object) -> Json:
        """Make one call of the control API."""
        async with self.session.post(f"{self.url}/playground/{path}", json=body) as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer

    async def get(self, path: str, **query: int) -> Json:
        """Get one view of the control API."""
        async with self.session.get(f"{self.url}/playground/{path}", params=query) as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer

    async def api(self, method: str, **body: object) -> Json:
        """Make one call of the Bot API and return its answer, whatever it is."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=body) as response:
            answer: Json = await response.json()
            return answer

    async def person(self, **fields: object) -> Json:
        """Add a person with a phone, under a name that no other test has."""
        return await self.control("users", first_name=f"Person {next(numbers)}", phone=True, **fields)


@dataclass(slots=True)
class ScriptedBot:
    """A bot that answers a few words in a known way and echoes the rest; `heard` has every text that it got."""

    server: Server
    heard: list[str] = field(default_factory=list)

    async def run(self) -> None:
        """Take updates until it is cancelled."""
        offset = 0
        while True:
            answer = await self.server.api("getUpdates", offset=offset, timeout=20)
            for update in answer["result"]:
                offset = update["update_id"] + 1
                await self.handle(update)

    async def handle(self, update: Json) -> None:
        """Answer one update."""
        if query := update.get("callback_query"):
            is_alert = query["data"] == "alert"
            answer = {"text": f"Answer to {query['data']}", "show_alert": is_alert}
            await self.server.api("answerCallbackQuery", callback_query_id=query["id"], **answer)
        elif (message := update.get("message")) and not SERVICE & message.keys():
            await self.reply(message)

    async def reply(self, message: Json) -> None:
        """Answer one message."""
        text = message.get("text", "")
        self.heard.append(text)
        extra: Json = {}
        if text == "buttons":
            buttons = [{"text": "Toast", "callback_data": "toast"}, {"text": "Alert", "callback_data": "alert"}]
            extra["reply_markup"] = {"inline_keyboard": [buttons]}
        if text == "where":
            key = {"text": "My location", "request_location": True}
            extra["reply_markup"] = {"keyboard": [[key]], "resize_keyboard": True}
        if text == "secret":
            extra = {"protect_content": True, "disable_notification": True}
        if text == "link":
            extra["parse_mode"] = "HTML"
            text = '<b>Read</b> <a href="https://t.me/playground_bot?start=from_message">more</a>'
        if place := message.get("location"):
            text = f"{place['latitude']:.4f} {place['longitude']:.4f}"
        await self.server.api("sendMessage", chat_id=message["chat"]["id"], text=f"Bot: {text}", **extra)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine; in CI a missing browser is a failure."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path:
        return path
    reason = "no Chromium on this machine: install it, or name it in CHROMIUM"
    return pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def server(chromium: str) -> AsyncIterator[Server]:
    """`python -m playground` as a process, on a port of its own choice."""
    command = ["-m", "playground", "--port", "0", "--bot", f"{TOKEN}=playground_bot"]
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        ready = re.search(r"http://\S+", line)
        assert ready, line
        endless = aiohttp.ClientTimeout()  # tests elsewhere may run while this waits for an answer
        async with aiohttp.ClientSession(timeout=endless) as session:
            yield Server(ready.group(), session)
    finally:
        process.terminate()
        await process.communicate()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def bot(server: Server) -> AsyncIterator[ScriptedBot]:
    """The running scripted bot."""
    commands = [
        {"command": "help", "description": "Explains"},
        {"command": "hello", "description": "Greets"},
        {"command": "stop", "description": "Ends"},
    ]
    await server.api("setMyCommands", commands=commands)
    scripted = ScriptedBot(server)
    work = asyncio.create_task(scripted.run())
    yield scripted
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """One browser for all tests here; each test has its own context."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, server: Server, bot: ScriptedBot) -> AsyncIterator[Page]:
    """The page on a laptop; after each test the browser's console has no errors."""
    async with await browser.new_context(viewport=LAPTOP, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        opened = await context.new_page()
        opened.set_default_timeout(PATIENCE * 1000)
        complaints: list[str] = []
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        await opened.goto(server.url)
        await expect(opened.get_by_text("Connected", exact=True)).to_be_visible()
        yield opened
        assert complaints == []


async def group_of(server: Server, *people: Json, **fields: object) -> Json:
    """Make a supergroup of people, the first of them its owner, with the bot as admin and a title of its own."""
    title = f"Street {next(numbers)}"
    members = [person["id"] for person in people]
    group = await server.control("groups", **{"title": title, "type": "supergroup", "members": members, **fields})
    await server.control("members", chat=group["id"], user=BOT_ID, status="administrator")
    return group


async def started(page: Page, server: Server, **fields: object) -> tuple[Json, Locator]:
    """Add a person who pressed Start, and return their phone."""
    person = await server.person(**fields)
    phone = phone_of(page, person)
    await phone.get_by_role("button", name="Start", exact=True).click()
    await expect(last_message(phone)).to_contain_text("Bot: /start")
    return person, phone


def phone_of(page: Page, person: Json) -> Locator:
    """Return a person's phone."""
    return page.get_by_role("article", name=person["first_name"], exact=True)


def frame_of(page: Page, group: Json) -> Locator:
    """Return a group's own frame."""
    return page.get_by_role("article", name=group["title"], exact=True)


def last_message(phone: Locator) -> Locator:
    """Return the last message in the chat that shows."""
    return phone.get_by_role("log").locator(".message").last


async def say(phone: Locator, text: str) -> None:
    """Type a text and send it."""
    await phone.get_by_role("textbox", name="Message").fill(text)
    await phone.get_by_role("button", name="Send").click()
