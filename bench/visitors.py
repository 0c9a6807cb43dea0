"""`python -m bench.visitors`: people who have the console open. Each page holds a stream, and fetches itself when it
hears that something changed; who is at work also goes from page to page.

It reads its job as a JSON line, says when every stream is open, and answers each further line with what it counted.
"""

import asyncio
import json
import sys
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.ports import HOST

PATHS = ("/today", "/alerts", "/approvals", "/compose", "/reports")


@dataclass
class Visitors:
    """The visitors of one console. `every_s`: how often each goes to another page; 0 for never."""

    port: int
    secrets: list[str]
    pages: int
    every_s: float
    counts: dict[str, int] = field(default_factory=lambda: {"open": 0, "events": 0, "pages": 0, "failed": 0})
    all_open: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._note_open(0)

    async def serve(self) -> None:
        """Open every stream; answer each line of standard input with the counts."""
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        connector = aiohttp.TCPConnector(limit=0)
        async with (
            aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session,
            asyncio.TaskGroup() as group,
        ):
            tasks = [group.create_task(self._visit(session, number)) for number in range(self.pages)]
            await self.all_open.wait()
            self._tell()
            while await reader.readline():
                self._tell()
            for one in tasks:
                one.cancel()

    async def _visit(self, session: aiohttp.ClientSession, number: int) -> None:
        headers = {
            "Host": f"localhost:{self.port}",
            "Cookie": f"__Host-session={self.secrets[number % len(self.secrets)]}",
        }
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen(session, headers, is_first=True))
            if self.every_s:
                group.create_task(self._work(session, headers, number))

    async def _listen(self, session: aiohttp.ClientSession, headers: dict[str, str], *, is_first: bool) -> None:
        while True:
            url = f"http://{HOST}:{self.port}/live?of=today"
            timeout = aiohttp.ClientTimeout(total=None)
            async with session.get(url, headers=headers, timeout=timeout, allow_redirects=False) as response:
                self._note_open(int(is_first))
                self.counts["failed"] += response.status != 200
                is_first = False
                async for line in response.content:
                    if line.startswith(b"data: changed"):
                        self.counts["events"] += 1
                        await self._fetch(session, {**headers, "X-Live": "1"}, "/today")

    async def _work(self, session: aiohttp.ClientSession, headers: dict[str, str], number: int) -> None:
        await asyncio.sleep(self.every_s * number / self.pages)
        while True:
            for path in PATHS:
                await self._fetch(session, headers, path)
                await asyncio.sleep(self.every_s)

    async def _fetch(self, session: aiohttp.ClientSession, headers: dict[str, str], path: str) -> None:
        async with session.get(f"http://{HOST}:{self.port}{path}", headers=headers, allow_redirects=False) as response:
            await response.read()
            self.counts["pages"] += 1
            self.counts["failed"] += response.status != 200

    def _note_open(self, count: int) -> None:
        self.counts["open"] += count
        if self.counts["open"] >= self.pages:
            self.all_open.set()

    def _tell(self) -> None:
        sys.stdout.write(json.dumps(self.counts) + "\n")
        sys.stdout.flush()


def main() -> None:
    """Do the job of the first line of standard input."""
    job: dict[str, Any] = json.loads(sys.stdin.readline())
    asyncio.run(Visitors(**job).serve())


if __name__ == "__main__":
    main()
