"""Tests that the token, the database's password and the webhook's secret are in no output of the program."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
from aiohttp import web

from bot.demo.playground import without_settings
from bot.errors import WrongSettings
from bot.logs import hide, redacted
from bot.settings import load_settings
from tests.conftest import SECRETS as SUITE_SECRETS
from tests.ports import free_port
from tests.postgres import PostgresServer

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[2]
TOKEN = "7712345678:AAoftheseattacks_0123456789-abcdef"
PASSWORD = "Wacht/woord@9xQz!"
WEBHOOK_SECRET = "webhook-Secret_0123"
SECRETS = (TOKEN, TOKEN.partition(":")[2], PASSWORD, quote(PASSWORD, safe=""), WEBHOOK_SECRET)
BOT = {"id": 7712345678, "is_bot": True, "first_name": "Wees Alert", "username": "wees_alert_bot"}

# A crash with all secrets in it, in the main thread, in another one, and where no code can catch it.
CRASH = """
import sys, threading
import bot.cli.commands

class Ugly:
    def __init__(self, text): self.text = text
    def __del__(self): raise OSError(self.text)

async def crash(settings):
    token, url = settings.token(), settings.database_url
    thread = threading.Thread(target=lambda: open(f"/nowhere/{token}/{url}"))
    thread.start(); thread.join()
    Ugly(f"{token} {url}")
    try:
        raise ConnectionError(f"https://api.telegram.org/bot{token}/getMe")
    except ConnectionError as error:
        raise RuntimeError(f"{url} {settings.webhook_secret.get_secret_value()} {settings!r}") from error

bot.cli.commands._serve = crash
sys.argv = ["wees-alert", "run"]
bot.cli.commands.main()
"""
# A program that ends as pg_dump does when it fails, and prints all it knows.
TALKATIVE_DUMP = '#!/bin/sh\necho "arguments: $*" > arguments\necho "$PGPASSWORD $PGUSER $PGDATABASE" >&2\nexit 1\n'


def must_be_clean(output: str) -> None:
    """Check that no secret is in the output, whole, by its half, or written as in a URL."""
    assert [] == [secret for secret in SECRETS if secret in output]


@pytest.fixture
async def url(postgres: PostgresServer, postgres_url: str) -> str:
    """The address of the database with a user and password of this test alone."""
    await postgres.execute("DROP ROLE IF EXISTS spion")
    await postgres.execute(f"CREATE ROLE spion LOGIN SUPERUSER PASSWORD '{PASSWORD}'")
    return postgres_url.replace("wees:geheim", f"spion:{quote(PASSWORD, safe='')}")


def _environment(url: str, **settings: str) -> dict[str, str]:
    given = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://127.0.0.1:9",
        "WEBHOOK_SECRET": WEBHOOK_SECRET,
        "DATABASE_URL": url,
        **settings,
    }
    named = {f"WEES_ALERT_{name}": value for name, value in given.items()}
    return {**without_settings(os.environ), **named, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}


def _program(cwd: Path, url: str, *arguments: str, path: str = "", **settings: str) -> tuple[int, str]:
    environment = _environment(url, **settings)
    done = subprocess.run(
        [sys.executable, *(arguments or ("-m", "bot", "run"))],
        check=False,
        cwd=cwd,
        env={**environment, "PATH": f"{path}:{environment['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    must_be_clean(done.stdout)
    return done.returncode, done.stdout


class RudeTelegram:
    """A Telegram that knows the bot, and answers other requests with their address, or not at all."""

    def __init__(self) -> None:
        self.polls = asyncio.Queue[int]()
        self.sends = asyncio.Queue[str]()
        self._count = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer any request."""
        match request.match_info["method"]:
            case "getMe":
                return web.json_response({"ok": True, "result": BOT})
            case "deleteWebhook":
                return web.json_response({"ok": True, "result": True})
            case "getUpdates":
                return await self._poll(request)
            case method:
                self.sends.put_nowait(method)
                return self._refuse(request, 400)

    async def _poll(self, request: web.Request) -> web.StreamResponse:
        self._count += 1
        self.polls.put_nowait(self._count)
        if self._count == 1:
            return web.json_response({"ok": True, "result": [_start()]})
        await asyncio.sleep(0.05)
        if self._count % 3 == 0:
            assert request.transport is not None, "it is there"
            request.transport.close()
        if self._count % 3 == 1:
            return web.Response(text=f"<html>{request.url}</html>", status=502)
        return self._refuse(request, 500)

    @staticmethod
    def _refuse(request: web.Request, code: int) -> web.Response:
        said = {"ok": False, "error_code": code, "description": f"Bad Request: {request.url} of {TOKEN}"}
        return web.json_response(said, status=code)


def _start() -> dict[str, object]:
    person = {"id": 5, "is_bot": False, "first_name": "Iemand"}
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    chat = {"id": 5, "type": "private", "first_name": "Iemand"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": "/start", "entities": command}
    return {"update_id": 1, "message": message}


@asynccontextmanager
async def _rude_telegram() -> AsyncIterator[tuple[RudeTelegram, str]]:
    rude, app = RudeTelegram(), web.Application()
    app.router.add_route("*", "/bot{token}/{method}", rude.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield rude, f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_running_program_prints_no_secret_until_it_is_aborted(
    tmp_path: Path, postgres: PostgresServer, url: str
) -> None:
    """A running program prints no secret in any log line, with a Telegram that repeats addresses, a server that ends
    connections, its health pages, its arguments, its stored data, and the stack of an abort."""
    log, port = tmp_path / "log", free_port()
    async with _rude_telegram() as (rude, api_url), asyncio.timeout(120):
        debugging = {"PYTHONASYNCIODEBUG": "1"}
        settings = _environment(url, TELEGRAM_API_URL=api_url, HEALTH_PORT=str(port), LOG_LEVEL="debug")
        with log.open("wb") as file:
            program = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), cwd=tmp_path, env=settings | debugging, stdout=file, stderr=file
            )
        try:
            while await rude.polls.get() < 5:
                pass
            while await rude.sends.get() != "sendMessage":
                pass
            pages = [await _page(port, name) for name in ("healthz", "metrics")]
            arguments = await asyncio.to_thread(Path(f"/proc/{program.pid}/cmdline").read_text)
            await postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'spion'")
            while "not_leading" not in log.read_text():  # noqa: ASYNC110 -- a file has no event
                await asyncio.sleep(0.05)
        finally:
            program.send_signal(signal.SIGABRT)
            await program.wait()
    said = log.read_text()
    assert "Fatal Python error: Aborted" in said
    assert "not_receiving" in said
    assert "reply_not_sent" in said
    assert "[token]" in said or "[secret]" in said, "there was something to strike out"
    for output in (said, *pages, arguments, await _stored(postgres, url)):
        assert output
        must_be_clean(output)


async def _page(port: int, name: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{name}") as page:
        return await page.text()


async def _stored(postgres: PostgresServer, url: str) -> str:
    """Return everything in the database."""
    dump = await asyncio.create_subprocess_exec(
        postgres.program("pg_dump"), url, stdout=asyncio.subprocess.PIPE, env=dict(os.environ)
    )
    return (await dump.communicate())[0].decode()


def test_a_crash_prints_no_secret(tmp_path: Path) -> None:
    """A crash in the main thread, in another one, or while cleaning up prints a traceback without secrets."""
    url = f"postgresql://spion:{quote(PASSWORD, safe='')}@127.0.0.1:9/wees"
    code, said = _program(tmp_path, url, "-c", CRASH)
    assert 1 == code
    for event in ("thread_failed", "not_cleaned_up", "RuntimeError", "ConnectionError", "[secret]"):
        assert event in said


def test_no_command_prints_a_secret(tmp_path: Path, url: str) -> None:
    """No command prints a secret, whether it works or fails; programs that it starts do not get the password as an
    argument."""
    dump = tmp_path / "bin" / "pg_dump"
    dump.parent.mkdir()
    dump.write_text(TALKATIVE_DUMP)
    dump.chmod(0o755)
    code, said = _program(tmp_path, url, "-m", "bot", "backup", "copy.dump", path=str(dump.parent))
    assert (2, True) == (code, "[secret]" in said)
    must_be_clean((tmp_path / "arguments").read_text())
    assert "custom" in (tmp_path / "arguments").read_text()
    code, said = _program(tmp_path, url, "-m", "bot", "doctor")
    assert "FAIL  token" in said
    assert "whole" in said
    code, said = _program(tmp_path, url.replace("spion", "niemand"))
    assert (2, 1) == (code, len(said.splitlines()))


HOW_URLS_GO_WRONG: Mapping[str, str] = {
    "a password with an @": "postgresql://spion:Wacht@woord9xQz@db/wees",
    "a password with a slash": "postgresql://spion:Wacht/woord9xQz@db/wees",
    "another kind": "mysql://spion:Wacht-woord9xQz@db/wees",
    "no kind at all": "spion:Wacht-woord9xQz@db/wees",
}


@pytest.mark.parametrize("wrong", HOW_URLS_GO_WRONG.values(), ids=HOW_URLS_GO_WRONG.keys())
def test_a_wrong_database_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """An error about a wrong database names it without its password, or a half of it that might be taken for the
    host."""
    monkeypatch.setenv("WEES_ALERT_DATABASE_URL", wrong)
    with pytest.raises(WrongSettings, match=r"^WEES_ALERT_DATABASE_URL: ") as refused:
        load_settings(None)
    for part in ("Wacht", "woord9xQz"):
        assert part not in str(refused.value)


def test_settings_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings print no secret in any form, and redact theirs from any text, also as in a URL."""
    url = f"postgresql://spion:{quote(PASSWORD, safe='')}@db/wees?password=Andere.Plek9"
    for name, value in (("TELEGRAM_TOKEN", TOKEN), ("WEBHOOK_SECRET", WEBHOOK_SECRET), ("DATABASE_URL", url)):
        monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    settings = load_settings(None)
    try:
        must_be_clean(f"{settings!r} {settings} {settings.database_name}")
        told = redacted(f"{' '.join(SECRETS)} {url} Andere.Plek9 12:half-{TOKEN}")
    finally:
        hide()
    must_be_clean(told)
    assert "Andere.Plek9" not in told
    assert "spion" in told


@pytest.mark.parametrize(
    ("text", "is_secret"),
    [
        (f"bot{TOKEN}/getMe", True),
        (f"postgresql://spion:{PASSWORD}@db/wees", True),
        ("postgresql+asyncpg://wees:geheim@127.0.0.1/test_1", True),
        ("postgresql://wees:***@db/wees, postgresql://db/wees", False),
        ("2026-11-22 20:45:07 chat -1001234567890: handled", False),
    ],
)
def test_what_the_whole_suite_prints_is_looked_through(text: str, *, is_secret: bool) -> None:
    """The pattern that searches every test's captured output finds these secrets."""
    assert is_secret is (SUITE_SECRETS.search(text) is not None)
