"""Tests of files that come in and go out: invalid tables, zip bombs, and copies that would overwrite something."""

import io
import os
import tracemalloc
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from alerts.errors import Conflict
from bot.errors import CannotStart
from bot.imports.postcode_table import read_postcodes
from tests.bot.town import Town

pytestmark = pytest.mark.process

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
        b'pc4,lat,lon,place\n2903,51.93,4.58,"Capelle\n2904,51.93,4.59,Capelle\n',
        b'pc4,lat,lon,place\n2903,51.93,4.58,"Capelle\n' + b"2904,51.93,4.59,Capelle\n" * 10_000,
        b'"pc4,lat,lon,place\n2903,51.93,4.58,Capelle\n',
        b'pc4,lat,lon,place\n2903,51.93,4.58,"Cap"elle\n',
        b"pc4,lat,lon,place\n2903,51.93,4.58," + b"x" * 140_000 + b"\n",
        b"pc4,lat,lon,place," + b"x," * 140_000 + b"\n",
        b"x" * 70 * 1024 * 1024,
        b"pc4,lat,lon,place\n2903,51.93,4.58,Cap\x00elle\n",
        b"pc4,lat,lon,place\n2903,51.93,4.58,Cap\x1b[31melle\n",
        b"pc4,lat,lon,place\n" + "\u0662903,51.93,4.58,Capelle\n".encode(),
        b"NL\t2903\n",
        b"NL\t2903" + b"\t" * 5_000,
        _zip("NL.txt", b"NL\t2904\tCapelle\tZH\t11\tCapelle\t0502\t\t\t51.93\t4.59\t6\n" * 10)[:-40],
    ],
)
async def test_what_is_no_table_is_refused_in_a_line(tmp_path: Path, content: bytes) -> None:
    """A file that is no table is refused with one line, which quotes nothing of it."""
    source = tmp_path / "table"
    source.write_bytes(content)
    with pytest.raises(CannotStart) as refused:
        await read_postcodes(str(source))
    assert len(str(refused.value).splitlines()) == 1
    assert "root:" not in str(refused.value)
    assert len(str(refused.value)) < 400


def _damaged(content: bytes) -> bytes:
    """Return a zip file whose directory is intact and whose content is damaged."""
    return content[:50] + bytes(byte ^ 0xFF for byte in content[50:90]) + content[90:]


@pytest.mark.parametrize("flags", [0, 1], ids=["damaged", "encrypted"])
async def test_a_zip_file_that_cannot_be_unfolded_is_refused(tmp_path: Path, flags: int) -> None:
    """A zip file that cannot be unpacked is refused, although its directory is intact."""
    rows = b"".join(b"%d,51.93,4.58,Capelle %d\n" % (pc4, pc4 * 7919) for pc4 in range(2000, 4000))
    content = bytearray(_zip("NL.csv", b"pc4,lat,lon,place\n" + rows))
    if flags:
        entry = content.index(b"PK\x01\x02")
        content[6] |= flags
        content[entry + 8] |= flags
    source = tmp_path / "table.zip"
    source.write_bytes(content if flags else _damaged(bytes(content)))
    with pytest.raises(CannotStart, match=r"damaged|cannot be opened"):
        await read_postcodes(str(source))


async def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    """Endless devices, pipes without a writer, folders and missing files are refused."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    linked = tmp_path / "linked.csv"
    linked.symlink_to("/dev/zero")
    for source in ("/dev/zero", "/dev/urandom", "/dev/null", str(pipe), str(linked), str(tmp_path), "", "\0"):
        with pytest.raises(CannotStart, match=r"ordinary file|cannot be read"):
            await read_postcodes(source)


async def test_a_large_table_is_read_in_bounded_memory(tmp_path: Path) -> None:
    """A large table is read in bounded memory, also one from a small compressed file."""
    large = b"pc4,lat,lon,place\n" + (b"2903,51.93,4.58," + b"Capelle " * 9 + b"\n") * 60_000
    plain, folded = tmp_path / "large.csv", tmp_path / "large.zip"
    plain.write_bytes(large)
    folded.write_bytes(_zip("NL.csv", large))
    for source in (plain, folded):
        tracemalloc.start()
        assert 1 == len((await read_postcodes(str(source))).rows)
        assert tracemalloc.get_traced_memory()[1] < len(large) / 2
        tracemalloc.stop()


async def test_places_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table in which every row is another place is refused."""
    source = tmp_path / "table.csv"
    source.write_text("pc4,lat,lon,place\n" + "".join(f"2903,51.93,4.58,Plaats {number}\n" for number in range(30)))
    assert 30 == len((await read_postcodes(str(source))).rows)
    monkeypatch.setattr("bot.imports.postcode_table.MOST_PARTS", 20)
    with pytest.raises(CannotStart, match="line 22: has too many places"):
        await read_postcodes(str(source))


async def test_lines_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are counted however short they are; empty lines are skipped."""
    source = tmp_path / "table.csv"
    source.write_text("\n\npc4,lat,lon,place\r\n\r\n2903,51.93,4.58,'s-Gravenzande\r\n\n")
    assert ["'s-Gravenzande"] == [row.place for row in (await read_postcodes(str(source))).rows]
    monkeypatch.setattr("bot.imports.postcode_table.MOST_ROWS", 4)
    with pytest.raises(CannotStart, match="too many lines"):
        await read_postcodes(str(source))


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
    """A download in any number of parts is read whole; an endless one is refused."""
    rows = [ROW.encode(), *(f"{number},51.93,4.58,Capelle\n".encode() * 20 for number in range(3000, 3400))]
    async with _served(rows) as url:
        assert 401 == len((await read_postcodes(url)).rows)
        monkeypatch.setattr("bot.imports.table_file.LARGEST_FILE", 10_000)
        with pytest.raises(CannotStart, match="too large"):
            await read_postcodes(url)


async def test_a_copy_overwrites_nothing(town: Town, tmp_path: Path) -> None:
    """A copy overwrites neither a file nor the database itself, and nobody else may read it."""
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
