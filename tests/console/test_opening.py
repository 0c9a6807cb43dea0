"""Tests of the console's settings, and of its opening by the program."""

import json
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from alerts.account import ISSUER_FACT
from alerts.clock import SystemClock
from alerts.member import Language
from alerts.services.member.become_member import become_member
from bot.errors import WrongSettings
from bot.settings import Settings, load_settings
from bot.wiring import open_program
from storage import open_storage
from tests.bot.bot_api import TOKEN, running_bot_api
from tests.ports import HOST, free_port

ROOT = Path(__file__).parents[2]
MISFITS = (
    "console.example.nl",
    "http://console.example.nl",
    "https://x.nl/path",
    "https://a:b@x.nl",
    "http://localhost",
)


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("https://Console.example.nl/", "https://console.example.nl"),
        ("https://console.example.nl:443", "https://console.example.nl"),
        ("https://console.example.nl:8443", "https://console.example.nl:8443"),
        ("http://localhost:8081", "http://localhost:8081"),
        ("", ""),
    ],
)
def test_the_address_is_kept_as_browsers_write_it(monkeypatch: pytest.MonkeyPatch, given: str, origin: str) -> None:
    """An address becomes the origin that browsers send."""
    monkeypatch.setenv("WEES_ALERT_CONSOLE_URL", given)
    assert origin == load_settings(None).console_url


@pytest.mark.parametrize("given", MISFITS)
def test_another_address_stops_the_start(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """An address that browsers do not treat as secure, or that has more than a host, is refused with one line."""
    monkeypatch.setenv("WEES_ALERT_CONSOLE_URL", given)
    with pytest.raises(WrongSettings, match=r"^WEES_ALERT_CONSOLE_URL: must be https://"):
        load_settings(None)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "https://tiles.example.nl/{z}/{x}/{y}.png",
        "https://tiles.example.nl:8443/map/{z}/{y}/{x}?key=abc",
        "http://127.0.0.1:8090/{z}/{x}/{y}.webp",
    ],
)
def test_a_tile_server_is_named_with_its_owner(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """An address of tiles is kept when the words for its owner stand beside it."""
    monkeypatch.setenv("WEES_ALERT_TILE_URL", given)
    monkeypatch.setenv("WEES_ALERT_TILE_ATTRIBUTION", "Kaart © Example")
    settings = load_settings(None)
    assert given == settings.tile_url.get_secret_value()
    assert ("abc" in settings.secrets) == ("key=" in given)


@pytest.mark.parametrize(
    ("given", "attribution"),
    [
        ("https://tiles.example.nl/{z}/{x}/{y}.png", " "),
        ("http://tiles.example.nl/{z}/{x}/{y}.png", "Kaart © Example"),
        ("https://tiles.example.nl/{z}/{x}.png", "Kaart © Example"),
        ("https://{s}.example.nl/{z}/{x}/{y}.png", "Kaart © Example"),
        ("https://tiles.example.nl/{z}/{x}/{y}{r}.png", "Kaart © Example"),
        ("https://a:b@tiles.example.nl/{z}/{x}/{y}.png", "Kaart © Example"),
        ("https://tiles.example.nl{z}/{x}/{y}", "Kaart © Example"),
        ("file:///{z}/{x}/{y}", "Kaart © Example"),
    ],
)
def test_another_tile_server_stops_the_start(monkeypatch: pytest.MonkeyPatch, given: str, attribution: str) -> None:
    """An address without https, with other parts, or without its owner is refused in one line that does not repeat
    it."""
    monkeypatch.setenv("WEES_ALERT_TILE_URL", given)
    monkeypatch.setenv("WEES_ALERT_TILE_ATTRIBUTION", attribution)
    with pytest.raises(WrongSettings, match=r"^WEES_ALERT_TILE_(URL|ATTRIBUTION): must ") as refused:
        load_settings(None)
    assert "example" not in str(refused.value)


async def test_the_program_opens_it_only_with_an_address(tmp_path: Path) -> None:
    """With an address the console listens at its port; without one nothing does."""
    async with running_bot_api() as (api, bot, _), aiohttp.ClientSession() as session:
        api.results["getMe"] = json.loads(json.dumps(bot.bot.to_dict()))
        for url in ("https://console.example.nl", ""):
            settings = Settings(
                telegram_token=SecretStr(TOKEN),
                telegram_api_url=bot.base_url.partition("/bot")[0],
                database_url=f"sqlite:///{tmp_path}/{len(url)}.db",
                console_url=url,
                console_port=free_port(),
            )
            at = f"http://{HOST}:{settings.console_port}/"
            async with open_program(settings) as program:
                if not url:
                    with pytest.raises(aiohttp.ClientConnectionError):
                        await session.get(at)
                    continue
                async with session.get(at, headers={"Host": "console.example.nl"}) as answer:
                    assert 200 == answer.status
                    assert f"https://t.me/{program.bot_name}" in await answer.text()


async def test_sessions_of_an_earlier_provider_end_at_the_start(tmp_path: Path) -> None:
    """The program stores which provider counts, and ends the sessions that began at another one."""
    database, now, issuer = f"sqlite:///{tmp_path}/one.db", SystemClock().now(), "https://login.example.nl"
    storage = await open_storage(database, owner=True)
    async with storage.transaction() as uow:
        for ref, name in enumerate((issuer, "https://earlier.example.nl"), start=5):
            member = await become_member(uow, "telegram", str(ref), language=Language.DUTCH, now=now)
            identity = await uow.accounts.add_identity(member.id, name, "piet", now)
            await uow.accounts.begin_session(name, identity, now)
    await storage.close()
    async with running_bot_api() as (api, bot, _):
        api.results["getMe"] = json.loads(json.dumps(bot.bot.to_dict()))
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api_url=bot.base_url.partition("/bot")[0],
            database_url=database,
            console_url="https://console.example.nl",
            console_port=free_port(),
            oidc_issuer=issuer,
            oidc_client_id="wees-alert",
            oidc_client_secret=SecretStr("x"),
            oidc_name="Gemeente Capelle",
            oidc_amr="mfa",
        )
        async with open_program(settings):
            pass
    storage = await open_storage(database, owner=True)
    async with storage.reading() as uow:
        assert issuer == await uow.facts.get(ISSUER_FACT)
        assert await uow.accounts.session(issuer, now) is not None
        assert await uow.accounts.session("https://earlier.example.nl", now) is None
    await storage.close()


def test_without_a_provider_nothing_of_it_is_loaded() -> None:
    """The libraries of OpenID Connect are loaded only where a provider is set."""
    command = [sys.executable, "-c", "import bot.console_wiring, bot.cli.commands, sys; print(*sys.modules)"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert "console.app" in loaded
    assert [] == [one for one in loaded if one.partition(".")[0] in ("authlib", "joserfc")]
