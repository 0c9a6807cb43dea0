"""Tests of the actions of people, and of the updates that the bot gets for them."""

from typing import Any

import pytest

from .conftest import BOT_ID, OTHER_ID, OTHER_TOKEN, Playground, Refused


async def ask(playground: Playground, anna: int, *labels: str) -> int:
    """Send a message with buttons, whose data are numbers."""
    row = [{"text": label, "callback_data": str(i)} for i, label in enumerate(labels)]
    row.append({"text": "Meer", "url": "https://x.nl"})
    markup = {"inline_keyboard": [row]}
    sent = await playground.api("sendMessage", chat_id=anna, text="?", reply_markup=markup)
    return int(sent["message_id"])


async def test_a_text_becomes_an_update(playground: Playground) -> None:
    """A text becomes an update with the sender's language and the entities that Telegram finds."""
    anna = await playground.person(first_name="Anna", last_name="Jansen", username="anna", language_code="en")
    sent = await playground.post("send", user=anna, text="/meld nu")
    [update] = await playground.updates()
    names = {"first_name": "Anna", "last_name": "Jansen", "username": "anna"}
    assert update == {
        "update_id": sent["update_id"],
        "message": {
            "message_id": sent["message_id"],
            "from": {"id": anna, "is_bot": False, **names, "language_code": "en"},
            "chat": {"id": anna, **names, "type": "private"},
            "date": int(playground.clock.now),
            "text": "/meld nu",
            "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        },
    }


async def test_a_deep_link_starts_the_bot(playground: Playground) -> None:
    """A deep link starts the bot and lifts a block; an invalid payload is refused."""
    anna = await playground.person(started=False)
    await playground.post("block", user=anna)
    await playground.updates()
    await playground.post("follow", user=anna, link="https://t.me/Playground_Bot?start=Inv-1_x")
    unblocked, started = await playground.updates()
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start Inv-1_x"
    await playground.api("sendMessage", chat_id=anna, text="welkom")
    for link in ("https://t.me/playground_bot?start=a.b", "https://t.me/playground_bot?start=" + "a" * 65):
        await playground.post("follow", user=anna, link=link, expect=400)
    await playground.post("follow", user=anna, link="https://t.me/nobody_bot", expect=404)
    await playground.post("follow", user=anna, link="https://x.nl/playground_bot", expect=400)


async def test_blocking_is_told(playground: Playground) -> None:
    """Blocking sends my_chat_member once, and the bot gets no texts from a person who blocked it."""
    anna = await playground.person()
    for _ in range(2):
        await playground.post("block", user=anna, blocked=True)
    [update] = await playground.updates()
    change = update["my_chat_member"]
    statuses = [change[name]["status"] for name in ("old_chat_member", "new_chat_member")]
    assert (change["chat"]["id"], statuses) == (anna, ["member", "kicked"])
    await playground.post("send", user=anna, text="hoi", expect=400)
    await playground.post("send", user=anna, text="/start")
    assert [next(iter(u.keys() - {"update_id"})) for u in await playground.updates()] == ["my_chat_member", "message"]


async def test_a_press_becomes_a_callback_query(playground: Playground) -> None:
    """A press becomes a callback query with the whole message; it is answered once, and only the one who pressed sees
    it."""
    anna = await playground.person()
    message_id = await ask(playground, anna, "Ja", "Nee")
    pressed = await playground.post("press", user=anna, message_id=message_id, data="1")
    [update] = await playground.updates()
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (pressed["callback_query_id"], "1", anna)
    assert query["message"]["message_id"] == message_id
    assert query["message"]["reply_markup"]["inline_keyboard"][0][1]["text"] == "Nee"
    assert query["chat_instance"]
    answer = {"callback_query_id": query["id"], "text": "Goed", "show_alert": True}
    assert await playground.api("answerCallbackQuery", **answer) is True
    event = await playground.wait_for("answer")
    assert event["viewer"] == anna
    assert event["answer"] == {"callback_query_id": query["id"], "user": anna, "text": "Goed", "alert": True}
    with pytest.raises(Refused, match="query is too old"):
        await playground.api("answerCallbackQuery", **answer)


@pytest.mark.parametrize(
    ("label", "data"),
    [("Ja", "0"), ("Ja, altijd", "1"), ("ja, a", "1"), ("ee", "2"), ("  nee ", "2")],
)
async def test_a_button_is_found_by_its_label(playground: Playground, label: str, data: str) -> None:
    """A button is found by its exact label, else by a unique beginning or part."""
    anna = await playground.person()
    message_id = await ask(playground, anna, "Ja", "Ja, altijd", "Nee")
    # "Meer" also contains "ee", but does not begin with either
    if label == "ee":
        said = await playground.post("press", user=anna, message_id=message_id, label=label, expect=400)
        assert "Nee, Meer" in said["error"]
        return
    await playground.post("press", user=anna, message_id=message_id, label=label)
    [update] = await playground.updates()
    assert update["callback_query"]["data"] == data


async def test_presses_that_cannot_be(playground: Playground) -> None:
    """A press on a missing button, a missing message or a link is refused; an altered client may send any data."""
    anna, bram = await playground.person(), await playground.person()
    message_id = await ask(playground, anna, "Ja")
    press = {"user": anna, "message_id": message_id}
    said = await playground.post("press", **press, label="Wat", expect=400)
    assert said["error"].endswith("it has: Ja, Meer")
    await playground.post("press", **press, data="9", expect=400)
    await playground.post("press", **press, label="Meer", expect=400)
    await playground.post("press", user=anna, message_id=99, data="0", expect=404)
    await playground.post("press", user=bram, message_id=message_id, data="0", expect=404)
    assert await playground.updates() == []
    await playground.post("press_raw", **press, data="approve:1:1")
    [update] = await playground.updates()
    assert update["callback_query"]["data"] == "approve:1:1"


async def test_answers_that_come_too_late_or_are_too_long(playground: Playground) -> None:
    """An answer after about ten minutes, or of more than 200 characters, is refused."""
    anna = await playground.person()
    message_id = await ask(playground, anna, "Ja")
    pressed = await playground.post("press", user=anna, message_id=message_id, data="0")
    query = {"callback_query_id": pressed["callback_query_id"]}
    with pytest.raises(Refused, match="MESSAGE_TOO_LONG"):
        await playground.api("answerCallbackQuery", **query, text="x" * 201)
    playground.clock.now += 601
    for wrong in (query, {"callback_query_id": "1"}, {}):
        with pytest.raises(Refused) as refused:
            await playground.api("answerCallbackQuery", **wrong)
        assert refused.value.description == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )


async def test_an_old_message_can_still_be_pressed(playground: Playground) -> None:
    """The buttons of an old message still work."""
    anna = await playground.person()
    message_id = await ask(playground, anna, "Ja")
    playground.clock.now += 365 * 24 * 3600
    assert (await playground.post("press", user=anna, message_id=message_id, data="0"))["update_id"]


async def test_an_edit_becomes_an_edited_message(playground: Playground) -> None:
    """A person can edit only their own messages, which makes an edited_message update."""
    anna = await playground.person()
    sent = await playground.post("send", user=anna, text="2991 AB")
    own = await playground.api("sendMessage", chat_id=anna, text="?")
    await playground.updates()
    await playground.post("edit", user=anna, message_id=sent["message_id"], text="2992 AB")
    [update] = await playground.updates()
    assert update["edited_message"]["text"] == "2992 AB"
    assert update["edited_message"]["edit_date"] == playground.clock.now
    await playground.post("edit", user=anna, message_id=own["message_id"], text="x", expect=400)


async def test_location_and_media(playground: Playground) -> None:
    """A location and each kind of media become updates with the fields of the Bot API, and files with an id to fetch
    them."""
    anna = await playground.person()
    await playground.post("location", user=anna, latitude=51.9, longitude=4.5)
    kinds = ("photo", "document", "sticker", "voice", "video", "contact")
    for kind in kinds:
        await playground.post("media", user=anna, kind=kind, caption="kijk" if kind == "photo" else "")
    located, *updates = await playground.updates()
    assert located["message"]["location"] == {"latitude": 51.9, "longitude": 4.5}
    messages = [update["message"] for update in updates]
    assert all(kind in message for kind, message in zip(kinds, messages, strict=True))
    assert messages[0]["caption"] == "kijk"
    assert messages[-1]["contact"]["user_id"] == anna
    for file_id in (messages[0]["photo"][0]["file_id"], messages[3]["voice"]["file_id"]):
        assert (await playground.api("getFile", file_id=file_id))["file_size"] > 0
    await playground.post("media", user=anna, kind="hologram", expect=400)


async def test_two_bots_have_chats_of_their_own(playground: Playground) -> None:
    """Each of two bots has chats of its own; calls name the other one by its id."""
    anna = await playground.person()
    await playground.post("send", user=anna, chat=OTHER_ID, text="hoi")
    assert await playground.updates() == []
    [update] = await playground.updates(token=OTHER_TOKEN)
    assert update["message"]["text"] == "hoi"
    assert await playground.seen(anna) == []
    [seen] = await playground.seen(anna, chat=OTHER_ID)
    assert seen["bot"] == OTHER_ID
    await playground.post("block", user=anna, bot=OTHER_ID)
    await playground.api("sendMessage", chat_id=anna, text="ik wel")


async def test_people_are_made_and_changed(playground: Playground) -> None:
    """People are made and changed, many in one call too; a known id is changed, not doubled."""
    made = await playground.post("users", id=77, first_name="Cor", phone=True, note="slager")
    assert made == {
        "id": 77,
        "first_name": "Cor",
        "language_code": "nl",
        "phone": True,
        "note": "slager",
        "started": False,
        "blocked": [],
    }
    changed = await playground.post("users", id=77, first_name="Cornelis")
    assert (changed["first_name"], changed["phone"]) == ("Cornelis", True)
    link = {"text": "Account", "url": "http://127.0.0.1:1/a"}
    assert link == (await playground.post("users", id=77, first_name="Cor", link=link))["link"]
    assert link == (await playground.post("users", id=77, first_name="Cor"))["link"]
    for wrong in ({**link, "url": "javascript:alert(1)"}, {"text": "Account"}, "http://127.0.0.1", 5):
        await playground.post("users", id=77, first_name="Cor", link=wrong, expect=400)
    assert "link" not in await playground.post("users", id=77, first_name="Cor", link=None)
    users: list[dict[str, Any]] = [{"first_name": f"W{i}", "started": True} for i in range(500)]
    assert await playground.post("users/bulk", users=users) == {"created": 500}
    state = await playground.get("state")
    assert len(state["users"]) == 501
    assert [bot["id"] for bot in state["bots"]] == [BOT_ID, OTHER_ID]
    await playground.post("users", first_name="", expect=400)
    await playground.post("users", id=BOT_ID, first_name="x", expect=400)
    await playground.post("send", user=123, text="x", expect=404)
    await playground.get("messages", viewer=123, expect=404)
