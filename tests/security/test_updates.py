"""Tests of invalid and forged updates: parts missing, forged senders, commands that are repeated or come from
elsewhere."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.conversation.chat import ANONYMOUS_ADMIN
from bot.conversation.message import Message
from bot.incoming.inbox import Inbox
from bot.logs import set_up_logs
from tests.bot.reporting import jeweller, under_way
from tests.bot.town import Bubble, Person, Town
from tests.security.stored import rows, tables
from texts.html import Html

GROUP = {"id": -100123, "type": "supergroup", "title": "Winkels"}
CHANNEL = {"id": -100777, "type": "channel", "title": "Kanaal"}
WRITTEN_DOWN = {"updates", "audit", "refusals", "sqlite_sequence", "facts"}
COMMANDS = ("/alert", "/goedkeuren", "/meldingen", "/beheer", "/uitnodigen", "/koppel KOPPEL-1", "/start", "/verwijder")


def _message(person: Person, text: str, **more: Any) -> dict[str, Any]:
    user = {"id": person.id, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}
    length = len(text.split()[0])
    return {
        "message_id": 1,
        "date": 1_795_521_600,
        "chat": {"id": person.id, "type": "private", "first_name": "Iemand"},
        "from": user,
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": length}] if text[0] == "/" else [],
        **more,
    }


def _press(person: Person, data: str, **more: Any) -> dict[str, Any]:
    message = _message(person, "x")
    return {"id": "q", "from": message["from"], "chat_instance": "c", "data": data, "message": message, **more}


async def test_a_forwarded_command_is_that_of_who_forwards_it(town: Town, tmp_path: Path) -> None:
    """A forwarded command counts as the forwarder's, whoever wrote it, whatever it answers, and whichever bot it came
    by."""
    agent, eve = await town.coordinator(90), town.person(2)
    await eve.subscribes("2903AB", "supermarket")
    police = _message(agent, "/alert")
    forged = {
        "forward_origin": {"type": "user", "date": 1, "sender_user": police["from"]},
        "forward_from": police["from"],
        "reply_to_message": police,
        "via_bot": {"id": 7, "is_bot": True, "first_name": "Bot"},
    }
    for text in COMMANDS[:5]:
        eve.news()
        await town.receive({"message": _message(eve, text, **forged)})
        assert await under_way(eve) is None
        assert eve.news()
    assert await under_way(agent) is None
    assert ("request.refused",) in rows(tmp_path, "SELECT action FROM audit")


async def test_nothing_is_done_by_an_edit_or_a_channel_or_nobody(town: Town, tmp_path: Path) -> None:
    """A command that is edited, posted in a channel, or sent in the name of a chat or an anonymous admin has no
    effect."""
    agent = await town.coordinator(90)
    await jeweller(town, 1, agent)
    nobody = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    before = tables(tmp_path, WRITTEN_DOWN)
    for text in COMMANDS:
        told = _message(agent, text)
        channel = {**told, "chat": CHANNEL, "sender_chat": CHANNEL}
        del channel["from"]
        for update in (
            {"edited_message": {**told, "edit_date": 2}},
            {"channel_post": channel},
            {"edited_channel_post": {**channel, "edit_date": 2}},
            {"message": {**told, "chat": GROUP, "from": nobody, "sender_chat": GROUP}},
            {"message": {**told, "chat": GROUP, "from": nobody}},
            {"business_message": told},
            {"inline_query": {"id": "i", "from": told["from"], "query": text, "offset": ""}},
        ):
            await town.receive(update)
    assert before == tables(tmp_path, WRITTEN_DOWN)


@pytest.mark.parametrize("message", [{"date": 0, "chat": {"id": 1_000_090, "type": "private"}, "message_id": 1}, None])
async def test_a_press_under_what_cannot_be_seen_any_more_is_answered(
    town: Town, message: dict[str, Any] | None
) -> None:
    """A press is answered when Telegram omits its message because it is too old or inline."""
    agent = await town.coordinator(90)
    await jeweller(town, 1, agent)
    for data in ("verify:1:1", "mine::0", "seen:1:1", "report::0", "pick:x:1"):
        press = _press(agent, data, message=message)
        if message is None:
            del press["message"]
            press["inline_message_id"] = "i"
        await town.receive({"callback_query": press})


def _altered(update: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Return the update with a part removed or replaced."""
    altered = copy.deepcopy(update)
    at = altered
    while True:
        key = chance.choice(sorted(at))
        inner = at[key]
        if isinstance(inner, dict) and inner and chance.random() < 0.8:
            at = inner
            continue
        odd: list[Any] = [None, 0, -1, 2**70, "", "x" * 300, [], {}, True, 1.5, [[]], {"id": "x"}, "\ud800\x00"]
        if chance.random() < 0.4:
            del at[key]
        else:
            at[key] = chance.choice(odd)
        return altered


def _updates(town: Town) -> Iterator[dict[str, Any]]:
    eve = town.person(2)
    yield {"message": _message(eve, "/start")}
    yield {"message": _message(eve, "2903AB")}
    yield {"message": {**_message(eve, "x"), "location": {"latitude": 51.9, "longitude": 4.5}}}
    yield {"callback_query": _press(eve, "mine::0")}
    yield {"message": {**_message(eve, "/koppel X"), "chat": GROUP}}
    member = {"user": {"id": 123456789, "is_bot": True, "first_name": "Bot"}, "status": "member"}
    changed = {"chat": GROUP, "from": _message(eve, "x")["from"], "date": 1}
    yield {"my_chat_member": {**changed, "old_chat_member": member, "new_chat_member": member}}
    yield {"chat_join_request": {**changed, "user_chat_id": eve.id}}
    yield {"message": {**_message(eve, "x"), "chat": GROUP, "migrate_to_chat_id": -100999}}


@pytest.mark.usefixtures("own_logs")
async def test_updates_with_parts_missing_stop_nothing(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update with missing parts is handled or set aside, the receiver goes on, and the next person is answered."""
    set_up_logs("json", "error")
    chance, updates = Random(5), list(_updates(town))
    monkeypatch.setattr(town.screens, "_bubble", lambda _ref, _message: Bubble(0, Message(Html("")), None))
    for _ in range(100):
        update = _altered(chance.choice(updates), chance)
        await town.receive(json.loads(json.dumps(update)))
    assert [] == rows(tmp_path, "SELECT id FROM updates WHERE state = 'pending' OR body IS NOT NULL")
    assert [] == rows(tmp_path, "SELECT id FROM roles UNION SELECT id FROM kvo_groups")
    els = town.person(1)
    await els.types("/hulp")
    assert "0900-8844" in els.last.text


@pytest.mark.parametrize(
    "payload", ["<b>", "a" * 64, "-", "_", "lees", "lees999", "read1", "' OR 1=1 --", "%", "../..", "é"]
)
async def test_what_is_behind_a_link_is_no_way_in(town: Town, tmp_path: Path, payload: str) -> None:
    """A payload of garbage, guesses, paths or queries gives nothing, and makes nobody a member."""
    eve = town.person(2)
    await eve.types(f"/start {payload}")
    assert eve.bubbles
    assert [] == rows(tmp_path, "SELECT id FROM members UNION SELECT id FROM roles")
    assert [(0,)] == rows(tmp_path, "SELECT count(*) FROM updates WHERE state <> 'done'")


NAMES = ("De P%", "De P_rel", "'; DROP TABLE premises; --", 'De "Parel"', "De Parel\\", "Robert'); --x", "{0} %s $x")


async def test_quotes_and_wildcards_are_letters(town: Town, tmp_path: Path) -> None:
    """Quotes and wildcards in a shop's name are letters to the database, and are stored as typed."""
    await jeweller(town, 1, await town.coordinator(90))
    for number, name in enumerate(NAMES, start=2):
        eve = town.person(number)
        await eve.subscribes("2903AB", "jeweller", name, "1")
        assert "join:" not in json.dumps([one.data for bubble in eve.bubbles for one in bubble.buttons])
    stored = [name for (name,) in rows(tmp_path, "SELECT name FROM premises ORDER BY id")]
    assert ["De Parel 1", *NAMES] == stored


async def test_what_is_no_update_is_no_update(town: Town) -> None:
    """JSON that is not an update is refused before anything of it is stored."""
    inbox = Inbox(
        town.storage,
        town.clock,
        bot_id=1,
        handler=town.mailbox,
        flood_control=town.inbox._flood_control,
        strangers=town.strangers,
    )
    for number in (True, 1.0, "1", None, -1, 1 << 63, [1]):
        with pytest.raises(ValueError, match="number"):
            await inbox.put([{"update_id": number, "message": {}}])
    deep: dict[str, Any] = {"update_id": 1}
    for _ in range(5_000):
        deep = {"update_id": 1, "x": deep}
    with pytest.raises(RecursionError):
        await inbox.put([deep])
    await inbox.put([{"update_id": 2, "message": {}}])
