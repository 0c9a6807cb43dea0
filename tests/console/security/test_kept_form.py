"""Tests of kept forms: what is sent after the session has ended comes back to its writer after signing in, to nobody
else, and nothing is done until they press again."""

import json
import re
from base64 import urlsafe_b64decode
from html import unescape
from typing import Any

import pytest

from alerts.alert import AlertState
from console.security import kept_form
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.authenticator import Authenticator
from tests.console.pages.test_approvals import state_of, submitted
from tests.console.visitor import Answer, Visitor

WORDS = "Graag korter, en zonder de naam van de straat."


async def test_words_come_back_and_wait_for_another_press(town: Town, visitor: Visitor) -> None:
    """A comment that comes after half an hour leads to signing in; then it is shown, with the page that it belongs to,
    and nothing was decided; sent from there it counts."""
    path, key = await _approver(town, visitor)
    told = await _late(town, visitor, path, WORDS)
    assert 403 == told.status
    assert "Je was uitgelogd" in told.text
    assert WORDS not in told.text
    shown = await _signs_in(visitor, told, key)
    assert 200 == shown.status
    assert f'<blockquote class="words">{WORDS}</blockquote>' in unescape(shown.text)
    assert f'href="{path}"' in shown.text
    assert {"action": f"{path}/return", "page": path} == {name: _carried(shown)[name] for name in ("action", "page")}
    assert [["ready", ""], ["comment", WORDS]] == _carried(shown)["fields"]
    assert AlertState.PENDING is await state_of(town, path)
    again = await visitor.sends(shown, f"{path}/return", comment=WORDS)
    assert 303 == again.status
    assert AlertState.DRAFT is await state_of(town, path)


async def test_the_cookie_may_be_gone_already(town: Town, visitor: Visitor) -> None:
    """Another page that noticed the end of the session took its cookie; the form still says whose it was."""
    path, key = await _approver(town, visitor)
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    await visitor.get("/today")
    assert "__Host-session" not in visitor.cookies
    told = await _sent(visitor, page, path, WORDS)
    assert WORDS in unescape((await _signs_in(visitor, told, key)).text)


async def test_nobody_else_reads_them(town: Town, visitor: Visitor) -> None:
    """Somebody else who signs in at that computer gets their own page and none of the words, which the page to sign in
    does not show either."""
    path, _ = await _approver(town, visitor)
    other = visitor.beside()
    others = await enrolled(await town.coordinator(3), other)
    told = await _late(town, visitor, path, WORDS)
    assert b"straat" not in urlsafe_b64decode(_sealed(told))
    answer = await _signs_in(visitor, told, others)
    assert (303, "/today") == (answer.status, answer.headers["Location"])
    for where in ("/today", path):
        assert "naam van de straat" not in (await visitor.get(where)).text
    assert AlertState.PENDING is await state_of(town, path)


async def test_what_was_altered_or_comes_from_elsewhere_is_not_opened(town: Town, visitor: Visitor) -> None:
    """A sealed form that was altered, made up, or kept by another browser is dropped; signing in works."""
    path, key = await _approver(town, visitor)
    told = await _late(town, visitor, path, WORDS)
    good = _sealed(told)
    second = visitor.beside()
    await second.signs_in(key)
    elsewhere = _sealed(await _late(town, second, path, WORDS))
    for wrong in (f"{good[:-6]}AAAA{good[-2:]}", elsewhere, "AAAA", "x", "é", "[]", "A" * 60_000):
        answer = await _signs_in(visitor, await visitor.get("/sign-in"), key, kept=wrong)
        assert (wrong[:9], 303, "/today") == (wrong[:9], answer.status, answer.headers["Location"])
        visitor.cookies.pop("__Host-session")


async def test_it_is_kept_for_half_a_day(town: Town, visitor: Visitor) -> None:
    """A sealed form opens as long as a session may last, and not after that."""
    path, key = await _approver(town, visitor)
    told = await _late(town, visitor, path, WORDS)
    town.clock.pass_by(hours=12)
    fresh = await visitor.get("/sign-in")
    answer = await _signs_in(visitor, fresh, key, kept=_sealed(told))
    assert "/today" == answer.headers["Location"]


async def test_a_failed_try_keeps_them(town: Town, visitor: Visitor) -> None:
    """Who fails to sign in gets the page again, with the words still in it."""
    path, key = await _approver(town, visitor)
    told = await _late(town, visitor, path, WORDS)
    failed = await _signs_in(visitor, told, Authenticator())
    assert 403 == failed.status
    assert "Inloggen is niet gelukt" in failed.text
    assert WORDS in unescape((await _signs_in(visitor, failed, key)).text)


async def test_secrets_are_not_kept(town: Town, visitor: Visitor) -> None:
    """The form token and the answer of a passkey are not among the fields that come back."""
    path, key = await _approver(town, visitor)
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    told = await _sent(visitor, page, path, WORDS, credential="{}", kept="x")
    shown = await _signs_in(visitor, told, key)
    assert {"ready", "comment"} == {name for name, _ in _carried(shown)["fields"]}


async def test_what_is_too_long_is_said(town: Town, visitor: Visitor) -> None:
    """A form over the limit is not kept, and the page says so before it is lost."""
    path, _ = await _approver(town, visitor)
    told = await _late(town, visitor, path, "x" * kept_form.MOST_BYTES)
    assert "te lang om te bewaren" in told.text
    assert 'name="kept"' not in told.text


async def test_forms_of_strangers_and_without_words_lead_to_signing_in(town: Town, visitor: Visitor) -> None:
    """Who was never signed in, and who only pressed a button, is sent to sign in as before."""
    path, _ = await _approver(town, visitor)
    stranger = visitor.beside()
    page = await stranger.get("/sign-in")
    answer = await stranger.sends(page, f"{path}/return", comment=WORDS)
    assert (303, "/sign-in?back=/") == (answer.status, answer.headers["Location"])
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    answer = await visitor.sends(page, "/sign-out")
    assert (303, "/sign-in?back=/") == (answer.status, answer.headers["Location"])


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("https://console.example.nl/approvals?after=5", "/approvals?after=5"),
        ("https://console.example.nl/account", "/account"),
        ("https://console.example.nl/account/confirm", "/approvals/7/1"),
        ("https://evil.example/account", "/approvals/7/1"),
        ("https://console.example.nl.evil.example/", "/approvals/7/1"),
        ("https://console.example.nl//evil.example/account", "/approvals/7/1"),
        ("", "/approvals/7/1"),
    ],
)
async def test_the_way_back_is_the_page_of_the_form(town: Town, visitor: Visitor, referer: str, page: str) -> None:
    """The way back is the page that the browser names, if it is one of ours, else the nearest above the form's
    address."""
    await enrolled(await town.coordinator(1), visitor)
    form = await visitor.get("/account")
    fields = {"form_token": form.token, "comment": WORDS}
    told = await visitor.post("/sign-in/again?action=/approvals/7/1/return", fields, Referer=referer)
    assert f'name="back" value="{page}"' in told.text


async def test_a_page_with_a_query_comes_back_whole(visitor: Visitor) -> None:
    """Who opens a filtered list after the session has ended comes back to that list."""
    answer = await visitor.get("/approvals?after=5&kind=a%26b")
    told = await visitor.get(answer.headers["Location"])
    assert 'name="back" value="/approvals?after=5&amp;kind=a%26b"' in told.text


async def _approver(town: Town, visitor: Visitor) -> tuple[str, Authenticator]:
    """Sign in somebody who has a notice to decide on; return its page, and their passkey."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    return await submitted(author), await enrolled(colleague, visitor)


async def _late(town: Town, visitor: Visitor, path: str, comment: str) -> Answer:
    """Open the notice, wait until the session is over, and return it with a comment."""
    page = await visitor.get(path)
    town.clock.pass_by(minutes=31)
    return await _sent(visitor, page, path, comment)


async def _sent(visitor: Visitor, page: Answer, path: str, comment: str, **more: str) -> Answer:
    """Send the comment, and follow where that leads, as a browser does."""
    fields = {"ready": "", "comment": comment, **more}
    answer = await visitor.sends(page, f"{path}/return", **fields)
    assert 307 == answer.status
    return await visitor.sends(page, answer.headers["Location"], **fields)


async def _signs_in(visitor: Visitor, page: Answer, key: Authenticator, kept: str = "") -> Answer:
    """Sign in on this page, with what it keeps."""
    sealed = kept or _sealed(page)
    return await visitor.sends(page, "/sign-in", credential=key.get(page.options, visitor.origin), kept=sealed)


def _sealed(page: Answer) -> str:
    [sealed] = re.findall(r'name="kept" value="([^"]+)"', page.text)
    return str(sealed)


def _carried(page: Answer) -> dict[str, Any]:
    [carried] = re.findall(r'data-kept="([^"]+)"', page.text)
    told: dict[str, Any] = json.loads(unescape(carried))
    return told
