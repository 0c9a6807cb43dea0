"""The world of a scenario: the real program as a process, a Telegram stand-in as another, and people with phones."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from alerts.ports import Storage
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from bot.demo.cast import Words
from bot.demo.neighbourhood import POSTCODES, let_police_send_alone, seed, shops
from bot.demo.phone import Phone
from bot.demo.playground import TOKEN, USERNAME, Playground, ended, running_playground, without_settings
from bot.imports.postcode_table import read_postcodes
from bot.settings import Settings
from bot.wiring import open_database
from tests.patience import PATIENCE
from tests.sqlite import make_database

DATABASE = "wees-alert.db"
HEADS = "audit-heads.txt"


@dataclass(slots=True)
class World:
    """One bot, one stand-in, and a directory with all the bot's files."""

    playground: Playground
    directory: Path
    words: Words = field(default_factory=Words)
    settings: dict[str, str] = field(default_factory=dict)  # further settings, without their prefix
    _bot: asyncio.subprocess.Process | None = None
    _administrator: Phone | None = None

    async def start(self) -> None:
        """Run the bot until it asks Telegram who it is. Updates from before it listens wait for it."""
        assert self._bot is None, "one bot at a time"
        since = self.playground.seq
        with (self.directory / "bot.log").open("ab") as log:
            self._bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=self.directory,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        await self.playground.called("getMe", after=since, within=PATIENCE)

    async def kill(self) -> None:
        """Kill the bot as a power cut would."""
        assert self._bot is not None, "it was started"
        self._bot.kill()
        await self._bot.wait()
        self._bot = None

    async def stop(self) -> int | None:
        """Ask the bot to stop and return its exit code."""
        if self._bot is None:
            return None
        bot, self._bot = self._bot, None
        await ended(bot)
        return bot.returncode

    async def restart(self) -> None:
        """Kill the bot and start it again."""
        await self.kill()
        await self.start()

    async def command(self, *arguments: str) -> str:
        """Run `wees-alert` with the same settings and return its output."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=self.directory,
            env=self._environment(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        async with asyncio.timeout(PATIENCE):
            output = (await process.communicate())[0].decode()
        assert process.returncode == 0, output
        return output

    async def coordinator(self, role: str = "police", scope: str = "2900-3099", link: str = "") -> Phone:
        """Return a person who followed a link of the command line for a coordinator; by default for a common kind."""
        phone = await self.playground.person(role)
        await phone.follow(link or await self._role_link(role, scope))
        await phone.expect(self.words("role-menu"))
        return phone

    async def given_role(self, link: str) -> Phone:
        """Return a person who followed a coordinator's link for a role, which the administrator confirmed."""
        phone = await self.playground.person("manager")
        await phone.follow(link)
        await phone.expect(self.words("grant-waits-how"))
        await self.confirm()
        await phone.expect(self.words("role-menu"))
        return phone

    async def administrator(self) -> Phone:
        """Return the administrator of the country, who confirms roles; always the same person."""
        if self._administrator is None:
            self._administrator = await self.coordinator("administrator", "national")
        return self._administrator

    async def confirm(self) -> None:
        """Let the administrator confirm the newest request that waits for a second person."""
        administrator = await self.administrator()
        await administrator.type("/beheer")
        await administrator.expect(self.words("admin-what"))
        await administrator.tap(self.words("admin-waiting"))
        await administrator.expect(self.words("grant-check"))
        await administrator.tap(self.words("grant-yes"))
        await administrator.expect(self.words("grant-is-confirmed-by-you"))

    async def _role_link(self, role: str, scope: str) -> str:
        """Make a role link beside the bot: starting the program for every link would take most of the time of the
        tests."""
        async with self.database(owner=False) as storage, storage.transaction() as uow:
            created = await create_role_invite(uow, Role(role), parse_scope(scope), now=datetime.now(UTC))
        return f"https://t.me/{USERNAME}?start={created.secret}"

    async def settle_neighbourhood(self) -> dict[str, Phone]:
        """Insert the demo's shops before the bot starts, and return their phones by name."""
        async with self.database() as storage:
            await seed(storage, datetime.now(UTC))
        users = [{"id": shop.user_id, "first_name": shop.name, "started": True} for shop in shops()]
        await self.playground.post("users/bulk", users=users)
        return {shop.name: Phone(self.playground, shop.user_id, shop.name) for shop in shops()}

    async def load_postcodes(self) -> None:
        """Load the demo's postcode table, before the bot starts."""
        await make_database(self.directory / DATABASE)
        rows = (await read_postcodes(str(POSTCODES))).rows
        async with self.database() as storage, storage.transaction() as uow:
            await uow.postcodes.replace_all(rows)
            await let_police_send_alone(uow, rows)

    @asynccontextmanager
    async def database(self, *, owner: bool = True) -> AsyncIterator[Storage]:
        """Open the bot's database: as its owner while the bot does not run, otherwise beside it."""
        storage = await open_database(self._settings(), owner=owner)
        try:
            yield storage
        finally:
            await storage.close()

    def bytes_kept(self) -> bytes:
        """Return every byte of every file of the bot: the database with its logs, and its own log."""
        return b"".join(path.read_bytes() for path in sorted(self.directory.iterdir()) if path.is_file())

    def log(self) -> str:
        """Return the bot's log."""
        path = self.directory / "bot.log"
        return path.read_text() if path.exists() else ""

    def _settings(self) -> Settings:
        return Settings.model_construct(database_url=f"sqlite:///{self.directory / DATABASE}")

    def _environment(self) -> dict[str, str]:
        return {
            **without_settings(os.environ),
            "WEES_ALERT_TELEGRAM_TOKEN": TOKEN,
            "WEES_ALERT_TELEGRAM_API_URL": self.playground.url,
            "WEES_ALERT_DATABASE_URL": f"sqlite:///{DATABASE}",
            "WEES_ALERT_CHAT_RATE": "1000",
            "WEES_ALERT_AUDIT_HEAD_FILE": HEADS,
            **{f"WEES_ALERT_{name}": value for name, value in self.settings.items()},
        }


@asynccontextmanager
async def a_world(directory: Path) -> AsyncIterator[World]:
    """Yield a running stand-in and a bot that is not started yet, and end both with the test."""
    async with running_playground() as playground:
        world = World(playground, directory)
        try:
            yield world
        finally:
            await world.stop()
            assert TOKEN not in world.log(), "the token is in no line"
