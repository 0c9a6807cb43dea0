"""A visitor of the console without a browser: keeps cookies, reads forms, and sends what a browser would send."""

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape

import aiohttp
from aiohttp import web
from pydantic import SecretStr

from alerts.account import ADDRESS_FACT, ISSUER_FACT
from bot.console_wiring import build_console
from bot.metrics import Meter
from bot.runtime.http_server import Listener, listening
from tests.bot.town import BOT_NAME, SETTINGS, Town
from tests.console.authenticator import Authenticator
from tests.ports import HOST, free_port

TOKEN = "7:test"  # of the bot, which signs who opens a web app
Form = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the console answered."""

    status: int
    headers: Mapping[str, str]
    text: str
    set_cookies: tuple[str, ...]

    @property
    def options(self) -> str:
        """What the page's first form with a passkey asks the browser."""
        [options, *_] = re.findall(r'data-options="([^"]+)"', self.text)
        return unescape(options)

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
    forwarded: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str = "/", **headers: str) -> Answer:
        """Ask for a page."""
        return await self.ask("GET", path, headers=headers)

    async def post(self, path: str, form: Form, **headers: str) -> Answer:
        """Send a form, as a browser does from a page of the console."""
        return await self.ask("POST", path, form=form, headers={"Origin": self.origin, **headers})

    def beside(self) -> "Visitor":
        """Somebody else, with a browser of their own."""
        return Visitor(self.port, self.origin, self.session)

    async def sends(self, page: Answer, path: str, **fields: str) -> Answer:
        """Send a form of this page."""
        return await self.post(path, {"form_token": page.token, **fields})

    async def enrols(self, path: str, authenticator: Authenticator) -> Answer:
        """Open a one-time link, and make a passkey there."""
        page = await self.get(path)
        return await self.sends(page, path, credential=authenticator.create(page.options, self.origin))

    async def signs_in(self, authenticator: Authenticator, back: str = "/account") -> Answer:
        """Sign in with a passkey."""
        page = await self.get("/sign-in")
        answer = authenticator.get(page.options, self.origin)
        return await self.sends(page, "/sign-in", credential=answer, back=back)

    async def ask(self, method: str, path: str, *, form: Form | None = None, headers: Mapping[str, str]) -> Answer:
        """Make any request, and keep the cookies of its answer. A header with an empty value is left out."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        usual = {"Host": self.origin.partition("://")[2], "Cookie": cookies, "X-Forwarded-For": self.forwarded}
        sent = {name.replace("_", "-"): value for name, value in {**usual, **headers}.items() if value}
        url = f"http://{HOST}:{self.port}{path}"
        async with self.session.request(method, url, data=form, headers=sent, allow_redirects=False) as response:
            given = response.headers.getall("Set-Cookie", [])
            for one in given:
                name, _, value = one.partition(";")[0].partition("=")
                if value in ("", '""'):
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = value
            return Answer(response.status, dict(response.headers), await response.text(errors="replace"), tuple(given))


@asynccontextmanager
async def running_console(
    town: Town,
    origin: str = "https://console.example.nl",
    *,
    change: Callable[[web.Application], None] | None = None,
    tiles: str = "",
    provider: Mapping[str, object] | None = None,
    port: int = 0,
) -> AsyncIterator[Visitor]:
    """Serve the console of this town within the block, as the program does; give a first visitor. `{port}` in the
    origin stands for the port at which it listens; `change` alters the application first, as the demo does; `tiles` is
    the address of a tile server; `provider`: settings of an identity provider; `port`: where it listens, by default at
    a free one."""
    port = port or free_port()
    origin = origin.replace("{port}", str(port))
    async with town.storage.transaction() as uow:
        await uow.facts.put(ADDRESS_FACT, origin)
        await uow.facts.put(ISSUER_FACT, str((provider or {}).get("oidc_issuer", "")))
    given: dict[str, object] = {"tile_url": SecretStr(tiles), "tile_attribution": "Kaart © Test", **(provider or {})}
    settings = SETTINGS.model_copy(update={"console_url": origin, "telegram_token": SecretStr(TOKEN), **given})
    app = await build_console(settings, town.clock, town.storage, BOT_NAME, after_commit=town.outbox.wake)
    if change is not None:
        change(app)
    jar = aiohttp.DummyCookieJar()
    async with (
        listening(Listener(app, HOST, port, "WEES_ALERT_CONSOLE_PORT", "console"), Meter()),
        aiohttp.ClientSession(cookie_jar=jar) as session,
    ):
        yield Visitor(port, origin, session)
