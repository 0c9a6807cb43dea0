"""Tests of the page on small screens and by keyboard: messages have room, and every phone is a few keys away."""

import pytest
from playwright.async_api import Locator, Page, expect

from .browser import LAPTOP, MOBILE, ScriptedBot, Server, last_message, phone_of, say, started
from .conftest import BOT_ID

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIDEWAYS = {"width": 844, "height": 390}
LEAST_CHAT_PX = 170
PLACEHOLDER = "Postcode, zoals 2903 AB of 2904 CD"


async def _ask_for_a_place(server: Server, chat: int) -> None:
    """Send a reply keyboard with a hint that is wider than a phone's typing field."""
    key = {"text": "My location", "request_location": True}
    markup = {"keyboard": [[key]], "resize_keyboard": True, "input_field_placeholder": PLACEHOLDER}
    await server.api("sendMessage", chat_id=chat, text="Where?", reply_markup=markup)


async def _height(node: Locator) -> float:
    box = await node.bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("size", [SIDEWAYS, {"width": 667, "height": 375}, {"width": 932, "height": 430}])
async def test_a_phone_held_sideways_shows_the_chat(page: Page, server: Server, size: dict[str, int]) -> None:
    """A phone held sideways shows the chat beside tabs, a reply keyboard and the typing field, and nothing wider than
    the screen."""
    person, phone = await started(page, server)
    await server.control("groups", title="Street", type="supergroup", members=[person["id"], BOT_ID])
    await _ask_for_a_place(server, person["id"])
    await expect(phone.get_by_role("button", name="My location")).to_be_visible()
    await page.set_viewport_size(size)  # type: ignore[arg-type]
    await page.get_by_role("button", name=person["first_name"], exact=True).click()
    await expect(phone).to_be_in_viewport(ratio=1)
    assert await _height(phone.get_by_role("log")) >= LEAST_CHAT_PX
    await expect(last_message(phone)).to_be_in_viewport()
    await expect(phone.get_by_role("textbox", name="Message")).to_be_in_viewport(ratio=1)
    await expect(phone.get_by_role("tab", name="Street")).to_be_in_viewport(ratio=0.5)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("size", [SIDEWAYS, MOBILE, LAPTOP])
async def test_the_hint_in_the_typing_field_can_be_read_whole(page: Page, server: Server, size: dict[str, int]) -> None:
    """A hint that is longer than a line can be read whole, and typing takes no more room than before."""
    person, phone = await started(page, server)
    await page.set_viewport_size(size)  # type: ignore[arg-type]
    await page.get_by_role("button", name=person["first_name"], exact=True).click()
    field = phone.get_by_role("textbox", name="Message")
    before = await _height(field)
    await _ask_for_a_place(server, person["id"])
    await expect(field).to_have_attribute("placeholder", PLACEHOLDER)
    assert await field.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    await field.fill("2903AB")
    assert await _height(field) <= before + 1


async def test_a_quote_follows_what_it_quotes(page: Page, server: Server) -> None:
    """A quote follows the edit or deletion of its message, also in an answer that was begun."""
    person, phone = await started(page, server)
    chat = person["id"]
    notice = (await server.api("sendMessage", chat_id=chat, text="A man with a knife"))["result"]["message_id"]
    reply = {"reply_parameters": {"message_id": notice}}
    await server.api("sendMessage", chat_id=chat, text="Retracted", **reply)
    quote = last_message(phone).locator(".quote")
    await expect(quote).to_contain_text("A man with a knife")
    await server.api("editMessageText", chat_id=chat, message_id=notice, text="A man with a fork")
    await expect(quote).to_contain_text("A man with a fork")
    await phone.get_by_text("A man with a fork").first.dblclick()
    await expect(phone.locator(".reply-line")).to_contain_text("A man with a fork")
    await server.api("deleteMessage", chat_id=chat, message_id=notice)
    await expect(quote).to_have_text("Deleted message")
    await expect(phone.locator(".reply-line")).to_be_hidden()
    await expect(phone.get_by_text("A man with a")).to_have_count(0)


async def test_the_open_list_of_commands_can_be_reached_and_used_by_keyboard(
    page: Page, server: Server, bot: ScriptedBot
) -> None:
    """The open command list takes the focus, because it scrolls when it is long; leaving it closes it."""
    _, phone = await started(page, server)
    field, listed = phone.get_by_role("textbox", name="Message"), phone.get_by_role("listbox", name="Commands")
    await phone.get_by_role("button", name="Commands").click()
    await expect(listed).to_be_visible()
    await listed.focus()
    await expect(listed).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(last_message(phone)).to_contain_text("Bot: /hello")
    await expect(listed).to_be_hidden()
    await phone.get_by_role("button", name="Commands").click()
    await listed.focus()
    await page.keyboard.press("Escape")
    await expect(field).to_be_focused()
    await expect(listed).to_be_hidden()
    await phone.get_by_role("button", name="Commands").click()
    await listed.focus()
    await phone.get_by_role("button", name="Attach").focus()
    await expect(listed).to_be_hidden()


@pytest.mark.parametrize("size", [LAPTOP, SIDEWAYS, MOBILE])
async def test_the_last_phone_is_four_keys_away(page: Page, server: Server, size: dict[str, int]) -> None:
    """The last phone is four keys away: a link past the bar, one stop for all phones, and the typing field."""
    for _ in range(4):
        await server.person(started=True)
    person, _ = await started(page, server)
    await page.set_viewport_size(size)  # type: ignore[arg-type]
    await page.reload()
    last = phone_of(page, person)
    await expect(last_message(last)).to_contain_text("Bot: /start")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the phones")).to_be_in_viewport(ratio=1)
    await page.keyboard.press("Enter")
    switcher = page.get_by_role("navigation", name="Go to a phone")
    await expect(switcher.locator(":focus")).to_have_count(1)
    await page.keyboard.press("End")
    while person["first_name"] != await switcher.locator(":focus").inner_text():  # groups of other tests come after
        await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")
    await expect(last).to_be_in_viewport(ratio=1)
    await expect(last.get_by_role("textbox", name="Message")).to_be_focused()
    await say(last, "Here")
    await expect(last_message(last)).to_contain_text("Bot: Here")


async def test_the_phones_are_one_stop_on_the_way_through_the_page(page: Page, server: Server) -> None:
    """The phones are one tab stop, which is the phone that shows; the arrows go round, and Tab goes on to what
    follows."""
    for _ in range(3):
        await server.person(started=True)
    await page.reload()
    stops = page.locator("#phone-tabs [tabindex='0']")
    await expect(stops).to_have_count(1)
    tabs = page.locator("#phone-tabs button")
    await tabs.first.focus()
    await page.keyboard.press("ArrowLeft")
    await expect(tabs.last).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(tabs.first).to_be_focused()
    await expect(stops).to_have_count(1)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Faults")).to_be_focused()


async def test_a_note_is_shown_as_text_and_can_be_closed(page: Page, server: Server) -> None:
    """A note is shown as text and stays closed after a reload; another one shows, and without a note there is no
    line."""
    await server.person()
    note = page.get_by_role("complementary", name="Note")
    await expect(note).to_be_hidden()
    await server.control("note", text="The clock is <b>ahead</b>")
    await expect(note).to_contain_text("The clock is <b>ahead</b>")
    await note.get_by_role("button", name="Close the note").click()
    await expect(note).to_be_hidden()
    await expect(page.locator("#phone-tabs :focus")).to_have_count(1)
    await page.reload()
    await expect(page.locator("#phone-tabs button").first).to_be_visible()
    await expect(note).to_be_hidden()
    await server.control("note", text="The clock is right again")
    await expect(note).to_be_visible()
    await page.set_viewport_size(SIDEWAYS)  # type: ignore[arg-type]
    assert await _height(note) < 50
    await server.control("note", text="")
    await expect(note).to_be_hidden()
