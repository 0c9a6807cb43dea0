"""Table files: reads the lines of a text file on this machine or at an address, zipped or not, within bounds."""

import io
import os
import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from typing import IO

import aiohttp

from bot.errors import CannotStart

LARGEST_FILE = (
    64 * 1024 * 1024
)  # bytes, also of what a zip file unpacks to; GeoNames' largest Dutch file has some 40 MB
LONGEST_LINE = 4_096  # characters; the longest real line has some 150
_CHUNK = 64 * 1024
_NOTHING = "nothing was imported"


class BoundedReader(io.RawIOBase):
    """A stream of bytes that raises CannotStart after `LARGEST_FILE` of them."""

    def __init__(self, stream: IO[bytes], source: str) -> None:
        self._stream = stream
        self._source = source
        self._left = LARGEST_FILE

    def readable(self) -> bool:
        """Return True: the stream can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read the next bytes into the buffer. Raises CannotStart beyond the bound."""
        part = self._stream.read(min(len(buffer), _CHUNK))
        self._left -= len(part)
        if self._left < 0:
            raise CannotStart(f"{self._source}: is too large for a postcode table; {_NOTHING}")
        buffer[: len(part)] = part
        return len(part)


@asynccontextmanager
async def open_table(source: str) -> AsyncIterator[Iterator[tuple[int, str]]]:
    """Open the numbered lines of a file or of an http(s) address. Raises CannotStart with what is wrong.

    Anything but an ordinary file (a device, a pipe, a folder) is refused before it is read. Memory does not grow with
    the size of the file: a download goes to a temporary file, and lines are read one by one.
    """
    file: IO[bytes]
    with ExitStack() as stack:
        if source.startswith(("http://", "https://")):
            file = stack.enter_context(tempfile.TemporaryFile())
            await _download(source, file)
        else:
            file = stack.enter_context(_open_file(source))
        yield _lines(_unzipped(file, source, stack), source)


def _open_file(path: str) -> IO[bytes]:
    """Open an ordinary file, without waiting for the other end of a pipe. Raises CannotStart for anything else."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise CannotStart(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'no file name'})") from error
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise CannotStart(f"{path}: is not an ordinary file; {_NOTHING}")
    return os.fdopen(opened, "rb")


async def _download(url: str, file: IO[bytes]) -> None:
    left = LARGEST_FILE
    try:
        async with aiohttp.ClientSession(raise_for_status=True) as session, session.get(url) as response:
            async for part in response.content.iter_chunked(_CHUNK):
                left -= len(part)
                if left < 0:
                    raise CannotStart(f"{url}: is too large for a postcode table; {_NOTHING}")
                file.write(part)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise CannotStart(f"{url}: cannot be downloaded; download it yourself and give the file") from error
    file.seek(0)


def _unzipped(file: IO[bytes], source: str, stack: ExitStack) -> IO[bytes]:
    is_zip = file.read(2) == b"PK"
    file.seek(0)
    if not is_zip:
        return file
    try:
        archive = stack.enter_context(zipfile.ZipFile(file))
        name = next((one for one in archive.namelist() if re.fullmatch(r"NL(_full)?\.(txt|csv)|.*\.csv", one)), None)
        if name is None:
            raise CannotStart(f"{source}: the zip file holds no postcode table; {_NOTHING}")
        return stack.enter_context(archive.open(name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise CannotStart(f"{source}: is a zip file that cannot be opened; {_NOTHING}") from error


def _lines(stream: IO[bytes], source: str) -> Iterator[tuple[int, str]]:
    text = io.TextIOWrapper(io.BufferedReader(BoundedReader(stream, source), _CHUNK), "utf-8-sig")
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE and not line.endswith("\n"):
                raise CannotStart(f"{source}, line {number}: is too long for a postcode table; {_NOTHING}")
            yield number, line
    except (UnicodeDecodeError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise CannotStart(f"{source}: is damaged, or no postcode table; {_NOTHING}") from error
