"""Tests of the form check: a request that changes something counts only from a page of the console's own."""

import asyncio

import pytest

from console.security import form_check
from tests.console.visitor import Visitor
from tests.ports import HOST

LANGUAGE = {"language": "en", "back": "/"}


async def test_a_form_of_a_page_counts(visitor: Visitor) -> None:
    """The form of a page, with the token of the browser to which the page was given, is taken."""
    page = await visitor.get("/")
    answer = await visitor.post("/language", {**LANGUAGE, "form_token": page.token})
    assert (303, "/") == (answer.status, answer.headers["Location"])


@pytest.mark.parametrize("origin", ["", "null", "https://console.example.nl.evil.example", "http://console.example.nl"])
async def test_a_form_from_elsewhere_is_refused(visitor: Visitor, origin: str) -> None:
    """A request from another origin, or from none, is refused, also with the right token."""
    page = await visitor.get("/")
    answer = await visitor.post("/language", {**LANGUAGE, "form_token": page.token}, Origin=origin)
    assert (403, ()) == (answer.status, answer.set_cookies)


async def test_a_form_without_the_browsers_own_token_is_refused(visitor: Visitor) -> None:
    """A missing token, an empty one and that of another browser are refused."""
    await visitor.get("/")
    other = Visitor(visitor.port, visitor.origin, visitor.session)
    others = (await other.get("/")).token
    for token in ("", others, "é"):
        assert 403 == (await visitor.post("/language", {**LANGUAGE, "form_token": token})).status
    assert 403 == (await visitor.post("/language", LANGUAGE)).status


async def test_no_cookie_is_no_token(visitor: Visitor) -> None:
    """A browser without the cookie is refused, also when it sends an empty token or one of its own making."""
    for token in ("", "AAAAAAAAAAAAAAAAAAAAAA"):
        assert 403 == (await visitor.post("/language", {**LANGUAGE, "form_token": token})).status


async def test_the_token_is_kept_by_the_browser_alone(visitor: Visitor) -> None:
    """The cookie is for this host, HTTPS and requests alone, and stays the same from page to page."""
    first = await visitor.get("/")
    [cookie] = first.set_cookies
    assert cookie.startswith("__Host-form=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} == set(cookie.split("; ")[1:])
    again = await visitor.get("/")
    assert (first.token, ()) == (again.token, again.set_cookies)


async def test_other_kinds_of_bodies_are_refused(visitor: Visitor) -> None:
    """Only the usual form is read: no JSON, no text, no files."""
    page = await visitor.get("/")
    for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x"):
        answer = await visitor.post("/language", {**LANGUAGE, "form_token": page.token}, Content_Type=kind)
        assert 415 == answer.status


async def test_a_long_body_is_refused(visitor: Visitor) -> None:
    """A body over the limit is refused with a page that says so."""
    page = await visitor.get("/")
    answer = await visitor.post("/language", {"form_token": page.token, "back": "x" * form_check.MOST_BYTES})
    assert 413 == answer.status
    assert "te veel tekst" in answer.text


async def test_a_body_that_does_not_come_is_given_up(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that is not sent within the limit is answered with 408."""
    monkeypatch.setattr(form_check, "BODY_SECONDS", 0.05)
    reader, writer = await asyncio.open_connection(HOST, visitor.port)
    head = (
        "POST /language HTTP/1.1",
        "Host: console.example.nl",
        f"Origin: {visitor.origin}",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 900",
    )
    writer.write("\r\n".join((*head, "", "x")).encode())
    assert b"408" in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_a_sign_that_no_database_stores_is_refused(visitor: Visitor) -> None:
    """A null character is refused in a query and in a form, before a page searches for it."""
    page = await visitor.get("/")
    assert 400 == (await visitor.get("/?name=a%00b")).status
    assert 400 == (await visitor.post("/language", {**LANGUAGE, "form_token": page.token, "back": "/\0"})).status
