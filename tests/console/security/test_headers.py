"""Tests of the security headers: every answer carries them, also errors and static files."""

import re

import pytest

from console.static_files import path_of
from tests.bot.town import Town
from tests.console.visitor import Visitor, running_console

PATHS = ("/", "/nothing-here", path_of("console.css"))


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_has_the_headers(visitor: Visitor, path: str) -> None:
    """Pages, errors and static files allow no inline script, no frame, no sniffing, and say nothing of the server."""
    headers = (await visitor.get(path)).headers
    policy = dict(one.split(" ", 1) for one in headers["Content-Security-Policy"].split("; "))
    assert "'none'" == policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"]
    assert not re.search("unsafe|data:|https?:", headers["Content-Security-Policy"])
    assert "max-age=31536000" == headers["Strict-Transport-Security"]
    assert "same-origin" == headers["Cross-Origin-Opener-Policy"] == headers["Referrer-Policy"]
    assert "nosniff" == headers["X-Content-Type-Options"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "Server" not in headers


async def test_pages_are_stored_nowhere_and_static_files_for_good(visitor: Visitor) -> None:
    """A page is stored by no browser; a static file is kept for good, as its path changes with its content."""
    assert "no-store" == (await visitor.get("/")).headers["Cache-Control"]
    assert "no-store" == (await visitor.get("/nothing-here")).headers["Cache-Control"]
    assert "immutable" in (await visitor.get(path_of("console.css"))).headers["Cache-Control"]


async def test_pages_have_no_inline_script_or_style(visitor: Visitor) -> None:
    """No page has what the policy would block."""
    for path in ("/", "/nothing-here"):
        page = (await visitor.get(path)).text
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|javascript:", page)


async def test_no_hsts_where_there_is_no_https(town: Town) -> None:
    """At http://localhost nothing promises HTTPS."""
    async with running_console(town, "http://localhost:8081") as visitor:
        assert "Strict-Transport-Security" not in (await visitor.get("/")).headers
