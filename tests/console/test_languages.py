"""Tests of the language of a visit."""

import pytest

from tests.console.visitor import Visitor


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "nl"),
        ("en", "en"),
        ("en-US,nl;q=0.8", "en"),
        ("de-DE,de;q=0.9,en;q=0.8", "en"),
        ("fr", "nl"),
        (",;,", "nl"),
    ],
)
async def test_the_browser_asks_for_a_language(visitor: Visitor, asked: str, language: str) -> None:
    """The first language that the browser asks for and that there is, is taken; Dutch else."""
    assert f'<html lang="{language}">' in (await visitor.get("/", Accept_Language=asked)).text


async def test_a_chosen_language_stays(visitor: Visitor) -> None:
    """What somebody chose comes before what the browser asks for."""
    page = await visitor.get("/", Accept_Language="nl")
    await visitor.post("/language", {"form_token": page.token, "language": "en", "back": "/"})
    assert '<html lang="en">' in (await visitor.get("/", Accept_Language="nl")).text


async def test_an_unknown_language_is_refused(visitor: Visitor) -> None:
    """A language that does not exist is not kept."""
    page = await visitor.get("/")
    answer = await visitor.post("/language", {"form_token": page.token, "language": "xx", "back": "/"})
    assert 400 == answer.status
    assert "__Host-language" not in visitor.cookies


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nX: y", "/\t/evil"]
)
async def test_a_form_leads_nowhere_else(visitor: Visitor, back: str) -> None:
    """The way back is a path of the console, whatever the form says."""
    page = await visitor.get("/")
    answer = await visitor.post("/language", {"form_token": page.token, "language": "en", "back": back})
    assert (303, "/") == (answer.status, answer.headers["Location"])
