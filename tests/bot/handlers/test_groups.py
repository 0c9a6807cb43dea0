"""Tests that a coordinator makes, changes and closes a KVO group, and sees its state."""

import re

import pytest

from alerts.branch import Branch
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.role.find_granting_role import giving_grants
from tests.bot.confirming import second_administrator
from tests.bot.deputies import deputy_of
from tests.bot.group_chats import GroupChat, code_on, end_roles, make_group, manager_of, stored, tied_group
from tests.bot.police import jeweller
from tests.bot.recorded import acts
from tests.bot.town import BOT_NAME, Town


async def test_a_group_is_made_and_says_what_comes_next(town: Town) -> None:
    """A new group shows its number of shops, a link and a command for the chat, and the button that invites a
    manager."""
    police = await town.coordinator(90)
    await second_administrator(town)
    await jeweller(town, 1, police)
    await jeweller(town, 2, police, verified=False)
    police.news()
    group = await make_group(police, codes="2903 ab, 2904;2922", branch="Juwelier")
    assert (frozenset({"2903AB", "2904", "2922"}), frozenset({Branch.JEWELLER})) == (group.codes, group.branches)
    made, tie, manager = police.bubbles[-3:]
    assert "Er horen 2 zaken bij, geverifieerd: 1." in made.text
    [choose] = tie.buttons
    assert choose.url == f"https://t.me/{BOT_NAME}?startgroup={code_on(police)}&admin=invite_users+pin_messages"
    assert len(code_on(police)) >= 22, "at least 128 bits"
    assert [f"group-manager:{group.id}:0"] == [one.data for one in manager.buttons]
    async with town.storage.reading() as uow:
        assert await uow.kvo_groups.by_code(code_on(police)) is None, "stored as its hash only"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("2903, 0903AB", "0903AB"),
        ("2903 AB 2903S", "2903S"),
        ("2903SS", "2903SS"),
        ("12345\n2903", "12345"),
        ("2903, kerkstraat", "kerkstraat"),
        ("2905", "2905"),
        ("2900AA", "2900AA"),
        ("3011, 2903", "3011"),
    ],
)
async def test_a_wrong_postcode_is_named_and_the_list_stays(town: Town, typed: str, wrong: str) -> None:
    """A wrong postcode is named, and the earlier list stays unchanged."""
    police = await town.coordinator(90)
    await police.types("/groepen")
    await police.taps("Nieuwe groep")
    await police.types("De Koperwiek")
    await police.types("2904")
    await police.types(typed)
    assert wrong in police.last.text.replace("2900 AA", "2900AA")
    await police.types("2903")
    assert "Dit staat er nu: 2903, 2904" in police.last.text
    await police.taps("Begin de lijst opnieuw")
    assert "Dit staat er nu" not in police.last.text


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("2903 ab", {"2903AB"}),
        ("2903,2904", {"2903", "2904"}),
        ("2903 en 2904 AB", {"2903", "2904AB"}),
        ("2903 EN, 2904", {"2903EN", "2904"}),
        ("2903AB 2903AC\n2904", {"2903AB", "2903AC", "2904"}),
        ("2903; 2904 + 2922", {"2903", "2904", "2922"}),
        ("2903-AB, 2904 - AC, 2922.", {"2903AB", "2904AC", "2922"}),
        ("- 2903 AB\n- 2904", {"2903AB", "2904"}),
    ],
)
async def test_a_list_is_read_as_people_write_it(town: Town, typed: str, codes: set[str]) -> None:
    """A list of postcodes is read with commas, spaces, line breaks, or words between."""
    police = await town.coordinator(90)
    assert codes == (await make_group(police, codes=typed)).codes


@pytest.mark.parametrize("name", ["", "t.me/x", "Bel 0612345678", "x" * 61])
async def test_a_name_is_checked(town: Town, name: str) -> None:
    """The group's name is checked like a shop's, and is not stored when it is refused."""
    police = await town.coordinator(90)
    await police.types("/groepen")
    await police.taps("Nieuwe groep")
    await police.types(name or " -")
    await police.types("De Koperwiek")
    assert police.t("group-ask-codes") in police.last.text


async def test_somebody_without_the_role_gets_nowhere(town: Town) -> None:
    """A shop has no command and no button for groups; a coordinator elsewhere sees none of the group."""
    police = await town.coordinator(90)
    shop = await jeweller(town, 1, police)
    group = await make_group(police)
    other = await town.coordinator(91, scope="3000-3099")
    assert "groepen" in police.menu
    assert "groepen" not in shop.menu
    await shop.types("/groepen")
    assert shop.last.text == shop.t("not-allowed-manage_kvo_group")
    await other.types("/groepen")
    assert other.last.text == other.t("groups-none")
    verbs = ("group", "group-code", "group-look", "group-link", "group-manager", "group-change", "group-close")
    for person, reason in ((shop, "not-allowed-manage_kvo_group"), (other, "not-found")):
        for verb in (*verbs, "group-closed"):
            town.screens.toasts.clear()
            before = len(person.bubbles)
            await person.presses(f"{verb}:{group.id}:{group.version}")
            assert town.screens.toasts == [person.t.plain(reason)]
            assert len(person.bubbles) == before
    assert await stored(town, group) == group


async def test_a_strangers_press_and_a_group_that_is_not_there(town: Town) -> None:
    """A stranger's press on a forwarded button, or one about a missing group, is refused."""
    police, stranger = await town.coordinator(90), town.person(5)
    await stranger.presses("group-code:1:1")
    await police.presses("group:99:1")
    await police.presses("group:nonsense:1")
    texts = [police.t.plain(one) for one in ("not-allowed-start-first", "not-found", "not-found")]
    assert town.screens.toasts == texts


async def test_cards_are_for_private_chats(town: Town) -> None:
    """The card is not shown when its button is pressed in a group chat."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    said = len(chat.bubbles)
    for verb in ("groups", "group", "group-new", "group-code", "group-look", "group-link", "group-manager"):
        town.screens.toasts.clear()
        await chat.is_pressed(police, f"{verb}:{group.id}:{group.version}")
        assert town.screens.toasts == [police.t.plain("not-allowed-in-private")]
    assert len(chat.bubbles) == said


async def test_the_card_counts_and_names_roles(town: Town) -> None:
    """The card shows counts and roles without names; its manager sees it, and can neither change its area nor close
    it."""
    police = await town.coordinator(90)
    await jeweller(town, 1, police)
    group = await make_group(police)
    police.read = len(police.bubbles)
    await police.types("/groepen")
    await police.taps("De Koperwiek")
    card = police.last.text
    assert "Gebied: 2903" in card
    assert "Branches: alle branches" in card
    assert "1 doet mee, geverifieerd: 1" in card
    assert "Beheer: overvalcoördinator van de politie\n" in card
    assert police.t("group-no-manager") in card
    assert police.t("group-chat-none") in card
    assert "Goud" not in card
    manager = await manager_of(group, town, 91)
    assert "Je beheert nu KVO-groep <b>De Koperwiek</b>" in manager.last.text
    await manager.types("/groepen")
    await manager.taps("De Koperwiek")
    assert "Beheer: overvalcoördinator van de politie, beheerder van een KVO-groep" in manager.last.text
    labels = [one.label for one in manager.last.buttons]
    assert manager.t.plain("group-change") not in labels
    assert manager.t.plain("group-close") not in labels
    await manager.types("/groepen")
    assert manager.t.plain("group-new") not in [one.label for one in manager.last.buttons]


async def test_one_postcode_of_a_group_makes_nobody_its_manager(town: Town) -> None:
    """One postcode of a group in scope is not enough to give its manager's role: that takes all of its area, or
    managing it."""
    part, whole = await town.coordinator(90), await town.coordinator(92, scope="2903-3011")
    async with town.storage.transaction() as uow:
        (member,) = [one for one in await uow.roles.active(town.clock.now()) if one.scope.last == "3011"]
        new = NewKvoGroup("De Koperwiek", frozenset({"2903", "3011"}), frozenset())
        group = await uow.kvo_groups.add(new, member.member_id, town.clock.now())
    manager = await town.coordinator(93, Role.KVO_MANAGER, f"kvo_group:{group.id}")
    await part.presses(f"group-manager:{group.id}:{group.version}")
    assert part.t.plain("not-allowed-outside-scope") == town.screens.toasts[-1]
    assert not any("start=" in one.text for one in part.bubbles)
    for person in (whole, manager):
        await person.presses(f"group-manager:{group.id}:{group.version}")
        await person.taps("Overslaan")
        assert "start=" in person.last.text
        link = person.last.text.split("start=")[1].split()[0]
        await town.person(60 + person.id).types(f"/start {link}")
    async with town.storage.reading() as uow:
        waiting = await uow.grant_requests.undecided()
        gives = [bool(await giving_grants(uow, one.given_by, one.scope, town.clock.now())) for one in waiting]
    assert [True, True] == gives


async def test_a_manager_cannot_widen_the_own_group(town: Town) -> None:
    """A manager cannot widen their own group by buttons that the card does not show."""
    police = await town.coordinator(90)
    group = await make_group(police)
    manager = await manager_of(group, town, 91)
    for verb in ("group-change", "group-close", "group-closed"):
        town.screens.toasts.clear()
        await manager.presses(f"{verb}:{group.id}:{group.version}")
        assert town.screens.toasts == [manager.t.plain("not-allowed-change-group")]
    await manager.presses("group-new::0")
    assert town.screens.toasts[-1] == manager.t.plain("text-no-new-group")
    assert await stored(town, group) == group


async def test_a_group_is_changed_and_an_older_card_is_too_late(town: Town) -> None:
    """A group is changed field by field, and the buttons of an older card are too late."""
    police = await town.coordinator(90)
    group = await make_group(police)
    await police.presses(f"group-change:{group.id}:{group.version}")
    await police.taps(police.t.plain("details-keep-name"))
    await police.types("2904")
    await police.taps("Verder met 2")
    await police.taps("Juwelier")
    await police.taps("Verder met 1")
    await police.taps("Zo opslaan")
    assert "Gebied: 2903, 2904" in police.last.text
    changed = await stored(town, group)
    assert changed.codes == {"2903", "2904"}
    assert ("De Koperwiek", frozenset({Branch.JEWELLER})) == (changed.name, changed.branches)
    for verb in ("group-change", "group-close", "group-closed"):
        town.screens.toasts.clear()
        await police.presses(f"{verb}:{group.id}:{group.version}")
        assert town.screens.toasts == [police.t.plain("conflict")]
    assert await stored(town, group) == changed


async def test_a_group_is_closed_after_a_question(town: Town) -> None:
    """A group is closed after a question; its chat is free and its code void."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    await police.presses(f"group-code:{group.id}:0")
    code = code_on(police)
    await police.types("/groepen")
    await police.taps("De Koperwiek")
    await police.taps("Groep sluiten")
    await police.taps("‹ Terug")
    await police.taps("Groep sluiten")
    await police.taps("Ja, sluit de groep")
    assert police.last.text == police.t("group-closed", name="De Koperwiek")
    await chat.hears(police, f"/koppel {code}")
    assert chat.last.text == police.t("code-unknown")
    await police.presses(f"group:{group.id}:0")
    assert town.screens.toasts[-1] == police.t.plain("too-late-group-closed")
    again = await make_group(police, name="De Nieuwe Koperwiek")
    await chat.hears(police, f"/koppel {code_on(police)}")
    assert (await stored(town, again)).is_tied


async def test_nobody_stays_in_office_for_a_group_that_is_closed(town: Town) -> None:
    """When a group closes, its managers and deputies lose the role and are told; other roles of theirs stay."""
    police = await town.coordinator(90)
    group, other = await make_group(police), await make_group(police, name="De Terp", codes="2904")
    manager, neighbour = await manager_of(group, town, 91), await manager_of(other, town, 92)
    deputy = await deputy_of(town, manager, 93)
    assert "alert" in deputy.menu
    await police.presses(f"group-closed:{group.id}:{group.version}")
    assert "Je bent niet langer <b>beheerder van een KVO-groep</b>" in manager.last.text
    assert "geen vervanger meer" in deputy.last.text
    for person in (manager, deputy):
        assert not {"alert", "groepen", "uitnodigen", "vervanger"} & set(person.menu)
        await person.types("/alert")
        assert person.last.text == person.t("not-allowed-draft_alert")
    assert {"alert", "groepen"} <= set(neighbour.menu)
    assert {"alert", "groepen"} <= set(police.menu)
    assert [("role.ended", 1)] == await acts(town, "role", "role.ended")


async def test_a_managers_link_ends_with_the_group_and_with_the_office_of_who_made_it(town: Town) -> None:
    """A manager's link is void after the group closed, or after its maker's role ended."""
    police, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    group = await make_group(police)
    links = []
    for person in (police, marshal):
        await person.presses(f"group-manager:{group.id}:0")
        await person.taps("Overslaan")
        links.append(re.findall(r"start=(\S+)", person.last.text)[0])
    await end_roles(marshal)
    guest = town.person(5)
    await guest.types(f"/start {links[1]}")
    assert guest.last.text == guest.t("invite-revoked")
    await police.presses(f"group-closed:{group.id}:{group.version}")
    await guest.types(f"/start {links[0]}")
    assert guest.last.text == guest.t("invite-group-closed")


async def test_the_list_goes_on_behind_the_first_five(town: Town) -> None:
    """The list shows five groups and continues with the rest."""
    police = await town.coordinator(90)
    for number in range(9):
        await make_group(police, name=f"Groep {number}")
    await police.types("/groepen")
    assert "Groep 5" not in [one.label for one in police.last.buttons]
    await police.taps("Laat meer zien")
    groups = [f"Groep {number}" for number in range(5, 9)]
    assert [one.label for one in police.last.buttons] == [*groups, "Begin vooraan", "Nieuwe groep"]
    await police.taps("Begin vooraan")
    assert "Groep 0" in [one.label for one in police.last.buttons]


async def test_a_manager_vouches_for_shops_of_the_group_only(town: Town) -> None:
    """A manager is told of sign-ups in the group, and finds those, and no others, in /aanmeldingen."""
    police = await town.coordinator(90)
    group = await make_group(police, branch="Juwelier")
    manager = await manager_of(group, town, 91)
    assert manager.t("role-signups", scope="kvo_group") in manager.last.text
    inside, baker = town.person(1), town.person(2)
    await inside.subscribes("2903AB", "jeweller", "Goud", "1")
    assert "Goud" in manager.last.text
    await baker.subscribes("2903AB", "bakery", "Brood", "1")
    assert "Brood" not in manager.news()
    await manager.types("/aanmeldingen")
    assert "Goud" in manager.last.text
    assert "Brood" not in manager.last.text
    await manager.taps("Verifieer Goud")
    assert inside.t("verified-what") in inside.last.text
    async with town.storage.reading() as uow:
        [brood] = await uow.premises.unverified()
    await manager.presses(f"verify:{brood.id}:{brood.version}")
    assert town.screens.toasts[-1] == manager.t.plain("not-found")


async def test_a_trade_association_vouches_for_its_branch(town: Town) -> None:
    """A trade association is told of sign-ups in its branch, and verifies them."""
    union = await town.coordinator(92, Role.TRADE_ASSOCIATION, "branch:jeweller")
    assert union.t("role-signups", scope="branch") in union.last.text
    shop = town.person(1)
    await shop.subscribes("3011AB", "jeweller", "Goud", "1")
    await union.taps("Verifiëren")
    assert shop.t("verified-what") in shop.last.text
