"""Tests that the stand-in of the benchmarks and the fault tests enforces its limits, however a client writes its
requests."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

Json = dict[str, Any]


class Phone:
    """A client of the stand-in: the Bot API on one port, the control on the other."""

    def __init__(self, session: aiohttp.ClientSession, ports: dict[str, int]) -> None:
        self._session = session
        self.port = ports["port"]
        self._control = f"http://127.0.0.1:{ports['control_port']}"

    async def call(self, method: str, **params: object) -> tuple[int, Json]:
        url = f"http://127.0.0.1:{self.port}/bot1:t/{method}"
        async with self._session.post(url, json=params) as response:
            return response.status, await response.json()

    async def send(self, chat: int, text: str = "Let op") -> tuple[int, Json]:
        return await self.call("sendMessage", chat_id=chat, text=text)

    async def tell(self, path: str, body: object) -> None:
        async with self._session.post(f"{self._control}/{path}", json=body) as response:
            response.raise_for_status()

    async def ask(self, path: str) -> Any:
        async with self._session.get(f"{self._control}/{path}") as response:
            return await response.json()


@asynccontextmanager
async def running() -> AsyncIterator[Phone]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.standin", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        ports = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield Phone(session, ports)
    finally:
        process.terminate()
        await process.communicate()


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with running() as phone:
        yield phone


async def test_json_forms_and_parts_are_read_alike(phone: Phone) -> None:
    """Parameters as JSON, form and multipart have the same effect."""
    url = f"http://127.0.0.1:{phone.port}/bot1:t/sendMessage"
    parts = aiohttp.FormData(default_to_multipart=True)
    parts.add_field("chat_id", "7")
    parts.add_field("text", "Plein 1 & <b>é</b>")
    bodies: list[Json] = [
        {"json": {"chat_id": 7, "text": "Plein 1 & <b>é</b>"}},
        {"data": {"chat_id": "7", "text": "Plein 1 & <b>é</b>"}},
        {"data": parts},
    ]
    async with aiohttp.ClientSession() as session:
        answers = [await (await session.post(url, **body)).json() for body in bodies]

    assert ["Plein 1 & é"] * 3 == [answer["result"]["text"] for answer in answers]
    assert [1, 2, 3] == [answer["result"]["message_id"] for answer in answers]
    sent = await phone.ask("sent")
    assert {"7": 3} == sent["chats"]
    assert 3 == sent["total"]


async def test_requests_in_pieces_and_in_one_packet_are_answered_in_order(phone: Phone) -> None:
    """Requests in several packets, and several in one packet, are answered in order."""
    await phone.tell("set", {"delay_s": 0.01})
    reader, writer = await asyncio.open_connection("127.0.0.1", phone.port)
    one, two = (
        b"POST /bot1:t/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        for body in (b'{"chat_id": 1, "text": "een"}', b'{"chat_id": 2, "text": "twee"}')
    )
    for piece in (one[:20], one[20:-5], one[-5:] + two + two[:60], two[60:]):
        writer.write(piece)
        await writer.drain()
        await phone.ask("count")  # it has seen the piece
    texts = []
    for _ in range(3):
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        texts.append(json.loads(await reader.readexactly(length))["result"]["text"])
    writer.close()

    assert ["een", "twee", "twee"] == texts


async def test_limits_are_strict(phone: Phone) -> None:
    """A message above a limit gets a 429."""
    await phone.tell("set", {"rate": 3, "chat_rate": 1, "group_per_minute": 1})

    assert [200, 429, 200, 429, 200, 429] == [(await phone.send(chat))[0] for chat in (1, 1, -5, -5, 2, 3)]
    status, answer = await phone.send(-5)
    assert 429 == status
    assert f"Too Many Requests: retry after {answer['parameters']['retry_after']}" == answer["description"]
    assert 59 <= answer["parameters"]["retry_after"] <= 60
    assert 4 == (await phone.ask("count"))["throttled"]
    assert [1, -5, 2] == [chat for _, chat in await phone.ask("times")]


async def test_a_throttle_closes_its_scope_and_no_other(phone: Phone) -> None:
    """A 429 closes its own scope and no other."""
    await phone.tell("set", {"throttle": {"chat": 1, "retry_after": 30}})

    assert [429, 200, 429] == [(await phone.send(chat))[0] for chat in (1, 2, 1)]
    await phone.tell("set", {"throttle": {"chat": None, "retry_after": 30}})
    status, answer = await phone.send(2)
    assert (429, {"retry_after": 30}) == (status, answer["parameters"])


async def test_refusals_are_told_in_telegrams_words(phone: Phone) -> None:
    """Refusals are in Telegram's words."""
    await phone.tell("set", {"blocked": [1], "bad": [2], "migrate": {"-3": "-1003"}})

    answers = [await phone.send(chat) for chat in (1, 2, -3)]
    answers.append(await phone.send(4, ""))
    assert [403, 400, 400, 400] == [status for status, _ in answers]
    assert "Forbidden: bot was blocked by the user" == answers[0][1]["description"]
    assert {"migrate_to_chat_id": -1003} == answers[2][1]["parameters"]
    assert "Bad Request: message text is empty" == answers[3][1]["description"]
    assert {} == (await phone.ask("sent"))["chats"]
    assert [[1, 403], [2, 400], [-3, 400], [4, 400]] == [one[1:] for one in await phone.ask("refused")]


async def test_a_dropped_answer_was_accepted_and_a_server_error_was_not(phone: Phone) -> None:
    """A message with a dropped answer counts as accepted, one with a server error does not."""
    await phone.tell("set", {"drop": 1.0})
    with pytest.raises(aiohttp.ClientError):
        await phone.send(1)
    await phone.tell("set", {"drop": 0.0, "server_errors": 1.0})
    assert 500 == (await phone.send(1))[0]

    sent = await phone.ask("sent")
    assert ({"1": 1}, 1) == (sent["chats"], sent["dropped"])


async def test_the_port_closes_and_opens_again(phone: Phone) -> None:
    """The port can be closed and opened again."""
    await phone.send(1)
    await phone.tell("set", {"listening": False})
    with pytest.raises(aiohttp.ClientConnectionError):
        await phone.send(1)
    await phone.tell("set", {"listening": True})

    assert 200 == (await phone.send(1))[0]


async def test_updates_wait_until_they_are_acknowledged(phone: Phone) -> None:
    """Updates are repeated until they are acknowledged."""
    poll = asyncio.create_task(phone.call("getUpdates", timeout=20))
    await phone.tell("updates", [{"update_id": 5, "message": {}}, {"update_id": 6, "message": {}}])
    _, first = await poll
    assert first["result"]
    _, again = await phone.call("getUpdates", offset=0)
    _, after = await phone.call("getUpdates", offset=6)

    assert [5, 6] == [one["update_id"] for one in again["result"]]
    assert [6] == [one["update_id"] for one in after["result"]]
    assert {"5", "6"} == set(await phone.ask("served"))
    await phone.call("answerCallbackQuery", callback_query_id="9")
    assert [("answercallbackquery", {"callback_query_id": "9"})] == [
        (one["method"], one["params"]) for one in await phone.ask("requests")
    ]
    await phone.tell("reset", {})
    assert [] == await phone.ask("requests")
