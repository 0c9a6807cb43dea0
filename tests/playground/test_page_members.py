"""Tests of a group's members, changed on the page: made, joined, promoted, removed, links."""

import pytest
from playwright.async_api import Locator, Page, expect

from .browser import BOT_ID, Json, ScriptedBot, Server, group_of, last_message, phone_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def choose(phone: Locator, item: str) -> None:
    """Choose an entry of the phone's menu."""
    await phone.get_by_role("button", name="Phone menu").click()
    await phone.get_by_role("menuitem", name=item).click()


async def follow(phone: Locator, link: str) -> None:
    """Open a pasted link."""
    await choose(phone, "Open a link")
    await phone.get_by_role("textbox", name="Link").fill(link)
    await phone.get_by_role("button", name="Open", exact=True).click()


async def info_of(page: Page, person: Json, group: Json) -> Locator:
    """Open the panel about a group on a person's phone."""
    phone = phone_of(page, person)
    await phone.get_by_role("tab", name=group["title"]).click()
    await phone.get_by_role("button", name="Group info").click()
    return phone.get_by_role("dialog", name=group["title"])


async def place(server: Server, chat: int, user: int) -> Json:
    """Return a person's membership as the bot sees it."""
    answer: Json = (await server.api("getChatMember", chat_id=chat, user_id=user))["result"]
    return answer


async def test_a_group_is_made_on_a_phone(page: Page, server: Server) -> None:
    """A group is made on a phone with its settings and first members, opens at once, and appears on their phones."""
    anna, bram = await server.person(), await server.person()
    phone = phone_of(page, anna)
    await choose(phone, "New group")
    sheet = phone.get_by_role("dialog", name="New group")
    await sheet.get_by_label("Title").fill("De Terp")
    await sheet.get_by_label("Topics").check()
    await sheet.get_by_label("History hidden from newcomers").check()
    await sheet.get_by_label(bram["first_name"], exact=True).check()
    await sheet.get_by_label("(bot)").check()
    await sheet.get_by_role("button", name="Create").click()
    await expect(phone.get_by_role("tab", name="De Terp")).to_have_attribute("aria-selected", "true")
    await expect(phone_of(page, bram).get_by_role("tab", name="De Terp")).to_be_visible()
    chats = (await server.get("state"))["chats"]
    [group] = [chat for chat in chats if chat["title"] == "De Terp"]
    assert (True, True, False) == (group["is_forum"], group["hidden_history"], group["join_by_request"])
    assert [anna["id"], bram["id"], BOT_ID] == [member["user"] for member in group["members"]]


async def test_somebody_is_added_made_admin_and_removed(page: Page, server: Server) -> None:
    """A member is added, made admin with the ticked rights, and removed; a removed member loses the tab."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna)
    phone = phone_of(page, anna)
    info = await info_of(page, anna, group)
    await info.get_by_role("button", name="Add somebody").click()
    await phone.get_by_role("combobox", name="Who").select_option(label=bram["first_name"])
    await phone.get_by_role("button", name="Add", exact=True).click()
    await info.get_by_role("button", name=bram["first_name"]).click()
    await phone.get_by_role("button", name="Make admin").click()
    await phone.get_by_label("Pin messages").uncheck()
    await phone.get_by_role("button", name="Save").click()
    await expect(info.get_by_role("button", name=bram["first_name"])).to_contain_text("admin")
    rights = await place(server, group["id"], bram["id"])
    assert ("administrator", False, True) == (rights["status"], rights["can_pin_messages"], rights["can_invite_users"])
    tab = phone_of(page, bram).get_by_role("tab", name=group["title"])
    await tab.click()
    await info.get_by_role("button", name=bram["first_name"]).click()
    await phone.get_by_role("button", name="Remove from the group").click()
    await expect(info.get_by_role("button", name=bram["first_name"])).to_have_count(0)
    await expect(tab).to_have_count(0)
    assert "kicked" == (await place(server, group["id"], bram["id"]))["status"]


async def test_the_bot_is_removed(page: Page, server: Server) -> None:
    """An admin can remove the bot, and the chat goes on without it."""
    anna = await server.person()
    group = await group_of(server, anna)
    info = await info_of(page, anna, group)
    await info.get_by_role("button", name="Playground").click()
    await phone_of(page, anna).get_by_role("button", name="Remove from the group").click()
    await expect(info.get_by_role("list", name="Members").get_by_role("listitem")).to_have_count(1)
    answer = await server.api("sendMessage", chat_id=group["id"], text="x")
    assert "Forbidden: bot was kicked from the supergroup chat" == answer["description"]


async def test_who_is_no_admin_can_only_look(page: Page, server: Server) -> None:
    """A member who is no admin sees no buttons for members or requests, and can leave."""
    anna, bram = await server.person(), await server.person()
    group = await group_of(server, anna, bram)
    info = await info_of(page, bram, group)
    people = info.get_by_role("list", name="Members")
    await expect(people.get_by_role("listitem")).to_have_count(3)
    await expect(people.get_by_role("button")).to_have_count(0)
    await info.get_by_role("button", name="Leave the group").click()
    await expect(info).to_have_count(0)
    await expect(phone_of(page, bram).get_by_role("tablist")).to_be_hidden()


async def test_a_join_request_is_accepted_and_one_declined(page: Page, server: Server) -> None:
    """Join requests wait with a number; the admin accepts or declines them by keyboard."""
    anna, bram, cor = await server.person(), await server.person(), await server.person()
    group = await group_of(server, anna)
    made = await server.api("createChatInviteLink", chat_id=group["id"], creates_join_request=True)
    for person in (bram, cor):
        await follow(phone_of(page, person), made["result"]["invite_link"])
        await expect(phone_of(page, person).get_by_role("status")).to_have_text("Asked to join")
    info = await info_of(page, anna, group)
    door = info.get_by_role("list", name="At the door")
    await expect(phone_of(page, anna).get_by_role("button", name="Group info")).to_contain_text("2 requests")
    await (
        door.get_by_role("listitem")
        .filter(has_text=bram["first_name"])
        .get_by_role("button", name="Accept")
        .press("Enter")
    )
    await expect(phone_of(page, bram).get_by_role("tab", name=group["title"])).to_be_visible()
    await expect(info.get_by_role("list", name="Members")).to_contain_text(bram["first_name"])
    await door.get_by_role("button", name="Decline").click()
    await expect(door).to_have_count(0)
    assert "left" == (await place(server, group["id"], cor["id"]))["status"]
    await page.keyboard.press("Escape")
    await expect(info).to_have_count(0)
    await expect(last_message(phone_of(page, anna))).to_contain_text(f"{bram['first_name']} joined")


async def test_a_startgroup_link_brings_the_bot_to_a_new_group(page: Page, server: Server, bot: ScriptedBot) -> None:
    """A person without a group makes one by a startgroup link, and the bot gets the payload there."""
    anna = await server.person()
    phone = phone_of(page, anna)
    await follow(phone, "https://t.me/playground_bot?startgroup=code_1")
    sheet = phone.get_by_role("dialog", name="New group")
    await sheet.get_by_label("Title").fill("Fresh street")
    await sheet.get_by_role("button", name="Create").click()
    await expect(phone.get_by_role("tab", name="Fresh street")).to_have_attribute("aria-selected", "true")
    await expect(phone.get_by_text("Playground joined")).to_be_visible()
    await expect(last_message(phone)).to_contain_text("Bot: /start@playground_bot code_1")
    assert "/start@playground_bot code_1" in bot.heard


async def test_a_startgroup_link_brings_the_bot_to_a_group_of_ones_own(
    page: Page, server: Server, bot: ScriptedBot
) -> None:
    """A startgroup link offers only groups where one is admin, and gives the rights that it asks for."""
    anna, bram = await server.person(), await server.person()
    own = await server.control("groups", title="Own street", type="supergroup", members=[anna["id"]])
    await group_of(server, bram, anna)
    phone = phone_of(page, anna)
    await follow(phone, "https://t.me/playground_bot?startgroup=code_2&admin=invite_users")
    choice = phone.get_by_role("combobox", name="Group")
    await expect(choice.locator("option")).to_have_text(["Own street", "New group…"])
    await phone.get_by_role("button", name="Add", exact=True).click()
    await expect(last_message(phone)).to_contain_text("Bot: /start@playground_bot code_2")
    rights = await place(server, own["id"], BOT_ID)
    assert ("administrator", True, False) == (rights["status"], rights["can_invite_users"], rights["can_pin_messages"])


async def test_a_topic_and_a_title_are_made_on_the_page(page: Page, server: Server) -> None:
    """A topic and a title that are made on the page show at once, and the group says who made them."""
    anna = await server.person()
    group = await group_of(server, anna, is_forum=True)
    phone = phone_of(page, anna)
    info = await info_of(page, anna, group)
    await info.get_by_role("button", name="New topic").click()
    await phone.get_by_role("textbox", name="Name").fill("Prevention")
    await phone.get_by_role("button", name="Create").click()
    await info.get_by_role("button", name="Change the title").click()
    await phone.get_by_role("textbox", name="Title").fill("Renamed street")
    await phone.get_by_role("button", name="Save").click()
    renamed = phone.get_by_role("dialog", name="Renamed street")
    await expect(renamed).to_be_visible()
    await renamed.get_by_role("button", name="Close").click()
    await expect(phone.get_by_role("group", name="Topics").get_by_role("button", name="Prevention")).to_be_visible()
    await expect(last_message(phone)).to_contain_text(f"{anna['first_name']} named the group Renamed street")
    await expect(phone.get_by_role("tab", name="Renamed street")).to_be_visible()
