"""/menu and the commands that open a screen of /mijn: as buttons, and never for who may not use them."""

import pytest

from alerts.ids import RoleId
from alerts.member import Language
from alerts.role import Role
from bot.conversation.likely_choices import MOST
from bot.conversation.menu import COMMANDS, LIKELY, CommandGroup, menu
from bot.jobs.menu_refresh import LIST_FACT, MenuRefresh
from tests.bot.police import jeweller
from tests.bot.town import Person, Town


def labels(person: Person) -> list[str]:
    """The buttons under the last message."""
    return [one.label for one in person.last.buttons]


async def test_who_has_many_commands_gets_six_groups(town: Town) -> None:
    police = await town.coordinator(1)
    await jeweller(town, 2, police)
    await police.types("/menu")
    groups = labels(police)
    assert 6 == len(groups)
    found = 0
    for group in groups:
        await police.taps(group)
        assert len(labels(police)) <= MOST
        found += len(labels(police)) - 1
        await police.taps(police.t.plain("menu-back"))
        assert groups == labels(police)
    assert found == len(set(police.menu) - {"menu"})


async def test_telegrams_own_list_begins_with_the_likely_ones(town: Town) -> None:
    """Who has many commands finds five and /menu first, then the others in the groups of /menu and in their order."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    assert ("goedkeuren", "sjablonen", "meldingen", "alert", "lopend", "menu") == police.menu[: LIKELY + 1]
    assert ("melding", "actueel", "mijnmeldingen", "mijn", "overval", "menu") == shop.menu[: LIKELY + 1]
    for person in (police, shop):
        groups = [next(one.group for one in COMMANDS if one.dutch == name) for name in person.menu[LIKELY + 1 :]]
        assert groups == sorted(groups, key=list(CommandGroup).index)
        assert len(person.menu) == len(set(person.menu)) > MOST


async def test_a_list_that_changed_is_offered_to_who_has_a_role(town: Town) -> None:
    """After an upgrade with other commands everybody with a role, and each deputy, gets the new list, once; a shop gets
    it with /menu."""
    police = await town.coordinator(1)
    shop, deputy = await jeweller(town, 2, police), await jeweller(town, 3, police)
    async with town.storage.transaction() as uow:
        stands_in = await uow.members.by_ref("telegram", str(deputy.id))
        assert stands_in is not None
        await uow.roles.set_deputy(RoleId(1), stands_in.id, instead_of=None)
        await uow.facts.put(LIST_FACT, "of an earlier version")
    lists, wanted, of_shops = town.screens.menus, police.menu, shop.menu
    lists.clear()
    await town.menus.renew_stale()
    assert {} == lists, "a list is compared once in a run"
    after = MenuRefresh(town.screens, town.storage, town.texts, town.clock)
    await after.renew_stale()
    assert {str(police.id), str(deputy.id)} == set(lists)
    assert wanted == police.menu
    assert "goedkeuren" in deputy.menu
    lists.clear()
    await after.renew_stale()
    await MenuRefresh(town.screens, town.storage, town.texts, town.clock).renew_stale()
    assert {} == lists
    await shop.types("/menu")
    assert of_shops == shop.menu


async def test_who_has_few_commands_finds_them_as_they_are(town: Town) -> None:
    """Eight commands or fewer are in one order, the likely ones first."""
    few = menu(None, (), town.texts[Language.DUTCH], town.clock.now())
    assert ("overval", "hulp", "steun", "start") == tuple(name for name, _ in few.commands)


async def test_a_command_of_the_menu_is_run(town: Town) -> None:
    police = await town.coordinator(1)
    await police.types("/menu")
    await police.taps(police.t.plain("menu-group-notices"))
    await police.taps(police.t.plain("menu-drafts"))
    assert police.t("drafts-none") == police.last.text


async def test_a_button_of_the_menu_is_no_right(town: Town) -> None:
    """An altered client presses the command of another role, or one that does not exist."""
    shop = await jeweller(town, 2, await town.coordinator(1))
    await shop.presses("run:approvals:0")
    assert shop.t.plain("not-allowed-approve_alert") == town.screens.toasts[-1]
    for data in ("run:nothing:0", "menu:nothing:0"):
        await shop.presses(data)
        assert shop.t.plain("not-found") == town.screens.toasts[-1]


async def test_a_single_command_of_a_group_is_its_button(town: Town) -> None:
    """A shop has one command about notices, so that opens at once."""
    shop = await jeweller(town, 2, await town.coordinator(1))
    await shop.types("/menu")
    await shop.taps(shop.t.plain("menu-current"))
    assert shop.t("current-none") == shop.last.text


def test_no_group_has_more_than_eight_buttons() -> None:
    """With the one that goes back, whatever somebody may use."""
    for group in CommandGroup:
        assert len([one for one in COMMANDS if one.group is group and one.english != "menu"]) < MOST


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("/instellingen", "settings-title"),
        ("/settings", "settings-title"),
        ("/taal", "language-question"),
        ("/language", "language-question"),
        ("/help", "help-saar"),
        ("/menu", "menu-what"),
    ],
)
async def test_what_people_look_for_has_a_command(town: Town, command: str, text: str) -> None:
    shop = await jeweller(town, 2, await town.coordinator(1))
    await shop.types(command)
    assert shop.t(text) in shop.last.text


async def test_nobody_is_sent_to_a_command_that_is_not_theirs(town: Town) -> None:
    """Who may not report reads no /melding in the help card or the empty list of reports; who may, does."""
    municipality = await town.coordinator(3, Role.MUNICIPALITY)
    shop = await jeweller(town, 2, await town.coordinator(1))
    for person, is_named in ((municipality, False), (shop, True)):
        for command in ("/hulp", "/mijnmeldingen"):
            await person.types(command)
            assert is_named is ("/melding" in person.last.text)
