"""Tests of the webhook: only Telegram is admitted, and it gets 200 when the update is stored."""

import asyncio
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.errors import CannotStart, WrongSettings
from bot.incoming.inbox import ALLOWED_UPDATES, Inbox
from bot.incoming.webhook import MOST_BYTES, SECRET_HEADER, Webhook
from bot.runtime.http_server import Listener, listening
from bot.settings import load_settings
from tests.bot.bot_api import BotApi, running_bot_api
from tests.bot.town import Town, open_flood_control
from tests.patience import PATIENCE

SECRET = "Geheim_-1"
URL = "https://wees.example/telegram/in"
UPDATE = {"update_id": 7, "message": {"chat": {"id": 5}, "text": "hallo"}}
Client = TestClient[Any, Any]


@asynccontextmanager
async def _open(inbox: Inbox) -> AsyncIterator[tuple[Client, Webhook, BotApi]]:
    async with running_bot_api() as (api, bot, _):
        webhook = Webhook(bot, inbox, url=URL, secret=SECRET)
        async with TestClient(TestServer(webhook.app())) as client:
            yield client, webhook, api


def _inbox(town: Town) -> Inbox:
    return Inbox(
        town.storage,
        town.clock,
        bot_id=1,
        handler=town.mailbox,
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )


async def _post(client: Client, body: bytes, secret: str | None = SECRET, path: str = "/telegram/in") -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with client.post(path, data=io.BytesIO(body), headers=headers) as response:
        return response.status


def _stored(directory: Path) -> list[int]:
    with closing(sqlite3.connect(directory / "town.db")) as database:
        return [number for (number,) in database.execute("SELECT update_id FROM updates ORDER BY id")]


async def test_200_is_said_when_the_update_is_on_disk(town: Town, tmp_path: Path) -> None:
    """At the moment of the 200 another process can read the update, and a repeat is recognised."""
    async with _open(_inbox(town)) as (client, webhook, _):
        assert 200 == await _post(client, json.dumps(UPDATE).encode())
        assert [7] == _stored(tmp_path)
        assert 200 == await _post(client, json.dumps(UPDATE).encode())
        assert [7] == _stored(tmp_path)
        assert 1 == len(town.mailbox.updates)
        assert webhook.liveness.age < 60


class _Held(Inbox):
    """An inbox whose commit never returns."""

    async def put(self, raw: Sequence[Mapping[str, Any]]) -> None:
        await asyncio.Event().wait()


class _Broken(Inbox):
    """An inbox whose database is full."""

    async def put(self, raw: Sequence[Mapping[str, Any]]) -> None:
        raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize("kind", [_Held, _Broken])
async def test_without_a_commit_telegram_is_told_to_come_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, kind: type[Inbox]
) -> None:
    """Without a commit Telegram gets an error, whether the database refuses or does not answer."""
    monkeypatch.setattr("bot.incoming.webhook.STORE_SECONDS", 0.05)
    inbox = kind(
        town.storage,
        town.clock,
        bot_id=1,
        handler=town.mailbox,
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    async with _open(inbox) as (client, _, _):
        assert 503 == await _post(client, json.dumps(UPDATE).encode())


@pytest.mark.parametrize(
    ("secret", "status"),
    [
        (None, 401),
        ("", 403),
        ("geheim", 403),
        (SECRET + "x", 403),
        (SECRET[:-1], 403),
        (SECRET[1:], 403),
        (SECRET.lower(), 403),
        ("x" * 4000, 403),
        ("gehéim\x80", 403),
    ],
)
async def test_without_the_secret_nobody_gets_in(town: Town, tmp_path: Path, secret: str | None, status: int) -> None:
    """Without the secret every request is refused, whatever else is right, and whatever bytes are tried."""
    async with _open(_inbox(town)) as (client, _, _):
        assert status == await _post(client, json.dumps(UPDATE).encode(), secret)
    assert [] == _stored(tmp_path)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[1]", 400),
        (b"{}", 400),
        (b'{"update_id": "7"}', 400),
        (b'{"update_id": true}', 400),
        (b'{"update_id": 7, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
        (b'{"update_id": 7, "x": ' + b'{"x":' * 50_000, 400),
        (b'{"update_id": 7, "x": "' + b"x" * MOST_BYTES + b'"}', 413),
    ],
)
async def test_what_is_no_update_is_refused(town: Town, tmp_path: Path, body: bytes, status: int) -> None:
    """A request that is no update is refused, and nothing of it is stored."""
    async with _open(_inbox(town)) as (client, _, _):
        assert status == await _post(client, body)
    assert [] == _stored(tmp_path)


async def test_there_is_no_other_way_in(town: Town) -> None:
    """Other paths and methods are refused."""
    async with _open(_inbox(town)) as (client, _, _):
        assert 404 == await _post(client, json.dumps(UPDATE).encode(), path="/")
        async with client.get("/telegram/in", headers={SECRET_HEADER: SECRET}) as response:
            assert 405 == response.status


async def test_telegram_is_told_where_to_come(town: Town) -> None:
    """The webhook is set with its secret, the kinds of updates that the bot handles, and the number of connections."""
    async with _open(_inbox(town)) as (_, webhook, api):
        running = asyncio.create_task(webhook.run())
        async with asyncio.timeout(PATIENCE):
            method, given = await api.calls.get()
        running.cancel()
    assert "setWebhook" == method
    assert (URL, SECRET, "40") == (given["url"], given["secret_token"], given["max_connections"])
    assert ALLOWED_UPDATES == json.loads(given["allowed_updates"])


@pytest.mark.parametrize("secret", [None, "", "met spatie", "gehéim", "x" * 257])
def test_without_a_good_secret_the_bot_does_not_start(monkeypatch: pytest.MonkeyPatch, secret: str | None) -> None:
    """Without a valid secret the bot does not start; the line names the setting and does not repeat its value."""
    monkeypatch.setenv("WEES_ALERT_WEBHOOK_URL", URL)
    if secret is not None:
        monkeypatch.setenv("WEES_ALERT_WEBHOOK_SECRET", secret)
    with pytest.raises(WrongSettings, match=r"^WEES_ALERT_WEBHOOK_SECRET: ") as caught:
        load_settings(None)
    assert not secret or secret not in str(caught.value)


@pytest.mark.parametrize(("api", "works"), [("https://api.telegram.org", False), ("http://127.0.0.1:8081", True)])
def test_telegram_itself_comes_by_https_only(monkeypatch: pytest.MonkeyPatch, api: str, *, works: bool) -> None:
    """Telegram needs https; a Bot API server of one's own may use http."""
    monkeypatch.setenv("WEES_ALERT_TELEGRAM_API_URL", api)
    monkeypatch.setenv("WEES_ALERT_WEBHOOK_URL", "http://127.0.0.1:8080/in")
    monkeypatch.setenv("WEES_ALERT_WEBHOOK_SECRET", SECRET)
    if works:
        assert SECRET == load_settings(None).webhook_secret.get_secret_value()
    else:
        with pytest.raises(WrongSettings, match=r"^WEES_ALERT_WEBHOOK_URL: must begin with https://"):
            load_settings(None)


async def test_a_port_that_is_taken_is_named() -> None:
    """A port in use is reported with its setting."""
    app = aiohttp.web.Application
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(CannotStart, match=rf"^WEES_ALERT_HEALTH_PORT: cannot listen at 127.0.0.1:{port}"):
            async with listening(Listener(app(), "127.0.0.1", port, "WEES_ALERT_HEALTH_PORT")):
                pass
