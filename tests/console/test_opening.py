"""Tests of the console's settings, and of its opening by the program."""

import json
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import WrongSettings
from bot.settings import Settings, load_settings
from bot.wiring import open_program
from tests.bot.bot_api import TOKEN, running_bot_api
from tests.ports import HOST, free_port

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
