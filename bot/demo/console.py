"""The demo's console: the product's own pages on this machine, with a button on the phone of whoever has a role."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from alerts.account import ADDRESS_FACT
from alerts.clock import Clock
from alerts.ids import MemberId
from bot.console_wiring import build_console
from bot.conversation.chat import CHANNEL
from bot.demo.browser import Browser
from bot.demo.entrance import Entrance
from bot.demo.phone import Phone
from bot.demo.playground import Playground
from bot.program import Program
from bot.runtime.http_server import Listener, listening
from bot.settings import Settings

HOST = "127.0.0.1"
BUTTON = "Console"


class DemoConsole:
    """The running console of the demo. Browsers reach it as localhost, which they treat as they do HTTPS."""

    def __init__(self, url: str, program: Program, playground: Playground) -> None:
        self.url = url
        self.entrance = Entrance(self._renew)
        self._program = program
        self._playground = playground
        self._phones: dict[MemberId, Phone] = {}

    async def offer(self, phone: Phone) -> None:
        """Show on this phone, whose owner has a role, the button that opens the console as them."""
        async with self._program.storage.reading() as uow:
            member = await uow.members.by_ref(CHANNEL, str(phone.user_id))
        assert member is not None, "whoever has a role is known"
        self._phones[member.id] = phone
        await self._renew(member.id)

    async def _renew(self, member: MemberId) -> None:
        phone = self._phones[member]
        link = {"text": BUTTON, "url": f"{self.url}{self.entrance.offer(member)}"}
        await self._playground.post("users", id=phone.user_id, first_name=phone.name, link=link)

    async def entry(self, phone: Phone) -> str:
        """Return the path to which the button on this phone leads now."""
        users = (await self._playground.get("state"))["users"]
        [link] = [one["link"]["url"] for one in users if one["id"] == phone.user_id]
        return str(link).removeprefix(self.url)

    @asynccontextmanager
    async def browser(self, entry: str) -> AsyncIterator[Browser]:
        """Open the console by this path, in a browser without a window."""
        jar = aiohttp.CookieJar(treat_as_secure_origin=self.url)
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            browser = Browser(session, self.url)
            await browser.open(entry)
            yield browser


@asynccontextmanager
async def running_console(
    program: Program, settings: Settings, clock: Clock, playground: Playground
) -> AsyncIterator[DemoConsole]:
    """Serve the console of this program within the block, on a free port of this machine."""
    port = _free_port()
    console = DemoConsole(f"http://localhost:{port}", program, playground)
    settings = settings.model_copy(update={"console_url": console.url})
    wake = program.outbox.wake
    app = await build_console(settings, clock, program.storage, program.bot_name, after_commit=wake)
    console.entrance.add_to(app)
    async with program.storage.transaction() as uow:
        await uow.facts.put(ADDRESS_FACT, console.url)
    async with listening(Listener(app, HOST, port, "console", "console"), program.meter):
        yield console


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])
