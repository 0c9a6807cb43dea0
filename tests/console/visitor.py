"""A visitor of the console without a browser: keeps cookies, reads forms, and sends what a browser would send."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape

import aiohttp

from bot.metrics import Meter
from bot.runtime.http_server import Listener, listening
from console.address import Address
from console.app import build_app
from console.site import Site
from tests.ports import HOST, free_port
from texts.phrases import load_texts

BOT_NAME = "wees_alert_bot"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the console answered."""

    status: int
    headers: Mapping[str, str]
    text: str
    set_cookies: tuple[str, ...]

    @property
    def token(self) -> str:
        """The token in the page's first form."""
        [token, *_] = re.findall(r'name="form_token" value="([^"]+)"', self.text)
        return unescape(token)


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser of their own, at the console that listens at this port."""

    port: int
    origin: str
    session: aiohttp.ClientSession
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str = "/", **headers: str) -> Answer:
        """Ask for a page."""
        return await self.ask("GET", path, headers=headers)

    async def post(self, path: str, form: Mapping[str, str], **headers: str) -> Answer:
        """Send a form, as a browser does from a page of the console."""
        return await self.ask("POST", path, form=form, headers={"Origin": self.origin, **headers})

    async def ask(
        self, method: str, path: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str]
    ) -> Answer:
        """Make any request, and keep the cookies of its answer. A header with an empty value is left out."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        usual = {"Host": self.origin.partition("://")[2], "Cookie": cookies}
        sent = {name.replace("_", "-"): value for name, value in {**usual, **headers}.items() if value}
        url = f"http://{HOST}:{self.port}{path}"
        async with self.session.request(method, url, data=form, headers=sent, allow_redirects=False) as response:
            given = response.headers.getall("Set-Cookie", [])
            for one in given:
                name, _, value = one.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(response.status, dict(response.headers), await response.text(), tuple(given))


@asynccontextmanager
async def running_console(origin: str = "https://console.example.nl") -> AsyncIterator[Visitor]:
    """Serve the console within the block, as the program does; give a first visitor. `{port}` in the origin stands for
    the port at which it listens."""
    port = free_port()
    origin = origin.replace("{port}", str(port))
    app = build_app(Site(Address(origin), load_texts(strict=True), BOT_NAME))
    jar = aiohttp.DummyCookieJar()
    async with (
        listening(Listener(app, HOST, port, "WEES_ALERT_CONSOLE_PORT", "console"), Meter()),
        aiohttp.ClientSession(cookie_jar=jar) as session,
    ):
        yield Visitor(port, origin, session)
