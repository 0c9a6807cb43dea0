"""Property tests of the parsing of answers: every answer has a meaning that the program knows."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram_api.responses import WAIT_SECONDS, NeverSent, opened, refusal
from tests.bot.odd import payloads

codes = st.one_of(st.sampled_from([300, 400, 401, 403, 404, 408, 409, 413, 429, 500, 502, 503]), st.integers(100, 999))
A_DAY = 86_400


@given(codes, payloads())
def test_every_refusal_means_something(code: int, payload: bytes) -> None:
    """Every refusal becomes a known error; a wait is positive and finite, and a chat moves to a group only."""
    error = refusal(code, payload)
    if isinstance(error, RetryAfter):
        assert isinstance(error.retry_after, timedelta)
        assert timedelta() < error.retry_after
    if isinstance(error, ChatMigrated):
        assert error.new_chat_id < 0


@given(payloads())
def test_a_success_has_a_result_or_is_none(payload: bytes) -> None:
    """A success has a result, or raises an error that every caller expects."""
    try:
        answer = opened(payload)
    except TelegramError:
        return
    assert "result" in answer


@pytest.mark.parametrize(
    "answer",
    [
        b'\xef\xbb\xbf{"ok":true,"result":[1]}',
        b'{"ok":true,"result":["half an emoji: \\ud83d"]}',
        b'{"ok":true,"result":[NaN, 1e999, 123456789012345678901234567890]}',
    ],
)
def test_what_python_reads_is_read(answer: bytes) -> None:
    """Answers that only Python's slower parser accepts are read too, so that one update does not make a hundred others
    unreadable."""
    assert str(json.loads(answer)["result"]) == str(opened(answer)["result"])


@pytest.mark.parametrize("code", [400, 401, 403, 404, 407, 409, 429])
@pytest.mark.parametrize("page", [b"<html>Blocked by your organisation</html>", b"", b"{}", b'{"error":"no"}', b"[]"])
def test_a_page_of_a_firewall_is_not_taken_for_telegram(code: int, page: bytes) -> None:
    """A firewall's page is not taken for Telegram's answer about a block, the token or the text: the request was not
    passed on."""
    error = refusal(code, page)
    assert type(error) is NetworkError
    assert isinstance(error.__cause__, NeverSent)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 520])
def test_what_a_gateway_says_leaves_it_unknown(code: int) -> None:
    """After a gateway's error the outcome is unknown, because it may have passed the request on."""
    error = refusal(code, b"<html>Bad Gateway</html>")
    assert type(error) is NetworkError
    assert error.__cause__ is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (409, Conflict),
        (500, NetworkError),
    ],
)
def test_what_telegram_says_is_believed(code: int, kind: type[Exception]) -> None:
    """Telegram's own answer counts, in its own words, also when a machine in between changed its status to a
    success."""
    body = json.dumps({"ok": False, "error_code": code, "description": "Why not: x"}).encode()
    assert type(refusal(code, body)) is kind
    assert "Why not: x" == str(refusal(code, body))
    with pytest.raises(kind):
        opened(body)


@pytest.mark.parametrize("wait", [None, 0, -5, "9", True, [], {}, float("nan"), float("-inf"), "soon"])
def test_a_429_that_does_not_say_for_how_long_is_obeyed_for_a_while(wait: object) -> None:
    """A 429 without a duration is obeyed for a while, and was certainly not sent."""
    body = {"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": wait}}
    error = refusal(429, json.dumps(body).encode())
    assert isinstance(error, RetryAfter)
    assert timedelta(seconds=WAIT_SECONDS) == error.retry_after


@pytest.mark.parametrize("wait", [A_DAY, 99_999_999_999, 10**300, 0.25])
def test_a_429_for_very_long_can_be_told(wait: float) -> None:
    """A 429 of any length becomes a valid duration."""
    body = {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": wait}}
    error = refusal(429, json.dumps(body).encode())
    assert isinstance(error, RetryAfter)
    assert isinstance(error.retry_after, timedelta)
    assert min(wait, A_DAY) <= error.retry_after.total_seconds()
