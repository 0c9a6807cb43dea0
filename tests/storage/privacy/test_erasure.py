"""Tests that erased content is in no file: not in the database, not in its write-ahead log (docs/architecture.md, rule
7)."""

import asyncio
import random
import re
import shutil
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from alerts.alert import AlertContent
from alerts.member import Member
from alerts.ports import Dialogue, DialogueKey, RawUpdate, Storage
from storage import open_storage


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a file: these tests are about files only."""
    return f"sqlite:///{tmp_path}/wees-alert.db"


@pytest.fixture
def is_in_a_file(tmp_path: Path) -> Callable[[str], bool]:
    """Return whether any file of the database contains these words."""

    def search(words: str) -> bool:
        return any(words.encode() in file.read_bytes() for file in tmp_path.iterdir() if file.is_file())

    return search


async def _gone(words: str, is_in_a_file: Callable[[str], bool]) -> None:
    """Wait until the words are gone: the log is truncated after the commit, at most once in half a second."""
    async with asyncio.timeout(20):
        while is_in_a_file(words):  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)


async def _log_is_empty(directory: Path) -> None:
    async with asyncio.timeout(20):
        while (directory / "wees-alert.db-wal").stat().st_size:  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)


def _dialogue(now: datetime, number: int, text: str) -> Dialogue:
    key = DialogueKey(str(number), str(number))
    return Dialogue(key, "report", "what", {"what": text}, (), 1, False, None, now + timedelta(minutes=30))


_lanes = count(1)


async def _store(storage: Storage, now: datetime, *bodies: str) -> list[int]:
    updates = [RawUpdate(number, f"lane {number}", body) for body, number in zip(bodies, _lanes, strict=False)]
    async with storage.transaction() as uow:
        return [update.id for update in await uow.updates.store(1, updates, now)]


@pytest.mark.parametrize("length", [20, 3_000, 60_000], ids=["short", "a page", "many pages"])
async def test_a_body_is_gone_after_the_commit_that_settles_it(
    storage: Storage, now: datetime, is_in_a_file: Callable[[str], bool], length: int
) -> None:
    """The body of an update is gone after the commit that settles it, whether done or set aside, and however long it
    was."""
    kept, done, aside = (f"{word} 12-ABC-3 ".ljust(length, "x") for word in ("kept", "done", "aside"))
    _, first, second = [(await _store(storage, now, body))[0] for body in (kept, done, aside)]
    async with storage.transaction() as uow:
        await uow.updates.mark_done(first, now)
        await uow.updates.set_aside(second, now)
        assert is_in_a_file("done 12-ABC-3"), "the test looks in the right place"
    assert is_in_a_file("kept 12-ABC-3")
    await _gone("done 12-ABC-3", is_in_a_file)
    await _gone("aside 12-ABC-3", is_in_a_file)


async def test_a_draft_is_gone_when_its_dialogue_ends(
    storage: Storage,
    now: datetime,
    is_in_a_file: Callable[[str], bool],
    new_member: Callable[..., Awaitable[Member]],
    content: AlertContent,
) -> None:
    """A draft is gone when its dialogue is removed, replaced or expired; so are a kept form and the draft of an
    alert."""
    member = await new_member()
    async with storage.transaction() as uow:
        for number, text in enumerate(("removed!", "replaced!", "expired!")):
            await uow.dialogues.put(_dialogue(now, number, text))
        kept = await uow.kept_forms.keep(member.id, "report", {"what": "forgotten!"}, now)
        draft = await uow.alerts.add(member.id, content, now)
    async with storage.transaction() as uow:
        await uow.dialogues.remove(DialogueKey("0", "0"))
    await _gone("removed!", is_in_a_file)
    async with storage.transaction() as uow:
        await uow.dialogues.put(_dialogue(now, 1, "anders"))
    await _gone("replaced!", is_in_a_file)
    async with storage.transaction() as uow:
        await uow.dialogues.remove_expired(now + timedelta(hours=1))
    await _gone("expired!", is_in_a_file)
    async with storage.transaction() as uow:
        await uow.kept_forms.forget(kept, member.id)
        await uow.alerts.remove_draft(draft.id)
    await _gone("forgotten!", is_in_a_file)
    await _gone(content.what, is_in_a_file)


async def test_nothing_stays_behind_among_many(storage: Storage, now: datetime, tmp_path: Path) -> None:
    """When rows of all sizes are stored and erased in any order, no copy is left, because SQLite moves none of them.

    With rows that are deleted instead of emptied this fails within a few hundred steps.
    """
    chance = random.Random(7)
    updates: dict[str, int] = {}
    drafts: dict[int, str] = {}
    for step in range(70):
        async with storage.transaction() as uow:
            for turn in range(10):
                words = f"{step:02}{turn}."
                length = chance.choice([20, 60, 100, 200])
                if chance.random() < 0.5:
                    key = chance.randrange(40)
                    await uow.dialogues.remove(DialogueKey(str(key), str(key)))
                    drafts.pop(key, None)
                key = chance.randrange(40)
                drafts[key] = f"D{words}"
                await uow.dialogues.put(_dialogue(now, key, drafts[key] * length))
                await uow.dialogues.prompt_sent(DialogueKey(str(key), str(key)), 1, str(step * 100))
                if len(updates) > 20:
                    await uow.updates.mark_done(updates.pop(chance.choice(list(updates))), now)
                raw = RawUpdate(next(_lanes), f"lane {words}", f"U{words}" * length)
                [update] = await uow.updates.store(1, [raw], now)
                updates[f"U{words}"] = update.id
        if step % 14 == 13:
            await _log_is_empty(tmp_path)
            found = {match.decode() for match in re.findall(rb"[DU]\d{3}\.", (tmp_path / "wees-alert.db").read_bytes())}
            assert found == {*updates, *drafts.values()}


async def test_a_reader_only_delays_it(storage: Storage, now: datetime, is_in_a_file: Callable[[str], bool]) -> None:
    """A reader of an older moment delays the truncation of the log; writers go on, and the log is truncated
    afterwards."""
    (update,) = await _store(storage, now, "delayed 12-ABC-3")
    async with storage.reading() as reader:
        assert await reader.facts.get("a") is None
        async with asyncio.timeout(20), storage.transaction() as uow:
            await uow.updates.mark_done(update, now)
        async with asyncio.timeout(20), storage.transaction() as uow:
            await uow.facts.put("a", "1")
        assert is_in_a_file("delayed 12-ABC-3")
    await _gone("delayed 12-ABC-3", is_in_a_file)


async def test_a_long_log_is_emptied_without_an_erasure(storage: Storage, now: datetime, tmp_path: Path) -> None:
    """A long log is truncated without an erasure, and no commit waits for it."""
    await _store(storage, now, "x" * 9_000_000)
    assert (tmp_path / "wees-alert.db-wal").stat().st_size > 9_000_000
    await _log_is_empty(tmp_path)


async def test_a_busy_storage_erases_too(storage: Storage, now: datetime, is_in_a_file: Callable[[str], bool]) -> None:
    """In a busy storage the writers share the work, and soon after they are done nothing is left."""
    bodies = [f"busy-{number:03}." for number in range(60)]
    ids = await _store(storage, now, *bodies)

    async def settle(update: int) -> None:
        async with storage.transaction() as uow:
            await uow.updates.mark_done(update, now)

    await asyncio.gather(*(settle(update) for update in ids))
    await _gone("busy-", is_in_a_file)


async def test_closing_leaves_nothing(storage: Storage, now: datetime, is_in_a_file: Callable[[str], bool]) -> None:
    """Closing leaves no erased content, also when a reader was active until the end."""
    (update,) = await _store(storage, now, "closing 12-ABC-3")
    async with storage.reading() as reader:
        await reader.facts.get("a")
        async with storage.transaction() as uow:
            await uow.updates.mark_done(update, now)
    await storage.close()
    assert not is_in_a_file("closing 12-ABC-3")


async def test_what_a_kill_left_behind_goes_with_the_next_start(
    storage: Storage, now: datetime, tmp_path: Path, is_in_a_file: Callable[[str], bool]
) -> None:
    """The next start truncates a log that a kill left between a commit and the truncation, without another write."""
    (update,) = await _store(storage, now, "killed 12-ABC-3")
    async with storage.reading() as reader:
        assert await reader.facts.get("a") is None
        async with storage.transaction() as uow:
            await uow.updates.mark_done(update, now)
        (tmp_path / "killed").mkdir()
        for file in ("wees-alert.db", "wees-alert.db-wal"):
            shutil.copyfile(tmp_path / file, tmp_path / "killed" / file)
    left = [file for file in (tmp_path / "killed").iterdir() if b"killed 12-ABC-3" in file.read_bytes()]
    assert left, "the test looks in the right place"
    again = await open_storage(f"sqlite:///{tmp_path / 'killed' / 'wees-alert.db'}", owner=True)
    assert [] == [file for file in left if file.exists() and b"killed 12-ABC-3" in file.read_bytes()]
    await again.close()
