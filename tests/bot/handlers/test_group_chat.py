"""Tests that the chat of a KVO group is checked, moved, lost and tied again."""

from datetime import timedelta

import pytest

from alerts.errors import Migrated, RecipientGone, Temporary
from alerts.kvo_group import ChatSetting
from bot.jobs.schedule import Job, Schedule
from tests.bot.group_chats import GroupChat, code_on, make_group, manager_of, stored, tied_group
from tests.bot.police import jeweller
from tests.bot.town import BOT_NAME, Town

ALL = frozenset(ChatSetting)


async def test_what_the_chat_lacks_is_said_and_mended(town: Town) -> None:
    """A setting that the chat lacks is named in the chat and on the card, and gone after a new check; then there is a
    link for shops."""
    police, chat = await town.coordinator(90), GroupChat(town)
    shop = await jeweller(town, 1, police)
    town.screens.lacks[chat.ref] = frozenset({ChatSetting.JOIN_BY_REQUEST, ChatSetting.HIDDEN_HISTORY})
    group = await tied_group(police, chat)
    assert police.t("group-settings-lack") in chat.last.text
    for lacking in ("join_by_request", "hidden_history"):
        assert police.t(f"chat-lacks-{lacking}") in chat.last.text
    await police.types("/groepen")
    await police.taps("De Koperwiek")
    assert police.t("chat-lacks-hidden_history") in police.last.text
    await police.presses(f"group-link:{group.id}:0")
    assert town.screens.toasts[-1] == police.t.plain("group-no-link")
    await shop.types("/mijn")
    assert "t.me/+" not in shop.last.text

    town.screens.lacks[chat.ref] = frozenset({ChatSetting.HIDDEN_HISTORY})
    await police.taps("Controleer opnieuw")
    assert police.t("chat-lacks-join_by_request") not in police.last.text
    town.screens.lacks.clear()
    await chat.is_pressed(police, chat.last.buttons[0].data or "")
    assert police.t("group-tied-well") in chat.last.text
    await police.taps("Controleer opnieuw")
    assert "in orde" in police.last.text
    await police.taps("Link naar de groepschat")
    assert "t.me/+" in police.last.text
    await shop.types("/mijn")
    assert shop.t("mine-group-chat", name="De Koperwiek", link="https://t.me/+1001000000001") in shop.last.text


async def test_a_shop_that_is_not_verified_sees_no_link(town: Town) -> None:
    """A shop that is not verified, or of another place, sees no link."""
    police, chat = await town.coordinator(90, scope="2900-3099"), GroupChat(town)
    await tied_group(police, chat)
    unverified = await jeweller(town, 1, police, verified=False)
    elsewhere = town.person(2)
    await elsewhere.subscribes("2904AB", "jeweller", "Goud", "1")
    await police.taps("Verifiëren")
    for person in (unverified, elsewhere):
        await person.types("/mijn")
        assert "t.me/+" not in person.last.text


@pytest.mark.parametrize(
    ("lacks", "said", "not_said"),
    [
        (ALL, {"supergroup", "admin", "later"}, {"invite_right", "join_by_request", "hidden_history"}),
        (ALL - {ChatSetting.SUPERGROUP}, {"admin", "join_by_request", "later"}, {"invite_right", "hidden_history"}),
        (frozenset({ChatSetting.INVITE_RIGHT}), {"invite_right"}, {"later", "admin"}),
    ],
)
async def test_first_things_are_said_first(
    town: Town, lacks: frozenset[ChatSetting], said: set[str], not_said: set[str]
) -> None:
    """Missing settings that depend on another one are named only after that one is right."""
    police, chat = await town.coordinator(90), GroupChat(town)
    town.screens.lacks[chat.ref] = lacks
    await tied_group(police, chat)
    assert all(police.t(f"chat-lacks-{one}") in chat.last.text for one in said)
    assert not any(police.t(f"chat-lacks-{one}") in chat.last.text for one in not_said)


async def test_the_look_from_the_chat_is_for_who_manages(town: Town) -> None:
    """A press on the check button in the chat works only for the group's managers, and in that chat."""
    police, chat = await town.coordinator(90), GroupChat(town)
    shop = await jeweller(town, 1, police)
    other = await town.coordinator(91, scope="3000-3099")
    town.screens.lacks[chat.ref] = frozenset({ChatSetting.HIDDEN_HISTORY})
    group = await tied_group(police, chat)
    said = chat.last.text
    town.screens.lacks.clear()
    data = f"look-here:{group.id}:0"
    for person, text in (
        (shop, "not-allowed-manage_kvo_group"),
        (town.person(5), "not-allowed-start-first"),
        (other, "not-found"),
    ):
        await chat.is_pressed(person, data)
        assert town.screens.toasts[-1] == person.t.plain(text)
    await police.presses(data)
    assert town.screens.toasts[-1] == police.t.plain("not-found")
    assert chat.last.text == said
    assert (await stored(town, group)).lacks


async def test_a_look_that_fails_is_done_again(town: Town) -> None:
    """When the check fails the chat is tied all the same, and a job repeats the check."""
    police, chat = await town.coordinator(90), GroupChat(town)
    town.screens.trouble[chat.ref] = Temporary()
    group = await tied_group(police, chat)
    assert police.t("group-settings-unknown") in chat.last.text
    await town.chat_check.check_due_chats()
    assert (await stored(town, group)).checked_at is None
    town.screens.trouble.clear()
    await town.chat_check.check_due_chats()
    assert (await stored(town, group)).join_link is not None


async def test_the_clock_looks(town: Town) -> None:
    """The job goes on after any error of a check."""
    police, chat = await town.coordinator(90), GroupChat(town)
    town.screens.trouble[chat.ref] = Temporary()
    group = await tied_group(police, chat)
    woken: list[bool] = []
    job = Job(town.chat_check.check_due_chats, 60)
    schedule = Schedule(town.storage, town.clock, lambda: woken.append(True), (job,))
    town.screens.trouble[chat.ref] = RuntimeError()
    await schedule.perform(job)
    town.screens.trouble.clear()
    await schedule.perform(job)
    assert [True, True] == woken
    assert (await stored(town, group)).checked_at is not None


async def test_every_day_the_chat_is_looked_at_and_what_is_new_is_told(town: Town) -> None:
    """Every day the chat is checked; its managers and maker are told of new faults once, and not of old or resolved
    ones."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    manager = await manager_of(group, town, 91)
    town.screens.lacks[chat.ref] = frozenset({ChatSetting.HIDDEN_HISTORY})
    await town.chat_check.check_due_chats()
    assert not (await stored(town, group)).lacks
    for person in (police, manager):
        person.news()
    for _ in range(2):
        town.clock.pass_by(days=1)
        await town.chat_check.check_due_chats()
        await town.deliver()
    told = police.t("chat-lacks", name="De Koperwiek")
    for person in (police, manager):
        assert 1 == person.news().count(told)
    town.screens.lacks.clear()
    await manager.taps("Controleer opnieuw")
    assert "in orde" in manager.last.text
    assert not (await stored(town, group)).lacks


async def test_a_bot_that_is_no_admin_any_more_stays_and_says_so(town: Town) -> None:
    """When the bot loses its admin rights, managers are told at once and the chat stays tied."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    police.news()
    town.screens.lacks[chat.ref] = ALL - {ChatSetting.SUPERGROUP, ChatSetting.JOIN_BY_REQUEST}
    await chat.bot_becomes("member", police, was="administrator")
    assert police.t("chat-lacks-admin") in police.news()
    assert (await stored(town, group)).is_tied
    town.screens.lacks.clear()
    await chat.bot_becomes("administrator", police, was="member")
    assert not (await stored(town, group)).lacks
    assert police.news() == ""


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_a_bot_that_was_removed_is_tied_again(town: Town, status: str) -> None:
    """When the bot is removed, managers and maker get a button for a code, by which the same or another chat is
    tied."""
    police, chat, another = await town.coordinator(90), GroupChat(town), GroupChat(town, -1001000000002)
    group = await tied_group(police, chat)
    manager = await manager_of(group, town, 91)
    await chat.bot_becomes(status, police, was="administrator")
    for person in (police, manager):
        assert person.last.text == person.t("chat-lost", name="De Koperwiek")
    lost = await stored(town, group)
    assert (False, None, None) == (lost.is_tied, lost.join_link, lost.checked_at)
    await manager.taps("Nieuwe koppelcode")
    await another.bot_becomes("administrator", manager)
    await another.hears(manager, f"/koppel {code_on(manager)}")
    assert manager.t("group-tied", name="De Koperwiek") in another.last.text
    await police.presses(f"group-code:{group.id}:0")
    await chat.hears(police, f"/koppel {code_on(police)}")
    again = await stored(town, group)
    assert again.chat is not None
    assert (chat.ref, True) == (again.chat.ref, again.is_tied)


async def test_a_chat_that_is_gone_is_found_out(town: Town) -> None:
    """When a check or a message finds that the chat is gone, managers are told once."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    police.news()
    town.clock.pass_by(days=1)
    town.screens.trouble[chat.ref] = RecipientGone()
    for _ in range(2):
        await town.chat_check.check_due_chats()
        await town.deliver()
    assert police.news() == police.t("chat-lost", name="De Koperwiek")
    assert not (await stored(town, group)).is_tied


async def test_a_message_that_finds_nobody_tells_the_same(town: Town) -> None:
    """A message or an admission that finds no chat has the same effect, although the bot was not told."""
    police, chat = await town.coordinator(90), GroupChat(town)
    shop = await jeweller(town, 1, police)
    group = await tied_group(police, chat)

    async def gone(*_: object, **__: object) -> None:
        raise RecipientGone

    town.screens.settle_request = gone  # type: ignore[method-assign]  # what Telegram answers
    await chat.is_asked(shop)
    assert police.last.text == police.t("chat-lost", name="De Koperwiek")
    assert not (await stored(town, group)).is_tied


async def test_it_becomes_a_supergroup(town: Town) -> None:
    """A migration that is reported twice moves the chat once, without a topic, and checks it again."""
    police, chat = await town.coordinator(90), GroupChat(town, -4001, "group")
    town.screens.lacks["-4001"] = ALL
    group = await tied_group(police, chat)
    police.news()
    town.screens.lacks["-1001000000009"] = frozenset({ChatSetting.HIDDEN_HISTORY})
    await chat.becomes_a_supergroup(-1001000000009)
    moved = await stored(town, group)
    assert moved.chat is not None
    assert ("-1001000000009", 0, True) == (moved.chat.ref, moved.chat.topic, moved.chat.is_active)
    assert moved.lacks == {ChatSetting.HIDDEN_HISTORY}
    news = police.news()
    assert 1 == news.count(police.t("chat-lacks", name="De Koperwiek"))
    assert police.t("chat-lost", name="De Koperwiek") not in news
    assert len(chat.bubbles) == 0


async def test_a_look_hears_that_it_moved(town: Town) -> None:
    """A check finds a migration whose messages were missed."""
    police, chat = await town.coordinator(90), GroupChat(town, -4001, "group")
    group = await tied_group(police, chat)
    town.clock.pass_by(days=1)
    town.screens.trouble["-4001"] = Migrated("-1001000000009")
    await town.chat_check.check_due_chats()
    await town.chat_check.check_due_chats()
    moved = await stored(town, group)
    assert moved.chat is not None
    assert ("-1001000000009", town.clock.now()) == (moved.chat.ref, moved.checked_at)


async def test_a_supergroup_that_is_anothers_already_is_not_taken(town: Town) -> None:
    """When the supergroup was tied to another group before its migration was reported, the first group is told that it
    has no chat."""
    police, chat, new = await town.coordinator(90), GroupChat(town, -4001, "group"), GroupChat(town, -1001000000009)
    first = await tied_group(police, chat)
    second = await make_group(police, name="De Terp")
    await new.hears(police, f"/koppel {code_on(police)}")
    await chat.becomes_a_supergroup(new.id)
    assert police.last.text == police.t("chat-lost", name="De Koperwiek")
    assert (False, True) == ((await stored(town, first)).is_tied, (await stored(town, second)).is_tied)


async def test_who_writes_in_a_group_has_not_unblocked_the_bot(town: Town) -> None:
    """A message in a group does not mean that its writer unblocked the bot; only a private message does."""
    police, chat = await town.coordinator(90), GroupChat(town)
    shop = await jeweller(town, 1, police)
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(shop.id), active=False, now=town.clock.now())
    await chat.hears(shop, f"/mijn@{BOT_NAME}")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(shop.id))
    assert member is not None
    assert not member.address.is_active


async def test_a_look_at_a_chat_that_was_left_meanwhile_counts_for_nothing(town: Town) -> None:
    """The result of a check is ignored when the chat was tied elsewhere in the meantime."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    old = await stored(town, group)
    await police.presses(f"group-code:{group.id}:0")
    another = GroupChat(town, -1001000000002)
    await another.hears(police, f"/koppel {code_on(police)}")
    town.screens.lacks[chat.ref] = ALL
    town.clock.pass_by(hours=1)
    await town.chat_check._look(old)
    now = await stored(town, group)
    assert not now.lacks
    assert now.checked_at == town.clock.now() - timedelta(hours=1)
