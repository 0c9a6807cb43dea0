"""Tests of the error pages: in words, with a number that is in the log where the fault is ours."""

import re

import pytest
import structlog
from aiohttp import web

from alerts.errors import Unavailable
from console import app
from tests.bot.town import Town
from tests.console.visitor import Visitor, running_console


async def test_what_is_not_there_says_so_in_words(visitor: Visitor) -> None:
    """A page that does not exist is answered with 404, in the language of the browser, without a number."""
    answer = await visitor.get("/nothing-here", Accept_Language="en-GB,en;q=0.9")
    assert 404 == answer.status
    assert '<html lang="en">' in answer.text
    assert "This page is not here" in answer.text
    assert "administrator this number" not in answer.text


async def test_a_form_of_an_error_page_counts(visitor: Visitor) -> None:
    """The language can be chosen on the first page that a browser sees, also when that is an error."""
    page = await visitor.get("/nothing-here")
    assert 303 == (await visitor.sends(page, "/language", language="en", back="/")).status


async def test_a_wrong_method_says_so(visitor: Visitor) -> None:
    """A page that takes no forms answers 405, and says what it takes."""
    page = await visitor.get("/")
    answer = await visitor.post("/", {"form_token": page.token})
    assert (405, "GET,HEAD") == (answer.status, answer.headers["Allow"])


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [(ValueError("a secret detail"), 500, "mis bij ons"), (Unavailable("no room"), 503, "database")],
)
async def test_a_fault_has_a_number_that_is_in_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, told: str
) -> None:
    """A fault shows a number and no detail; one line of the log has the number and the route."""

    async def fail(_request: web.Request) -> web.StreamResponse:
        raise error

    monkeypatch.setattr(app, "PUBLIC", ((web.get("/", fail),),))
    async with running_console(town) as visitor:
        with structlog.testing.capture_logs() as lines:
            answer = await visitor.get("/?person=1")
    assert status == answer.status
    assert told in answer.text
    assert not re.search("secret detail|Traceback|ValueError", answer.text)
    [number] = re.findall(r"<b>([0-9A-F]{8})</b>", answer.text)
    [line] = [one for one in lines if one["event"] == "console_failed"]
    assert (number, "GET", "/") == (line["number"], line["method"], line["route"])
    assert "person" not in repr({name: value for name, value in line.items() if name != "exc_info"})
