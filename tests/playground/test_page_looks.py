"""Tests of newer parts of the Bot API on the page: button styles, copy buttons, moments, and the pinned message."""

import pytest
from playwright.async_api import Page, expect

from .browser import Server, group_of, last_message, phone_of, started

pytestmark = pytest.mark.asyncio(loop_scope="session")

AT = 1_700_000_000  # 14 November 2023, 22:13 UTC
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
LEAST_HEIGHT = 24  # pixels; WCAG 2.2, 2.5.8
CONTRAST = """node => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const linear = (v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => [r, g, b].map((v) => linear(v / 255))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const style = getComputedStyle(node);
  const [low, high] = [light(parts(style.color)), light(parts(style.backgroundColor))].sort((a, b) => a - b);
  return (high + .05) / (low + .05);
}"""


async def test_styled_buttons_are_told_apart_and_can_be_read(page: Page, server: Server) -> None:
    """Styled buttons differ and can be read, in light and in dark; their labels say what they do."""
    person, phone = await started(page, server)
    row = [{"text": one, "callback_data": one, "style": one} for one in ("danger", "success", "primary")]
    usual = {"text": "usual", "callback_data": "usual"}
    markup = {"inline_keyboard": [[*row, usual]]}
    await server.api("sendMessage", chat_id=person["id"], text="Choose", reply_markup=markup)
    await expect(last_message(phone)).to_contain_text("Choose")
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        buttons = [
            phone.get_by_role("button", name=one, exact=True) for one in ("danger", "success", "primary", "usual")
        ]
        grounds = [await one.evaluate("node => getComputedStyle(node).backgroundColor") for one in buttons]
        assert len(grounds) == len(set(grounds)), scheme
        for one in buttons:
            assert LEAST_CONTRAST <= await one.evaluate(CONTRAST), scheme


async def test_a_copy_button_copies(page: Page, server: Server) -> None:
    """A copy button sends nothing to the bot, and the phone says what is on the clipboard."""
    person, phone = await started(page, server)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copies = {"inline_keyboard": [[{"text": "Copy number", "copy_text": {"text": "M-2026-0001"}}]]}
    await server.api("sendMessage", chat_id=person["id"], text="Received", reply_markup=copies)
    await phone.get_by_role("button", name="Copy number").click()
    await expect(phone.get_by_role("status")).to_have_text("Copied: M-2026-0001")
    assert await page.evaluate("navigator.clipboard.readText()") == "M-2026-0001"


async def test_a_moment_is_shown_as_the_reader_writes_it(page: Page, server: Server) -> None:
    """A moment with a format is shown in the reader's language and zone; without one its words stay, with the moment as
    a hint."""
    person, phone = await started(page, server, language_code="nl")
    text = f'<tg-time unix="{AT}" format="wD">then</tg-time>, <tg-time unix="{AT}">until tonight</tg-time>'
    await server.api("sendMessage", chat_id=person["id"], text=text, parse_mode="HTML")
    shown = last_message(phone).locator("time.date_time")
    await expect(shown.first).to_have_text("dinsdag 14 november 2023")
    await expect(shown.last).to_have_text("until tonight")
    assert "2023-11-14T22:13:20.000Z" == await shown.last.get_attribute("datetime")
    assert "november" in (await shown.last.get_attribute("title") or "")


async def test_the_message_pinned_last_stands_above_the_others(page: Page, server: Server) -> None:
    """The message that was pinned last stands above the others until it is unpinned or deleted."""
    anna = await server.person()
    group = await group_of(server, anna)
    phone = phone_of(page, anna)
    await phone.get_by_role("tab", name=group["title"]).click()
    pins = phone.get_by_role("button", name="Pinned message")
    await expect(phone.locator(".message.service").first).to_be_visible()
    await expect(pins).to_have_count(0)
    sent = await server.api("sendMessage", chat_id=group["id"], text="Robbery nearby")
    target = {"chat_id": group["id"], "message_id": sent["result"]["message_id"]}
    await server.api("pinChatMessage", **target)
    await expect(pins).to_have_text("Pinned messageRobbery nearby")
    await pins.click()
    await server.api("unpinChatMessage", **target)
    await expect(pins).to_have_count(0)


async def test_a_phone_shows_the_button_that_opens_another_page(page: Page, server: Server) -> None:
    """A person's link is a button in the header of their phone, which opens a page of its own; a changed link shows at
    once, and without one there is none."""
    person = await server.person(link={"text": "Account", "url": f"{server.url}/playground/state"})
    button = phone_of(page, person).get_by_role("link", name="Account")
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        await expect(button).to_be_visible()
        box = await button.bounding_box()
        assert box is not None
        assert box["height"] >= LEAST_HEIGHT
    async with page.context.expect_page() as opened:
        await button.click()
    assert f"{server.url}/playground/state" == (await opened.value).url
    await server.control("users", **{**person, "link": {"text": "Other", "url": server.url}})
    await expect(phone_of(page, person).get_by_role("link", name="Other")).to_have_attribute("href", f"{server.url}")
    await server.control("users", **{**person, "link": None})
    await expect(phone_of(page, person).get_by_role("link", name="Other")).to_be_hidden()
