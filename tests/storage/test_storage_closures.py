"""Chats that a 429 closed."""

from datetime import datetime, timedelta

from alerts.ports import Storage


async def test_a_chat_is_closed_for_as_long_as_was_said_last_or_longer(storage: Storage, now: datetime) -> None:
    """And open again by itself; by the clock of the server where there is one."""
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
    """A server's does not listen to it."""
    async with storage.transaction() as uow:
        await uow.closures.put("1001", 60, now)
        left = await uow.closures.left(now + timedelta(seconds=61))
    assert [ref for ref, _ in left] == ([] if url.startswith("sqlite") else ["1001"])
