"""Tests of groups on the page: frames, names, topics, buttons, answers, migration."""

import pytest
from playwright.async_api import Locator, Page, expect

from .browser import MOBILE, Json, ScriptedBot, Server, frame_of, group_of, last_message, phone_of, say

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def opened(page: Page, person: Json, group: Json) -> Locator:
    """Return a person's phone with a group open."""
    phone = phone_of(page, person)
    await phone.get_by_role("tab", name=group["title"]).click()
    return phone


async def test_a_group_beside_the_phones_is_seen_through_one_member(page: Page, server: Server) -> None:
    """A group's frame shows names above messages of others; after a change of member their messages are their own, and
    one writes as them."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram, phone=True)
    frame = frame_of(page, group)
    eyes = frame.get_by_role("combobox", name="as")
    await expect(eyes.locator("option:checked")).to_have_text(anna["first_name"])
    await server.control("send", user=bram["id"], chat=group["id"], text="From Bram")
    said = frame.locator(".message", has_text="From Bram")
    await expect(said.first.locator(".sender")).to_contain_text(bram["first_name"])
    await eyes.select_option(label=bram["first_name"])
    await expect(frame.locator(".own", has_text="From Bram")).to_be_visible()
    await say(frame, "Again from Bram")
    phone = await opened(page, anna, group)
    heard = phone.locator(".message.theirs", has_text="Again from Bram").first
    await expect(heard).to_contain_text(bram["first_name"])
    await expect(phone.locator(".message.service").first).to_contain_text("Playground joined")


async def test_only_what_others_say_is_news_on_ones_phone(page: Page, server: Server) -> None:
    """A message that was written in the group's frame as the same person is not counted as news on their phone."""
    anna, bram = await server.person(), await server.person()
    members = [anna["id"], bram["id"]]
    group = await server.control("groups", title="Quiet street", type="supergroup", members=members, phone=True)
    tab = phone_of(page, anna).get_by_role("tab", name="Quiet street")
    await expect(tab).to_be_visible()
    await say(frame_of(page, group), "Mine")
    await expect(frame_of(page, group).locator(".own")).to_have_count(1)
    await server.control("send", user=bram["id"], chat=group["id"], text="Not mine")
    await expect(tab.locator(".count")).to_have_text("1 new")


async def test_topics_of_a_forum(page: Page, server: Server) -> None:
    """A forum shows one topic or all; one writes in the topic that shows, and the others count new messages."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram, is_forum=True)
    phone = await opened(page, anna, group)
    thread = (await server.control("topics", chat=group["id"], name="Alerts"))["thread"]
    topics = phone.get_by_role("group", name="Topics")
    await topics.get_by_role("button", name="Alerts").click()
    await server.api("sendMessage", chat_id=group["id"], message_thread_id=thread, text="In the topic")
    await expect(last_message(phone)).to_contain_text("In the topic")
    await server.control("send", user=bram["id"], chat=group["id"], text="Somewhere else")
    await expect(topics.get_by_role("button", name="General").locator(".count")).to_contain_text("new")
    await expect(phone.get_by_text("Somewhere else")).to_have_count(0)
    await say(phone, "Also in the topic")
    await expect(phone.locator(".own", has_text="Also in the topic")).to_be_visible()
    seen = await server.get("messages", viewer=anna["id"], chat=group["id"])
    [own] = [one for one in seen["messages"] if one.get("text") == "Also in the topic"]
    assert thread == own["thread"]
    await topics.get_by_role("button", name="All", exact=True).click()
    await expect(phone.locator(".message", has_text="Somewhere else").first).to_be_visible()
    await expect(phone.locator(".message", has_text="In the topic").first.locator(".topic")).to_contain_text("Alerts")


async def test_a_topic_that_goes_while_it_shows(page: Page, server: Server) -> None:
    """When a topic is removed while it shows, the page shows all topics, without its messages."""
    anna = await server.person()
    group = await group_of(server, anna, is_forum=True)
    phone = await opened(page, anna, group)
    thread = (await server.control("topics", chat=group["id"], name="Brief"))["thread"]
    await server.api("sendMessage", chat_id=group["id"], message_thread_id=thread, text="Gone soon")
    await phone.get_by_role("group", name="Topics").get_by_role("button", name="Brief").click()
    await expect(last_message(phone)).to_contain_text("Gone soon")
    await server.control("topics/remove", chat=group["id"], thread=thread)
    await expect(phone.get_by_role("button", name="All", exact=True)).to_have_attribute("aria-pressed", "true")
    await expect(phone.get_by_text("Gone soon")).to_have_count(0)
    await expect(phone.get_by_text("Playground joined")).to_be_visible()


async def test_two_members_press_the_same_button(page: Page, server: Server) -> None:
    """Each of two members who press a button gets the answer where they pressed, and nobody else sees it."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram, phone=True)
    first, second = await opened(page, anna, group), await opened(page, bram, group)
    await say(first, "buttons")
    await first.get_by_role("button", name="Toast").click()
    await expect(first.get_by_role("status")).to_have_text("Answer to toast")
    await expect(second.get_by_role("status")).to_have_text("")
    await second.get_by_role("button", name="Alert").click()
    dialog = second.get_by_role("alertdialog")
    await expect(dialog).to_contain_text("Answer to alert")
    await expect(first.get_by_role("alertdialog")).to_have_count(0)
    frame = frame_of(page, group)
    await frame.get_by_role("button", name="Alert").click()
    await expect(frame.get_by_role("alertdialog")).to_contain_text("Answer to alert")
    await expect(first.get_by_role("alertdialog")).to_have_count(0)


async def test_an_answer_quotes_what_it_answers(page: Page, server: Server, bot: ScriptedBot) -> None:
    """An answer quotes a message that is chosen by keyboard (Ctrl and up; Escape cancels), and the bot's replies show
    the quote too."""
    anna = await server.person()
    group = await group_of(server, anna)
    phone = await opened(page, anna, group)
    sent = await server.api("sendMessage", chat_id=group["id"], text="Who saw this?")
    await expect(last_message(phone)).to_contain_text("Who saw this?")
    field = phone.get_by_role("textbox", name="Message")
    await field.press("Control+ArrowUp")
    await expect(phone.locator(".reply-line")).to_contain_text("Who saw this?")
    await field.press("Escape")
    await expect(phone.locator(".reply-line")).to_be_hidden()
    await field.press("Control+ArrowUp")
    await field.press_sequentially("I did")
    await field.press("Enter")
    own = phone.locator(".own", has_text="I did").first
    await expect(own.locator(".quote")).to_contain_text("Who saw this?")
    await expect(phone.locator(".reply-line")).to_be_hidden()
    reply = {"message_id": sent["result"]["message_id"]}
    await server.api("sendMessage", chat_id=group["id"], text="It is over.", reply_parameters=reply)
    over = phone.locator(".message", has_text="It is over.").first
    await expect(over.locator(".quote")).to_contain_text("Who saw this?")


async def test_an_admin_writes_as_the_group(page: Page, server: Server) -> None:
    """An admin writes as the group by a switch that only admins have, and the message has no person's name."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram)
    phone = await opened(page, anna, group)
    await phone.get_by_role("button", name="Write as the group").click()
    await say(phone, "From nobody")
    said = phone.locator(".message.theirs", has_text="From nobody").first
    await expect(said.locator(".sender")).to_contain_text("Anonymous admin")
    other = await opened(page, bram, group)
    await expect(other.locator(".message", has_text="From nobody").first).to_be_visible()
    await expect(other.get_by_role("button", name="Write as the group")).to_be_hidden()


async def test_a_migrated_group_stays_the_chat_it_was(page: Page, server: Server) -> None:
    """A migrated group keeps its phone tab and frame, with its messages and one note about the supergroup."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram, type="group", phone=True)
    phone = await opened(page, anna, group)
    await say(phone, "Before")
    await expect(last_message(phone)).to_contain_text("Bot: Before")
    await phone.get_by_role("button", name="Group info").click()
    await phone.get_by_role("button", name="Make it a supergroup").click()
    await expect(phone.get_by_role("dialog")).to_have_count(0)
    for shown in (phone, frame_of(page, group)):
        await expect(shown.locator(".message", has_text="Before").first).to_be_visible()
        await expect(shown.get_by_text("The group became a supergroup").locator("visible=true")).to_have_count(1)
    await say(phone, "After")
    await expect(last_message(phone)).to_contain_text("Bot: After")
    await expect(last_message(frame_of(page, group))).to_contain_text("Bot: After")
    await expect(phone.get_by_role("tab")).to_have_count(2)


async def test_a_link_to_the_bot_in_the_frame_opens_on_the_persons_phone(page: Page, server: Server) -> None:
    """A link to the bot in a group's frame opens the private chat on the person's phone."""
    anna = await server.person()
    group = await group_of(server, anna, phone=True)
    phone = await opened(page, anna, group)
    await say(phone, "link")
    await frame_of(page, group).get_by_role("link", name="more").click()
    await expect(phone.get_by_role("tab", name="Playground")).to_have_attribute("aria-selected", "true")
    await expect(last_message(phone)).to_contain_text("Bot: /start from_message")


async def test_a_group_on_a_small_screen(page: Page, server: Server) -> None:
    """On a small screen a group's frame can be chosen like a phone, and nothing is wider than the screen."""
    anna = await server.person()
    group = await group_of(server, anna, is_forum=True, phone=True)
    for name in ("A rather long name for a topic", "Another one", "And one more"):
        await server.control("topics", chat=group["id"], name=name)
    await page.set_viewport_size(MOBILE)  # type: ignore[arg-type]
    await page.get_by_role("navigation").get_by_role("button", name=group["title"], exact=True).click()
    frame = frame_of(page, group)
    await expect(frame).to_be_in_viewport(ratio=1)
    await frame.get_by_role("button", name="Group info").click()
    await expect(frame.get_by_role("dialog", name=group["title"])).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
