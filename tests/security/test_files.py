"""Files that come in and go out: tables that are no tables, bombs, and copies that would overwrite something."""

import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from alerts.errors import Conflict
from bot.errors import CannotStart
from bot.postcodes import read_postcodes
from tests.bot.conversation import Town

ROW = "pc4,lat,lon,place\n2903,51.93,4.58,Capelle\n"


def _zip(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 and no more",
        b"root:x:0:0:root:/root:/bin/bash\n",
        b"\xff\xfe\x00",
        _zip("../../etc/cron.d/x.txt", b"x"),
        _zip("NL.txt", b"x" * 100),
        _zip("NL.txt", bytes(65 * 1024 * 1024)),
        b"pc4,lat,lon,place\n2903,nan,4.58,Capelle\n",
        b"pc4,lat,lon,place\n2903,51.93,4.58," + b"x" * 81 + b"\n",
        b'pc4,lat,lon,place\n"; DROP TABLE premises; --",51.93,4.58,Capelle\n',
    ],
)
async def test_what_is_no_table_is_refused_in_a_line(tmp_path: Path, content: bytes) -> None:
    """Without a word of what was in it."""
    source = tmp_path / "table"
    source.write_bytes(content)
    with pytest.raises(CannotStart) as refused:
        await read_postcodes(str(source))
    assert len(str(refused.value).splitlines()) == 1
    assert "root:" not in str(refused.value)


@asynccontextmanager
async def _served(parts: list[bytes]) -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for part in parts:
            await response.write(part)
        return response

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def test_a_download_is_whole_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parts it comes in; one without end is not waited for."""
    rows = [ROW.encode(), *(f"{number},51.93,4.58,Capelle\n".encode() * 20 for number in range(3000, 3400))]
    async with _served(rows) as url:
        assert 401 == len(await read_postcodes(url))
        monkeypatch.setattr("bot.postcodes._LARGEST_FILE", 10_000)
        with pytest.raises(CannotStart, match="too large"):
            await read_postcodes(url)


async def test_a_copy_overwrites_nothing(town: Town, tmp_path: Path) -> None:
    """Neither a file nor the database itself, and nobody else may read it."""
    precious = tmp_path / "precious"
    precious.write_text("x")
    for there in (precious, tmp_path / "town.db", tmp_path / "link"):
        if there.name == "link":
            there.symlink_to(precious)
        with pytest.raises(Conflict):
            await town.storage.backup(str(there))
    await town.storage.backup(str(tmp_path / "copy.db"))
    assert "x" == precious.read_text()
    assert 0o600 == (tmp_path / "copy.db").stat().st_mode & 0o777
