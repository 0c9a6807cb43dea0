"""Console: how long its pages take in a database of a country, and the count of who gets a notice while it is written,
beside a bare aiohttp page that renders a template."""

import asyncio
import math
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.database import Database, Databases
from bench.figure import Figure, progress
from bench.history import OPEN_SHARE, seed_history, sign_in
from bench.process import Process, product, stand_in
from bench.seed import approve, seed, seed_alerts, small_town
from bench.slow import pinned
from tests.ports import HOST, free_port

PREMISES, REPORTS, NOTICES = 1_000_000, 100_000, 5_000
RECIPIENTS = 5_000  # of the notice whose page is measured
TIMES, WARM = 60, 5  # requests for each page, after a few that do not count
LONGEST_S = 300.0
FORM_TYPE = "application/x-www-form-urlencoded"
RECOUNT = "recount"
_TOKEN = "bench-bench-bench-benc"  # noqa: S105 -- of the forms of this browser
_NOTICE = {
    "form_token": _TOKEN,
    "do": "check",
    "words": "Twee jongens met helm op filmen de kassa.",
    "kind": "reconnaissance",
    "place": "3300",
    "reach": "5",
    "branches": "jeweller",
    "severity": "P2",
    "tlp": "AMBER",
}


def bench_console(
    databases: Databases,
    *,
    with_peers: bool = True,
    premises: int = PREMISES,
    reports: int = REPORTS,
    notices: int = NOTICES,
    recipients: int = RECIPIENTS,
    times: int = TIMES,
) -> None:
    """Measure the pages and print the figure of the slowest; each page is told as progress."""
    database = databases.new("console")
    progress(f"console: seeding {premises} premises, {reports} reports, {notices} notices")
    pages, secret = asyncio.run(seed_pages(database, premises, reports, notices, recipients))
    took = measure_pages(database, pages, secret, times)
    peer = None
    if with_peers:
        with _bare_page() as its_port:
            peer = _p95(its_port, "/", {}, times)
    name = "bare aiohttp page" if with_peers else None
    Figure("console", "recount, p95", took.pop(RECOUNT), "ms", name, peer).tell()
    Figure("console", "page, p95", max(took.values()), "ms", name, peer).tell()


async def seed_pages(
    database: Database, premises: int, reports: int, notices: int, recipients: int
) -> tuple[list[str], str]:
    """Fill the database; return the pages to measure, and the secret of a session."""
    town = small_town(recipients)
    await seed(database, [town], shops=premises)
    await seed_history(database, reports, notices)
    live, waiting = await seed_alerts(database, town, town)
    await approve(database, [live])
    approval, report = f"/approvals/{waiting.id}/{waiting.version}", f"/reports/{reports - reports % OPEN_SHARE}"
    paths = ["/today", "/approvals", approval, "/reports", "/reports?state=closed", report]
    paths += ["/alerts", f"/alerts/{live.id}", "/signups", "/shops", "/shops?postcode=3300", "/shops?name=winkel"]
    paths += ["/record", "/confirmations", "/compose", "/templates", "/account", "/map", "/map/place"]
    paths += ["/search?q=winkel", "/search?q=2025-0001x", "/tips", "/figures", "/groups"]
    [secret] = await sign_in(database)
    return paths, secret


def measure_pages(database: Database, pages: list[str], secret: str, times: int) -> dict[str, float]:
    """Return the 95th percentile of each page and of the recount (ms), served by the program."""
    port = free_port()
    with stand_in() as server, product(server, database, console=f"http://localhost:{port}") as program:
        headers = {"Host": f"localhost:{port}", "Cookie": f"__Host-session={secret}; __Host-form={_TOKEN}"}
        took = {path: _p95(port, path, headers, times) for path in pages}
        took[RECOUNT] = _p95(port, "/compose", headers, times, form=_NOTICE)
        program.check_alive()
    for path, ms in took.items():
        progress(f"console: {path} {ms:.1f} ms")
    return took


def _p95(port: int, path: str, headers: dict[str, str], times: int, *, form: Mapping[str, str] | None = None) -> float:
    """Return the 95th percentile (ms) of so many requests, one after another on one connection; with a form it is sent
    each time."""
    method, body = ("GET", None) if form is None else ("POST", urlencode(form))
    if form is not None:
        headers = {**headers, "Origin": f"http://{headers['Host']}", "Content-Type": FORM_TYPE}
    connection = HTTPConnection(HOST, port, timeout=LONGEST_S)
    took = []
    try:
        for number in range(WARM + times):
            begun = time.perf_counter()
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.read()
            seconds = time.perf_counter() - begun
            assert response.status == 200, f"{path}: {response.status} {response.getheader('Location')}"
            if number >= WARM:
                took.append(seconds * 1_000)
    finally:
        connection.close()
    return sorted(took)[math.ceil(0.95 * len(took)) - 1]


@contextmanager
def _bare_page() -> Iterator[int]:
    process = Process(pinned([sys.executable, "-m", "bench.peers.bare_page"]))
    try:
        yield int(process.read_line()["port"])
    finally:
        process.stop()
