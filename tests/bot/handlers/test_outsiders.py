"""Tests that managers are told of people who no longer belong to a verified shop of the group, but may be in its
chat."""

import pytest

from alerts.kvo_group import KvoGroup
from tests.bot.forms.test_shop_identity import opens_shop, renames
from tests.bot.group_chats import GroupChat, manager_of, tied_group
from tests.bot.handlers.test_people import staff
from tests.bot.police import jeweller
from tests.bot.town import Person, Town


@pytest.fixture
async def group(town: Town) -> KvoGroup:
    """A group with a chat, and the police at number 90."""
    return await tied_group(await town.coordinator(90), GroupChat(town))


@pytest.fixture
async def manager(town: Town, group: KvoGroup) -> Person:
    """The manager of that group."""
    return await manager_of(group, town, 91)


def named_in(news: str) -> set[int]:
    """Return the people whose profile is linked in a message."""
    return {int(one.split('"')[0]) for one in news.split("tg://user?id=")[1:]}


async def leaves(person: Person) -> None:
    """Leave the person's only shop, and return the text of the question."""
    await opens_shop(person)
    await person.taps(person.t.plain("shop-leave"))


async def test_the_manager_hears_who_left(town: Town, group: KvoGroup, manager: Person) -> None:
    """The manager is told of a colleague who left and of the last one; each is told to leave the chat too."""
    els = await jeweller(town, 1, town.person(90))
    [jan] = await staff(els, 2)
    manager.news()
    for person, button in ((jan, "leave-yes"), (els, "leave-close")):
        await leaves(person)
        assert person.t("leave-chat", name=group.name) in person.last.text
        await person.taps(person.t.plain(button))
        news = manager.news()
        assert {person.id} == named_in(news)
        assert group.name in news


async def test_the_manager_hears_nothing_of_who_was_no_member_of_the_group(
    town: Town, group: KvoGroup, manager: Person
) -> None:
    """The manager is not told of people of an unverified shop, or of people who belong by another shop."""
    police = town.person(90)
    els, eve = await jeweller(town, 1, police), await jeweller(town, 3, police, verified=False)
    bob = await jeweller(town, 4, police)
    await staff(els, 4)
    manager.news()
    await leaves(eve)
    assert eve.t("leave-chat", name=group.name) not in eve.last.text
    await eve.taps(eve.t.plain("leave-close"))
    await bob.types("/mijn")
    await bob.taps("Wijzig Goud 1")
    await bob.taps(bob.t.plain("shop-leave"))
    await bob.taps(bob.t.plain("leave-yes"))
    assert set() == named_in(manager.news())


@pytest.mark.parametrize("what", ["place", "branch", "name"])
async def test_the_manager_hears_whose_shop_is_another_now(town: Town, manager: Person, what: str) -> None:
    """When a shop moves or is renamed, the manager is told of all its people, by its earlier area."""
    els = await jeweller(town, 1, town.person(90))
    [jan] = await staff(els, 2)
    manager.news()
    if what == "name":
        await renames(els, "Juwelier Anders")
    else:
        await opens_shop(els)
        await els.taps(els.t.plain("shop-move"))
        if what == "place":
            await els.types("3011AB")
            await els.taps("Blijft Juwelier")
        else:
            await els.taps(els.t.plain("move-keep-place"))
            await els.taps("Opticien")
        await els.taps(els.t.plain("start-right"))
    assert {els.id, jan.id} == named_in(manager.news())


async def test_nobody_hears_who_erased_everything(town: Town, manager: Person) -> None:
    """No manager is told of an erased person, who reads before the erasure that they have to leave the chat
    themselves."""
    els = await jeweller(town, 1, town.person(90))
    manager.news()
    await els.types("/verwijder")
    assert els.t("erase-chats") in els.last.text
    await els.taps(els.t.plain("erase-yes"))
    assert "" == manager.news()
