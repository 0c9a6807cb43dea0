"""A tile server on this machine for tests: counts what is asked, and answers as it is told."""

import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from struct import pack

from aiohttp import web

from tests.ports import HOST, free_port


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def grey_png() -> bytes:
    """Return a grey square of 256 pixels as a PNG."""
    head = _chunk(b"IHDR", pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\xbb" * 256) * 256)
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


@dataclass
class TileServer:
    """A running tile server: what was asked of it, and what it answers."""

    template: str
    status: int = 200
    content: bytes = field(default_factory=grey_png)
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "image/png", "Set-Cookie": "who=you"})
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.path_qs, dict(request.headers)))
        return web.Response(status=self.status, body=self.content, headers=self.headers)


@asynccontextmanager
async def running_tile_server() -> AsyncIterator[TileServer]:
    """Serve tiles within the block."""
    port = free_port()
    server = TileServer(f"http://{HOST}:{port}/map/{{z}}/{{x}}/{{y}}.png")
    app = web.Application()
    app.router.add_get("/{path:.*}", server.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        yield server
    finally:
        await runner.cleanup()
