"""Tests of the page in a real browser: phones, private chats, faults, connections."""

import asyncio

import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from .browser import MOBILE, ScriptedBot, Server, last_message, phone_of, say, started
from .conftest import BOT_ID

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.main]


async def test_a_typed_message_reaches_the_bot_and_its_answer_appears(
    page: Page, server: Server, bot: ScriptedBot
) -> None:
    """A typed message reaches the bot and its answer appears; markup in it stays text."""
    _, phone = await started(page, server)
    await say(phone, "<i>hello</i>")
    await expect(last_message(phone)).to_contain_text("Bot: <i>hello</i>")
    assert bot.heard[-1] == "<i>hello</i>"
    await expect(phone.get_by_role("textbox", name="Message")).to_have_value("")


async def test_a_pressed_button_shows_the_bots_answer(page: Page, server: Server) -> None:
    """A short answer to a press is a notice in that phone only; an alert is a dialog that is closed with OK."""
    _, phone = await started(page, server)
    _, other = await started(page, server)
    await say(phone, "buttons")
    await phone.get_by_role("button", name="Toast").click()
    await expect(phone.get_by_role("status")).to_have_text("Answer to toast")
    await phone.get_by_role("button", name="Alert").click()
    dialog = phone.get_by_role("alertdialog")
    await expect(dialog).to_contain_text("Answer to alert")
    await dialog.get_by_role("button", name="OK").click()
    await expect(dialog).to_have_count(0)
    await expect(other.get_by_role("status")).to_have_text("")


async def test_a_reply_keyboard_shares_a_location(page: Page, server: Server) -> None:
    """The key of a reply keyboard asks which location to share, and a named place fills it in."""
    _, phone = await started(page, server)
    await say(phone, "where")
    await phone.get_by_role("button", name="My location").click()
    sheet = phone.get_by_role("dialog")
    await expect(sheet.get_by_label("Latitude")).to_have_value("51.9290")
    await sheet.get_by_role("button", name="Rotterdam centre").click()
    await sheet.get_by_role("button", name="Share").click()
    await expect(phone.locator(".place")).to_contain_text("51.92250, 4.47920")
    await expect(last_message(phone)).to_contain_text("Bot: 51.9225 4.4792")


async def test_a_deep_link_is_followed_from_the_menu_and_from_a_message(page: Page, server: Server) -> None:
    """A deep link works when it is pasted before the first Start, and when it is tapped in a message later."""
    phone = phone_of(page, await server.person())
    await phone.get_by_role("button", name="Phone menu").click()
    await phone.get_by_role("menuitem", name="Open a link").click()
    await phone.get_by_role("textbox", name="Link").fill("https://t.me/playground_bot?start=from_menu")
    await phone.get_by_role("button", name="Open", exact=True).click()
    await expect(last_message(phone)).to_contain_text("Bot: /start from_menu")
    await say(phone, "link")
    await expect(last_message(phone).locator("b")).to_have_text("Read")
    await phone.get_by_role("link", name="more").click()
    await expect(last_message(phone)).to_contain_text("Bot: /start from_message")


async def test_media_from_the_attach_menu(page: Page, server: Server) -> None:
    """A voice message shows a placeholder, and the bot gets it."""
    _, phone = await started(page, server)
    await phone.get_by_role("button", name="Attach").click()
    await phone.get_by_role("menuitem", name="Voice message").click()
    await expect(phone.locator(".media")).to_contain_text("Voice message")
    await expect(last_message(phone)).to_contain_text("Bot:")


async def test_a_fault_is_switched_on_seen_and_cleared(page: Page, server: Server) -> None:
    """The panel makes the Bot API answer with a fault; a fault that is used up switches itself off."""
    person = await server.person(started=True)
    message = {"chat_id": person["id"], "text": "x"}
    await page.get_by_role("button", name="Faults").click()
    row = page.get_by_role("group", name="Server error (500)")
    await row.get_by_role("switch").check()
    await row.get_by_label("Method").fill("sendMessage")
    await row.get_by_label("Method").press("Tab")
    active = page.get_by_role("region", name="Active faults")
    await page.get_by_role("button", name="Done").click()
    await expect(active).to_contain_text("Server error (500), all sendMessage calls")
    assert (await server.api("sendMessage", **message))["error_code"] == 500
    await active.get_by_role("button", name="Clear faults").click()
    await expect(active).to_be_hidden()
    assert (await server.api("sendMessage", **message))["ok"]

    await page.get_by_role("button", name="Faults").click()
    await row.get_by_label("Times").wait_for(state="hidden")
    await server.control("faults", rules=[{"fault": "429", "method": "sendMessage", "times": 1}])
    await expect(page.get_by_role("switch", name="Too many requests")).to_be_checked()
    assert (await server.api("sendMessage", **message))["error_code"] == 429
    await expect(page.get_by_role("switch", name="Too many requests")).not_to_be_checked()


async def test_signs_have_words_and_edits_and_deletions_show(page: Page, server: Server) -> None:
    """Protected and silent messages are announced to screen readers; an edited message says so, and a deleted one
    disappears."""
    person, phone = await started(page, server)
    await say(phone, "secret")
    await expect(last_message(phone)).to_contain_text("Protected: no forwarding or saving")
    await expect(last_message(phone)).to_contain_text("Sent without sound")
    sent = (await server.api("sendMessage", chat_id=person["id"], text="First"))["result"]
    await expect(last_message(phone)).to_contain_text("First")
    where = {"chat_id": person["id"], "message_id": sent["message_id"]}
    await server.api("editMessageText", **where, text="Second")
    await expect(last_message(phone)).to_contain_text("Second")
    await expect(last_message(phone).locator(".edited")).to_have_text("edited")
    await server.api("deleteMessage", **where)
    await expect(phone.get_by_text("Second")).to_have_count(0)


async def test_everything_by_keyboard(page: Page, server: Server) -> None:
    """Start, command completion, a button in a message and a menu work by keyboard, and the focus is never lost."""
    phone = phone_of(page, await server.person())
    await phone.get_by_role("button", name="Start", exact=True).focus()
    await page.keyboard.press("Enter")
    await expect(last_message(phone)).to_contain_text("Bot: /start")
    await expect(phone.get_by_role("textbox", name="Message")).to_be_focused()
    await page.keyboard.type("/h")
    await expect(phone.get_by_role("option")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(last_message(phone)).to_contain_text("Bot: /hello")
    await last_message(phone).get_by_role("button", name="/hello").press("Enter")
    await expect(phone.get_by_text("Bot: /hello")).to_have_count(2)
    await phone.get_by_role("textbox", name="Message").focus()
    await page.keyboard.type("buttons")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("button", name="Alert")).to_be_visible()
    await page.keyboard.press("Shift+Tab")
    await expect(phone.get_by_role("button", name="Attach")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(phone.get_by_role("button", name="Alert")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("button", name="OK")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(phone.get_by_role("alertdialog")).to_have_count(0)
    await expect(phone.get_by_role("button", name="Alert")).to_be_focused()
    await phone.get_by_role("button", name="Attach").focus()
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("menuitem", name="Share location")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(phone.get_by_role("menu")).to_be_hidden()
    await expect(phone.get_by_role("button", name="Attach")).to_be_focused()


async def test_a_group_is_a_second_tab(page: Page, server: Server) -> None:
    """Tabs appear with the first group; messages behind the other tab are counted."""
    person, phone = await started(page, server)
    await expect(phone.get_by_role("tablist")).to_be_hidden()
    members = [person["id"], BOT_ID]
    group = await server.control("groups", title="The street", type="supergroup", members=members)
    tab = phone.get_by_role("tab", name="The street")
    await expect(tab).to_be_visible()
    await server.api("sendMessage", chat_id=group["id"], text="To all")
    await expect(tab.locator(".count")).to_contain_text("new")
    await tab.click()
    await expect(last_message(phone)).to_contain_text("To all")
    await expect(tab.locator(".count")).to_have_count(0)
    await say(phone, "Hello all")
    await expect(phone.locator(".own").last).to_contain_text("Hello all")


async def test_blocking_the_bot_and_back(page: Page, server: Server) -> None:
    """The header says that the bot is blocked, the bot's messages are refused, and one button unblocks it."""
    person, phone = await started(page, server)
    await phone.get_by_role("button", name="Phone menu").click()
    await phone.get_by_role("menuitem", name="Block the bot").click()
    await expect(phone.locator(".status")).to_have_text("blocked")
    assert (await server.api("sendMessage", chat_id=person["id"], text="x"))["error_code"] == 403
    await phone.get_by_role("button", name="Unblock the bot").click()
    await expect(phone.locator(".status")).to_have_text("online")


async def test_a_new_phone_is_added(page: Page) -> None:
    """A new phone with a name and language waits with its Start button."""
    await page.get_by_role("button", name="Add phone").click()
    dialog = page.get_by_role("dialog", name="Add a phone")
    await dialog.get_by_label("First name").fill("Newcomer")
    await dialog.get_by_label("Language").select_option("en")
    await dialog.get_by_role("button", name="Add phone").click()
    phone = page.get_by_role("article", name="Newcomer", exact=True)
    await expect(phone.get_by_role("button", name="Start", exact=True)).to_be_focused()


async def test_the_log_follows_the_newest_unless_its_reader_scrolled_up(page: Page, server: Server) -> None:
    """The log does not scroll while its reader scrolled up; a button shows the number of new lines and goes there."""
    person, phone = await started(page, server)
    for number in range(25):
        await server.api("sendMessage", chat_id=person["id"], text=f"Message {number}")
    await expect(phone.get_by_text("Message 24")).to_be_in_viewport()
    log = phone.get_by_role("log")
    await log.evaluate("log => log.scrollTo(0, 0)")
    jump = phone.get_by_role("button", name="To the newest message")
    await expect(jump).to_be_visible()
    await server.api("sendMessage", chat_id=person["id"], text="The newest")
    await expect(jump).to_have_accessible_name("To the newest message, 1 new")
    assert await log.evaluate("log => log.scrollTop") == 0
    await jump.click()
    await expect(phone.get_by_text("The newest")).to_be_in_viewport()
    await expect(jump).to_be_hidden()


async def test_a_lost_connection_comes_back_with_what_was_missed(page: Page, server: Server) -> None:
    """After a lost connection the page shows the events that it missed."""
    person, phone = await started(page, server)
    lines: list[WebSocketRoute] = []
    may_connect = asyncio.Event()
    may_connect.set()

    async def connect(line: WebSocketRoute) -> None:
        if may_connect.is_set():
            line.connect_to_server()
            lines.append(line)
        else:
            await line.close()

    await page.route_web_socket("**/playground/ws", connect)
    await page.reload()
    await expect(page.get_by_text("Connected", exact=True)).to_be_visible()
    await expect(last_message(phone)).to_contain_text("Bot: /start")
    may_connect.clear()
    await lines[-1].close()
    await expect(page.get_by_text("Reconnecting…")).to_be_visible()
    await server.api("sendMessage", chat_id=person["id"], text="While you were away")
    may_connect.set()
    await expect(last_message(phone)).to_contain_text("While you were away")
    await expect(page.get_by_text("Connected", exact=True)).to_be_visible()


async def test_on_a_small_screen_one_phone_shows_and_the_page_does_not_scroll_sideways(
    page: Page, server: Server
) -> None:
    """On a small screen one phone shows, which the buttons above choose, and the page does not scroll sideways."""
    await server.person()
    person = await server.person()
    await page.set_viewport_size(MOBILE)  # type: ignore[arg-type]
    await page.get_by_role("button", name=person["first_name"], exact=True).click()
    await expect(phone_of(page, person)).to_be_in_viewport(ratio=1)
    shown = page.locator(".phone-tabs [aria-current]")
    await expect(shown).to_have_text(person["first_name"])
    in_view = await page.locator(".phone").evaluate_all(
        "all => all.filter(one => { const { left, right } = one.getBoundingClientRect();"
        " return right > 1 && left < innerWidth - 1; }).length"
    )
    assert in_view == 1
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_dark_mode_is_dark(page: Page) -> None:
    """Dark mode follows the browser's preference."""
    background = "getComputedStyle(document.querySelector('.topbar')).backgroundColor"
    await page.emulate_media(color_scheme="light")
    light = await page.evaluate(background)
    await page.emulate_media(color_scheme="dark")
    assert await page.evaluate(background) != light
