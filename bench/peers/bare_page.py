"""A bare aiohttp page: one handler renders a Jinja2 template with a table of fifty rows, without a database."""

import asyncio
import json
import sys
from dataclasses import dataclass

from aiohttp import web
from jinja2 import Environment, StrictUndefined

ROWS = 50
PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1><table>
{% for row in rows %}
<tr><td><a href="/{{ row.number }}">{{ row.number }}</a></td><td>{{ row.kind }}</td><td>{{ row.place }}</td></tr>
{% endfor %}
</table></main></body></html>"""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    number: int
    kind: str
    place: str


async def serve() -> None:
    """Serve the page until the process is ended; say at which port on standard output."""
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(PAGE)

    async def show(_request: web.Request) -> web.Response:
        rows = [Line(number, "overval & meer", "2903") for number in range(ROWS)]
        return web.Response(text=template.render(title="Meldingen", rows=rows), content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", show)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    sys.stdout.write(json.dumps({"port": port}) + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
