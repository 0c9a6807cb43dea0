"""Tests of a database file that is removed or replaced under the program, and of a start where there was one."""

import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from alerts.errors import Trouble, Unavailable
from alerts.ports import Storage
from storage import open_storage


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a file: these tests are about files only."""
    return f"sqlite:///{tmp_path}/wees-alert.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of the file."""
    return tmp_path / "wees-alert.db"


def _removed(path: Path) -> None:
    path.unlink()


def _moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def _restored(path: Path) -> None:
    shutil.copyfile(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


def _made_anew(path: Path) -> None:
    path.unlink()
    sqlite3.connect(path).close()
    path.touch()


def _linked(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere/at/all")


@pytest.mark.parametrize("happens", [_removed, _moved, _restored, _made_anew, _linked])
async def test_nothing_is_read_or_written_once_the_file_is_another(
    storage: Storage, path: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    """While another file is at the path nothing is read or written, nobody leads, and no copy of that file is made."""
    async with storage.transaction() as uow:
        await uow.facts.put("n", "1")
    assert (await storage.heartbeat()).is_leader
    happens(path)
    acts: tuple[Callable[[Storage], Awaitable[object]], ...] = (_write, _read, _stand, _back_up(tmp_path))
    for act in acts:
        with pytest.raises(Unavailable, match=str(path)) as error:
            await act(storage)
        assert (error.value.trouble, "\n" in str(error.value)) == (Trouble.GONE, False)


async def test_a_file_that_comes_back_is_the_same(storage: Storage, path: Path, tmp_path: Path) -> None:
    """After a file was moved away and back everything goes on."""
    await _write(storage)
    _moved(path)
    with pytest.raises(Unavailable):
        await storage.heartbeat()
    (tmp_path / "elsewhere.db").rename(path)
    assert (await storage.heartbeat()).is_leader
    assert "1" == await _read(storage)


@pytest.mark.parametrize("left", ["nothing", "its log", "an empty file", "a database without tables"])
@pytest.mark.parametrize("owner", [True, False])
async def test_a_start_where_a_database_was_does_not_begin_with_an_empty_one(
    url: str, path: Path, left: str, *, owner: bool
) -> None:
    """A start without the database that was there is refused, each time, and the error says how to begin with an empty
    one."""
    await (await open_storage(url, owner=owner)).close()
    _leave(path, left)
    for _ in range(2):
        with pytest.raises(Unavailable, match="there was a database at") as error:
            await open_storage(url, owner=owner)
        assert error.value.trouble is Trouble.GONE
    for end in (".known", "-wal"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    await (await open_storage(url, owner=owner)).close()


def _leave(path: Path, left: str) -> None:
    path.unlink()
    if left == "its log":
        path.with_name(f"{path.name}-wal").write_bytes(b"x" * 4_096)
    if left == "an empty file":
        path.touch()
    if left == "a database without tables":
        with sqlite3.connect(path) as there:
            there.execute("PRAGMA user_version = 1")
        there.close()


async def test_a_copy_in_its_place_is_no_empty_one(url: str, path: Path) -> None:
    """A copy in the place of the file is accepted, as in the restore of docs/operations.md."""
    await (await open_storage(url, owner=True)).close()
    _restored(path)
    await (await open_storage(url, owner=True)).close()


async def _write(storage: Storage) -> None:
    async with storage.transaction() as uow:
        await uow.facts.put("n", "1")


async def _read(storage: Storage) -> str | None:
    async with storage.reading() as uow:
        return await uow.facts.get("n")


async def _stand(storage: Storage) -> None:
    await storage.heartbeat()


def _back_up(tmp_path: Path) -> Callable[[Storage], Awaitable[None]]:
    return lambda storage: storage.backup(str(tmp_path / "backup"))
