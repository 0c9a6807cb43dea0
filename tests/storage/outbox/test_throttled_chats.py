"""Tests of chats that a 429 closed."""

from datetime import datetime, timedelta

from alerts.ports import Storage


async def test_a_chat_is_closed_for_as_long_as_was_said_last_or_longer(storage: Storage, now: datetime) -> None:
    """A chat stays closed until the latest end that was stored, and opens by itself, by the server's clock where there
    is one."""
    async with storage.transaction() as uow:
        await uow.closures.put("1001", 60, now)
        await uow.closures.put("1001", 2, now)
        await uow.closures.put("1002", 0, now)
        await uow.closures.put("1003", 3_600, now)
    async with storage.reading() as uow:
        left = await uow.closures.left(now)
    assert [ref for ref, _ in left] == ["1001", "1003"]
    assert [round(seconds, -1) for _, seconds in left] == [60, 3_600]


async def test_with_a_file_the_clock_is_that_of_the_program(storage: Storage, url: str, now: datetime) -> None:
    """With a file the program's clock counts; a server ignores it."""
    async with storage.transaction() as uow:
        await uow.closures.put("1001", 60, now)
        left = await uow.closures.left(now + timedelta(seconds=61))
    assert [ref for ref, _ in left] == ([] if url.startswith("sqlite") else ["1001"])


async def test_what_is_open_again_is_forgotten(storage: Storage, now: datetime) -> None:
    """Forgetting the closure of one chat, or of all, returns how many were closed."""
    async with storage.transaction() as uow:
        for ref in ("1001", "1002", "*"):
            await uow.closures.put(ref, 86_400, now)
        await uow.closures.remove("1001")
        await uow.closures.remove("1001")
    async with storage.transaction() as uow:
        assert ["*", "1002"] == [ref for ref, _ in await uow.closures.left(now)]
        assert 2 == await uow.closures.clear(now)
        assert 0 == await uow.closures.clear(now)
        assert [] == await uow.closures.left(now)
