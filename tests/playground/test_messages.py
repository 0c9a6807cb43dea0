"""Tests of sending, editing and deleting, and of Telegram's words for what is refused."""

import json
from typing import Any

import aiohttp
import pytest

from .conftest import BOT_ID, TOKEN, Playground, Refused, answer


async def refusal(playground: Playground, method: str, **params: Any) -> str:
    with pytest.raises(Refused) as refused:
        await playground.api(method, **params)
    return f"{refused.value.code} {refused.value.description}"


def button(text: str = "Ja", **fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, **(fields or {"callback_data": "yes"})}]]}


@pytest.mark.parametrize("how", ["query", "form", "multipart", "json"])
async def test_parameters_come_in_four_ways(playground: Playground, how: str) -> None:
    """Parameters are accepted in four forms; objects may be JSON text in a form."""
    anna = await playground.person()
    params: dict[str, Any] = {"chat_id": str(anna), "text": "<b>a</b>", "parse_mode": "HTML"}
    params["reply_markup"] = json.dumps(button())
    form = aiohttp.FormData(params)
    if how == "multipart":
        form.add_field("unused", b"bytes", filename="a.bin")
    ways: dict[str, dict[str, Any]] = {
        "query": {"params": params},
        "form": {"data": params},
        "multipart": {"data": form},
        "json": {"json": {**params, "chat_id": anna, "reply_markup": button()}},
    }
    request = ways[how]
    async with playground.session.post(f"{playground.url}/bot{TOKEN}/sendMESSAGE", **request) as response:
        message = answer(await response.json(), response.status)
    assert message["text"] == "a"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert message["reply_markup"] == button()


async def test_a_sent_message_is_seen(playground: Playground) -> None:
    """A sent message appears on the phone with everything that the page shows."""
    anna = await playground.person(first_name="Anna")
    first = (await playground.post("send", user=anna, text="hoi"))["message_id"]
    sent = await playground.api(
        "sendMessage",
        chat_id=anna,
        text="Let op: <b>1 < 2</b>".replace("1 <", "1 &lt;"),
        parse_mode="HTML",
        reply_markup=button(),
        reply_parameters={"message_id": first},
        protect_content=True,
        disable_notification=True,
    )
    assert sent["has_protected_content"] is True
    assert sent["reply_to_message"]["message_id"] == first
    [_, seen] = await playground.seen(anna)
    assert seen == {
        "message_id": sent["message_id"],
        "chat": anna,
        "bot": BOT_ID,
        "from": BOT_ID,
        "date": int(playground.clock.now),
        "text": "Let op: 1 < 2",
        "html": "Let op: <b>1 &lt; 2</b>",
        "entities": [{"type": "bold", "offset": 8, "length": 5}],
        "reply_to": first,
        "buttons": [[{"text": "Ja", "data": "yes"}]],
        "protected": True,
        "silent": True,
    }


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<x>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "chat_id": 12345}, "chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "a", "message_thread_id": 99}, "message thread not found"),
        ({"text": "a", "reply_markup": button(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": button(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": button(callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": button(text=" ", callback_data="x")}, "BUTTON_TEXT_INVALID"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": button(url="nonsense")},
            "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        ({"text": "a", "reply_markup": button(callback_data="x", style="green")}, "invalid button style specified"),
        ({"text": "a", "reply_markup": button(copy_text={"text": ""})}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "reply_markup": button(copy_text={"text": "x" * 257})}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "reply_markup": button(copy_text="M-2026-0001")}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "reply_markup": button(copy_text={"text": "a"}, callback_data="x")}, "BUTTON_TYPE_INVALID"),
        (
            {"text": '<tg-time unix="soon">a</tg-time>', "parse_mode": "HTML"},
            'can\'t parse entities: Tag "tg-time" has an invalid date or format at byte offset 0',
        ),
        (
            {"text": '<tg-time unix="17" format="td">a</tg-time>', "parse_mode": "HTML"},
            'can\'t parse entities: Tag "tg-time" has an invalid date or format at byte offset 0',
        ),
        (
            {"text": "a", "entities": [{"type": "date_time", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: a date-time entity has an invalid date or format",
        ),
    ],
)
async def test_refused_messages(playground: Playground, params: dict[str, Any], words: str) -> None:
    """Invalid messages are refused with Telegram's text, and nothing is sent."""
    anna = await playground.person()
    assert await refusal(playground, "sendMessage", **{"chat_id": anna, **params}) == f"400 Bad Request: {words}"
    assert await playground.seen(anna) == []


async def test_a_styled_button_a_copy_button_and_a_moment(playground: Playground) -> None:
    """A styled button, a copy button and a moment are kept, and the page gets the fields to show them."""
    anna = await playground.person()
    row = [
        {"text": "Nee", "callback_data": "no", "style": "danger"},
        {"text": "M-1", "copy_text": {"text": "M-2026-0001"}},
    ]
    markup = {"inline_keyboard": [row]}
    text = 'tot <tg-time unix="1700000000" format="t">23:13</tg-time>'
    sent = await playground.api("sendMessage", chat_id=anna, text=text, parse_mode="HTML", reply_markup=markup)
    assert markup == sent["reply_markup"]
    moment = {"type": "date_time", "offset": 4, "length": 5, "unix_time": 1700000000, "date_time_format": "t"}
    assert [moment] == sent["entities"]
    [seen] = await playground.seen(anna)
    looks = [{"text": "Nee", "data": "no", "style": "danger"}, {"text": "M-1", "copy": "M-2026-0001"}]
    assert [looks] == seen["buttons"]
    assert '<time class="date_time" data-unix="1700000000" data-format="t">23:13</time>' in seen["html"]


async def test_the_limits_count_utf16_after_parsing(playground: Playground) -> None:
    """The length limits count UTF-16 units after parsing: tags and escapes do not count, wide characters count
    twice."""
    anna = await playground.person()
    longest = "<b>" + "&amp;" * 4094 + "😀</b>"
    sent = await playground.api("sendMessage", chat_id=anna, text=longest, parse_mode="HTML")
    assert sent["entities"][0]["length"] == 4096
    widest = "x" * 64
    await playground.api("sendMessage", chat_id=anna, text="a", reply_markup=button(callback_data=widest))


async def test_people_who_cannot_be_written_to(playground: Playground) -> None:
    """A person who never started the bot, blocked it or is gone, and a bot, cannot be written to."""
    anna = await playground.person(started=False)
    message: dict[str, Any] = {"chat_id": anna, "text": "a"}
    never = await refusal(playground, "sendMessage", **message)
    assert never == "403 Forbidden: bot can't initiate conversation with a user"
    await playground.post("send", user=anna, text="/start")
    await playground.api("sendMessage", **message)
    await playground.post("block", user=anna, blocked=True)
    blocked = await refusal(playground, "sendMessage", **message)
    assert blocked == "403 Forbidden: bot was blocked by the user"
    assert await refusal(playground, "sendChatAction", chat_id=anna, action="typing") == blocked
    await playground.post("block", user=anna, blocked=False)
    await playground.api("sendMessage", **message)
    await playground.post("deactivate", user=anna)
    assert await refusal(playground, "sendMessage", **message) == "403 Forbidden: user is deactivated"
    own = await refusal(playground, "sendMessage", chat_id=BOT_ID, text="a")
    assert own == "403 Forbidden: bots can't send messages to bots"


async def test_tokens_and_methods_that_do_not_exist(playground: Playground) -> None:
    """An unknown token gets 401, an unknown method 404."""
    with pytest.raises(Refused, match=r"^Unauthorized$") as refused:
        await playground.api("getMe", token="1:wrong")
    assert refused.value.code == 401
    assert await refusal(playground, "sendNothing") == "404 Not Found"


async def test_a_reply_to_a_deleted_message_may_go_without_it(playground: Playground) -> None:
    """With allow_sending_without_reply a reply to a deleted message is sent without it."""
    anna = await playground.person()
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    sent = await playground.api("sendMessage", chat_id=anna, text="a", reply_parameters=reply)
    assert "reply_to_message" not in sent


async def test_editing(playground: Playground) -> None:
    """Text and buttons can be edited and protection cannot; the same content again is refused."""
    anna = await playground.person()
    sent = await playground.api("sendMessage", chat_id=anna, text="a", protect_content=True, reply_markup=button())
    target = {"chat_id": anna, "message_id": sent["message_id"]}
    edited = await playground.api("editMessageText", **target, text="b", protect_content=False)
    assert edited["text"] == "b"
    assert "reply_markup" not in edited
    assert edited["has_protected_content"] is True
    assert edited["edit_date"] == playground.clock.now
    same = await refusal(playground, "editMessageText", **target, text="b")
    assert same.startswith("400 Bad Request: message is not modified: specified new message content")
    marked = await playground.api("editMessageReplyMarkup", **target, reply_markup=button())
    assert (marked["text"], marked["reply_markup"]) == ("b", button())
    no_caption = await refusal(playground, "editMessageCaption", **target, caption="c")
    assert no_caption == "400 Bad Request: there is no caption in the message to edit"


async def test_what_cannot_be_edited(playground: Playground) -> None:
    """A message of somebody else, one with a reply keyboard, and a missing one cannot be edited."""
    anna = await playground.person()
    foreign = (await playground.post("send", user=anna, text="hoi"))["message_id"]
    keyboard = {"keyboard": [["a"]]}
    own = await playground.api("sendMessage", chat_id=anna, text="a", reply_markup=keyboard)
    for message_id in (foreign, own["message_id"]):
        said = await refusal(playground, "editMessageText", chat_id=anna, message_id=message_id, text="b")
        assert said == "400 Bad Request: message can't be edited"
    said = await refusal(playground, "editMessageText", chat_id=anna, message_id=99, text="b")
    assert said == "400 Bad Request: message to edit not found"


async def test_deleting(playground: Playground) -> None:
    """A message can be deleted within 48 hours, also one that the person wrote."""
    anna = await playground.person()
    foreign = (await playground.post("send", user=anna, text="hoi"))["message_id"]
    ids = [(await playground.api("sendMessage", chat_id=anna, text="a"))["message_id"] for _ in range(4)]
    assert await playground.api("deleteMessage", chat_id=anna, message_id=foreign) is True
    assert await playground.api("deleteMessage", chat_id=anna, message_id=ids[0]) is True
    again = await refusal(playground, "deleteMessage", chat_id=anna, message_id=ids[0])
    assert again == "400 Bad Request: message to delete not found"
    assert await playground.api("deleteMessages", chat_id=anna, message_ids=[ids[0], ids[1], 99]) is True
    playground.clock.now += 48 * 3600 + 1
    late = await refusal(playground, "deleteMessage", chat_id=anna, message_id=ids[2])
    assert late == "400 Bad Request: message can't be deleted"
    assert await refusal(playground, "deleteMessages", chat_id=anna, message_ids=ids[2:]) == late
    assert [message["message_id"] for message in await playground.seen(anna)] == ids[2:]


async def test_forwarding_and_copying(playground: Playground) -> None:
    """Protected content can be neither forwarded nor copied."""
    anna, bram = await playground.person(), await playground.person(first_name="Bram")
    open_one = await playground.api("sendMessage", chat_id=anna, text="<b>a</b>", parse_mode="HTML")
    source: dict[str, Any] = {"chat_id": bram, "from_chat_id": anna, "message_id": open_one["message_id"]}
    forwarded = await playground.api("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == BOT_ID
    copied = await playground.api("copyMessage", **source)
    seen = await playground.seen(bram)
    assert [message["html"] for message in seen] == ["<b>a</b>"] * 2
    assert copied == {"message_id": seen[1]["message_id"]}
    secret = await playground.api("sendMessage", chat_id=anna, text="s", protect_content=True)
    source["message_id"] = secret["message_id"]
    forward, copy = [await refusal(playground, method, **source) for method in ("forwardMessage", "copyMessage")]
    assert forward == "400 Bad Request: the message can't be forwarded"
    assert copy == "400 Bad Request: the message can't be copied"


async def test_files_go_up_and_come_down(playground: Playground) -> None:
    """A file is uploaded with a caption, gets an id, and is downloaded."""
    anna = await playground.person()
    form = aiohttp.FormData({"chat_id": str(anna), "caption": "x" * 1024, "photo": "attach://one"})
    form.add_field("one", b"picture", filename="a.png", content_type="image/png")
    async with playground.session.post(f"{playground.url}/bot{TOKEN}/sendPhoto", data=form) as response:
        message = answer(await response.json(), response.status)
    file = await playground.api("getFile", file_id=message["photo"][-1]["file_id"])
    async with playground.session.get(f"{playground.url}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert await response.read() == b"picture"
    [seen] = await playground.seen(anna)
    async with playground.session.get(f"{playground.url}{seen['media']['url']}") as response:
        assert (await response.read(), response.content_type) == (b"picture", "image/png")
    target = {"chat_id": anna, "message_id": message["message_id"]}
    edited = await playground.api("editMessageCaption", **target, caption="kort")
    assert edited["caption"] == "kort"
    no_text = await refusal(playground, "editMessageText", **target, text="b")
    assert no_text == "400 Bad Request: there is no text in the message to edit"
    again = await playground.api("sendDocument", chat_id=anna, document=file["file_id"])
    assert again["document"]["file_size"] == len(b"picture")


async def test_refused_files(playground: Playground) -> None:
    """Unknown ids, captions that are too long, wrong paths and downloads that are too large are refused."""
    anna = await playground.person()
    said = await refusal(playground, "getFile", file_id="nothing")
    assert said == "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    said = await refusal(playground, "sendPhoto", chat_id=anna, photo="nothing")
    assert said == "400 Bad Request: wrong file identifier/HTTP URL specified"
    file = playground.world.add_file("document", "big.pdf", "application/pdf", bytes(20 * 1024 * 1024 + 1))
    assert await refusal(playground, "getFile", file_id=file.file_id) == "400 Bad Request: file is too big"
    said = await refusal(playground, "sendDocument", chat_id=anna, document=file.file_id, caption="x" * 1025)
    assert said == "400 Bad Request: message caption is too long"
    async with playground.session.get(f"{playground.url}/file/bot{TOKEN}/no/such") as response:
        assert response.status == 404


async def test_location_action_reaction_and_pin(playground: Playground) -> None:
    """A location, a chat action, a reaction and a pin are accepted."""
    anna = await playground.person()
    sent = await playground.api("sendLocation", chat_id=anna, latitude=51.9, longitude=4.5)
    assert sent["location"] == {"latitude": 51.9, "longitude": 4.5}
    target = {"chat_id": anna, "message_id": sent["message_id"]}
    assert await playground.api("sendChatAction", chat_id=anna, action="typing") is True
    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert await playground.api("setMessageReaction", **target, reaction=thumb) is True
    assert await playground.api("pinChatMessage", **target, disable_notification=True) is True
    assert (await playground.seen(anna))[-1]["silent"], "that it was pinned makes no sound either"
    assert (await playground.api("getChat", chat_id=anna))["pinned_message"]["message_id"] == sent["message_id"]
    assert await playground.api("unpinChatMessage", chat_id=anna) is True
    said = await refusal(playground, "unpinChatMessage", chat_id=anna)
    assert said == "400 Bad Request: message to unpin not found"


async def test_reply_keyboards(playground: Playground) -> None:
    """A reply keyboard stays until it is removed, a one-time keyboard until it is used."""
    anna = await playground.person()
    rows = [[{"text": "Hier", "request_location": True}], ["Nee"]]
    markup = {"keyboard": rows, "one_time_keyboard": True, "input_field_placeholder": "Waar?"}
    await playground.api("sendMessage", chat_id=anna, text="a", reply_markup=markup)
    shown = (await playground.get("messages", viewer=anna))["keyboard"]
    assert shown == {
        "rows": [[{"text": "Hier", "request_location": True}], [{"text": "Nee"}]],
        "one_time": True,
        "persistent": False,
        "placeholder": "Waar?",
    }
    await playground.post("send", user=anna, text="iets anders")
    assert (await playground.get("messages", viewer=anna))["keyboard"] == shown
    await playground.post("location", user=anna, latitude=52, longitude=4)
    assert (await playground.get("messages", viewer=anna))["keyboard"] is None
    await playground.api("sendMessage", chat_id=anna, text="a", reply_markup={"keyboard": [["b"]]})
    await playground.api("sendMessage", chat_id=anna, text="a", reply_markup={"remove_keyboard": True})
    assert (await playground.get("messages", viewer=anna))["keyboard"] is None
