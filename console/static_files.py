"""Static files: read once at the start, and named by a hash of their content, so that browsers keep them for good."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

FOLDER = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One static file: the path at which it is served, its type and its content."""

    path: str
    content_type: str
    content: bytes


@cache
def static_files() -> dict[str, StaticFile]:
    """Return the static files by name."""
    return {one.name: _read(one) for one in sorted(FOLDER.iterdir()) if one.suffix in TYPES}


def _read(file: Path) -> StaticFile:
    content = file.read_bytes()
    version = sha256(content).hexdigest()[:16]
    return StaticFile(f"/static/{file.stem}.{version}{file.suffix}", TYPES[file.suffix], content)


def path_of(name: str) -> str:
    """Return the path of a static file. Raises KeyError when there is no such file."""
    return static_files()[name].path


def static_routes() -> list[web.RouteDef]:
    """Return a route for each static file."""
    return [web.get(one.path, _server_of(one)) for one in static_files().values()]


def _server_of(one: StaticFile) -> Handler:
    async def serve(_request: web.Request) -> web.Response:
        headers = {"Cache-Control": FOR_GOOD}
        return web.Response(body=one.content, content_type=one.content_type, charset="utf-8", headers=headers)

    return serve
