"""Tests of two processes on one PostgreSQL database, with a real server: both send, one leads, and either may be
killed."""

import asyncio
from pathlib import Path

from tests.faults.scene import eventually
from tests.faults.shared import SharedScene, a_shared_scene

UPDATES = 6


async def _start(scene: SharedScene) -> None:
    """Start both programs: the first one leads, the second one joins."""
    first, second = scene.programs
    await first.start()
    await first.logged("leading")
    await second.start()


async def test_both_send_within_one_rate_and_nothing_twice(tmp_path: Path, postgres_url: str) -> None:
    """Both processes send within one rate and nothing twice: the stand-in would answer 429 above the rate, and never
    does.

    Updates of one chat that arrive at both processes, each after the previous one was stored, are handled in that
    order.
    """
    async with a_shared_scene(tmp_path, postgres_url, recipients=300, by_webhook=True) as scene:
        await _start(scene)
        await scene.crowd.warn()

        async def both_send() -> bool:
            return await scene.senders() == 2

        await eventually(both_send, "both have something under way")
        for number in range(1, UPDATES + 1):
            assert 200 == await scene.programs[number % 2].brought(_asks_for_help(number))
        await eventually(scene.is_settled, "everything is settled")
        assert set((await scene.stand_in.heard(scene.crowd.chats)).values()) == {1}
        assert await scene.stand_in.refused() == []
        leader = scene.programs[0]
        await leader.line(lambda line: line.get("update_id") == UPDATES, "the last update")
        handled = [line["update_id"] for line in leader.lines if line["event"] == "update_handled"]
        assert list(range(1, UPDATES + 1)) == handled
        assert await asyncio.gather(*(one.terminate() for one in scene.programs)) == [0, 0]


async def test_a_killed_leader_is_taken_over(tmp_path: Path, postgres_url: str) -> None:
    """After a killed leader its deliveries under way are sent again and the rest once, and the other process handles
    updates."""
    recipients = 250
    async with a_shared_scene(tmp_path, postgres_url, recipients=recipients, log_level="debug") as scene:
        await _start(scene)
        leader, heir = scene.programs
        await scene.crowd.warn()

        async def is_half_way() -> bool:
            return await scene.stand_in.total() > recipients // 2 and await scene.senders() == 2

        await eventually(is_half_way, "both are sending")
        since = len(heir.lines)
        await leader.kill()
        window = max(line["window"] for line in leader.lines if line["event"] == "round")  # grows on a busy machine
        await heir.logged("leading", since=since)
        await scene.stand_in.tell(_asks_for_help(1))
        await heir.logged("update_handled", since=since)
        await eventually(scene.is_settled, "everything is settled")
        heard = (await scene.stand_in.heard(scene.crowd.chats)).values()
        assert min(heard) == 1, "nothing is lost"
        under_way = next((line["count"] for line in heir.lines[since:] if line["event"] == "claims_voided"), 0)
        assert sum(heard) - recipients <= under_way <= window


def _asks_for_help(update_id: int) -> dict[str, object]:
    person = {"id": 77, "is_bot": False, "first_name": "Jo"}
    chat = {"id": 77, "type": "private"}
    return {
        "update_id": update_id,
        "message": {"message_id": 1, "date": 1_770_000_000, "chat": chat, "from": person, "text": "/hulp"},
    }
