"""Background tiles: fetched from the operator's tile server, checked, and kept in memory for a day.

Browsers ask the console for them, so that the tile server learns of no viewer: neither an address, nor a cookie, nor
which page the map stands on.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

import aiohttp

from console.log import logger
from console.map_projection import Tile

MOST_BYTES = 512 * 1024  # of one tile
KEPT_BYTES = 64 * 1024 * 1024  # of all tiles in memory; those that were used longest ago go first
KEPT_S = 24 * 3600.0
FAILED_S = 30.0  # before a tile that could not be had is asked for again
TIMEOUT_S = 8.0
AT_ONCE = 8  # requests to the tile server
MOST_WAITING = 300  # tiles; beyond them a request is refused at once
_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/webp": b"RIFF"}
_OVERHEAD = 1024  # bytes that a kept tile counts for besides its content, also one that could not be had

log = logger()


@dataclass(frozen=True, slots=True)
class Picture:
    """A tile as it was fetched, of a type that browsers draw and nothing else."""

    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Kept:
    picture: Picture | None
    until: float


class TileSource:
    """The operator's tile server. `template` is its address with `{z}`, `{x}` and `{y}`; `attribution` says whose map
    it is."""

    def __init__(self, template: str, attribution: str) -> None:
        self.attribution = attribution
        self._template = template
        self._kept: OrderedDict[Tile, _Kept] = OrderedDict()
        self._size = 0
        self._under_way: dict[Tile, asyncio.Task[Picture | None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._is_failing = False

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Keep connections to the tile server within the block."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=AT_ONCE),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_S),
            headers={"User-Agent": "wees-alert", "Accept": ", ".join(_SIGNATURES), "Accept-Encoding": "identity"},
            auto_decompress=False,
        )
        try:
            yield
        finally:
            for task in self._under_way.values():
                task.cancel()
            await asyncio.gather(*self._under_way.values(), return_exceptions=True)
            await self._session.close()

    async def get(self, tile: Tile) -> Picture | None:
        """Return a tile of the map; None when it cannot be had now. Several requests for one tile ask once."""
        kept = self._kept.get(tile)
        if kept is not None and monotonic() < kept.until:
            self._kept.move_to_end(tile)
            return kept.picture
        task = self._under_way.get(tile)
        if task is None:
            if len(self._under_way) >= MOST_WAITING:
                return None
            task = self._under_way[tile] = asyncio.create_task(self._fetch(tile))
            task.add_done_callback(lambda _: self._under_way.pop(tile, None))
        return await asyncio.shield(task)

    async def _fetch(self, tile: Tile) -> Picture | None:
        url = self._template.format(z=tile.z, x=tile.x, y=tile.y)
        picture, reason = None, ""
        try:
            picture = await self._ask(url)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            reason = type(error).__name__
        except _RefusedError as error:
            reason = str(error)
        if reason and not self._is_failing:  # once, and not where somebody looks
            log.warning("console_tiles_unavailable", reason=reason)
        self._is_failing = bool(reason)
        self._keep(tile, picture)
        return picture

    async def _ask(self, url: str) -> Picture:
        """Return what the tile server answers, if it is a picture of a usual size. Raises _RefusedError."""
        assert self._session is not None, "the source is open"
        async with self._session.get(url, allow_redirects=False) as response:
            signature = _SIGNATURES.get(response.content_type)
            if response.status != 200:
                raise _RefusedError(f"status {response.status}")
            if signature is None or "Content-Encoding" in response.headers:
                raise _RefusedError("no picture")
            content = bytearray()
            async for chunk in response.content.iter_any():
                content += chunk
                if len(content) > MOST_BYTES:
                    raise _RefusedError("too large")
            if not content.startswith(signature):
                raise _RefusedError("no picture")
            return Picture(response.content_type, bytes(content))

    def _keep(self, tile: Tile, picture: Picture | None) -> None:
        before = self._kept.pop(tile, None)
        self._size += _size_of(picture) - (_size_of(before.picture) if before is not None else 0)
        self._kept[tile] = _Kept(picture, monotonic() + (KEPT_S if picture else FAILED_S))
        while self._size > KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._size -= _size_of(oldest.picture)


class _RefusedError(Exception):
    """The tile server answered, but with nothing that a map can show."""


def _size_of(picture: Picture | None) -> int:
    return _OVERHEAD + (len(picture.content) if picture is not None else 0)
