"""Tests of the check of the webhook at Telegram: what is ours is set again, and other trouble is reported."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from telegram.error import TelegramError

from bot.cli.doctor import examine
from bot.incoming.inbox import ALLOWED_UPDATES
from bot.incoming.webhook import MENDED_OFTEN, Webhook
from bot.incoming.webhook_state import RECENT, WebhookState, judge, webhook_state
from bot.metrics import Meter
from tests.bot.bot_api import TOKEN, BotApi, Raw, running_bot_api
from tests.bot.odd import some_payloads
from tests.bot.town import BEGIN, Town

URL = "https://wees.example/telegram/in"
WELL: dict[str, Any] = {"url": URL, "pending_update_count": 0, "allowed_updates": ALLOWED_UPDATES}
ERROR = {"last_error_message": "Wrong response from the webhook: 403 Forbidden", "pending_update_count": 3}
ILL: dict[str, dict[str, Any]] = {
    "removed": {"url": "", "pending_update_count": 4},
    "another's": {**WELL, "url": "https://other.example/"},
    "almost ours": {**WELL, "url": URL + "/"},
    "too few kinds": {**WELL, "allowed_updates": ["message"]},
    "the usual kinds": {"url": URL, "pending_update_count": 0},
    "refused": {**WELL, **ERROR, "last_error_date": int(BEGIN.timestamp())},
    "no connection": {
        **WELL,
        "pending_update_count": 1,
        "last_error_message": "SSL error {error:0A000086:SSL routines::certificate verify failed}",
        "last_error_date": int(BEGIN.timestamp()) - 60,
    },
    "not synchronised": {**WELL, "pending_update_count": 2, "last_synchronization_error_date": int(BEGIN.timestamp())},
}


@asynccontextmanager
async def _hook(town: Town) -> AsyncIterator[tuple[Webhook, BotApi, Meter]]:
    meter = Meter()
    async with running_bot_api() as (api, bot, _):
        yield Webhook(bot, town.inbox, url=URL, secret="Geheim_-1", clock=town.clock, meter=meter), api, meter


def _asked(api: BotApi) -> list[str]:
    return [api.calls.get_nowait()[0] for _ in range(api.calls.qsize())]


async def test_a_webhook_that_fares_well_is_left_alone(town: Town) -> None:
    """A webhook without trouble is left alone, and counts as a sign of life without any update."""
    async with _hook(town) as (webhook, api, meter):
        api.results["getWebhookInfo"] = {**WELL, **ERROR, "last_error_date": int((BEGIN - RECENT).timestamp())}
        await webhook.check()
        assert ["getWebhookInfo"] == _asked(api)
        assert "" == webhook.liveness.problem
        assert webhook.liveness.age < 60
        assert 1 == meter.registry.get_sample_value("wees_alert_webhook_well")
        assert 3 == meter.registry.get_sample_value("wees_alert_webhook_waiting")


@pytest.mark.parametrize("ill", ILL.values(), ids=ILL)
async def test_what_is_ours_is_set_again(town: Town, ill: dict[str, Any]) -> None:
    """A wrong address, kind of update or secret is set again, and when that helps the state is good at once."""
    async with _hook(town) as (webhook, api, meter):
        api.results["getWebhookInfo"] = ill
        await webhook.check()
        assert ["getWebhookInfo", "setWebhook", "getWebhookInfo"] == _asked(api)
        assert webhook.liveness.problem
        assert 0 == meter.registry.get_sample_value("wees_alert_webhook_well")
        api.results["getWebhookInfo"] = WELL
        await webhook.check()
        assert "" == webhook.liveness.problem


async def test_what_another_program_sets_each_time_stays_said(town: Town) -> None:
    """When another program sets the webhook each time, the state stays bad, although setting it again helps until the
    next check."""
    async with _hook(town) as (webhook, api, _):
        answer: list[dict[str, Any]] = []
        set_webhook = webhook._bot.set_webhook

        async def taken_away_later(*given: Any, **more: Any) -> bool:
            api.results["getWebhookInfo"] = WELL
            return await set_webhook(*given, **more)

        object.__setattr__(webhook, "_bot", _Also(webhook._bot, taken_away_later))
        for number in range(1, MENDED_OFTEN + 1):
            api.results["getWebhookInfo"] = ILL["removed"]
            await webhook.check()
            assert ("" == webhook.liveness.problem) is (number < MENDED_OFTEN), answer


class _Also:
    """A bot with another way to set a webhook."""

    def __init__(self, bot: Any, set_webhook: Any) -> None:
        self._bot = bot
        self.set_webhook = set_webhook

    def __getattr__(self, name: str) -> Any:
        return getattr(self._bot, name)


async def test_when_telegram_does_not_tell_it_is_said_after_a_while(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When getWebhookInfo fails it is reported after a while; one lost answer means nothing."""
    async with _hook(town) as (webhook, api, _):
        api.results["getWebhookInfo"] = WELL
        await webhook.check()
        api.raw = Raw(b"", 502)
        await webhook.check()
        assert "" == webhook.liveness.problem
        monkeypatch.setattr("bot.incoming.webhook.UNASKED_SECONDS", -1)
        await webhook.check()
        assert "does not tell" in webhook.liveness.problem


async def test_an_odd_answer_is_no_state() -> None:
    """An invalid answer is no state, whatever its shape."""
    async with running_bot_api() as (api, bot, _):
        for payload in some_payloads(150):
            api.raw = Raw(payload)
            with pytest.raises(TelegramError):
                await webhook_state(bot)


@given(...)
def test_an_old_error_or_one_without_consequence_is_none(waiting: bool, seconds: int) -> None:
    """An error counts only when an update waits and the error is recent."""
    seconds = abs(seconds) % 86_400
    failed_at = datetime(2026, 1, 1, tzinfo=UTC)
    state = WebhookState(URL, int(waiting), failed_at, "x", frozenset(ALLOWED_UPDATES))
    found = judge(state, URL, ALLOWED_UPDATES, failed_at + timedelta(seconds=seconds))
    assert bool(found.problem) is (waiting and seconds < RECENT.total_seconds())


@pytest.mark.parametrize(
    ("info", "url", "said"),
    [
        (WELL, URL, "ok    webhook: is set, 0 updates wait"),
        (ILL["removed"], URL, "FAIL  webhook: the webhook was removed"),
        ({**WELL, "url": "https://other.example/"}, URL, "FAIL  webhook: another program set"),
        (WELL, "", "FAIL  webhook: another program set a webhook"),
        ({"url": "", "pending_update_count": 0}, "", None),
    ],
)
async def test_the_doctor_asks_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, info: dict[str, Any], url: str, said: str | None
) -> None:
    """The doctor checks the webhook beside the running bot, and also where there should be none."""
    lines: list[str] = []
    async with running_bot_api() as (api, bot, _):
        api.results |= {"getWebhookInfo": info, "getMe": json.loads(json.dumps(bot.bot.to_dict()))}
        settings = {"TELEGRAM_API_URL": bot.base_url.partition("/bot")[0], "TELEGRAM_TOKEN": TOKEN}
        settings |= {"DATABASE_URL": f"sqlite:///{tmp_path}/x.db", "WEBHOOK_URL": url, "WEBHOOK_SECRET": "Geheim_-1"}
        for name, value in settings.items():
            monkeypatch.setenv(f"WEES_ALERT_{name}", value)
        await examine(lines.append)
    found = [line for line in lines if " webhook: " in line]
    assert [True] * bool(said) == [line.startswith(said or "") for line in found]
