"""Tests of what Telegram tells the console of who opened it: forged, replayed, too old, and of somebody without a role.

Whatever is wrong has one answer, begins no session, and is recorded as a failure.
"""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from urllib.parse import parse_qsl, quote, urlencode

import pytest

from console.security.init_data import MOST_CHARACTERS
from tests.bot.role_world import build
from tests.bot.town import Person, Town
from tests.console.accounts import recorded
from tests.console.telegram_app import enters, sends_in, signed, told_by_telegram
from tests.console.visitor import Answer, Visitor

Forged = Callable[[Person, Mapping[str, str]], str]


def _is_refused(answer: Answer) -> bool:
    return answer.status == 403 and "Openen is niet gelukt" in answer.text and not _begins(answer)


def _begins(answer: Answer) -> bool:
    return any(one.startswith("__Host-session=") for one in answer.set_cookies)


def _user(given: str) -> Forged:
    return lambda _, fields: signed({**fields, "user": given})


def _at(**ago: float) -> Forged:
    return lambda person, _: signed(told_by_telegram(person, person.town.clock.now() - timedelta(**ago)))


def _without(name: str) -> Forged:
    return lambda _, fields: signed({key: value for key, value in fields.items() if key != name})


def _unsigned(_: Person, fields: Mapping[str, str]) -> str:
    return urlencode(fields)


def _altered(_: Person, fields: Mapping[str, str]) -> str:
    return signed(fields).replace(quote('"Jan"', safe=""), quote('"Piet"', safe=""))


def _other_signature(_: Person, fields: Mapping[str, str]) -> str:
    return signed(fields).replace("c2lnbmVk", "b3RoZXI")


def _as_if_user_came_later(_: Person, fields: Mapping[str, str]) -> str:
    """A line break in a field makes its end look like the next field."""
    joined = {key: value for key, value in fields.items() if key != "user"}
    return signed({**joined, "signature": f"{fields['signature']}\nuser={fields['user']}"})


FORGED: dict[str, Forged] = {
    "nothing": lambda _person, _fields: "",
    "no query": lambda _person, _fields: "initData",
    "no hash": _unsigned,
    "an empty hash": lambda _, fields: f"{urlencode(fields)}&hash=",
    "a hash of odd letters": lambda _, fields: f"{urlencode(fields)}&hash={quote('é' * 64)}",
    "a hash in capitals": lambda _, fields: signed(fields).replace("hash=", "hash=A"),
    "two hashes": lambda _, fields: f"{signed(fields)}&hash={'0' * 64}",
    "the hash first and last": lambda _, fields: f"hash={'0' * 64}&{signed(fields)}",
    "a field twice": lambda _, fields: f"{signed(fields)}&user={quote(fields['user'])}",
    "another bot's": lambda _, fields: signed(fields, "8:other"),
    "no bot's": lambda _, fields: signed(fields, ""),
    "a changed field": _altered,
    "a changed signature": _other_signature,
    "an added field": lambda _, fields: f"{signed(fields)}&start_param=x",
    "a line break": _as_if_user_came_later,
    "an odd name": lambda _, fields: signed({**fields, "a=b": "c"}),
    "no date": _without("auth_date"),
    "a date in words": lambda _, fields: signed({**fields, "auth_date": "now"}),
    "a date of other digits": lambda _, fields: signed({**fields, "auth_date": "١٧٩٥٩٩٩٩٩٩"}),
    "a date that no calendar has": lambda _, fields: signed({**fields, "auth_date": "99999999999"}),
    "a negative date": lambda _, fields: signed({**fields, "auth_date": "-1"}),
    "over an hour old": _at(hours=1, seconds=1),
    "from the future": _at(seconds=-31),
    "nobody": _without("user"),
    "a user that is no JSON": _user("Jan"),
    "a user that is a list": _user("[1]"),
    "a deep user": _user("[" * 1500 + "]" * 1500),
    "no id": _user("{}"),
    "an id of words": _user('{"id": "1"}'),
    "an id that is true": _user('{"id": true}'),
    "a fraction": lambda person, fields: signed({**fields, "user": json.dumps({"id": float(person.id)})}),
    "a negative id": lambda person, fields: signed({**fields, "user": json.dumps({"id": -person.id})}),
    "a huge id": lambda person, fields: signed({**fields, "user": json.dumps({"id": person.id + 2**64})}),
    "a stranger": _user('{"id": 424242}'),
    "far too long": lambda _, fields: signed({**fields, "start_param": "x" * MOST_CHARACTERS}),
    "many fields": lambda _, fields: signed({**fields, **{f"f{'x' * one}": "1" for one in range(40)}}),
    "bytes that are no text": lambda _, fields: signed(fields).replace("Jan", "%FF"),
}


@pytest.mark.parametrize("forged", FORGED)
async def test_forged_data_begins_nothing(town: Town, visitor: Visitor, forged: str) -> None:
    """Each forged text gets the one answer, while the same person comes in with what Telegram really said."""
    person = await town.coordinator(1)
    fields = told_by_telegram(person, town.clock.now())
    answer = await sends_in(visitor, FORGED[forged](person, fields))
    assert _is_refused(answer)
    assert 303 == (await visitor.get("/today")).status
    assert [1, 0] == [await recorded(person, one) for one in ("account.failed", "account.entered")]
    assert 303 == (await sends_in(visitor, signed(fields))).status
    assert 1 == await recorded(person, "account.entered")


@pytest.mark.parametrize("seconds", [-30, 0, 3600])
async def test_data_of_the_last_hour_counts(town: Town, visitor: Visitor, seconds: int) -> None:
    """An hour is enough for who waits at the page, and half a minute ahead for a clock that is a little off."""
    person = await town.coordinator(1)
    told = signed(told_by_telegram(person, town.clock.now() - timedelta(seconds=seconds)))
    assert 303 == (await sends_in(visitor, told)).status


async def test_data_counts_once(town: Town, visitor: Visitor) -> None:
    """Whoever reads along and sends the same again, from elsewhere or from the same phone, gets nothing; the one who
    came first stays in."""
    person = await town.coordinator(1)
    told = signed(told_by_telegram(person, town.clock.now()))
    assert 303 == (await sends_in(visitor, told)).status
    for other in (visitor.beside(), visitor):
        for text in (told, "&".join(reversed(told.split("&"))), f"{told}".replace("+", "%20")):
            assert _is_refused(await sends_in(other, text))
    assert 200 == (await visitor.get("/today")).status
    town.clock.pass_by(minutes=59)
    assert _is_refused(await sends_in(visitor.beside(), told))
    town.clock.pass_by(minutes=2)
    assert _is_refused(await sends_in(visitor.beside(), told))


async def test_without_a_role_nobody_comes_in(town: Town, visitor: Visitor) -> None:
    """A shop, and somebody whose role has ended, get the answer of a forged text; an open session shows nothing more
    than the account from the moment that the role ends."""
    world = await build(town)
    now = town.clock.now()
    refused = await sends_in(visitor, signed(told_by_telegram(world.people["R"], now)))
    assert _is_refused(refused)
    marshal = visitor.beside()
    await enters(world.people["S"], marshal)
    assert 200 == (await marshal.get("/reports")).status
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    assert 403 == (await marshal.get("/reports")).status
    again = await sends_in(visitor, signed(told_by_telegram(world.people["S"], town.clock.now())))
    assert _is_refused(again)


async def test_the_form_is_checked_as_any_other(town: Town, visitor: Visitor) -> None:
    """Another website cannot send somebody in as somebody else: the origin and the browser's own token are asked."""
    person = await town.coordinator(1)
    told = signed(told_by_telegram(person, town.clock.now()))
    page = await visitor.get("/telegram")
    form = {"form_token": page.token, "init_data": told}
    for origin in ("https://evil.example", "https://web.telegram.org", "null", ""):
        assert 403 == (await visitor.post("/telegram", form, Origin=origin)).status
    assert 403 == (await visitor.post("/telegram", {"init_data": told})).status
    assert 303 == (await visitor.post("/telegram", form)).status


async def test_a_planted_session_is_replaced(town: Town, visitor: Visitor) -> None:
    """A session cookie that was there before never counts, and the browser gets new secrets."""
    person = await town.coordinator(1)
    visitor.cookies["__Host-session"] = "planted-by-somebody-else"
    before = (await visitor.get("/telegram")).token
    await enters(person, visitor)
    assert visitor.cookies["__Host-session"] != "planted-by-somebody-else"
    assert before != (await visitor.get("/telegram")).token.partition(".")[0]


def test_the_attacks_differ_from_the_truth() -> None:
    """The unaltered text is one that the tests above accept: no attack is refused for a fault of the tests' own."""
    fields = {"user": '{"id": 1, "first_name": "Jan"}', "auth_date": "1"}
    assert fields == {name: value for name, value in parse_qsl(signed(fields)) if name != "hash"}
