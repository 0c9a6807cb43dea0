"""Tests of a very long 429: it is obeyed for a quarter of an hour, then probed, shown, and ended by a command."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot

from alerts.clock import SystemClock
from alerts.errors import DeliveryError, Throttled
from alerts.role import Role
from bot.cli.doctor import examine
from bot.conversation.message import Message
from bot.metrics import Meter
from bot.outgoing.outbox import Outbox
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import EVERYTHING, RateLimiter
from bot.telegram_api.retry_after import LONGEST_SECONDS, PROBE_SECONDS, Closure
from tests.bot.administering import administrator
from tests.bot.bot_api import BotApi, Raw, running_bot_api
from tests.bot.outbox_world import SHOPS, START, World
from tests.bot.runtime.test_health import _Program
from tests.bot.town import Town
from tests.patience import PATIENCE
from texts.html import Html

A_DAY, CENTURIES = 86_400.0, 99_999_999_999.0
AN_INSTANT = 1e-3
lengths = st.one_of(st.floats(0.01, 1e9), st.sampled_from([1, 899, 900, 901, 1800, A_DAY, 1e9]))


@given(lengths, st.floats(0, 1e6), st.floats(0, 1e6))
def test_nothing_is_closed_for_longer_than_a_quarter_of_an_hour(seconds: float, at: float, later: float) -> None:
    """No closure lasts longer than a quarter of an hour, from an answer or from the database; a shorter one is obeyed
    exactly."""
    told, stored = Closure(), Closure()
    told.close(at, seconds)
    assert min(seconds, LONGEST_SECONDS) == pytest.approx(told.wait(at), abs=AN_INSTANT)
    stored.close_for(at, seconds)
    assert stored.wait(at) <= LONGEST_SECONDS + AN_INSTANT
    if seconds <= LONGEST_SECONDS:
        assert seconds == pytest.approx(stored.wait(at), abs=AN_INSTANT)
    before = stored.wait(at + later)
    stored.close_for(at + later, seconds - later)  # the same closure, read again
    assert before == pytest.approx(stored.wait(at + later), abs=AN_INSTANT)


@given(st.integers(2, 1000), st.floats(0, 899), st.floats(0, 899))
def test_every_process_probes_at_the_same_moments(quarters: int, first: float, second: float) -> None:
    """Every process probes at the same moments, also one that started later."""
    told = quarters * LONGEST_SECONDS
    closures = [Closure(), Closure(), Closure()]
    closures[0].close(0.0, told - 1)
    for one, at in zip(closures[1:], (first, second), strict=True):
        one.close_for(at, told - at)
    assert [LONGEST_SECONDS] * 3 == pytest.approx([one.until for one in closures])


@pytest.mark.parametrize("seconds", [901, A_DAY, 1e9])
def test_one_message_probes_and_the_others_wait_for_its_answer(seconds: float) -> None:
    """One message is a probe and the others wait for its answer: refused again, it stays closed; arrived, it opens."""
    limiter = RateLimiter(30, 28)
    limiter.close("7", 0.0, seconds)
    assert LONGEST_SECONDS == limiter.delivery_wait("7", 0.0)
    assert 0.0 == limiter.delivery_wait("8", 0.0)
    now = LONGEST_SECONDS
    assert 0.0 == limiter.delivery_wait("7", now)
    limiter.take("7", now, is_broadcast=True)
    assert PROBE_SECONDS == limiter.chat_wait("7", now)
    assert limiter.closed_for("7", now) <= 0, "the probe itself may go"
    limiter.close("7", now + 1, A_DAY)
    assert LONGEST_SECONDS == limiter.chat_wait("7", now + 1)
    now = 2 * LONGEST_SECONDS + 1
    limiter.take("7", now, is_broadcast=True)
    limiter.arrived("7", now + 1)
    assert 0.0 == limiter.chat_wait("7", now + 2)
    assert {"7"} == limiter.news().opened


def test_when_all_is_closed_one_message_probes_for_all() -> None:
    """When everything is closed, the next message is the probe for all."""
    limiter = RateLimiter(30, 28)
    limiter.close_for(EVERYTHING, 0.0, 4 * LONGEST_SECONDS)
    limiter.arrived("9", 1.0)  # it was under way
    assert LONGEST_SECONDS == limiter.broadcast_wait(0.0) == limiter.overall_wait(0.0)
    now = LONGEST_SECONDS
    assert 0.0 == limiter.broadcast_wait(now)
    limiter.take("7", now, is_broadcast=True)
    assert PROBE_SECONDS == limiter.broadcast_wait(now) == limiter.overall_wait(now)
    limiter.arrived("7", now + 1)
    assert 0.0 == limiter.broadcast_wait(now + 1)


def test_a_probe_of_which_nobody_can_tell_is_followed_by_another() -> None:
    """A probe with an unknown outcome is followed by another one after half a minute."""
    limiter = RateLimiter(30, 28)
    limiter.close("7", 0.0, A_DAY)
    limiter.take("7", LONGEST_SECONDS, is_broadcast=True)
    assert 0.0 == limiter.chat_wait("7", LONGEST_SECONDS + PROBE_SECONDS)


def _refusing(api: BotApi, seconds: float) -> None:
    body = {"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": seconds}}
    api.raw = Raw(json.dumps(body).encode(), 429)


def _messenger(bot: Bot) -> Messenger:
    return Messenger(bot, RateLimiter(1e6, 1e6, chat_rate=1e6), Meter())


async def _agree(town: Town, messenger: Messenger) -> dict[str, float]:
    async with town.storage.transaction() as uow:
        messenger.closures.agreed(await messenger.closures.agree(uow, town.clock.now()))
        return dict(await uow.closures.left(town.clock.now()))


@pytest.mark.parametrize("seconds", [A_DAY, CENTURIES])
async def test_it_is_said_kept_over_a_restart_and_ended_by_an_administrator(
    town: Town, capsys: pytest.CaptureFixture[str], seconds: float
) -> None:
    """A closure by an answer is stored over a restart, and only an administrator may end it."""
    admin, police = await administrator(town), await town.coordinator(1)
    async with running_bot_api() as (api, bot, _):
        first = _messenger(bot)
        _refusing(api, seconds)
        with pytest.raises(Throttled):
            await first.send("5", Message(Html("x")))
        assert "closed_for_long" in capsys.readouterr().out
        assert min(seconds, 1e9) <= (await _agree(town, first))["5"] + 1
        restarted = _messenger(bot)
        await _agree(town, restarted)
        assert 0 < restarted._limiter.closed_for("5", asyncio.get_running_loop().time()) <= LONGEST_SECONDS
        await police.types("/hervat")
        assert police.t("not-allowed-administer") in police.last.text
        assert ["5"] == list(await _agree(town, restarted))
        await admin.types("/hervat")
        assert admin.t("admin-resumed", count=1) == admin.last.text
        for messenger in (first, restarted):
            assert {} == await _agree(town, messenger)
            assert not messenger.closures.is_closed_long()
        api.raw = None
        api.results["sendMessage"] = {"message_id": 7, "chat": {"id": 5}}
        await first.send("5", Message(Html("x")))
    await admin.types("/resume")
    assert admin.t("admin-resumed-nothing") == admin.last.text


async def test_what_a_probe_found_open_is_open_for_all(town: Town) -> None:
    """When a probe arrives, the database and so the other processes are told that it is open."""
    async with running_bot_api() as (api, bot, _):
        api.results["sendMessage"] = {"message_id": 7, "chat": {"id": 5}}
        one, other = _messenger(bot), _messenger(bot)
        async with town.storage.transaction() as uow:
            await uow.closures.put(EVERYTHING, 2 * LONGEST_SECONDS, town.clock.now())
        for messenger in (one, other):
            await _agree(town, messenger)
        closure = one._limiter._closures[EVERYTHING]
        closure.until = 0.0  # the quarter of an hour has passed
        await one.send("5", Message(Html("x")))
        assert {} == await _agree(town, one)
        await _agree(town, other)
        assert other.closures.all_closed_for() <= 0


@pytest.mark.parametrize("closed", [EVERYTHING, "5"])
@pytest.mark.parametrize(
    ("status", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (400, "Bad Request: message is too long"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat"),
    ],
)
async def test_a_refusal_of_a_probe_opens_as_well(status: int, description: str, closed: str) -> None:
    """Another refusal than a 429 opens the closure too, because Telegram answers again."""
    async with running_bot_api() as (api, bot, _):
        messenger = _messenger(bot)
        messenger.closures.close_for(closed, 2 * LONGEST_SECONDS)
        messenger._limiter._closures[closed].until = 0.0  # the quarter of an hour has passed
        body = {"ok": False, "error_code": status, "description": description}
        if "upgraded" in description:
            body["parameters"] = {"migrate_to_chat_id": -1005}
        api.raw = Raw(json.dumps(body).encode(), status)
        with pytest.raises(DeliveryError):
            await messenger.send("5", Message(Html("x")))
        assert frozenset({closed}) == messenger._limiter.news().opened
        assert messenger._limiter.chat_wait("6", asyncio.get_running_loop().time()) <= 0


async def test_an_answer_gives_up_while_all_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer gives up while everything is closed, so that the next update of its chat, such as the command that ends
    it, is handled."""
    monkeypatch.setattr("bot.telegram_api.messenger.IN_VAIN_SECONDS", 0.0)
    async with running_bot_api() as (_, bot, _):
        messenger = _messenger(bot)
        messenger.closures.close_for(EVERYTHING, A_DAY)
        async with asyncio.timeout(PATIENCE):
            with pytest.raises(Throttled):
                await messenger.send("5", Message(Html("x")))


async def test_all_that_waits_goes_when_the_closure_is_ended(world: World) -> None:
    """When the closure is ended, everything that waits is sent without a restart."""
    async with world.storage.transaction() as uow:
        await uow.closures.put(EVERYTHING, A_DAY, START)
    outbox = world.outbox()
    looked = _looked(outbox)
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(PATIENCE):
        await looked.wait()
    assert [] == world.messenger.sent
    async with world.storage.transaction() as uow:
        assert 1 == await uow.closures.clear(START + timedelta(seconds=1))
    progress = await world.deliver(outbox=outbox, running=running)
    assert SHOPS == progress.sent


def _looked(outbox: Outbox) -> asyncio.Event:
    """Return an event that is set when the outbox has looked for work a second time."""
    looked, rounds, round_ = asyncio.Event(), 0, outbox.round

    async def counted() -> bool:
        nonlocal rounds
        rounds += 1
        if rounds == 2:
            looked.set()
        return await round_()

    outbox.round = counted  # type: ignore[method-assign]
    return looked


async def test_it_is_shown_to_the_operator(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closure of everything is in /healthz and the doctor, closures of chats in the doctor and the metrics."""
    program = _Program(town)
    await program.works()
    assert {} == await program.ills()
    async with town.storage.transaction() as uow:
        await uow.closures.put("5", A_DAY, town.clock.now())
        await uow.closures.put("6", 5, town.clock.now())
    assert {} == await program.ills()
    assert '"chats_closed_long": 1' in (await program.asked("/healthz"))[1]
    assert "wees_alert_closed_chats 2.0" in (await program.asked("/metrics"))[1]
    async with town.storage.transaction() as uow:
        await uow.closures.put(EVERYTHING, A_DAY, town.clock.now())
    ills = await program.ills()
    assert ["limits"] == list(ills)
    assert "24.0 hours" in ills["limits"]
    assert "/hervat" in ills["limits"]


@pytest.mark.parametrize(
    ("closed", "ok", "said"),
    [
        ({}, True, "none met"),
        ({"5": 9.0}, True, "1 chats closed for a moment"),
        ({"5": A_DAY, "6": 9.0}, False, "2 chats, one for 24.0 hours"),
        ({EVERYTHING: A_DAY}, False, "no messages for 24.0 hours"),
    ],
)
async def test_the_doctor_shows_it(
    town: Town, monkeypatch: pytest.MonkeyPatch, closed: dict[str, float], *, ok: bool, said: str
) -> None:
    """The doctor shows the closure, with what to do."""
    url = f"sqlite:///{town.storage._database.path}"  # type: ignore[attr-defined]
    for name, value in {"TELEGRAM_TOKEN": "1:x", "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": url}.items():
        monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    lines: list[str] = []
    async with town.storage.transaction() as uow:
        for ref, seconds in closed.items():
            await uow.closures.put(ref, seconds, SystemClock().now())
    await examine(lines.append)
    [line] = [one for one in lines if " limits: " in one]
    assert ok is line.startswith("ok")
    assert said in line


async def test_everybody_else_is_refused(town: Town) -> None:
    """The command is refused for any other role, and for strangers."""
    people: list[Any] = [await town.coordinator(number, role) for number, role in enumerate(_others(), start=20)]
    async with town.storage.transaction() as uow:
        await uow.closures.put("5", A_DAY, town.clock.now())
    for person in (*people, town.person(99)):
        await person.types("/hervat")
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.closures.left(town.clock.now()))


def _others() -> list[Role]:
    return [Role.POLICE, Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR, Role.MUNICIPALITY, Role.PROSECUTION]
