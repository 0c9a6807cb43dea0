"""Tests of the event log by long poll and by WebSocket, of the page, and of the program."""

import asyncio
import sys
from pathlib import Path

import aiohttp
import pytest

from playground.__main__ import parse_bot
from playground.events import EventLog
from tests.patience import PATIENCE

from .conftest import BOT_ID, TOKEN, Playground


async def test_events_tell_everything_in_order(playground: Playground) -> None:
    """The events of a message's life come in order."""
    anna = await playground.person()
    start = (await playground.get("state"))["seq"]
    sent = await playground.api("sendMessage", chat_id=anna, text="a")
    target = {"chat_id": anna, "message_id": sent["message_id"]}
    await playground.api("editMessageText", **target, text="b")
    await playground.api("deleteMessage", **target)
    result = await playground.get("events", after=start)
    events = [event for event in result["events"] if event["type"] != "call"]
    assert [event["type"] for event in events] == ["message", "edited", "deleted"]
    assert all((event["chat"], event["viewer"], event["bot"]) == (anna, anna, BOT_ID) for event in events)
    assert [event.get("message", {}).get("text") for event in events] == ["a", "b", None]
    assert result["seq"] == result["events"][-1]["seq"] == start + 6
    calls = (await playground.get("calls", after=start))["calls"]
    assert [(call["method"], call["ok"], call["chat_id"]) for call in calls] == [
        ("sendMessage", True, anna),
        ("editMessageText", True, anna),
        ("deleteMessage", True, anna),
    ]


async def test_a_note_is_in_the_state_and_told(playground: Playground) -> None:
    """The last note is in the state and in an event; it must be text of a limited length."""
    start = (await playground.get("state"))["seq"]
    assert (await playground.get("state"))["note"] == ""
    assert await playground.post("note", text="It is late") == {"note": "It is late"}
    assert (await playground.wait_for("note", start))["note"] == "It is late"
    assert (await playground.get("state"))["note"] == "It is late"
    await playground.post("note", text="")
    assert (await playground.get("state"))["note"] == ""
    await playground.post("note", text="x" * 501, expect=400)
    await playground.post("note", text=5, expect=400)


async def test_the_long_poll_waits(playground: Playground) -> None:
    """The long poll waits for the next event, or for its timeout."""
    seq = (await playground.get("state"))["seq"]
    poll = asyncio.create_task(playground.get("events", after=seq, timeout=30))
    while not playground.world.events.is_awaited:  # noqa: ASYNC110 a turn of the shared loop, no waiting
        await asyncio.sleep(0)
    await playground.person(first_name="Bram")
    async with asyncio.timeout(20):
        [event] = (await poll)["events"]
    assert (event["type"], event["user"]["first_name"]) == ("user", "Bram")
    empty = await playground.get("events", after=event["seq"], timeout=0.05)
    assert empty == {"events": [], "seq": event["seq"]}
    await playground.get("events", after="x", expect=400)


async def test_the_websocket_streams(playground: Playground) -> None:
    """The WebSocket sends first the state, then every event."""
    anna = await playground.person()
    async with playground.session.ws_connect(f"{playground.url}/playground/ws") as stream, asyncio.timeout(PATIENCE):
        state = await stream.receive_json()
        assert (state["type"], state["users"][0]["id"]) == ("state", anna)
        await playground.post("send", user=anna, text="hoi")
        await playground.api("sendMessage", chat_id=anna, text="dag")
        events = [await stream.receive_json() for _ in range(3)]
    assert [event["type"] for event in events] == ["message", "message", "call"]
    assert [event["seq"] for event in events] == [state["seq"] + i for i in (1, 2, 3)]


async def test_a_stream_that_closes_is_forgotten(playground: Playground) -> None:
    """After a stream closes the server goes on without it."""
    async with playground.session.ws_connect(f"{playground.url}/playground/ws") as stream:
        await stream.receive_json()
    assert (await playground.get("state"))["seq"] == 0


def test_old_events_are_forgotten() -> None:
    """Old events are dropped; the newest stay, with their numbers."""
    log = EventLog(kept=3)
    for _ in range(5):
        log.add("user")
    assert [event["seq"] for event in log.after(0)] == [3, 4, 5]
    assert [event["seq"] for event in log.after(4)] == [5]


async def test_wrong_requests_to_the_control_api(playground: Playground) -> None:
    """A wrong request to the control API gets 400 with a reason, never a crash."""
    async with playground.session.post(f"{playground.url}/playground/send", data=b"{") as response:
        assert (response.status, await response.json()) == (400, {"error": "the body is not JSON"})
    async with playground.session.post(f"{playground.url}/playground/send", data=b"[]") as response:
        assert response.status == 400
    anna = await playground.person()
    await playground.post("send", user=anna, expect=400)
    await playground.post("send", user=anna, text=" ", expect=400)
    await playground.post("send", user=anna, chat=-5, text="a", expect=404)
    await playground.post("send", user="x", text="a", expect=400)
    await playground.post("groups", title="", expect=400)
    await playground.post("location", user=anna, latitude="hier", longitude=1, expect=400)


async def test_the_page_is_served(playground: Playground) -> None:
    """The page is served at the root."""
    async with playground.session.get(playground.url) as response:
        assert response.status == 200
        assert response.content_type in ("text/html", "text/plain")


async def test_the_program_says_where_it_listens() -> None:
    """The program prints one line with its address when it is ready, and ends on SIGTERM."""
    command = ["-m", "playground", "--port", "0", "--bot", f"{TOKEN}=playground_bot"]
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE, cwd=root)
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        line = (await process.stdout.readline()).decode()
        url = line.removeprefix("Playground listening on ").strip()
        async with aiohttp.ClientSession() as session, session.get(f"{url}/bot{TOKEN}/getMe") as response:
            assert (await response.json())["result"]["username"] == "playground_bot"
        process.terminate()
        assert await process.wait() == 0


def test_bots_on_the_command_line() -> None:
    """Bots are given as TOKEN=USERNAME, with an optional name."""
    bot = parse_bot("1:a-b_c=wees_alert_bot")
    assert (bot.id, bot.token, bot.username, bot.first_name) == (1, "1:a-b_c", "wees_alert_bot", "Wees Alert")
    assert parse_bot("1:a=x_bot=Wees alert").first_name == "Wees alert"
    with pytest.raises(Exception, match="TOKEN=USERNAME"):
        parse_bot("nonsense")
